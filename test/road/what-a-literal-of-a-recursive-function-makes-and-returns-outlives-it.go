// Its caller is a function of the same batch, and outlives it all the same.
//
// RUN: %outlive check -m -lang=go1.19 %s 2>&1 | FileCheck %s
// RUN: %outlive run -lang=go1.19 %s 2>&1 | FileCheck --check-prefix=PRINTS %s
package main

type T struct{ n int }

func made(depth int) int {
	if depth == 0 {
		return 1
	}
	t := func(more int) *T {
		return &T{made(depth_of()) + more} // CHECK: :[[#@LINE]]:10: &T{{[{]}}...} escapes to heap
	}(depth)
	return t.n
}

func depth_of() int { return 0 }

func main() {
	println(made(2)) // PRINTS: 3
}

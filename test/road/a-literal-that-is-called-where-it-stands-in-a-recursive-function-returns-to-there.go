// In decided C a literal that captures nothing is a function like any other, of one batch with the function that it calls.
//
// RUN: %outlive check -m -lang=go1.19 %s 2>&1 | FileCheck %s
// RUN: %outlive run -lang=go1.19 %s 2>&1 | FileCheck --check-prefix=PRINTS %s
package main

type T struct{ n int }

var kept func(t *T) *T

func stays(depth int) int {
	if depth == 0 {
		return 1
	}
	t := func(t *T) *T {
		t.n += stays(depth_of())
		return t
	}(&T{depth}) // CHECK: :[[#@LINE]]:4: &T{{[{]}}...} does not escape
	return t.n
}

// A result that goes on is no less one of the function.
func leaves(depth int) *T {
	if depth == 0 {
		return nil
	}
	return func(t *T) *T {
		leaves(depth_of())
		return t
	}(&T{depth}) // CHECK: :[[#@LINE]]:4: &T{{[{]}}...} escapes to heap
}

func depth_of() int { return 0 }

func main() {
	println(stays(2), leaves(2).n) // PRINTS: 3 2
}

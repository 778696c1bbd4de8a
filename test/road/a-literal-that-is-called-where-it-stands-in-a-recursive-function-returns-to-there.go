// Also in decided C, where a literal that captures nothing would be a function like any other, of one batch with the function that it calls,
// if it had no record.
//
// RUN: %outlive check -m -lang=go1.19 %s 2>&1 | FileCheck %s
// RUN: %outlive run -lang=go1.19 %s 2>&1 | FileCheck --check-prefix=PRINTS %s
// RUN: %outlive lower -storage=decided -lang=go1.19 %s | FileCheck --check-prefix=DECIDED %s
// RUN: %outlive lower -storage=heap -lang=go1.19 %s | FileCheck --check-prefix=HEAP --implicit-check-not=go_no_captures %s
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

// DECIDED: struct go_no_captures env1
// DECIDED: T *t = stays_func1(&env1, &lit1);
// HEAP: stays_func1(NULL, lit1)

// RUN: %outlive check -lang=go1.21 -dump=captures %s | FileCheck %s --check-prefixes=ALL,LOOP
// RUN: %outlive check -lang=go1.22 -dump=captures %s | FileCheck %s --check-prefixes=ALL,ITERATION
package main

func use(f func() int) { f() }

func main() {
	for i := 0; i < 3; i++ {
		use(func() int { return i })
		// LOOP:      i (declared at 8:6, {{.*}}) by reference: reassigned at 8:22{{$}}
		// ITERATION: i (declared at 8:6, {{.*}}) by value, one per iteration
	}
	for k, v := range []int{1, 2} {
		use(func() int { return k + v })
		// LOOP:           k (declared at 13:6, {{.*}}) by reference: reassigned at 13:2{{$}}
		// LOOP-NEXT:      v (declared at 13:9, {{.*}}) by reference: reassigned at 13:2{{$}}
		// ITERATION:      k (declared at 13:6, {{.*}}) by value, one per iteration
		// ITERATION-NEXT: v (declared at 13:9, {{.*}}) by value, one per iteration
	}
	for i := 0; i < 3; i++ {
		use(func() int { i++; return i })
		// LOOP:      i (declared at 20:6, {{.*}}) by reference: reassigned at 20:22{{$}}
		// ITERATION: i (declared at 20:6, {{.*}}) by reference: reassigned at 21:21, one per iteration
	}
	for i := 0; i < 3; i++ {
		i := i
		use(func() int { return i })
		// ALL: i (declared at 26:3, {{.*}}) by value{{$}}
	}
	var i int
	for i = range []int{1, 2} {
		use(func() int { return i })
		// ALL: i (declared at 30:6, {{.*}}) by reference: reassigned at 31:2{{$}}
	}
}

func first() func() int {
	for i := 0; i < 3; i++ {
		return func() int { return i } // what a return takes along comes from the last iteration: no copy is made
		// ALL: i (declared at 38:6, {{.*}}) by reference: reassigned at 38:22{{$}}
	}
	return nil
}

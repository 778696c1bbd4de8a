// RUN: %outlive run %s | FileCheck --check-prefix=OUT %s
// RUN: %outlive run -model=gc %s | FileCheck --check-prefix=OUT %s
// RUN: %outlive run -storage=heap %s | FileCheck --check-prefix=OUT %s
// RUN: %outlive lower %s | FileCheck %s
package main

import "fmt"

// The array of a variadic parameter stays, and the record of the call does not: the check of the decided C cannot know which function is in
// a record on the heap.

// CHECK: struct [[RECORD:deferred_in_a_loop_defer1]] {
// CHECK-NEXT: callee;
// CHECK-NEXT: arg1;
// CHECK-NEXT: arg2;
// CHECK-NEXT: array_2_func_int args;
// CHECK-NOT: NEW(
// CHECK: env->args = (array_2_func_int){{.*}}env->arg1, env->arg2
// CHECK: env->callee.fn(env->callee.env, (slice_func_int){env->args.at, 2, 2});
func deferred_in_a_loop() {
	for i := 0; i < 2; i++ {
		sum := func(fs ...func() int) {
			total := 0
			for _, f := range fs {
				total += f()
			}
			fmt.Println("sum", total)
		}
		defer sum(func() int { return i }, func() int { return 10 })
	}
}

func in_a_goroutine(done chan bool) {
	n := 5
	add := func(ps ...*int) {
		for _, p := range ps {
			*p++
		}
		done <- true
	}
	go add(&n, &n)
	<-done
	fmt.Println("n", n)
}

type adder interface{ add(ns ...int) }
type printed struct{ first int }

func (p printed) add(ns ...int) { fmt.Println("add", p.first, len(ns), ns[0]+ns[1]) }

func through_an_interface(a adder) {
	for i := 0; i < 2; i++ {
		defer a.add(i, 100)
	}
}

func once() {
	show := func(ns ...int) { fmt.Println("once", ns[0]) }
	defer show(7)
}

func main() {
	deferred_in_a_loop()
	in_a_goroutine(make(chan bool))
	through_an_interface(printed{3})
	once()
}

// OUT: sum 11
// OUT-NEXT: sum 10
// OUT-NEXT: n 7
// OUT-NEXT: add 3 2 101
// OUT-NEXT: add 3 2 100
// OUT-NEXT: once 7

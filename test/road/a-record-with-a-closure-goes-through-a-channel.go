// What the runtime is given to copy it may call only as what it is, a function value.
// RUN: %outlive run %s | FileCheck %s
// RUN: %outlive run -model=gc %s | FileCheck %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

import "fmt"

type task struct {
	n   int
	run func(int) int
}

func main() {
	c := make(chan task, 2)
	n := 3
	c <- task{1, func(x int) int { return x + n }}
	c <- task{2, func(x int) int { n++; return x * n }}
	close(c)
	for t := range c {
		fmt.Println(t.n, t.run(10)) // CHECK: 1 13
		// CHECK-NEXT: 2 40
	}
}

// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

var counter = func() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}()

// CHECK:      4:15: func literal in package initialization, loop depth 1, captures nothing
// CHECK-NEXT: 5:2: n needs a site: captured by reference
// CHECK-NEXT: 6:9: func literal in package initialization, loop depth 1
// CHECK-NEXT: n (declared at 5:2, used at 7:3) by reference: reassigned at 7:4

func main() { counter() }

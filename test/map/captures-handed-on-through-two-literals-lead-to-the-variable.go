// RUN: env COLUMNS=100 %outlive map %s | FileCheck %s
package main

func nested() func() func() int {
	n := 0
	return func() func() int {
		return func() int {
			n++
			return n
		}
	}
}

func main() {
	println(nested()()())
}

// CHECK: Code
// CHECK: │ nested func() func()
// CHECK-NEXT: │   nested.func1 func() func() int line 6   captures 8 B
// CHECK-NEXT: │     nested.func1.1 func() int line 7   captures 8 B
// CHECK: Heap
// CHECK: │ n {{.*}}◀
// CHECK: pointed at by environment of nested.func1, environment of nested.func1.1
// CHECK: │ environment of nested.func1
// CHECK: +0  n *int 8 B  address of n
// CHECK: │ environment of nested.func1.1
// CHECK: +0  n *int 8 B  address of n

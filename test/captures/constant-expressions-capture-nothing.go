// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

func main() {
	var a [4]int
	const c = 2
	_ = func() int { return len(a) + c } // CHECK: func literal in main, loop depth 1, captures nothing
	_ = func() int { return len(a[:]) }  // CHECK: a (declared at 5:6, {{.*}}) by reference: address taken at [[@LINE]]:31
}

// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

func main() {
	x := 1
again:
	x = 2
	_ = func() int { return x } // CHECK: func literal in main, loop depth 2
	// CHECK-NEXT: x (declared at 5:2, {{.*}}) by reference: reassigned at 7:4
	y := 1
	y = 2
	_ = func() int { return y } // CHECK: func literal in main, loop depth 2
	// CHECK-NEXT: y (declared at 10:2, {{.*}}) by value
	if x < 0 {
		goto again
	}
	if x > 1 {
		goto end
	}
	_ = func() {} // CHECK: func literal in main, loop depth 2
end: // a label that is only jumped forward to makes none
}

func main2() {
	if true {
		goto end
	}
end:
	_ = func() {} // CHECK: func literal in main2, loop depth 1
}

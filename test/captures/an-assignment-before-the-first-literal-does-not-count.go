// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

func main() {
	x := 1
	x = 2
	_ = func() int { return x } // CHECK: x (declared at 5:2, {{.*}}) by value

	n := 0
	for i := 0; i < 3; i++ {
		n += i
	}
	_ = func() int { return n } // CHECK: n (declared at 9:2, {{.*}}) by value

	y := 1
	for {
		y = 2                       // the next time round this is after the capture
		_ = func() int { return y } // CHECK: y (declared at 15:2, {{.*}}) by reference: reassigned at [[@LINE-1]]:5
		break
	}

	for {
		z := 1
		z = 2
		_ = func() int { return z } // CHECK: z (declared at 23:3, {{.*}}) by value
		break
	}

	w := 1
	w = 2
	_ = func() int { return w } // CHECK: w (declared at 29:2, {{.*}}) by reference: reassigned at [[@LINE+1]]:4
	w = 3
	_ = func() int { return w } // the mode is the variable's, not the literal's
	// CHECK: w (declared at 29:2, {{.*}}) by reference
}

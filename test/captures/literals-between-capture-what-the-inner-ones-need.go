// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

func main() {
	x, y := 1, 2
	f := func(p int) func() int {
		z := y
		return func() int { return x + p + z }
	}
	_ = f
	// CHECK:      6:7: func literal in main, loop depth 1
	// CHECK-NEXT: y (declared at 5:5, used at 7:8) by value
	// CHECK-NEXT: x (declared at 5:2, used at 8:30) by value
	// CHECK-NEXT: 8:10: func literal in main, loop depth 1
	// CHECK-NEXT: x (declared at 5:2, used at 8:30) by value
	// CHECK-NEXT: p (declared at 6:12, used at 8:34) by value
	// CHECK-NEXT: z (declared at 7:3, used at 8:38) by value

	var rec func(int) int
	rec = func(n int) int { return rec(n - 1) }
	// CHECK:      [[@LINE-1]]:8: func literal in main
	// CHECK-NEXT: rec (declared at [[@LINE-3]]:6, {{.*}}) by reference: reassigned at [[@LINE-2]]:6
}

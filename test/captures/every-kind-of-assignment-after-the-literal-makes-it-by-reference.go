// RUN: %outlive check -dump=captures %s | FileCheck %s --implicit-check-not="by value"
package main

type pair struct{ x, y int }

func main() {
	var a, b, c, d, e, f, g, h int
	var p pair
	var v [2]int
	q := make(chan int)
	_ = func() { _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, p, v }
	a = 1
	// CHECK:      a (declared at 7:6, {{.*}}) by reference: reassigned at [[@LINE-1]]:4
	b++
	// CHECK-NEXT: b {{.*}} by reference: reassigned at [[@LINE-1]]:3
	c += 1
	// CHECK-NEXT: c {{.*}} by reference: reassigned at [[@LINE-1]]:4
	d, z := 1, 2
	// CHECK-NEXT: d {{.*}} by reference: reassigned at [[@LINE-1]]:7
	e = <-q
	// CHECK-NEXT: e {{.*}} by reference: reassigned at [[@LINE-1]]:4
	for f = range v {
	}
	// CHECK-NEXT: f {{.*}} by reference: reassigned at [[@LINE-2]]:2
	select {
	case g = <-q:
	}
	// CHECK-NEXT: g {{.*}} by reference: reassigned at [[@LINE-2]]:9
	func() { h = 1 }()
	// CHECK-NEXT: h {{.*}} by reference: reassigned at [[@LINE-1]]:13
	p.y = 2
	// CHECK-NEXT: p {{.*}} by reference: reassigned at [[@LINE-1]]:6
	v[1] = z
	// CHECK-NEXT: v {{.*}} by reference: reassigned at [[@LINE-1]]:7
	// CHECK:      h {{.*}} by reference
}

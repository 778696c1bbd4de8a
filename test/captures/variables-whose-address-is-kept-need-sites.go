// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

type t struct{ n int }

func (p *t) m() {}

func f(p int, q t) (r int) {
	// CHECK:      8:8: p needs a site: its address is taken
	// CHECK-NEXT: 8:15: q needs a site: its address is taken
	// CHECK-NEXT: 8:21: r needs a site: its address is taken
	// CHECK-NEXT: 14:2: x needs a site: captured by reference
	// CHECK-NEXT: 15:2: y needs a site: its address is taken
	x := 1
	y := [3]int{}
	z := 2
	_, _ = &p, &r
	q.m()
	func() { x++; println(z) }()
	_ = y[:]
	return
}

func main() { f(1, t{}) }

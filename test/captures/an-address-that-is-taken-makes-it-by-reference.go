// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

type inner struct{ n int }

func (i *inner) set() {}
func (i inner) get()  {}

type outer struct {
	inner
	p *inner
}

func main() {
	a, b, c, d := 1, [2]int{}, [2]int{}, outer{}
	e, f, g, h := inner{}, outer{}, outer{}, outer{}
	i, j, k := &inner{}, inner{}, [2][2]int{}
	_, _, _ = &a, &b[1], c[:]
	_ = &d.inner.n
	e.set()
	f.set()
	g.p.set()
	_ = &h.p.n
	i.set()
	j.get()
	_ = k[1][:]
	_ = func() { _, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j, k }
}

// CHECK:      func literal in main
// CHECK-NEXT: a {{.*}} by reference: address taken at 18:12
// CHECK-NEXT: b {{.*}} by reference: address taken at 18:16
// CHECK-NEXT: c {{.*}} by reference: address taken at 18:24
// CHECK-NEXT: d {{.*}} by reference: address taken at 19:6
// CHECK-NEXT: e {{.*}} by reference: address taken at 20:4
// CHECK-NEXT: f {{.*}} by reference: address taken at 21:4
// CHECK-NEXT: g {{.*}} by value
// CHECK-NEXT: h {{.*}} by value
// CHECK-NEXT: i {{.*}} by value
// CHECK-NEXT: j {{.*}} by value
// CHECK-NEXT: k {{.*}} by reference: address taken at 26:10

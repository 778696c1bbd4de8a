// RUN: %outlive build -lang=go1.19 -o %t %s
// RUN: %t | FileCheck %s
package main

import "fmt"

// M0 has few flows when it is decided C, and is followed; before, it has more of them than is followed. Only the coarse way sees that a1
// stays here: nobody calls the func literal that t.f gets. What one way proves right is no error when decided C is checked.

type A struct {
	n    int
	f    func() int
	p0   *func() int
	next *A
}

type Getter interface{}

func (t *A) Get() int {
	return t.n + t.f()
}

func (t A) M0(a1 func() int) int {
	h2 := &A{n: 46, f: func() int { return 80 }, p0: func() *func() int { var x func() int = func() int { return 14 }; return &x }()}
	x := A{n: t.n ^ t.n, f: t.Get, p0: &t.f}
	x.next, h2 = h2, &x
	t.f = func() int {
		f25 := func() int {
			switch h2.n & 1 {
			case 0:
				r3 := (*h2.p0)()
				if r3&1 == 0 {
					x10 := func() *Getter {
						var x Getter = &A{n: 71, f: func() int { return 30 }, p0: func() *func() int { var x func() int = func() int { return 30 }; return &x }()}
						return &x
					}()
					_ = x10
				} else {
					a1 = func() int {
						return r3
					}
				}
			}
			return 93
		}
		(*t.p0) = (*h2).Get
		_ = f25
		return t.n - 7
	}
	return h2.n
}

func main() {
	m0 := &A{n: 13, f: func() int { return 54 }, p0: func() *func() int { var x func() int = func() int { return 70 }; return &x }()}
	m1 := &A{n: 81, f: func() int { return 81 }, p0: func() *func() int { var x func() int = func() int { return 14 }; return &x }()}
	r47 := m1.M0(func() int {
		return m0.n
	})
	(*m0.p0) = func() int {
		return r47
	}
	fmt.Println(m0.Get(), (*m0.p0)(), r47) // CHECK: 67 0 0
}

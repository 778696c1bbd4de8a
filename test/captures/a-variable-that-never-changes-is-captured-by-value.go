// RUN: %outlive check -dump=captures %s | FileCheck %s --implicit-check-not="by reference"
package main

func f(n int, s []int, m map[string]int, p *[2]int) func() {
	t := struct{ p *int }{&n0}
	return func() {
		s[0] = n // stores into what a slice, a map or a pointer leads to change no variable
		m["a"]++
		p[1] = n
		*t.p = n
		_, _ = &s[1], &p[0]
	}
	// CHECK: [[@LINE-7]]:9: func literal in f, loop depth 1
	// CHECK-NEXT: s (declared at 4:15, used at [[@LINE-7]]:3) by value
	// CHECK-NEXT: n (declared at 4:8, used at [[@LINE-8]]:10) by value
	// CHECK-NEXT: m (declared at 4:24, used at [[@LINE-8]]:3) by value
	// CHECK-NEXT: p (declared at 4:42, used at [[@LINE-8]]:3) by value
	// CHECK-NEXT: t (declared at 5:2, used at [[@LINE-8]]:4) by value
}

var n0 int

func main() {
	f(1, nil, nil, nil)
	func() { n0++ }() // CHECK: [[@LINE]]:2: func literal in main, loop depth 1, captures nothing
}

// What a literal returns goes no further than to where it is called. In decided C it looks like a function, whose result may go anywhere.
// RUN: %outlive run -model=gc %s | FileCheck %s
// RUN: %outlive run %s | FileCheck %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

import "fmt"

type holder struct {
	n int
	f func() int
	p *int
}

var depth int

func calls() int {
	if depth++; depth > 3 {
		return depth
	}
	f := func(h holder) func() int {
		if *h.p += h.n; *h.p > 100 {
			return calls // so that the two are one batch
		}
		return h.f
	}(holder{n: 4, f: calls, p: new(int)})
	return f()
}

func main() {
	fmt.Println(calls()) // CHECK: 4
}

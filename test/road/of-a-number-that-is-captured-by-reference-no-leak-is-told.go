// RUN: %outlive check -model=gc -lang=go1.19 -m %s 2>&1 | FileCheck --check-prefix=M %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

type pair struct {
	next *pair
	step func() int
	held *func() int
}

var one = func() int { return 1 }
var top = pair{step: one, held: &one}

// The record's parts are one to the Go compiler: what is read behind the record may be the number behind the literal.
func main() {
	f := func(n int, by int) func() int { // M-NOT: leaking param: by
		r := func(p pair) *func() int { return p.next.held }(pair{next: &top, step: func() int {
			by++
			return n
		}})
		return *r
	}(2, 3)
	println(f())
}

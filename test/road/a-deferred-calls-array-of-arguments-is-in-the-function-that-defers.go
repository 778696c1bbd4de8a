// Lowering makes a function of a deferred call. To the Go compiler its operands are those of the function around, which matters where that
// calls itself.
// RUN: %outlive check -m -model=gc %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

func deferred(p *int, more ...*int) { // M: :[[#@LINE]]:15: p does not escape
	// M: :[[#@LINE-1]]:23: more does not escape
	if p != nil {
		defer deferred(nil, p, p) // M: :[[#@LINE]]:17: ... argument does not escape
	}
}

// A literal that somebody wrote has a frame of its own, which the parameter of the function around outlives.
func inLiteral(p *int, more ...*int) { // M: :[[#@LINE]]:16: leaking param: p
	// M: :[[#@LINE-1]]:24: more does not escape
	if p != nil {
		defer func() { // M: :[[#@LINE]]:9: func literal does not escape
			inLiteral(nil, p, p) // M: :[[#@LINE]]:13: ... argument escapes to heap
		}()
	}
}

func main() {
	n := 1
	deferred(&n)
	inLiteral(new(int)) // M: :[[#@LINE]]:15: new(int) escapes to heap
}

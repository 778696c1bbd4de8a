// first names a package variable, whose method table names the type, which has all methods: for the Go compiler that is no cycle.
// RUN: %outlive check -m -model=gc %s 2>&1 | FileCheck --check-prefix=M %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

type getter interface{ Get() int }

type T struct{ n int }

func (t *T) Get() int { return t.n }

func (t *T) first() int { // M: :[[#@LINE]]:7: t does not escape
	return t.n + kept.Get()
}

func (t *T) second(p *int) *int { // M: :[[#@LINE]]:20: leaking param: p to result ~r0 level=0
	t.first()
	return p
}

var kept getter = &T{n: 4}

func main() {
	x := 3
	t := T{n: 1}
	println(*t.second(&x))
}

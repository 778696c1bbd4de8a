// RUN: %outlive check -m -model=gc %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not="moved to heap" %s
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=PRECISE --allow-empty --implicit-check-not="moved to heap" %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

func namedResult() (f func(p *int) int) {
	f = func(p *int) int { return *p }
	x := 1 // M: :[[#@LINE]]:2: moved to heap: x
	println(f(&x))
	return
}

func declaredWithoutValue() {
	var f func(p *int) int
	f = func(p *int) int { return *p }
	x := 2 // M: :[[#@LINE]]:2: moved to heap: x
	println(f(&x))
}

func declaredWithIt() {
	f := func(p *int) int { return *p }
	var g = f
	x := 3
	println(g(&x))
}

func main() {
	namedResult()
	declaredWithoutValue()
	declaredWithIt()
}
// PRECISE-NOT: moved

// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m -model=gc %s 2>&1 | FileCheck --check-prefix=M %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

func parameter(f func()) { // M: :[[#@LINE]]:16: f does not escape
	defer f()
}

func behindAPointer(f *func(int)) { // M: :[[#@LINE]]:21: f does not escape
	defer (*f)(3)
}

var kept func()

func stored(f func()) { // M: :[[#@LINE]]:13: leaking param: f
	defer f()
	kept = f
}

func main() {
	x := 1
	parameter(func() { x++ }) // M: :[[#@LINE]]:12: func literal does not escape
	f := func(n int) { x += n } // M: :[[#@LINE]]:7: func literal does not escape
	behindAPointer(&f)
	stored(func() { println("stored") }) // M: :[[#@LINE]]:9: func literal escapes to heap
	kept()
	println(x)
}

// OUT: stored
// OUT-NEXT: stored
// OUT-NEXT: 5

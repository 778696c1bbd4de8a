// What a deferred call calls is in the record of its operands; who put it there is known.
//
// RUN: %outlive check -m -lang=go1.19 -model=gc %s 2>&1 | FileCheck --implicit-check-not=devirtualizing --implicit-check-not=moved %s
package main

type getter interface{ get() int }
type putter interface{ put(p *int) }
type T struct{ n int }

func (t *T) get() int   { return t.n }
func (t *T) put(p *int) { t.n = *p }

func through_an_interface() {
	var g getter = &T{1} // CHECK: :[[#@LINE]]:17: &T{{[{]}}...} does not escape
	defer g.get()        // CHECK: :[[#@LINE]]:13: devirtualizing g.get to *T
}

func with_an_argument() {
	x := 1
	var p putter = &T{1} // CHECK: :[[#@LINE]]:17: &T{{[{]}}...} does not escape
	defer p.put(&x)      // CHECK: :[[#@LINE]]:13: devirtualizing p.put to *T
}

func in_a_loop() {
	for i := 0; i < 2; i++ {
		var g getter = &T{1} // CHECK: :[[#@LINE]]:18: &T{{[{]}}...} escapes to heap
		defer g.get()        // CHECK: :[[#@LINE]]:14: devirtualizing g.get to *T
	}
}

func set_twice(other getter) {
	var g getter = &T{1} // CHECK: :[[#@LINE]]:17: &T{{[{]}}...} escapes to heap
	g = other
	defer g.get()
}

func through_a_function_value() {
	x, y := 1, 2
	add := func(p *int) { y += *p } // CHECK: :[[#@LINE]]:9: func literal does not escape
	defer add(&x)
}

var kept *int

func through_one_that_keeps() {
	x := 1                            // CHECK: :[[#@LINE]]:2: moved to heap: x
	keep := func(p *int) { kept = p } // CHECK: :[[#@LINE]]:10: func literal does not escape
	defer keep(&x)
}

func main() {
	through_an_interface()
	with_an_argument()
	in_a_loop()
	set_twice(&T{2})
	through_a_function_value()
	through_one_that_keeps()
}

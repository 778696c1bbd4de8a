// RUN: %outlive check -model=gc -lang=go1.19 -m %s 2>&1 | FileCheck --check-prefix=GC %s
// RUN: %outlive check -lang=go1.19 -m %s 2>&1 | FileCheck --check-prefix=M %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

type step struct {
	run  func() int
	next func() func() int
}

func (s *step) Run() func() int { return s.run }
func (s *step) Self() *step     { return s }

// Nobody calls it, which the default model sees.
func made(n int) {
	s := step{run: func() int { return n }} // GC: :[[#@LINE]]:17: func literal escapes to heap
	// M: :[[#@LINE-1]]:17: func literal does not escape
	run := s.Run
	_ = run
}

func kept(run func() int) { // GC: leaking param: run
	s := step{run: run} // GC: moved to heap: s
	s.next = s.Run
}

func given() {
	s := step{} // GC: moved to heap: s
	self := s.Self
	println(self() == nil)
}

// A receiver that is only read stays.
type number struct{ n *int }

func (n number) Get() int { return *n.n }

func read(n int) { // GC-NOT: moved to heap: n
	get := number{&n}.Get
	println(get())
}

func (n number) With(f func() int) int { return f() + *n.n }

// What is passed to a method value goes to the heap too, however plain it is which method that is; a method expression is a function.
func passed(n number) {
	with := n.With
	println(with(func() int { return 1 })) // GC: :[[#@LINE]]:15: func literal escapes to heap
	// M: :[[#@LINE-1]]:15: func literal does not escape
	expression := number.With
	println(expression(n, func() int { return 1 })) // GC: :[[#@LINE]]:24: func literal does not escape
}

func main() {
	passed(number{new(int)})
	made(1)
	kept(nil)
	given()
	read(2)
}

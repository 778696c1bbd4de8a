// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/methods-in-all-their-forms.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/methods-in-all-their-forms.out %t.heap
package main

import "fmt"

type Inner struct{ n int }

func (i Inner) Value() int  { return i.n }
func (i *Inner) Add(k int)   { i.n += k }
func (i *Inner) Self() *Inner { return i }

type Middle struct{ *Inner }
type Outer struct {
	Middle
	name string
}

type Adder interface {
	Add(int)
	Value() int
}

type Func func(int) int

func (f Func) Twice(x int) int { return f(f(x)) }

type List []int

func (l List) Sum() (s int) {
	for _, x := range l {
		s += x
	}
	return
}
func (l *List) Push(x int) { *l = append(*l, x) }

type Embeds struct{ Adder }

func main() {
	o := Outer{Middle{&Inner{1}}, "o"}
	o.Add(2)
	o.Self().Add(3)
	fmt.Println(o.Value(), o.n)
	add := o.Add
	val := o.Value // the value of now
	add(10)
	fmt.Println(o.Value(), val())
	f := (*Inner).Add
	f(o.Inner, 1)
	g := Outer.Value
	h := Adder.Value
	fmt.Println(g(o), h(o.Inner))
	var a Adder = o
	a.Add(1)
	b := a.Add
	b(1)
	e := Embeds{a}
	e.Add(1)
	fmt.Println(e.Value(), Embeds.Value(e))
	fmt.Println(Func(func(x int) int { return x * 3 }).Twice(2))
	var l List
	l.Push(1)
	push := l.Push
	push(2)
	fmt.Println(l, l.Sum(), List([]int{4, 5}).Sum())
	for _, f := range []func() int{o.Value, e.Value, l.Sum} {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var nilp *Inner
	func() {
		defer func() { fmt.Println(recover()) }()
		v := nilp.Value
		_ = v
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var none Adder
		v := none.Value
		_ = v
	}()
}

// An interface without a name may have itself in its methods, through one that it embeds. Wherever in the source its circle is
// entered, it is one type: of C, in maps, in assertions. (Go 1.19 prints less of this: its method tables miss the methods of k.)
//
// RUN: %outlive run %s | FileCheck %s --match-full-lines
// RUN: %outlive run -storage=heap %s | FileCheck %s --match-full-lines
package main

import "fmt"

type i interface {
	f() interface{ i }
}

type j interface {
	f() interface{ j }
}

type k interface {
	m(x interface{ k }) int
	n() func(interface{ k }) []interface{ k }
}

type impl int

func (a impl) f() interface{ i } { return a + 1 }

type kimpl int

func (a kimpl) m(x interface{ k }) int              { return int(a) }
func (a kimpl) n() func(interface{ k }) []interface{ k } {
	return func(x interface{ k }) []interface{ k } { return []interface{ k }{x, a} }
}

func call(x interface{ i }) i { return x.f().f() }

type e1 interface {
	self() interface{ e1 }
	other() e1
}
type e1impl struct{ n int }

func (e *e1impl) self() interface{ e1 } { e.n++; return e }
func (e *e1impl) other() e1             { e.n += 10; return e }

func main() {
	var x i = impl(1)
	var y j
	// CHECK: 2 3 3 true
	fmt.Println(x.f(), x.f().f(), call(x), y == nil)
	var z interface{ i } = x
	x = z
	z = x.f()
	w, ok := interface{}(z).(interface{ i })
	// CHECK: 1 2 2 true false
	fmt.Println(x, z, w, ok, x == z)
	var kk k = kimpl(3)
	l := kk.n()(kk)
	// CHECK: 3 2
	fmt.Println(l[0].m(l[1]), len(l))
	m := map[interface{ k }]int{kk: 1, kimpl(4): 2}
	// CHECK: 1 1
	fmt.Println(m[kimpl(3)], m[l[0]])
	var e e1 = &e1impl{}
	// CHECK: 12
	fmt.Println(e.self().other().self().(*e1impl).n)
	// CHECK: main.impl main.impl
	fmt.Printf("%T %T\n", x, z)
	switch v := interface{}(x).(type) {
	case interface{ i }:
		// CHECK: i 1
		fmt.Println("i", v)
	}
}

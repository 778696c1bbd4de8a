// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefixes=BOTH,PRECISE %s
// RUN: %outlive check -m -model=gc %s 2>&1 | FileCheck --check-prefixes=BOTH,GC %s
//
// Each case that the default model keeps on the stack has its nearest unsound neighbour behind it, which both flag.
package main

type T struct {
	p    *int
	next *T
	f    func() int
}

var global *int

// A store through a pointer to a local.
func store() int {
	// GC: [[#@LINE+2]]:2: moved to heap: x
	// PRECISE-NOT: moved to heap: x
	x := 1
	t := &T{}
	t.p = &x
	return *t.p
}

func storeAndLeave() *T {
	// BOTH: [[#@LINE+1]]:2: moved to heap: y
	y := 1
	t := &T{}
	t.p = &y
	return t
}

// A closure stored in a struct through a pointer, and called.
func closureInStruct() int {
	// GC: [[#@LINE+2]]:2: moved to heap: n
	// PRECISE-NOT: moved to heap: n
	n := 0
	t := &T{}
	t.f = func() int { n++; return n }
	return t.f()
}

func closureInStructLeaves() *T {
	// BOTH: [[#@LINE+1]]:2: moved to heap: q
	q := 0
	t := &T{}
	t.f = func() int { q++; return q }
	t.f()
	return t
}

// A function value with one target that is known, though it was assigned twice.
func one() {
	// GC: [[#@LINE+2]]:2: moved to heap: r
	// PRECISE-NOT: moved to heap: r
	r := 1
	var f func(p *int)
	f = func(p *int) { *p = 2 }
	f = func(p *int) { *p = 3 }
	f(&r)
}

func oneFromOutside(f func(p *int)) {
	// BOTH: [[#@LINE+1]]:2: moved to heap: s
	s := 1
	f(&s)
}

// A function value with one of two targets.
func either(which bool) {
	// GC: [[#@LINE+2]]:2: moved to heap: a
	// PRECISE-NOT: moved to heap: a
	a := 1
	f := func(p *int) { *p = 2 }
	if which {
		f = func(p *int) { *p = 3 }
	}
	f(&a)
}

func eitherKeeps(which bool) {
	// BOTH: [[#@LINE+1]]:2: moved to heap: b
	b := 1
	f := func(p *int) { *p = 2 }
	if which {
		f = func(p *int) { global = p }
	}
	f(&b)
}

// A callback passed on through several functions.
func apply(f func(*int), p *int)  { f(p) }
func apply2(f func(*int), p *int) { apply(f, p) }

func callback() {
	// GC: [[#@LINE+2]]:2: moved to heap: c
	// PRECISE-NOT: moved to heap: c
	c := 1
	apply2(func(p *int) { *p = 2 }, &c)
}

func callbackKeeps() {
	// BOTH: [[#@LINE+1]]:2: moved to heap: d
	d := 1
	apply2(func(p *int) { global = p }, &d)
}

// A table of functions in a local array.
func table(i int) {
	// GC: [[#@LINE+2]]:2: moved to heap: e
	// PRECISE-NOT: moved to heap: e
	e := 1
	all := [2]func(*int){func(p *int) { *p = 1 }, func(p *int) { *p = 2 }}
	all[i](&e)
}

func tableKeeps(i int) {
	// BOTH: [[#@LINE+1]]:2: moved to heap: u
	u := 1
	all := [2]func(*int){func(p *int) { *p = 1 }, func(p *int) { global = p }}
	all[i](&u)
}

// An interface whose dynamic type is known.
type Setter interface{ Set(p *int) }
type Sets struct{}
type Keeps struct{}

func (Sets) Set(p *int)  { *p = 1 }
func (Keeps) Set(p *int) { global = p }

func set(s Setter, p *int) { s.Set(p) }

func dynamic() {
	// GC: [[#@LINE+2]]:2: moved to heap: g
	// PRECISE-NOT: moved to heap: g
	g := 1
	set(Sets{}, &g)
}

func dynamicKeeps() {
	// BOTH: [[#@LINE+1]]:2: moved to heap: h
	h := 1
	set(Keeps{}, &h)
}

func dynamicFromOutside(s Setter) {
	// BOTH: [[#@LINE+1]]:2: moved to heap: v
	v := 1
	set(s, &v)
}

// Closures in a slice over an array that stays; appended, they may be in an array that does not.
func fixed() int {
	// GC: [[#@LINE+2]]:2: moved to heap: k
	// PRECISE-NOT: moved to heap: k
	k := 0
	fs := make([]func(), 2)
	fs[0] = func() { k++ }
	fs[0]()
	return k
}

func fixedLeaves() []func() {
	// BOTH: [[#@LINE+1]]:2: moved to heap: w
	w := 0
	fs := make([]func(), 2)
	fs[0] = func() { w++ }
	return fs
}

func appended() int {
	// BOTH: [[#@LINE+1]]:2: moved to heap: l
	l := 0
	var fs []func()
	fs = append(fs, func() { l++ })
	fs[0]()
	return l
}

// A value sent to a function that stores it in a structure that stays.
func link(t *T, p *int) { t.p = p }

func linked() int {
	// GC: [[#@LINE+2]]:2: moved to heap: m
	// PRECISE-NOT: moved to heap: m
	m := 1
	var t T
	link(&t, &m)
	return *t.p
}

func linkedLeaves() *T {
	// BOTH: [[#@LINE+1]]:2: moved to heap: z
	z := 1
	t := &T{}
	link(t, &z)
	return t
}

func main() {
	println(store(), *storeAndLeave().p, closureInStruct(), fixed(), appended(), linked())
	either(true)
	eitherKeeps(true)
	callback()
	callbackKeeps()
	table(1)
	dynamic()
	dynamicKeeps()
	println(closureInStructLeaves().f(), len(fixedLeaves()), *linkedLeaves().p)
	one()
	oneFromOutside(func(p *int) {})
	tableKeeps(1)
	dynamicFromOutside(Sets{})
}

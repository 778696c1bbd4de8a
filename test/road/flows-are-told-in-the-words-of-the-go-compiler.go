// RUN: %outlive check -m=2 %s 2>&1 | FileCheck --implicit-check-not=env1 --implicit-check-not="(struct " %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_flows_with_go.py %outlive %go %s %}
package main

type node struct {
	next *node
	val  int
	data []int
}

type shower interface{ show() string }

func (n *node) show() string { return "n" }

type small struct{ a, b int }

func (s small) show() string { return "s" }

var sink interface{}
var gshow shower
var gp *int
var gn *node
var gs []*int
var gm map[string]*int
var ch chan *int

func box(x int) { sink = x }

func iface(a int) shower {
	s := small{a, 2}
	return s
}

func ifacep() shower {
	n := &node{val: 1}
	return n
}

func slicelit(a int) []*int {
	x, y := 1, 2
	return []*int{&x, &y}
}

func arraylit() [2]*int {
	x := 1
	return [2]*int{&x, nil}
}

func structlit() node {
	n := node{}
	return node{next: &n}
}

func field(n *node) *node { return n.next }

func deref(p **int) *int { return *p }

func index(s []*int) *int { return s[1] }

func aindex(s [3]*int) *int { return s[1] }

func slice(s []int) []int { return s[1:] }

func slicearr() []int {
	var a [4]int
	return a[:]
}

func multi() (p, q *int) {
	x := 1
	y := 2
	p = &x
	q = &y
	return p, q
}

func two() (*int, *int) {
	x := 1
	y := 2
	return &x, &y
}

func usetwo() {
	p, q := two()
	gp = p
	_ = q
}

func app(p *int) { gs = append(gs, p) }

func appslice(p []*int) { gs = append(gs, p...) }

func mapput(k string) {
	v := 1
	gm[k] = &v
}

func send() {
	v := 1
	ch <- &v
}

func spawn() {
	v := 1
	go func() { v++ }()
}

func nested() func() func() int {
	n := 0
	return func() func() int {
		return func() int {
			n++
			return n
		}
	}
}

func byvalue(p *int) func() int {
	return func() int { return *p }
}

func newint() *int {
	p := new(int)
	q := p
	return q
}

func loop() {
	var p *int
	for i := 0; i < 3; i++ {
		x := i
		p = &x
	}
	_ = p
}

func keep(p *int) { gp = p }

func call() {
	x := 1
	keep(&x)
}

func pass(p *int) *int { return p }

func callpass() *int {
	x := 1
	return pass(&x)
}

func conv(s string) []byte { return []byte(s) }

func concat(a, b string) string { return a + b }

func named() (r *int) {
	x := 1
	r = &x
	return
}

func mk(n int) []int { return make([]int, n) }

func store(n *node) {
	m := &node{}
	n.next = m
}

func unknown(f func(*int)) {
	x := 1
	f(&x)
}

func main() {}

// What C needs several operations for is one of Go, in Go's words and with Go's expressions.
// CHECK-DAG: from x (spill)
// CHECK-DAG: from sink = x (assign)
// CHECK-DAG: from []*int{...} (slice-literal-element)
// CHECK-DAG: from [2]*int{...} (array literal element)
// CHECK-DAG: from node{...} (struct literal element)
// CHECK-DAG: from n.next (dot of pointer)
// CHECK-DAG: from a[:] (slice)
// CHECK-DAG: from append(gs, p...) (appended slice...)
// CHECK-DAG: from gm[k] = &v (assign)
// CHECK-DAG: from ch <- &v (send)
// CHECK-DAG: from v (captured by a closure)
// CHECK-DAG: from v (reference)
// CHECK-DAG: from p (captured by a closure)
// CHECK-DAG: from keep(&x) (call parameter)

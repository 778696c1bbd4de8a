// RUN: %outlive check -m -lang=go1.19 -model=gc %s 2>&1 | FileCheck --implicit-check-not=.go: %s
package main

type buffer struct {
	list []*int
	p, q *int
}

func (b *buffer) cut(i int) { // CHECK: :[[#@LINE]]:7: b does not escape
	b.list = b.list[1:i] // CHECK: :[[#@LINE]]:9: (*buffer).cut ignoring self-assignment in b.list = b.list[1:i]
}

func (b *buffer) swap() { // CHECK: :[[#@LINE]]:7: b does not escape
	b.p = b.q // CHECK: :[[#@LINE]]:6: (*buffer).swap ignoring self-assignment in b.p = b.q
}

// What is appended comes from elsewhere.
func (b *buffer) grow(more []*int) { // CHECK: :[[#@LINE]]:7: leaking param content: b
	// CHECK: :[[#@LINE-1]]:23: leaking param content: more
	b.list = append(b.list, more...)
}

func main() {}

// RUN: %outlive lower -dump=types %s | FileCheck %s
package main

type base struct{ n int }

func (b base) value() int    { return b.n }
func (b *base) pointer() int { return b.n }

type namer interface{ name() string }

type middle struct {
	*base
	namer
}

type outer struct {
	middle
	own int
}

func (o outer) deepest() {}

func main() {
	var o outer
	_ = o.own
	// CHECK: [[@LINE-1]]:6: o.own: variable of type int, field own
	_ = o.n
	// CHECK: [[@LINE-1]]:6: o.n: variable of type int, field middle base n
	_ = o.value()
	// CHECK: [[@LINE-1]]:6: o.value: value of type func() int, method middle base (base).value, dereferenced
	_ = o.pointer()
	// CHECK: [[@LINE-1]]:6: o.pointer: value of type func() int, method middle base (*base).pointer
	_ = o.name()
	// CHECK: [[@LINE-1]]:6: o.name: value of type func() string, interface method middle namer 0 of namer
	var b base
	f := b.pointer
	// CHECK: [[@LINE-1]]:7: b.pointer: value of type func() int, method (*base).pointer, address taken
	g := (*outer).deepest
	// CHECK: [[@LINE-1]]:7: (*outer).deepest: value of type func(*outer), method expression (outer).deepest, dereferenced
	h := namer.name
	// CHECK: [[@LINE-1]]:7: namer.name: value of type func(namer) string, method expression 0 of namer
	_, _, _ = f, g, h
}

// RUN: %outlive run %s 2>&1 | FileCheck %s
package main

type i interface {
	f() interface{ i }
}

type t struct{}

func (t) f() interface{ i } {
	return nil
}

func main() {
	var a, b i = t{}, t{}
	println(a == b, a.f() == nil) // CHECK: true true
}

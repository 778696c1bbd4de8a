// RUN: %outlive lower -dump=types %s | FileCheck %s
package main

var a = c + b
var b, c = f(), 1
var d = func() int { return e.get() }()
var e = t{10}
var x, y = two()
var _ = y

type t struct{ n int }

func (v t) get() int { return v.n + z }

var z = 5

func f() int {
	c++
	return g()
}

func g() int { return f2 }

var f2 = 3

func two() (int, int) { return a, d }

func main() {}

// CHECK: initialized in order: c e z d f2 b a x, y _

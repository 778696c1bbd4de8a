// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/packages-start-in-the-order-of-what-their-variables-need.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/packages-start-in-the-order-of-what-their-variables-need.out %t.heap
package main

import "fmt"

var (
	a = c + b
	b = f()
	c = func() int { return d*2 + g }()
	d = 3
)
var g = say("g", 1)
var h, k = pair()
var _ = say("blank", 0)
var z = T{}.m()
var p = &q
var q = say("q", 9)
var fn = T.m
var x1 = fn2
var m = map[string]func() int{"a": func() int { return y }}
var y = say("y", 4)

type T struct{}

func (T) m() int { return w }

var w = say("w", 7)

func fn2() int { return v }

var v = say("v", 8)

func say(s string, i int) int { fmt.Println("init", s, i); return i }
func f() int                  { d++; return say("f", d) }
func pair() (int, string)     { say("pair", a); return 1, "k" }
func init()                   { fmt.Println("init1", a, b, c, d, g, h, k, z, *p, x1(), m["a"]()) }
func init()                   { fmt.Println("init2"); d = 100 }

var arr = [...]int{len(s): 1, 2}

const s = "abc"

var i1, i2, i3 = i3 + 1, 5, i2

func main() { fmt.Println(d, arr, i1, i2, i3); init3 := 3; _ = init3; fmt.Println(closure()) }

var counter = 0
var closure = func() func() int {
	n := counter + 10
	return func() int { n++; return n }
}()

func init() { fmt.Println("init3", closure()) }

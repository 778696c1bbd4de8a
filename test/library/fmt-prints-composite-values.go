// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"errors"
	"fmt"
)

type P struct{ X, Y int }
type T struct {
	A int
	b string
	p *P
	E error
	I any
}
type Tree struct {
	L, R *Tree
	V    int
}
type Weekday int

func (d Weekday) String() string { return [...]string{"Sun", "Mon"}[d] }

type Loud struct{ s string }

func (l *Loud) String() string { return l.s + "!" }

type Hidden struct {
	w Weekday
	W Weekday
}

func main() {
	fmt.Printf("%v %+v %#v %T\n", P{1, 2}, P{1, 2}, P{1, 2}, P{})                                                           // CHECK:{1 2} {X:1 Y:2} main.P{X:1, Y:2} main.P
	fmt.Printf("%v %+v\n", T{A: 1, b: "x"}, T{A: 1, b: "x", E: errors.New("bad"), I: P{1, 2}})                              // CHECK:{1 x <nil> <nil> <nil>} {A:1 b:x p:<nil> E:bad I:{X:1 Y:2}}
	fmt.Printf("%v %+v %#v\n", &P{1, 2}, &P{1, 2}, &P{1, 2})                                                                // CHECK:&{1 2} &{X:1 Y:2} &main.P{X:1, Y:2}
	fmt.Println([]int{1, 2}, [2]bool{true}, []any{1, "a", nil, 2.5}, [][]int{{1}, {2, 3}}, []int(nil), map[string]int(nil)) // CHECK:[1 2] [true false] [1 a <nil> 2.5] {{[[][[]}}1] [2 3]] [] map[]
	fmt.Printf("%#v %#v %#v %#v\n", []int{1}, []string(nil), [2]string{"a"}, []any{1, "a", nil})                            // CHECK:[]int{1} []string(nil) [2]string{"a", ""} []interface {}{1, "a", interface {}(nil)}
	fmt.Println(map[string]int{"b": 2, "a": 1, "c": 3}, map[int]string{3: "x", -1: "y"}, map[bool]int{true: 1, false: 0})   // CHECK:map[a:1 b:2 c:3] map[-1:y 3:x] map[false:0 true:1]
	fmt.Printf("%#v %v\n", map[string]bool{"x": true}, map[P]string{{2, 1}: "b", {1, 5}: "a"})                              // CHECK:map[string]bool{"x":true} map[{1 5}:a {2 1}:b]
	fmt.Println(map[any]int{"b": 1, 2: 2, "a": 3, 1: 4}["b"], map[float64]int{2.5: 1, -1: 2})                               // CHECK:1 map[-1:2 2.5:1]
	fmt.Println(Weekday(1), []Weekday{0, 1}, map[Weekday]int{1: 5}, Hidden{1, 1}, &Hidden{1, 1})                            // CHECK:Mon [Sun Mon] map[Mon:5] {1 Mon} &{1 Mon}
	fmt.Println(&Loud{"a"}, Loud{"b"}, []*Loud{}, struct{ L *Loud }{nil})                                                   // CHECK:a! {b} [] {<nil>}
	fmt.Printf("%d %s %v %x %q\n", Weekday(1), Weekday(1), Weekday(0), Weekday(1), Weekday(1))                              // CHECK:1 Mon Sun 4d6f6e "Mon"
	var e error
	var p *P
	var f func()
	var m map[string]int
	fmt.Println(e, p, f == nil, m, struct{}{}, nil)                                                                                     // CHECK:<nil> <nil> true map[] {} <nil>
	fmt.Printf("%v %+v %s %d\n", e, p, e, p)                                                                                            // CHECK:<nil> <nil> %!s(<nil>) 0
	fmt.Printf("%#v %#v %#v %#v\n", e, p, struct{ X any }{nil}, struct{ P *P }{nil})                                                    // CHECK:<nil> (*main.P)(nil) struct { X interface {} }{X:interface {}(nil)} struct { P *main.P }{P:(*main.P)(nil)}
	fmt.Printf("%T %T %T %T %T %T\n", 1, "s", 'x', e, p, f)                                                                             // CHECK:int string int32 <nil> *main.P func()
	fmt.Printf("%T %T %T %T\n", []any{}, map[string][]int{}, struct{ A int }{}, func(int, ...string) error { return nil })              // CHECK:[]interface {} map[string][]int struct { A int } func(int, ...string) error
	fmt.Println(Tree{nil, &Tree{V: 2}, 1}.R.V, fmt.Sprint("a", 1, 2, "b", "c", 3.5), fmt.Sprint(1, 2), fmt.Sprintln("x", 1) == "x 1\n") // CHECK:2 a1 2bc3.5 1 2 true
	fmt.Printf("%5v|%-8v|%05d|%6.2f\n", []int{1, 2}, P{1, 2}, []int{1, 2}, []float64{1, 2.5})                                           // CHECK:[    1     2]|{1        2       }|[00001 00002]|[  1.00   2.50]
	fmt.Printf("%v %v\n", struct{ E error }{errors.New("x")}, struct{ e error }{nil})                                                   // CHECK:{x} {<nil>}
}

// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/panics-unwind-through-defers.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/panics-unwind-through-defers.out %t.heap
package main

import (
	"errors"
	"fmt"
)

func result() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught: %v", r)
			n *= 2
		}
	}()
	n = 21
	panic("oops")
}

func unnamed() int {
	defer func() { recover() }()
	panic(1)
}

func order() {
	for i := 0; i < 3; i++ {
		defer func(k int) { fmt.Print("d", k, i, " ") }(i)
	}
	defer fmt.Print("last ")
}

func rethrow() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		r := recover()
		fmt.Println("inner", r)
		panic(fmt.Sprint("again ", r))
	}()
	panic("first")
}

func nested() {
	defer func() {
		defer func() { fmt.Println("nested", recover()) }()
		panic("second")
	}()
	defer func() { recover() }()
	panic("first")
}

func helper() interface{} { return recover() }

func notDirect() {
	defer func() { fmt.Println("direct", recover()) }()
	defer func() { fmt.Println("helper", helper()) }()
	panic("x")
}

type E struct{ code int }

func (e *E) Error() string { return fmt.Sprint("code ", e.code) }

func try(f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			fmt.Println("error:", e.Error())
		} else {
			fmt.Println("value:", r)
		}
	}()
	f()
}

func main() {
	fmt.Println(result())
	fmt.Println(unnamed())
	order()
	fmt.Println()
	rethrow()
	nested()
	notDirect()
	var xs []int
	var m map[string]int
	var p *E
	var i interface{} = "s"
	k := 5
	zero := 0
	try(func() { _ = xs[k] })
	try(func() { m["a"] = 1 })
	try(func() { _ = p.code })
	try(func() { _ = i.(int) })
	try(func() { _ = i.(error) })
	try(func() { fmt.Println(1 / zero) })
	try(func() { _ = make([]int, zero-1) })
	try(func() { _ = xs[1:k] })
	try(func() { panic(&E{7}) })
	try(func() { panic(errors.New("new")) })
	try(func() { var f func(); f() })
	try(func() { _ = i == interface{}([]int{}); fmt.Println("different types") })
	try(func() { a, b := interface{}(xs), interface{}(xs); fmt.Println(a == b) })
	try(func() { var a [3]int; _ = a[k] })
	try(func() { fmt.Println(1 << (zero - 1 + 0*k)) })
}

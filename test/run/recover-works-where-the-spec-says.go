// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/recover-works-where-the-spec-says.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/recover-works-where-the-spec-says.out %t.heap
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
)

func helper() interface{} { return recover() }

func f1() (r int) {
	defer func() { r = 5; recover() }()
	panic(1)
}
func f2() {
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
	}()
	defer func() { fmt.Println("mid", recover()) }()
	panic("f2")
}
func f3() {
	defer fmt.Println("deferred arg", recover())
	defer func() { fmt.Println("helper", helper()) }()
	defer func() { fmt.Println("ok", recover()) }()
	panic("f3")
}
func f4() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		fmt.Println("first", recover())
		panic("second")
	}()
	panic("one")
}
func f5() {
	defer func() { fmt.Println("f5", recover()) }()
	defer func() { panic("replaced") }()
	panic("orig")
}
func f6() {
	defer recover()
	defer func() { fmt.Println("f6", recover()) }()
	panic("f6")
}
func f7() {
	defer func() {
		func() { fmt.Println("nested", recover()) }()
		fmt.Println("direct", recover())
	}()
	panic("f7")
}

type T struct{ n int }

func (t T) rec()   { fmt.Println("method", t.n, recover()) }
func (t *T) prec() { fmt.Println("pmethod", t.n, recover()) }

type R interface{ rec() }

func f8() {
	t := T{1}
	defer t.rec()
	t.n = 2
	panic("f8")
}
func f9() {
	t := &T{1}
	defer t.prec()
	t.n = 2
	panic("f9")
}
func f10() {
	var r R = T{3}
	defer r.rec()
	panic("f10")
}
func f11() {
	g := T.rec
	defer g(T{4})
	panic("f11")
}
func f12() {
	for i := 0; i < 3; i++ {
		defer func(i int) { fmt.Println("loop", i, recover()) }(i)
	}
	panic("f12")
}
func f13() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	var a []int
	_ = a[3]
	return nil
}
func f14() {
	defer func() {
		e := recover().(runtime.Error)
		e.RuntimeError()
		fmt.Println(e)
	}()
	var m map[string]int
	m["x"]++
}
func f15() int {
	defer func() { recover() }()
	defer func() { panic("b") }()
	return 3
}
func f16() (x int) {
	defer func() { x *= 2 }()
	x = 1
	return x + 10
}
func f17() {
	defer func() { fmt.Println("17", recover(), recover()) }()
	var e *os.PathError
	var err error = e
	fmt.Println(err == nil, err != nil)
	panic(errors.New("e17"))
}

type myErr struct{}

func (*myErr) Error() string { return "myErr" }
func ret() error {
	var m *myErr
	return m
}
func goexit() {
	defer fmt.Println("goexit deferred", recover())
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("in goroutine", recover()) }()
		panic("g")
	}()
	<-done
}
func rec(n int) {
	defer func() {
		if r := recover(); r != nil {
			if n < 3 {
				panic(fmt.Sprint(r, n))
			}
			fmt.Println(r)
		}
	}()
	if n == 0 {
		panic("deep")
	}
	rec(n - 1)
}
func main() {
	fmt.Println(f1())
	f2()
	f3()
	f4()
	f5()
	f6()
	f7()
	f8()
	f9()
	f10()
	f11()
	f12()
	fmt.Println(f13())
	f14()
	fmt.Println(f15(), f16())
	f17()
	fmt.Println(ret() == nil, recover())
	goexit()
	rec(3)
}

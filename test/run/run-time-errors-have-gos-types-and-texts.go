// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/run-time-errors-have-gos-types-and-texts.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/run-time-errors-have-gos-types-and-texts.out %t.heap
package main

import "fmt"

func try(f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			fmt.Printf("%T %v\n", r, e)
		} else {
			fmt.Println(r)
		}
	}()
	f()
}

type I interface{ M() }
type T int

func (T) M() {}

type E struct{ error }

func main() {
	s := []int{1, 2, 3, 4, 5}
	p := (*[3]int)(s)
	p[0] = 9
	fmt.Println(s, *p, len(p), cap(p))
	try(func() { _ = (*[6]int)(s) })
	var ns []int
	fmt.Println((*[0]int)(ns) == nil, (*[0]int)([]int{}) == nil)
	t := s[1:3:4]
	fmt.Println(len(t), cap(t), t)
	t = append(t, 100)
	t = append(t, 200)
	fmt.Println(s, t)
	i, j := 3, 2
	n := -1
	try(func() { _ = s[i:j] })
	try(func() { _ = s[6:] })
	try(func() { _ = s[:10] })
	try(func() { _ = s[n] })
	try(func() { _ = s[n:] })
	try(func() { _ = s[5] })
	try(func() { _ = s[1:2:9] })
	try(func() { _ = s[1:2:3][0:i] })
	try(func() { k := 1; _ = s[2:k:3] })
	try(func() { _ = "abc"[i] })
	try(func() { x := "abc"; _ = x[i:j] })
	try(func() { x := "abc"; _ = x[9:] })
	try(func() { var a [3]int; _ = a[i] })
	try(func() { a := &[3]int{}; _ = a[i:j] })
	try(func() { a := [3]int{}; k := 7; _ = a[:k] })
	try(func() { _ = make([]int, n) })
	try(func() { _ = make([]int, 2, i-2) })
	try(func() { _ = make([]int, 1<<62) })
	try(func() { _ = make(chan int, n) })
	try(func() { z := 0; fmt.Println(1 / z) })
	try(func() { z := 0; fmt.Println(1 % z) })
	try(func() { z := 0.0; fmt.Println(1/z, -1/z) })
	try(func() { var i interface{} = "x"; _ = i.(int) })
	try(func() { var i interface{}; _ = i.(int) })
	try(func() { var i interface{}; _ = i.(I) })
	try(func() { var i interface{} = 3; _ = i.(I) })
	try(func() { var i I = T(1); _ = i.(fmt.Stringer) })
	try(func() { var i I; _ = i.(T) })
	try(func() { var i I; i.M() })
	try(func() { var p *T; p.M() })
	try(func() { var p **int; _ = **p })
	try(func() { var f func(); f() })
	try(func() { var e E; _ = e.Error() })
	try(func() { var c chan int; close(c) })
	try(func() { c := make(chan int); close(c); close(c) })
	try(func() { c := make(chan int); close(c); c <- 1 })
	try(func() { panic(fmt.Errorf("wrapped %w", fmt.Errorf("x"))) })
	try(func() { panic(nil) })
	try(func() { sh := -1; fmt.Println(1 << sh) })
	try(func() { var m map[string]map[string]int; m["a"]["b"] = 1 })
	try(func() { var a []int; a[0]++ })
	try(func() { var a *[]int; (*a)[0]++ })
	try(func() { var s struct{ p *struct{ x [100]int } }; s.p.x[5] = 1 })
	var sh uint = 70
	fmt.Println(1<<sh == 0, int32(-8)>>sh, uint8(200)>>1)
	b := append([]byte("ab"), "cd"...)
	b = append(b, b[1:3]...)
	fmt.Println(string(b), len(append([]int(nil))), append([]int(nil)) == nil)
	c := copy(s, s[2:])
	fmt.Println(c, s)
	var arr [2][3]int
	arr[1][2] = 5
	brr := arr
	brr[0][0] = 1
	fmt.Println(arr, brr, arr == brr, len(arr), len(arr[0]))
	for i, r := range arr {
		arr[1][0] = 7
		fmt.Println(i, r)
	}
	for i := range &arr {
		fmt.Print(i)
	}
	fmt.Println(cap(arr[:1]), cap(arr[0][1:2:2]))
}

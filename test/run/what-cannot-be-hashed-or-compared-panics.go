// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/what-cannot-be-hashed-or-compared-panics.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/what-cannot-be-hashed-or-compared-panics.out %t.heap
package main

import "fmt"

type S struct {
	a int
	b interface{}
}
type A [2]interface{}
type K struct {
	x float64
	s string
	p *int
	c chan int
	z complex128
	_ int
}

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isErr := r.(error)
		fmt.Println(name, r, isErr)
	}()
	f()
}

func main() {
	m := map[interface{}]int{}
	try("slice", func() { m[[]int{1}] = 1 })
	try("map", func() { _ = m[map[int]int{}] })
	try("func", func() { m[func() {}]++ })
	try("struct", func() { m[S{1, []int{}}] = 1 })
	try("array", func() { m[A{1, func() {}}] = 1 })
	try("del", func() { delete(m, []int{}) })
	try("cmp", func() { var a, b interface{} = []int{}, []int{}; fmt.Println(a == b) })
	try("cmp2", func() { fmt.Println(S{1, []int{}} == S{2, []int{}}) })
	try("cmp3", func() { fmt.Println(S{1, []int{}} == S{1, []int{}}) })
	try("cmp4", func() { var a, b interface{} = []int{}, 1; fmt.Println(a == b) })
	try("cmp5", func() { fmt.Println(A{1, []int{}} == A{2, []int{}}) })
	x := 1
	ch := make(chan int)
	mk := map[K]int{}
	mk[K{1.5, "a", &x, ch, 1i, 3}] = 1
	mk[K{1.5, "a", &x, ch, 1i, 4}]++
	fmt.Println(len(mk), mk[K{1.5, "a", &x, ch, 1i, 5}])
	nan := 0.0
	nan /= nan
	mf := map[float64]int{nan: 1, 0.0: 2}
	mf[nan] = 3
	negz := 0.0
	negz = -negz
	mf[negz]++
	fmt.Println(len(mf), mf[0], mf[nan])
	mi := map[interface{}]string{1: "int", int8(1): "int8", 1.0: "float", "1": "str", 'a': "rune", true: "b", nil: "nil", struct{}{}: "empty", [1]int{1}: "arr"}
	fmt.Println(mi[1], mi[int8(1)], mi[1.0], mi["1"], mi['a'], mi[true], mi[nil], mi[struct{}{}], mi[[1]int{1}], mi[int16(1)] == "")
	var e1, e2 error
	me := map[error]int{nil: 1}
	fmt.Println(me[e1], e1 == e2)
	try("nilmap", func() { var m map[string]int; m["a"] = 1 })
	for k := range mf {
		if k != k {
			delete(mf, k)
		}
	}
	fmt.Println(len(mf))
	type T2 struct{ a, b string }
	mt := map[T2][]int{}
	mt[T2{"a", "b"}] = append(mt[T2{"a", "b"}], 1, 2)
	fmt.Println(mt)
	ma := map[[2]string]int{{"a", "b"}: 1}
	ma[[2]string{"a", "b"}] += 5
	fmt.Println(ma)
}

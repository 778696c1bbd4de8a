// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/values-move-between-types-with-and-without-names.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/values-move-between-types-with-and-without-names.out %t.heap
package main

import "fmt"

type A struct {
	X int
	Y string
}
type N [2]A
type I interface{ M() }
type J interface{ M() }
type E struct{ A }

func (A) M() {}

func pair() struct {
	X int
	Y string
} {
	return struct {
		X int
		Y string
	}{1, "a"}
}

func main() {
	a := A{1, "a"}
	u := struct {
		X int
		Y string
	}{1, "a"}
	fmt.Println(a == u, u == a, a != u, A(u) == a, pair() == a, a == pair(), a == struct {
		X int
		Y string
	}{2, "b"})
	n := N{a, a}
	v := [2]A{a}
	fmt.Println(n == v, v != n)
	var i I = a
	var j J = a
	fmt.Println(i == j, i == J(nil), j == i, interface{}(a) == i, i == a, a == j)
	var w interface{ M() } = i
	fmt.Println(w == i, j == w)
	a = u
	u = a
	u.X = 9
	a = struct {
		X int
		Y string
	}(u)
	p := &u
	*p = A{3, "p"}
	fmt.Println(a, u, *p == A{3, "p"})
	s := []struct {
		X int
		Y string
	}{{1, "s"}}
	s[0] = a
	s = append(s, a, u)
	m := map[A]int{u: 1}
	m[s[1]]++
	m[u]++
	ch := make(chan A, 1)
	ch <- u
	u = <-ch
	fmt.Println(s, m, u)
	f := func(a A) struct {
		X int
		Y string
	} {
		return a
	}
	fmt.Println(f(u) == u, f(f(a)))
	switch u {
	case a:
		fmt.Println("a")
	case A{3, "p"}:
		fmt.Println("p")
	}
	var ap *A = (*A)(&u)
	ap.X = 50
	fmt.Println(u.X)
	e := E{u}
	e.A = u
	for _, a = range s {
	}
	for k := range map[struct {
		X int
		Y string
	}]bool{u: true} {
		a = k
	}
	fmt.Println(e, a)
	type F func(int) int
	var g func(int) int = F(func(i int) int { return i })
	var h F = g
	fmt.Println(h(1))
	type L []int
	var l L = []int{1}
	l = append([]int(l), l...)
	var k []int = l
	fmt.Println(k, len(l))
	type M map[string]L
	mm := M{"a": {1}}
	var mp map[string]L = mm
	mp["b"] = k
	fmt.Println(mm)
	type C chan int
	var c C = make(chan int, 1)
	var r <-chan int = c
	c <- 1
	fmt.Println(<-r)
}

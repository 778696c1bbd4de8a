// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/assignments-happen-in-two-phases.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/assignments-happen-in-two-phases.out %t.heap
package main

import "fmt"

type node struct {
	next *node
	v    int
}

func main() {
	a, b, c := 1, 2, 3
	a, b, c = c, a, b
	fmt.Println(a, b, c)
	xs := []int{0, 1, 2, 3}
	i := 0
	i, xs[i] = 2, 9
	fmt.Println(i, xs)
	xs[0], xs[1], xs[2] = xs[2], xs[0], xs[1]
	fmt.Println(xs)
	// a list is reversed
	var l *node
	for k := 0; k < 4; k++ {
		l = &node{l, k}
	}
	var r *node
	for l != nil {
		l, l.next, r = l.next, r, l
	}
	for ; r != nil; r = r.next {
		fmt.Print(r.v, " ")
	}
	fmt.Println()
	m := map[string]int{"a": 1}
	m["a"], m["b"] = m["b"], m["a"]
	fmt.Println(m)
	var e interface{} = 3
	n, ok := e.(int)
	s, ok2 := e.(string)
	fmt.Println(n, ok, s == "", ok2)
	var arr [3]int
	p := &arr
	p[1]++
	p[2] += 5
	arr2 := arr
	arr2[0] = 7
	fmt.Println(arr, arr2, *p)
	u := uint8(200)
	u += 100
	var i8 int8 = 127
	i8++
	fmt.Println(u, i8, u>>1, i8>>1, ^u, -i8)
}

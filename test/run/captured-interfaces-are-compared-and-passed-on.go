// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/captured-interfaces-are-compared-and-passed-on.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/captured-interfaces-are-compared-and-passed-on.out %t.heap
package main

import "fmt"

type P struct{ a, b string }

func main() {
	var e, g error
	p := P{"a", "b"}
	arr := [2]string{"x"}
	var x interface{} = 1
	s := "str"
	f := func() {
		fmt.Println(e == g, e != nil, p == P{"a", "c"}, arr == [2]string{}, x == 1, x == interface{}(2), s == "str", e == x)
		var z interface{} = e
		fmt.Println(e, z, x)
		_, ok := e.(fmt.Stringer)
		y, ok2 := x.(int)
		fmt.Println(ok, ok2, y)
		switch e.(type) {
		case nil:
			fmt.Println("nil")
		}
		e, p, arr, x, s = fmt.Errorf("x"), P{}, [2]string{"q"}, "x", ""
	}
	f()
	f()
	g = e
	pe, pp, pa := &e, &p, &arr
	f()
	fmt.Println(*pe == g, *pp == p, *pa == arr, g == *pe, *pe)
}

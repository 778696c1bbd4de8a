// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/calls-are-made-in-order.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/calls-are-made-in-order.out %t.heap
package main

import "fmt"

var trace []string

func t(s string, v int) int {
	trace = append(trace, s)
	return v
}

type T struct{ xs []int }

func (r T) m(a, b int) T { trace = append(trace, "m"); return r }
func get(s string) T     { trace = append(trace, s); return T{make([]int, 5)} }
func ptr(s string) *int  { trace = append(trace, s); return new(int) }

func main() {
	_ = t("a", 1) + t("b", 2)*t("c", 3)
	get("r").m(t("x", 1), t("y", 2)).m(t("z", 3), 0)
	xs := make([]int, 10)
	xs[t("i", 1)], *ptr("p") = t("v", 2), t("w", 3)
	m := map[int]int{t("k1", 1): t("v1", 1), t("k2", 2): t("v2", 2)}
	m[t("mk", 1)] += t("mv", 5)
	_ = []int{t("e0", 0), t("e1", 1)}
	_ = T{xs: []int{t("f", 1)}}
	if t("l", 0) == 1 && t("never", 1) == 1 || t("right", 1) == 1 {
		t("then", 0)
	}
	fmt.Println(t("arg1", 1), t("arg2", 2))
	func(a, b int) { fmt.Println(a, b) }(t("c1", 3), t("c2", 4))
	defer fmt.Println("deferred", t("d1", 1), t("d2", 2))
	get("get").xs[t("index", 2)] = t("value", 7)
	for _, s := range trace {
		fmt.Print(s, " ")
	}
	fmt.Println()
	x := 1
	f := func() int { x++; return x }
	fmt.Println(f()-f(), len(trace)-len(append(trace, "more")))
}

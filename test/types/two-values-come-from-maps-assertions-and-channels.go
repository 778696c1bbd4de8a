// RUN: %outlive lower -dump=types %s | FileCheck %s
package main

func main() {
	m := map[string]int{}
	var x interface{} = m
	c := make(chan int)
	v, ok := m["a"]
	// CHECK: [[@LINE-1]]:5: var ok: bool
	// CHECK: [[@LINE-2]]:11: m["a"]: map index of type int, ok
	_, ok = x.(int)
	// CHECK: [[@LINE-1]]:10: x.(int): value of type int, ok
	v, ok = (<-c)
	// CHECK: [[@LINE-1]]:11: <-c: value of type int, ok
	w := m["a"]
	// CHECK: [[@LINE-1]]:7: m["a"]: map index of type int{{$}}
	_, _, _ = v, ok, w
}

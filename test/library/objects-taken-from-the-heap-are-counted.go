// RUN: %outlive run %s | FileCheck --match-full-lines %s
// RUN: %outlive run -gc=none %s | FileCheck --match-full-lines %s
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next  *node
	value [3]int
}

var list *node
var bytes []byte

func main() {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := 0; i < 1000; i++ {
		list = &node{next: list}
	}
	bytes = make([]byte, 100000)
	runtime.ReadMemStats(&after)
	fmt.Println(after.Mallocs - before.Mallocs)                    // CHECK: 1001
	fmt.Println((after.TotalAlloc - before.TotalAlloc) / 1000)     // CHECK: 132
	local := [3]*node{{}, {}, {}}
	runtime.ReadMemStats(&before)
	fmt.Println(before.Mallocs-after.Mallocs < 10, len(local), list.next != nil) // CHECK: true 3 true
}

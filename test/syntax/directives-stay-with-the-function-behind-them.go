// RUN: %outlive check -dump=ast %s | FileCheck %s
package main

//go:noinline
//go:nosplit
func f() {} // CHECK: func {{.*}} f //go:noinline //go:nosplit

//go:noinline
var x int

func g() { // CHECK: func {{.*}} g{{$}}
	//go:noinline
	x++
}

func main() { f(); g() } // CHECK: func {{.*}} main{{$}}

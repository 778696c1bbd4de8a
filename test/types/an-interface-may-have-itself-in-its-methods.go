// RUN: %outlive run %s 2>&1 | FileCheck %s
package main

type i interface {
	f() interface{ i }
}

type j interface {
	f() interface{ j }
}

func main() {
	var a i
	var b j
	println(a == b, a == nil) // CHECK: true true
}

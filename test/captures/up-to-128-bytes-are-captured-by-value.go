// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

func main() {
	var a [16]int
	var b [17]int
	_ = func() { _, _ = a, b }
	// CHECK: a {{.*}} by value
	// CHECK: b {{.*}} by reference: 136 bytes
}

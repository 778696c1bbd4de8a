// RUN: %outlive check -dump=ast %s | FileCheck %s
package main

const (
	a, b = iota, iota * 2 // CHECK: const [[@LINE]]:2 a, b iota 0
	c, d                  // CHECK: const [[@LINE]]:2 c, d iota 1, inherited
	_, _                  // CHECK: const [[@LINE]]:2 _, _ iota 2, inherited
	e uint8 = 1           // CHECK: const [[@LINE]]:2 e iota 3
	f                     // CHECK: const [[@LINE]]:2 f iota 4, inherited
)

const g = iota // CHECK: const [[@LINE]]:7 g iota 0

func main() {}

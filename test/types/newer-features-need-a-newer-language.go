// RUN: %python %root/test/errorcheck.py %s %outlive lower -lang=go1.20 -dump=types %s
// RUN: %outlive lower -dump=types %s | FileCheck %s
package main

func main() {
	for i := range 3 { // ERROR "^cannot range over 3 \(untyped int constant\) \(requires go1.22 or later\)$"
		// CHECK: [[@LINE-1]]:6: var i: int
		_ = i
	}
	_ = min(1, 2.5) // ERROR "^min requires go1.21 or later \(-lang was set to go1.20; check go.mod\)$"
	// CHECK: [[@LINE-1]]:6: min(1, 2.5): constant 1 of type float64
	f := 1.5
	_ = max(f, 2) // ERROR "^max requires go1.21 or later"
	// CHECK: [[@LINE-1]]:6: max(f, 2): value of type float64
	// CHECK: [[@LINE-2]]:13: 2: constant 2 of type float64
	m := map[int]int{}
	clear(m) // ERROR "^clear requires go1.21 or later"
	// CHECK: [[@LINE-1]]:2: clear(m): no value, builtin
}

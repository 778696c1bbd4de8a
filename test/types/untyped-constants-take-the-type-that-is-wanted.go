// RUN: %outlive lower -dump=types %s | FileCheck %s
package main

type celsius float32

func f(c celsius, any interface{}, bytes ...byte) {}

func main() {
	f(1, 2, 3, 'a')
	// CHECK: [[@LINE-1]]:4: 1: constant 1 of type celsius
	// CHECK: [[@LINE-2]]:7: 2: constant 2 of type int
	// CHECK: [[@LINE-3]]:10: 3: constant 3 of type byte
	// CHECK: [[@LINE-4]]:13: 'a': constant 97 of type byte
	x := 1 + 2.0
	// CHECK: [[@LINE-1]]:2: var x: float64
	// CHECK: [[@LINE-2]]:7: 1 + 2.0: constant 3 of type float64
	var c celsius = 1<<3 + 'a'
	// CHECK: [[@LINE-1]]:18: 1 << 3 + 'a': constant 105 of type celsius
	type truth bool
	var t truth = x > 2
	// CHECK: [[@LINE-1]]:16: x > 2: value of type truth
	// CHECK: [[@LINE-2]]:20: 2: constant 2 of type float64
	var s uint = 3
	var i64 int64 = 1 << s
	// CHECK: [[@LINE-1]]:18: 1 << s: value of type int64
	// CHECK: [[@LINE-2]]:18: 1: constant 1 of type int64
	_ = make([]int, 1<<s)
	// CHECK: [[@LINE-1]]:18: 1 << s: value of type int
	var p *int = nil
	// CHECK: [[@LINE-1]]:15: nil: nil of type *int
	if p == nil && t {
		// CHECK: [[@LINE-1]]:5: p == nil && t: value of type truth
		// CHECK: [[@LINE-2]]:10: nil: nil of type *int
		println(c, i64)
	}
	_ = i64<<1 == 1.0
	// CHECK: [[@LINE-1]]:6: i64 << 1 == 1.0: value of type bool
	// CHECK: [[@LINE-2]]:11: 1: constant 1 of type uint
	// CHECK: [[@LINE-3]]:16: 1.0: constant 1 of type int64
}

// RUN: %outlive lower -dump=types %s | FileCheck %s
package main

const (
	big   = 1 << 100                    // CHECK: [[@LINE]]:2: const big: untyped int = 1267650600228229401496703205376
	small = big >> 98                   // CHECK: [[@LINE]]:2: const small: untyped int = 4
	sum   = 0.1 + 0.2                   // CHECK: [[@LINE]]:2: const sum: untyped float = 0.3
	exact = 0.1+0.2 == 0.3              // CHECK: [[@LINE]]:2: const exact: untyped bool = true
	third = 1.0 / 3 * 3                 // CHECK: [[@LINE]]:2: const third: untyped float = 1
	half  = 1 / 2                       // CHECK: [[@LINE]]:2: const half: untyped int = 0
	neg   = -7 / 2                      // CHECK: [[@LINE]]:2: const neg: untyped int = -3
	rem   = -7 % 2                      // CHECK: [[@LINE]]:2: const rem: untyped int = -1
	mask  = ^uint8(1)                   // CHECK: [[@LINE]]:2: const mask: uint8 = 254
	clear = 0xff &^ 0x0f                // CHECK: [[@LINE]]:2: const clear: untyped int = 240
	imag2 = 2i * 2i                     // CHECK: [[@LINE]]:2: const imag2: untyped complex = (-4 + 0i)
	text  = "a" + "b"                   // CHECK: [[@LINE]]:2: const text: untyped string = "ab"
	rune  = 'a' + 1                     // CHECK: [[@LINE]]:2: const rune: untyped rune = 98
	hex   = 0x1p-2                      // CHECK: [[@LINE]]:2: const hex: untyped float = 0.25
	count = len([10]int{}) + len("four") // CHECK: [[@LINE]]:2: const count: int = 14
	huge  = 1e1000 / 1e999              // CHECK: [[@LINE]]:2: const huge: untyped float = 10
	f32   = float32(0.1)                // CHECK: [[@LINE]]:2: const f32: float32 = 0.1
	diff  = float32(0.1) == 0.1         // CHECK: [[@LINE]]:2: const diff: untyped bool = true
	as64  = float64(float32(0.1)) == 0.1 // CHECK: [[@LINE]]:2: const as64: untyped bool = false
)

func main() {}

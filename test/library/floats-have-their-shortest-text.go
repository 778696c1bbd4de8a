// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"fmt"
	"math"
	"strconv"
)

// The texts of many floats, told by their lengths and a checksum: the Go compiler's program has the same.
func main() {
	seed := uint64(12345)
	length, sum, wrong := 0, uint32(2166136261), 0
	add := func(x float64, bits int) {
		s := strconv.FormatFloat(x, 'g', -1, bits)
		length += len(s)
		for i := 0; i < len(s); i++ {
			sum = (sum ^ uint32(s[i])) * 16777619
		}
		y, err := strconv.ParseFloat(s, bits)
		if x == x && (y != x || err != nil) {
			wrong++
		}
	}
	for i := 0; i < 5000; i++ {
		seed = seed*6364136223846793005 + 1442695040888963407
		add(math.Float64frombits(seed), 64)
		add(float64(math.Float32frombits(uint32(seed>>32))), 32)
		add(float64(int64(seed)>>20)/1000, 64)
		add(float64(seed%100000)/1e7, 64)
		add(float64(float32(seed%1000000)/128), 32)
		add(math.Ldexp(1, int(seed%2100)-1074), 64)
	}
	fmt.Println(length, sum, wrong)                                                                              // CHECK:462282 393577063 0
	fmt.Println(0.1+0.2, 1e15, 999999999999999.9, 123456789012345.6, 0.3, 1e22, 1e23, 5e-324, 4.35, 0.000123456) // CHECK:0.3 1e+15 9.999999999999999e+14 1.234567890123456e+14 0.3 1e+22 1e+23 5e-324 4.35 0.000123456
}

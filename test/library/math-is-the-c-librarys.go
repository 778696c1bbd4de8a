// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println(math.Sqrt(2), math.Floor(-1.5), math.Ceil(-1.5), math.Trunc(-1.5), math.Round(2.5), math.RoundToEven(2.5), math.Abs(-3)) // CHECK:1.4142135623730951 -2 -1 -1 3 2 3
	fmt.Println(math.Max(3, math.NaN()), math.Min(-0.0, 0), math.Max(math.Inf(1), math.NaN()), math.Mod(7, -3), math.Hypot(3, 4))        // CHECK:NaN 0 +Inf 1 5
	fmt.Println(math.IsNaN(math.NaN()), math.IsInf(math.Inf(-1), 1), math.IsInf(math.Inf(-1), 0), math.Signbit(-1), math.Float64bits(1)) // CHECK:true false true true 4607182418800017408
	frac, exp := math.Frexp(8)
	whole, part := math.Modf(-2.5)
	fmt.Println(frac, exp, whole, part, math.Ldexp(0.5, 4), math.Pow(2, 10), math.Cbrt(27), math.Log2(8), math.Log10(1000))  // CHECK:0.5 4 -2 -0.5 8 1024 3 3 3
	fmt.Println(math.MaxInt64, math.MinInt64, uint64(math.MaxUint64), math.MaxFloat64, math.SmallestNonzeroFloat64, math.Pi) // CHECK:9223372036854775807 -9223372036854775808 18446744073709551615 1.7976931348623157e+308 5e-324 3.141592653589793
}

// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"fmt"
	"math"
)

type Celsius float64

func main() {
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%c|%q|%U|%#U\n", 42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 8, 5, 'x', 'x', 'x', '⌘') // CHECK:42|   42|42   |00042|+42| 42|ff|FF|0xff|10|010|0o10|101|x|'x'|U+0078|U+2318 '⌘'
	fmt.Printf("%+06d|%.3d|%8.3d|%-8.3d|%08.3d|%.0d|\n", 42, 7, 7, 7, 7, 0)                                                                             // CHECK:+00042|007|     007|007     |     007||
	fmt.Printf("%d %d %d %d\n", int8(-128), uint8(255), int64(math.MinInt64), uint64(math.MaxUint64))                                                   // CHECK:-128 255 -9223372036854775808 18446744073709551615
	fmt.Printf("%x %X %#x %b\n", -255, -255, -255, -5)                                                                                                  // CHECK:-ff -FF -0xff -101
	fmt.Println(1.0, 0.1, 1e6, 1e20, 1e21, 123456789.0, 1e-4, 1e-5, float32(0.1), float32(16777216), 5e-324, 1.7976931348623157e308)                    // CHECK:1 0.1 1e+06 1e+20 1e+21 1.23456789e+08 0.0001 1e-05 0.1 1.6777216e+07 5e-324 1.7976931348623157e+308
	fmt.Printf("%f|%.2f|%8.3f|%-8.2f|%08.3f|%+.1f|% .1f|%.0f\n", 3.14159, 3.14159, 3.14159, 3.14159, -3.14159, 2.0, 2.0, 2.5)                           // CHECK:3.141590|3.14|   3.142|3.14    |-003.142|+2.0| 2.0|2
	fmt.Printf("%e|%.2E|%g|%G|%.3g|%10.3e|\n", 123456.789, 123456.789, 1e-7, 1e-7, 1234.5678, 1234.5678)                                                // CHECK:1.234568e+05|1.23E+05|1e-07|1E-07|1.23e+03| 1.235e+03|
	fmt.Printf("%#v|%#g|%#.3f|%#.0f|%x|%X|%.2x|%b\n", 1.0, 1.5, 2.0, 2.0, 1.5, 3.25, 1.999, 1.5)                                                        // CHECK:1|1.50000|2.000|2.|0x1.8p+00|0X1.AP+01|0x1.00p+01|6755399441055744p-52
	fmt.Println(math.Inf(1), math.Inf(-1), math.NaN(), -0.0, math.Copysign(0, -1))                                                                      // CHECK:+Inf -Inf NaN 0 -0
	fmt.Printf("%6.2f|%+f|%05f|%-6v|\n", math.Inf(1), math.NaN(), math.Inf(-1), math.NaN())                                                             // CHECK:  +Inf|+NaN| -Inf|NaN   |
	fmt.Println(complex(1, -2), complex64(complex(0.1, 1e20)))                                                                                          // CHECK:(1-2i) (0.1+1e+20i)
	fmt.Printf("%.1f|%8.2f|%+v\n", complex(1, -2), complex(1, 2), complex(1, 2))                                                                        // CHECK:(1.0-2.0i)|(    1.00   +2.00i)|(1+2i)
	fmt.Printf("%v %.1f %T\n", Celsius(36.6), Celsius(36.6), Celsius(0))                                                                                // CHECK:36.6 36.6 main.Celsius
	fmt.Printf("%#v %#v %#v %#v\n", 1, uint(1), uint8(255), int8(-1))                                                                                   // CHECK:1 0x1 0xff -1
	fmt.Printf("%[3]*.[2]*[1]f|%.[2]*[1]f|%[2]*[1]f|%[3]*[2]d|\n", 12.0, 2, 6)                                                                             // CHECK: 12.00|12.00|12.000000|     2|
	fmt.Printf("%t|%5t|%-7t|%v\n", true, false, true, false)                                                                                            // CHECK:true|false|true   |false
}

// RUN: %outlive lower -storage=stack %s | FileCheck %s
package main

// Integers wrap at their width: where C computes in int, the result is cut back.
// CHECK: return (go_uint8)(a + b) / 3;
func narrow(a, b uint8) uint8 { return (a + b) / 3 }

// CHECK: return go_div_int(a, b) + a / 3 + go_rem_int(a, b);
func divide(a, b int) int { return a/b + a/3 + a%b }

// CHECK: return go_shl_int32(a, n) | (a >> 3) | go_shr_int32(a, go_shift_count(m));
func shift(a int32, n uint, m int) int32 { return a<<n | a>>3 | a>>m }

// CHECK: return ((a & b) == 0 && (a | b) != (a ^ b)) || a - (b - 1) < -a;
func parentheses(a, b int) bool { return (a&b == 0 && a|b != a^b) || a-(b-1) < -a }

// CHECK: return x & ~y;
func clear_bits(x, y uint8) uint8 { return x &^ y }

func main() {
	println(narrow(1, 2), divide(7, 2), shift(1, 2, 3), parentheses(1, 2), clear_bits(7, 2))
}

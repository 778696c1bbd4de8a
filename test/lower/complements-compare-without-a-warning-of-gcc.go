// gcc's -Wsign-compare takes x ^ 0xff for ~x, whatever it is converted to, when it is compared.
//
// RUN: %outlive lower -storage=stack %s -o %t.c && FileCheck %s <%t.c
// RUN: %gcc -std=gnu17 -Wall -Wextra -Werror -fsyntax-only -I%include %t.c
// RUN: %clang -std=gnu17 -Wall -Wextra -Werror -fsyntax-only -I%include %t.c
// RUN: %outlive run %s 2>&1 | FileCheck --check-prefix=OUT %s
package main

// CHECK: return 0xffff - x == 65534;
func with_constant(x uint16) bool { return ^x == 0xfffe }

// CHECK: return 0xff - x != y;
func with_variable(x, y uint8) bool { return ^x != y }

// CHECK: return (go_uint8)(0xff - (x + y)) == z;
func of_sum(x, y, z uint8) bool { return ^(x + y) == z }

// CHECK: return ~x > y;
func of_int(x, y int) bool { return ^x > y }

// OUT: true false true true
func main() {
	println(with_constant(1), with_variable(1, 254), of_sum(200, 100, 211), of_int(-10, 8))
}

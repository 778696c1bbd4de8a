// RUN: %outlive check -dump=ast %s | FileCheck %s
package main

func main() {
	a, b := 1, 2
	_ = a+b*2 == 3 && !(a < b) || a|b&^1<<2 > 0
	// CHECK:      right: binary {{.*}} ||
	// CHECK-NEXT:   binary {{.*}} &&
	// CHECK-NEXT:     binary {{.*}} ==
	// CHECK-NEXT:       binary {{.*}} +
	// CHECK-NEXT:         name {{.*}} a
	// CHECK-NEXT:         binary {{.*}} *
	// CHECK-NEXT:           name {{.*}} b
	// CHECK-NEXT:           literal {{.*}} 2
	// CHECK-NEXT:       literal {{.*}} 3
	// CHECK-NEXT:     unary {{.*}} !
	// CHECK-NEXT:       parenthesized
	// CHECK-NEXT:         binary {{.*}} <
	// CHECK:        binary {{.*}} >
	// CHECK-NEXT:     binary {{.*}} |
	// CHECK-NEXT:       name {{.*}} a
	// CHECK-NEXT:       binary {{.*}} <<
	// CHECK-NEXT:         binary {{.*}} &^
	_ = a - b - 1
	// CHECK:      right: binary {{.*}} -
	// CHECK-NEXT:   binary {{.*}} -
}

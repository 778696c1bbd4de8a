// RUN: %outlive check -dump=ast %s | FileCheck %s
package main

type T struct {
	f func(...int) []int
}

func main() {
	var t *T
	_ = t.f(1, 2)[0] + -3
	// CHECK:      assignment [[@LINE-1]]:4
	// CHECK-NEXT:   left: name [[@LINE-2]]:2 _
	// CHECK-NEXT:   right: binary [[@LINE-3]]:19 +
	// CHECK-NEXT:     index [[@LINE-4]]:15
	// CHECK-NEXT:       call [[@LINE-5]]:9
	// CHECK-NEXT:         selector [[@LINE-6]]:8 f
	// CHECK-NEXT:           name [[@LINE-7]]:6 t
	// CHECK-NEXT:         argument: literal [[@LINE-8]]:10 integer 1
	// CHECK-NEXT:         argument: literal [[@LINE-9]]:13 integer 2
	// CHECK-NEXT:       literal [[@LINE-10]]:16 integer 0
	// CHECK-NEXT:     unary [[@LINE-11]]:21 -
	_ = interface{}(&T{f: func(x ...int) []int { return x[1:] }}).(*T)
	// CHECK:      right: type assertion [[@LINE-1]]:63
	// CHECK-NEXT:   call [[@LINE-2]]:17
	// CHECK-NEXT:     interface type [[@LINE-3]]:6
	// CHECK-NEXT:     argument: unary [[@LINE-4]]:18 &
	// CHECK-NEXT:       composite literal [[@LINE-5]]:20
	// CHECK-NEXT:         name [[@LINE-6]]:19 T
	// CHECK-NEXT:         element: key-value [[@LINE-7]]:22
	// CHECK-NEXT:           name [[@LINE-8]]:21 f
	// CHECK-NEXT:           func literal [[@LINE-9]]:24
	// CHECK-NEXT:             parameter: x [[@LINE-10]]:29
	// CHECK-NEXT:               ... type [[@LINE-11]]:31
	// CHECK:                    return [[@LINE-12]]:47
	// CHECK-NEXT:                 right: slice [[@LINE-13]]:55
	// CHECK-NEXT:                   name [[@LINE-14]]:54 x
	// CHECK-NEXT:                   low: literal [[@LINE-15]]:56 integer 1
	// CHECK-NEXT:   star [[@LINE-16]]:65
}

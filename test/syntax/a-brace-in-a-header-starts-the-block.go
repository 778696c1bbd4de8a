// RUN: %outlive check -dump=ast %s | FileCheck %s
package main

type T struct{ x int }

func main() {
	t := T{1}
	if t == (T{1}) { // a composite literal needs parentheses here
	}
	// CHECK:      if [[@LINE-2]]:2
	// CHECK-NEXT:   binary
	// CHECK-NEXT:     name {{.*}} t
	// CHECK-NEXT:     parenthesized
	// CHECK-NEXT:       composite literal
	for range []int{1, 2} { // a literal of a type literal does not
	}
	// CHECK:      range [[@LINE-2]]:2
	// CHECK-NEXT:   composite literal
	switch x := t.x; x {
	}
	// CHECK:      switch [[@LINE-2]]:2
	// CHECK-NEXT:   init: define
	if func() bool { return T{2} == t }() { // and the inside of a func literal is free again
	}
	// CHECK:      if [[@LINE-2]]:2
	// CHECK-NEXT:   call
	// CHECK-NEXT:     func literal
	// CHECK:            return
	// CHECK-NEXT:         right: binary
	// CHECK-NEXT:           composite literal
}

// RUN: %outlive check -dump=ast %s | FileCheck %s
package main

func f(c chan int, v interface{}) (n int) {
outer: // CHECK: labeled [[@LINE]]:1 outer
	for i := 0; i < 3; i++ { // CHECK-NEXT: for [[@LINE]]:2
		// CHECK-NEXT: init: define
		// CHECK: post: inc-dec {{.*}} ++
		switch x := v.(type) { // CHECK: type switch [[@LINE]]:3
		// CHECK-NEXT: bind: name {{.*}} x
		// CHECK-NEXT: name {{.*}} v
		case int, nil: // CHECK-NEXT: case [[@LINE]]:3
			// CHECK-NEXT: value: name {{.*}} int
			// CHECK-NEXT: value: name {{.*}} nil
			n, _ = n, x // CHECK-NEXT: assignment
			break outer // CHECK: break {{.*}} outer
		default: // CHECK-NEXT: default
			goto end // CHECK-NEXT: goto {{.*}} end
		}
		select { // CHECK-NEXT: select
		case x, ok := <-c: // CHECK-NEXT: case
			// CHECK-NEXT: communication: define
			_, _ = x, ok
		case c <- 1: // CHECK: case
			// CHECK-NEXT: communication: send
		default: // CHECK: default
		}
		switch { // CHECK-NEXT: switch [[@LINE]]:3
		case n > 1: // CHECK: case
			fallthrough // CHECK: fallthrough
		case true:
			continue // CHECK: continue
		}
	}
end: // CHECK-NEXT: labeled {{.*}} end
	n <<= 2 // CHECK-NEXT: assign-op {{.*}} <<=
	if n := n; n > 1 { // CHECK: if
		// CHECK-NEXT: init: define
		go f(c, v) // CHECK: go
	} else if n == 0 { // CHECK: else: if
		defer f(c, v) // CHECK: defer
	} else { // CHECK: else: block
		{ // CHECK: block
			; // CHECK: empty
		}
	}
	for k, v := range map[string]int{} { // CHECK: range {{.*}} :=
		// CHECK-NEXT: left: name {{.*}} k
		// CHECK-NEXT: left: name {{.*}} v
		_, _ = k, v
	}
	for { // CHECK: for
		var x, y = 1, 2 // CHECK: declaration
		// CHECK-NEXT: var {{.*}} x, y
		_, _ = x, y
		return // CHECK: return
	}
}

func main() { f(nil, nil) }

// RUN: %outlive lower -storage=stack %s | FileCheck %s
package main

// An object of an inner block lives as long as the function: its declaration is moved to the top.
// CHECK: static void inner(bool c) {
// CHECK-NEXT: go_int x SITE("[[#@LINE+5]]:3:x");
// CHECK: if (c) {
// CHECK-NEXT: x = 1;
func inner(c bool) {
	if c {
		x := 1
		use(&x)
	}
}

// One in the body of a loop is new each time round.
// CHECK: static void loop(void) {
// CHECK: for (go_int i = 0; i < 3; i++) {
// CHECK-NEXT: go_int x SITE("[[#@LINE+5]]:4:x");
// CHECK-NEXT: if (i > 1) {
func loop() {
	for i := 0; i < 3; i++ {
		if i > 1 {
			x := i
			use(&x)
		}
	}
}

// A backward goto makes a loop too.
// CHECK: static void jump(void) {
// CHECK: again:
// CHECK-NEXT: {
// CHECK-NEXT: go_int x SITE("[[#@LINE+5]]:2:x") = 1;
// CHECK: goto again;
func jump() {
	n := 0
again:
	x := 1
	use(&x)
	if n++; n < 3 {
		goto again
	}
}

func use(p *int) { *p = 2 }

func main() {
	inner(true)
	loop()
	jump()
}

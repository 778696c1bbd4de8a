// RUN: %outlive lower -storage=stack %s | FileCheck %s
package main

var x int

func next() int { x++; return x }

// CHECK: static go_int two(void) {
// CHECK-NEXT: go_int tmp1 = next();
// CHECK-NEXT: go_int tmp2 = next();
// CHECK-NEXT: return tmp1 - tmp2;
func two() int { return next() - next() }

// A variable that the call may change is read after it.
// CHECK: static go_int call_and_variable(void) {
// CHECK-NEXT: go_int tmp1 = next();
// CHECK-NEXT: return x + tmp1;
func call_and_variable() int { return x + next() }

// What cannot be disturbed needs no temporary.
// CHECK: static go_int call_and_local(go_int n) {
// CHECK-NEXT: return n + next() * 2;
func call_and_local(n int) int { return n + next()*2 }

// The right side of && is evaluated only where Go does, with all that it needs.
// CHECK: static bool both(bool c) {
// CHECK-NEXT: bool tmp3 = c;
// CHECK-NEXT: if (tmp3) {
// CHECK-NEXT: go_int tmp1 = next();
// CHECK-NEXT: go_int tmp2 = next();
// CHECK-NEXT: tmp3 = tmp1 == tmp2;
// CHECK-NEXT: }
// CHECK-NEXT: return tmp3;
func both(c bool) bool { return c && next() == next() }

func main() {
	println(two(), call_and_variable(), call_and_local(1), both(true))
}

// RUN: %outlive lower -storage=stack %s | FileCheck %s
package main

// CHECK: static go_int swap(go_int a, go_int b) {
// CHECK-NEXT: go_int tmp1 = a;
// CHECK-NEXT: a = b;
// CHECK-NEXT: b = tmp1;
func swap(a, b int) int {
	a, b = b, a
	return a - b
}

// CHECK: static go_int at(slice_int s SITE("{{.*}}:s"), go_int i) {
// CHECK-NEXT: go_int tmp1 = i;
// CHECK-NEXT: i = 2;
// CHECK-NEXT: s.ptr[go_index(tmp1, s.len)] = 3;
func at(s []int, i int) int {
	i, s[i] = 2, 3
	return i
}

func main() {
	println(swap(1, 2), at([]int{1, 2, 3}, 0))
}

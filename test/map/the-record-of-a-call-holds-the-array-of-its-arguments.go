// RUN: %outlive map %s | FileCheck %s
// RUN: %outlive lower %s | FileCheck --check-prefix=C %s
package main

func show(xs ...int) {
	println(len(xs))
}

// Where the function is a value and the record is on the heap, the array of the variadic parameter is a part of it; else it is made in the call.
// C: struct main_defer1 {
// C-NEXT: callee;
// C-NEXT: go_int arg1;
// C-NEXT: go_int arg2;
// C-NEXT: array_2_int args;
// C-NEXT: };
// C: struct main_defer2 {
// C-NEXT: go_int arg1;
// C-NEXT: };
func main() {
	f := show
	for i := 0; i < 3; i++ {
		defer f(i, i+1)
		defer show(i)
	}
}

// CHECK: Heap
// CHECK: ~defer main_defer1 48 B
// CHECK: ~defer main_defer2 8 B

// RUN: %outlive lower -storage=stack %s | FileCheck %s
// RUN: %outlive check -m %s 2>&1 | count 0
package main

type P struct{ X, Y int }

// CHECK: static P data1 = {1, 2};
// CHECK-NEXT: static P *pointer = &data1;
var pointer = &P{1, 2}

// CHECK: static array_2_int data2 = {{.*}}3, 4{{.*}};
// CHECK-NEXT: static slice_int slice = {data2.at, 2, 2};
var slice = []int{3, 4}

// CHECK: static const go_int data3 = 5;
// CHECK-NEXT: static any boxed = {&type_int, (void *)&data3};
var boxed any = 5

// CHECK: static func_int__int function = {glob_func1, NULL};
var function = func(x int) int { return x + 1 }

// What is known only when the program runs is filled in.
// CHECK: static P data4 = {0, 2};
// CHECK-NEXT: static P *partly = &data4;
// CHECK: void go_init(void) {
// CHECK-NEXT: data4.X = function.fn(function.env, 1);
// CHECK-NEXT: }
var partly = &P{function(1), 2}

func main() {
	println(pointer.X, slice[0], boxed != nil, function(1), partly.X)
}

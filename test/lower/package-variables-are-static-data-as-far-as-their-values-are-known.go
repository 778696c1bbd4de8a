// RUN: %outlive run %s | FileCheck --check-prefix=OUT --match-full-lines %s
// RUN: %outlive check -m -model=gc -lang=go1.19 %s 2>&1 | FileCheck --check-prefix=GC %s
// RUN: %outlive lower %s | FileCheck %s
package main

import "fmt"

type shape interface{ area() int }
type square struct{ side int }

func (s square) area() int { return s.side * s.side }

func number() int { fmt.Println("number"); return 3 }

type text []byte

// CHECK: static array_3_uint8 data1 = {"abc"};
// CHECK-NEXT: static slice_uint8 bytes = {data1.at, 3, 3};
var bytes = []byte("abc") // GC-NOT: abc

// CHECK-NEXT: static array_3_int32 data2 = {{.*}}97, 233, 65533}
// CHECK-NEXT: static slice_int32 runes = {data2.at, 3, 3};
var runes = []rune("aé\xff")

// CHECK-NEXT: static array_0_uint8 data3;
// CHECK-NEXT: static slice_uint8 empty = {data3.at, 0, 0};
var empty = []byte("")

// CHECK: static text named = {data{{[0-9]+}}.at, 5, 5};
const constant = "con"

var named = text(constant + "st")

// What is in an interface is an object without a name; a value that is not known yet is put there by go_init.
// CHECK: static go_int data[[NUMBER:[0-9]+]] = 0;
// CHECK-NEXT: static any boxed = {&type_int, (void *)&data[[NUMBER]]};
var boxed interface{} = number()

// CHECK: static square data[[SQUARE:[0-9]+]] = {2};
// CHECK-NEXT: static any twice = {&type_square, (void *)&data[[SQUARE]]};
var twice = interface{}(shape(square{2}))
var function interface{} = func() int { return len(bytes) }
var slice interface{} = []int{1, number()}
var pointers = []*[]int{{1}, {number()}}
var pointer = &map[string]int{"a": 1} // GC: "number" escapes to heap
// GC-NEXT: :[[#@LINE-1]]:30: map[string]int{...} escapes to heap

// What has no name and no effect is not there.
// CHECK-NOT: square{7}
var _ shape = square{7} // GC-NOT: square
var _ = []byte("7")
var some shape = square{number()}
var other interface{} = some

// CHECK: void go_init(void) {
// CHECK: data[[NUMBER]] = number();
func main() {
	bytes[0]++
	fmt.Println(string(bytes), runes, empty == nil, string(named), boxed, twice) // OUT: bbc [97 233 65533] false const 3 {2}
	slice.([]int)[0]--
	fmt.Println(function.(func() int)(), slice, *pointers[0], *pointers[1], *pointer, some, other) // OUT-NEXT: 3 [0 3] [1] [3] map[a:1] {3} {3}
}

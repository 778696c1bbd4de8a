// RUN: %outlive lower %s | FileCheck %s
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --allow-empty --implicit-check-not="escapes" %s
// RUN: %if go1.19 %{ %python %S/../road/Inputs/compare_with_go.py %outlive %go %s %}
package main

type T struct{ n int }

func (t *T) Get() int { return t.n }

type getter interface{ Get() int }

// CHECK: static T [[FIRST:data[0-9]+]] = {.n = 3};
// CHECK-NEXT: static getter a = {&ptr_T_as_getter, &[[FIRST]]};
var a getter = &T{n: 3} // M-NOT: :[[#@LINE]]:

// CHECK-NEXT: static T [[SECOND:data[0-9]+]] = {4};
// CHECK-NEXT: static any b = {&type_ptr_T, &[[SECOND]]};
var b interface{} = (&T{4})

func main() {
	println(a.Get(), b.(*T).n)
}

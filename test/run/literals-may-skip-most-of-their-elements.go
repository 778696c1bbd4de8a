// RUN: %outlive run %s 2>&1 | FileCheck %s
// RUN: %outlive run -storage=heap %s 2>&1 | FileCheck %s
package main

var table = [1 << 20]string{5: "five", 1<<20 - 1: "last"}
var list = []any{1 << 18: "x", 3: 7}

type named struct{ name string }

func main() {
	println(table[5], table[6] == "", table[1<<20-1])          // CHECK: five true last
	println(len(list), list[3].(int), list[1<<18].(string))    // CHECK-NEXT: 262145 7 x
	local := [200000]int{100000: 7, 8}
	println(local[100000], local[100001], local[100002])       // CHECK-NEXT: 7 8 0
	made := []*named{100000: {"deep"}, 2: {"low"}}
	println(len(made), made[2].name, made[100000].name)        // CHECK-NEXT: 100001 low deep
	behind := &[100001]int{100000: 9}
	println(behind[100000], made[5] == nil, len(behind), "ok") // CHECK-NEXT: 9 true 100001 ok
}

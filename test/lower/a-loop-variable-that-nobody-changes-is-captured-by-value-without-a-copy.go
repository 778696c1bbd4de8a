// RUN: %outlive lower -storage=stack %s | FileCheck %s
package main

// CHECK: for (go_int i = 0; i < 3; i++) {
// CHECK-NEXT: struct main_func1 env1 SITE("[[#@LINE+6]]:17:func literal");
// CHECK-NEXT: env1.i = i;
// CHECK-NEXT: f = slice_func_void_append(f, (func_void){main_func1, &env1});
func main() {
	var f []func()
	for i := 0; i < 3; i++ {
		f = append(f, func() { println(i) })
	}
	for _, g := range f {
		g()
	}
}

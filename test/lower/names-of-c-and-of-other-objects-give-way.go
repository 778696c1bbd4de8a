// RUN: %outlive lower -storage=stack %s | FileCheck %s
// RUN: %outlive run %s 2>&1 | FileCheck --check-prefix=OUT %s
package main

type any_ int

// CHECK: static go_int printf_(go_int signed_) {
func printf(signed int) int { return signed }

func count() int { return 1 }

// CHECK: go_int count_2 = count();
// CHECK: go_int x_2 = x + 1;
// CHECK: go_int UNUSED_ = 5;
// CHECK: go_int COLLECTED_ = STR_INIT_;
// OUT: 1 3 4
// OUT: 5 6
func main() {
	count := count()
	x := 2
	{
		x := x + 1
		println(count, x, printf(4))
	}
	_ = any_(x)
	UNUSED, STR_INIT := 5, 6
	COLLECTED := STR_INIT
	println(UNUSED, COLLECTED)
}

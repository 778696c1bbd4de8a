// RUN: %outlive lower -line -storage=stack %s | FileCheck %s
package main

func main() {
	// CHECK: #line [[#@LINE+2]] "{{.*}}line-directives-lead-back-to-go.go"
	// CHECK-NEXT: go_int x = 1;
	x := 1

	// CHECK: #line [[#@LINE+2]] "{{.*}}line-directives-lead-back-to-go.go"
	// CHECK-NEXT: go_print_int(x);
	println(x)
}

// CHECK: #line [[#]] "line-directives-lead-back-to-go.c"
// CHECK-NEXT: void go_init(void) {

// RUN: %outlive lower -storage=stack %s | FileCheck %s
package main

// A func literal without parameters is deferred as it is.
// CHECK: static void plain(void) {
// CHECK-NEXT: go_frame frame;
// CHECK-NEXT: GO_ENTER(&frame);
// CHECK-NOT: GO_LANDING
// CHECK: go_defer defer1 SITE("[[#@LINE+7]]:2:defer");
// CHECK-NEXT: defer1.call = (func_void){plain_func1, {{.*}}};
// CHECK-NEXT: defer1.next = frame.defers;
// CHECK-NEXT: frame.defers = &defer1;
// CHECK-NEXT: go_leave(&frame);
// CHECK-NEXT: }
func plain() {
	defer func() { println("bye") }()
}

// Any other call becomes one, on operands evaluated now.
// CHECK: struct operands_defer1 {
// CHECK-NEXT: go_int arg1;
// CHECK: static void operands_defer1(void *env_) {
// CHECK: show(env->arg1);
// CHECK: static void operands(go_int n) {
// CHECK: struct operands_defer1 env1 SITE("[[#@LINE+3]]:2:~defer");
// CHECK-NEXT: env1.arg1 = n + 1;
func operands(n int) {
	defer show(n + 1)
}

// Only a function in which a panic may be recovered has a place to come back to; its result survives that.
// CHECK: static go_int lands(void) {
// CHECK-NEXT: volatile go_int result = 0;
// CHECK: if (GO_LANDING(&frame)) {
// CHECK-NEXT: goto recovered;
// CHECK: result = 1;
// CHECK-NEXT: go_leave(&frame);
// CHECK-NEXT: return result;
// CHECK-NEXT: recovered:
// CHECK-NEXT: go_leave(&frame);
// CHECK-NEXT: return result;
func lands() int {
	defer func() { recover() }()
	return 1
}

func show(n int) { println(n) }

func main() {
	plain()
	operands(1)
	println(lands())
}

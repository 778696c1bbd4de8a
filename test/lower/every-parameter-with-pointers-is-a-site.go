// RUN: %outlive lower -storage=stack %s | FileCheck %s
package main

type T struct{ next *T }

// CHECK: static void T_link(T *t SITE("[[#@LINE+1]]:7:t"), T *to SITE("[[#@LINE+1]]:18:to"), go_int n UNUSED) {
func (t *T) link(to *T, n int) { t.next = to }

// One whose address is needed may have to move; its C parameter then has another name.
// CHECK: static go_int *address(go_int p SITE("[[#@LINE+1]]:14:p")) {
func address(p int) *int { return &p }

func main() {
	var a, b T
	a.link(&b, *address(1))
}

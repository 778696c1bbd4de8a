// RUN: %outlive lower -storage=stack %s | FileCheck --check-prefix=STACK %s
// RUN: %outlive lower -storage=heap %s | FileCheck --check-prefix=HEAP %s
package main

// STACK: go_int box1 SITE("[[#@LINE+7]]:8:{{.*}}42") = 42;
// STACK: use((any){&type_int, &box1});
// STACK: go_int box2 SITE("[[#@LINE+6]]:5:box of n") = n;
// HEAP: static const go_int box1 = 42;
// HEAP: go_int *box2 = NEW_NOSCAN(go_int);
// HEAP-NEXT: *box2 = n;
func f(n int) {
	use(  42)
	use(n)
}

func use(x any) {}

func main() { f(1) }

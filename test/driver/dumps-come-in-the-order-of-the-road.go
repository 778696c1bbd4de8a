// RUN: %outlive check -dump=verdicts,dot,flow,ctree,captures,types,ast,tokens %s | FileCheck %s
// RUN: %outlive lower -dump=verdicts -dump=captures %s | FileCheck --check-prefix=TWO %s
// RUN: bash -c '%outlive check -dump=tokens %t.missing.go; test $? = 1'
package main

func counter() func() int {
	count := 0
	return func() int {
		count++
		return count
	}
}

func main() {
	println(counter()())
}

// CHECK: package
// CHECK: func {{.*}} counter
// CHECK: count needs a site: captured by reference
// CHECK: function counter_func1 '{{.*}}' static
// CHECK: digraph
// CHECK: heap 7:2:count: variable count of counter
// CHECK-NEXT: why:
// CHECK: heap 8:9:func literal: expression env1 of counter {{.*}}, environment of counter_func1

// TWO-NOT: function counter_func1
// TWO: count needs a site
// TWO: heap 7:2:count
// TWO-NOT: struct counter_func1 {

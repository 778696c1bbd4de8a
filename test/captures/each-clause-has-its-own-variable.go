// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

func main() {
	var v interface{}
	switch x := v.(type) {
	case int:
		_ = func() { x++ } // CHECK-DAG: x (declared at 7:10, {{.*}}) by reference
	case string:
		_ = func() { _ = x } // CHECK-DAG: x (declared at 9:13, {{.*}}) by value
	}
	select {
	case r, ok := <-make(chan int):
		_ = func() { _, _ = r, ok }
		// CHECK-DAG: r (declared at 13:7, {{.*}}) by value
		// CHECK-DAG: ok (declared at 13:10, {{.*}}) by value
	}
}

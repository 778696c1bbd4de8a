// RUN: %outlive check -dump=captures %s | FileCheck %s
package main

func a() (x int) {
	defer func() { println(x) }() // CHECK: x (declared at 4:11, {{.*}}) by reference: reassigned at [[@LINE+1]]:2
	return 1
}

func b() (x int) {
	defer func() { println(x) }() // CHECK: x (declared at 9:11, {{.*}}) by reference: reassigned at [[@LINE+1]]:2
	return
}

func c() (x int) {
	defer func() { println(x) }() // CHECK: x (declared at 14:11, {{.*}}) by value
	for {
	}
}

func main() {}

// RUN: not %outlive check %s 2>&1 | FileCheck %s
package main

func a() {
	if x = 1 { // CHECK: [[@LINE]]:7: syntax error: cannot use assignment (x) = (1) as value
	}
	if x := 1 { // CHECK: [[@LINE]]:7: syntax error: cannot use x := 1 as value
	}
}

func b() {
	for i := 0; i < 10 { // CHECK: [[@LINE]]:21: syntax error: unexpected {, expecting semicolon or newline
	}
}

func c()
{ // CHECK: [[@LINE]]:1: syntax error: unexpected semicolon or newline before {
}

func d() {
	x := []int{1, 2 // CHECK: [[@LINE]]:{{[0-9]+}}: syntax error: unexpected newline in composite literal; possibly missing comma or }
	}
}

func e() {
	if true {
	}
	else { // CHECK: [[@LINE]]:2: syntax error: unexpected else, expecting }
	}
}

type T struct{ a, b } // CHECK: [[@LINE]]:21: syntax error: unexpected }, expecting type

y + 1 // CHECK: [[@LINE]]:1: syntax error: non-declaration statement outside function body

func f(a int, string) {} // CHECK: [[@LINE]]:15: syntax error: mixed named and unnamed parameters

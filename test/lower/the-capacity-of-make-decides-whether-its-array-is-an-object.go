// RUN: %outlive lower -storage=stack %s | FileCheck %s
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=MESSAGE %s
// RUN: %outlive run %s 2>&1 | FileCheck --check-prefix=OUTPUT %s
package main

func sized(n int) int {
	// CHECK: array_3_int make1 SITE("[[@LINE+2]]:11:make([]int, n, 3)")
	// MESSAGE: :[[@LINE+1]]:11: make([]int, n, 3) does not escape
	s := make([]int, n, 3)
	return len(s) + cap(s)
}

func unsized(n int) int {
	// CHECK: HEAP("[[@LINE+2]]:11:make([]int, 3, n)", "non-constant size")
	// MESSAGE: :[[@LINE+1]]:11: make([]int, 3, n) escapes to heap
	s := make([]int, 3, n)
	return len(s) + cap(s)
}

func try(n int) {
	defer func() { println(recover().(error).Error()) }()
	sized(n)
}

func main() {
	println(sized(2), unsized(4)) // OUTPUT: 5 7
	try(-1)                       // OUTPUT: runtime error: makeslice: len out of range
	try(4)                        // OUTPUT: runtime error: makeslice: cap out of range
}

// RUN: not %outlive check %s 2>&1 | FileCheck %s
package main

func main() {
	x := 1 # 2 // CHECK: [[@LINE]]:9: invalid character U+0023 '#'
	y := “a” // CHECK: [[@LINE]]:7: invalid character U+201C '“' in identifier
	٣x := 3 // CHECK: [[@LINE]]:2: identifier cannot begin with digit U+0663 '٣'
}

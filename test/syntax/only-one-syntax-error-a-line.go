// RUN: not %outlive check %s 2>&1 | FileCheck %s
// RUN: bash -c '%outlive check %s 2>&1 | wc -l' | FileCheck %s --check-prefix=COUNT
// COUNT: {{^}}2{{$}}
package main

func main() {
	a := [; b := ]; c := ) // CHECK: [[@LINE]]:8: syntax error: unexpected semicolon, expecting expression
	x y // CHECK: [[@LINE]]:4: syntax error: unexpected y at end of statement
}

// Spec, For statements with for clause: the variable of the next iteration is declared before the post statement runs, and has the
// value of the previous one at that moment. So a literal in the condition captures the variable of the iteration it begins, one in
// the post statement that of the next iteration, and one in the body that of its own, which the post statement does not change.
//
// RUN: %outlive run -lang=go1.22 %s | FileCheck %s
// RUN: %outlive run -lang=go1.22 -storage=heap %s | FileCheck %s
// RUN: %outlive run -lang=go1.21 %s | FileCheck --check-prefix=SHARED %s
package main

import "fmt"

var kept []func() int

func keep(f func() int) bool {
	kept = append(kept, f)
	return true
}

func show(what string) {
	fmt.Print(what, ":")
	for _, f := range kept {
		fmt.Print(" ", f())
	}
	fmt.Println()
	kept = nil
}

func step(p *int) { *p += 10 }

func main() {
	// CHECK: condition: 0 1 2 3
	// SHARED: condition: 3 3 3 3
	for i := 0; keep(func() int { return i }) && i < 3; i++ {
	}
	show("condition")

	// CHECK: post: 1 2 3
	// SHARED: post: 3 3 3
	for i := 0; i < 3; func() { i++; keep(func() int { return i }) }() {
	}
	show("post")

	// CHECK: continued: 101 102 103
	// SHARED: continued: 103 103 103
	for i := 0; i < 3; i, _ = i+1, keep(func() int { return i + 100 }) {
		if i == 1 {
			continue
		}
	}
	show("continued")

	// CHECK: pointers: 0 11 22
	// SHARED: pointers: 32 32 32
	var seen []*int
	n := 0
	for i := 0; i < 25; step(&i) {
		seen = append(seen, &i)
		if n++; n > 1 {
			i++
		}
	}
	for _, p := range seen {
		kept = append(kept, func() int { return *p })
	}
	show("pointers")

	// CHECK: nested: 0 1 0 1
	// SHARED: nested: 1 1 1 1
	for i := 0; i < 2; i++ {
		for j := 0; keep(func() int { return j }) && j < 1; j++ {
		}
	}
	show("nested")
}

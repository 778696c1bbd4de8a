// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
// RUN: %if go1.19 %{ %python %S/Inputs/compare_flows_with_go.py %outlive %go %s %}
package main

type pair struct{ a, b int }

var kept interface{}

func stays(n int) int {
	var box interface{} = pair{n, n + 1} // M: :[[#@LINE]]:28: pair{...} does not escape
	p, ok := box.(pair)
	if !ok {
		return 0
	}
	return p.a * p.b
}

func leaves(n int) {
	p := pair{n, n}
	kept = p // M: :[[#@LINE]]:2: p escapes to heap
	// W: :[[#@LINE-1]]:2: warning: 'p' must be heap-allocated: it outlives 'leaves' [-Wheap-capture]
	// W: :[[#@LINE-2]]:2: note: its address is stored here in memory that outlives it
}

func main() {
	println(stays(6))
	leaves(7)
	println(kept.(pair).a)
}

// OUT: {{^}}42{{$}}
// OUT-NEXT: {{^}}7{{$}}

// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %outlive check -m=2 %s 2>&1 | FileCheck --check-prefix=FLOW %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
// RUN: %if go1.19 %{ %python %S/Inputs/compare_flows_with_go.py %outlive %go %s %}
package main

import "fmt"

func counter() func() int {
	count := 0 // M: :[[#@LINE]]:2: moved to heap: count
	// W: :[[#@LINE-1]]:2: warning: 'count' must be heap-allocated: it outlives 'counter' [-Wheap-capture]
	// W: :[[#@LINE+5]]:3: note: captured here by reference by a func literal
	// W: :[[#@LINE+1]]:2: note: the func literal is returned here
	return func() int { // M: :[[#@LINE]]:9: func literal escapes to heap
	// W: :[[#@LINE-1]]:9: warning: the func literal must be heap-allocated: it outlives 'counter' [-Wheap-capture]
	// W: :[[#@LINE-2]]:2: note: its address is returned here
		count++
		return count
	}
}

func main() {
	next := counter()
	a := next()
	b := next()
	println(a, b)
	fmt.Println("done") // M: :[[#@LINE]]:13: ... argument does not escape
	// M: :[[#@LINE-1]]:14: "done" escapes to heap
}

// OUT: {{^}}1 2{{$}}
// OUT-NEXT: {{^}}done{{$}}

// FLOW: [[COUNT:.*.go:[0-9]+:2]]: count escapes to heap:
// FLOW-NEXT: [[COUNT]]:   flow: {storage for func literal} = &count:
// FLOW-NEXT: [[COUNT]]:     from count (captured by a closure) at
// FLOW-NEXT: [[COUNT]]:     from count (reference) at
// FLOW-NEXT: [[COUNT]]: moved to heap: count
// FLOW-NEXT: [[COUNT]]: counter capturing by ref: count (addr=false assign=true width=8)
// FLOW-NEXT: [[LITERAL:.*.go:[0-9]+:9]]: func literal escapes to heap:
// FLOW-NEXT: [[LITERAL]]:   flow: ~r0 = &{storage for func literal}:
// FLOW-NEXT: [[LITERAL]]:     from func literal (spill) at [[LITERAL]]
// FLOW-NEXT: [[LITERAL]]:     from return func literal (return) at
// FLOW-NEXT: [[LITERAL]]: func literal escapes to heap

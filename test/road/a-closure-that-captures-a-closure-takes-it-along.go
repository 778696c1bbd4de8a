// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
// RUN: %if go1.19 %{ %python %S/Inputs/compare_flows_with_go.py %outlive %go %s %}
package main

func twice() func() int {
	n := 1 // M: :[[#@LINE]]:2: moved to heap: n
	// W: :[[#@LINE-1]]:2: warning: 'n' must be heap-allocated: it outlives 'twice' [-Wheap-capture]
	// W: :[[#@LINE+9]]:3: note: captured here by reference by a func literal
	// W: :[[#@LINE+3]]:2: note: the func literal is stored here in 'double'
	// W: :[[#@LINE+13]]:3: note: captured here by value by a func literal
	// W: :[[#@LINE+9]]:2: note: the func literal is returned here
	double := func() int { // M: :[[#@LINE]]:12: func literal escapes to heap
	// W: :[[#@LINE-1]]:12: warning: the func literal must be heap-allocated: it outlives 'twice' [-Wheap-capture]
	// W: :[[#@LINE-2]]:2: note: the func literal is stored here in 'double'
	// W: :[[#@LINE+8]]:3: note: captured here by value by a func literal
	// W: :[[#@LINE+4]]:2: note: the func literal is returned here
		n *= 2
		return n
	}
	return func() int { // M: :[[#@LINE]]:9: func literal escapes to heap
	// W: :[[#@LINE-1]]:9: warning: the func literal must be heap-allocated: it outlives 'twice' [-Wheap-capture]
	// W: :[[#@LINE-2]]:2: note: its address is returned here
		double()
		return double()
	}
}

func main() {
	f := twice()
	println(f())
	println(f())
}

// OUT: {{^}}4{{$}}
// OUT-NEXT: {{^}}16{{$}}

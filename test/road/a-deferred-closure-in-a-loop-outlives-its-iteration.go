// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

func unwind() {
	for i := 0; i < 3; i++ {
		n := i * 10 // M: :[[#@LINE]]:3: moved to heap: n
		// W: :[[#@LINE-1]]:3: warning: 'n' must be heap-allocated: it outlives 'unwind' [-Wheap-capture]
		// W: :[[#@LINE+5]]:4: note: captured here by reference by a func literal
		// W: :[[#@LINE+1]]:3: note: the func literal is passed to 'defer' here
		defer func() { // M: :[[#@LINE]]:9: func literal escapes to heap
		// W: :[[#@LINE-1]]:9: warning: the func literal must be heap-allocated: it outlives 'unwind' [-Wheap-capture]
		// W: :[[#@LINE-2]]:3: note: its address is passed to 'defer' here
			n++
			println(n)
		}()
	}
	m := 5
	defer func() { // M: :[[#@LINE]]:8: func literal does not escape
		m++
		println(m)
	}()
}

func main() {
	unwind()
}

// OUT: {{^}}6{{$}}
// OUT-NEXT: {{^}}21{{$}}
// OUT-NEXT: {{^}}11{{$}}
// OUT-NEXT: {{^}}1{{$}}

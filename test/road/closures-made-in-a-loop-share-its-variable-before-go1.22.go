// RUN: %outlive run -lang=go1.21 %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m -lang=go1.21 %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check -lang=go1.21 %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

func main() {
	var show []func()
	for i := 0; i < 3; i++ { // M: :[[#@LINE]]:6: moved to heap: i
	// W: :[[#@LINE-1]]:6: warning: 'i' must be heap-allocated: it outlives 'main' [-Wheap-capture]
	// W: :[[#@LINE+5]]:12: note: captured here by reference by a func literal
	// W: :[[#@LINE+1]]:3: note: the func literal is passed to 'append' here
		show = append(show, func() { // M: :[[#@LINE]]:23: func literal escapes to heap
		// W: :[[#@LINE-1]]:23: warning: the func literal must be heap-allocated: it outlives 'main' [-Wheap-capture]
		// W: :[[#@LINE-2]]:3: note: its address is passed to 'append' here
			println(i)
		})
	}
	for _, f := range show {
		f()
	}
}

// OUT: {{^}}3{{$}}
// OUT-NEXT: {{^}}3{{$}}
// OUT-NEXT: {{^}}3{{$}}

// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

func main() {
	var show []func()
	for i := 0; i < 3; i++ {
		i := i
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

// OUT: {{^}}0{{$}}
// OUT-NEXT: {{^}}1{{$}}
// OUT-NEXT: {{^}}2{{$}}

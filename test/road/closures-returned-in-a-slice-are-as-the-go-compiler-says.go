// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

import "fmt"

func squares(n int) []func() int {
	var list []func() int
	for i := 0; i < n; i++ {
		list = append(list, func() int { // M: :[[#@LINE]]:23: func literal escapes to heap
		// W: :[[#@LINE-1]]:23: warning: the func literal must be heap-allocated: it outlives 'squares' [-Wheap-capture]
		// W: :[[#@LINE-2]]:3: note: its address is passed to 'append' here
			return i * i
		})
	}
	return list
}

func main() {
	for _, square := range squares(3) {
		fmt.Println(square()) // M: :[[#@LINE]]:14: ... argument does not escape
		// M: :[[#@LINE-1]]:21: square() escapes to heap
		// W: :[[#@LINE-2]]:21: warning: 'square()' must be heap-allocated: it outlives 'main' [-Wheap-capture]
		// W: :[[#@LINE-3]]:3: note: its address is stored here in '... argument'
		// W: :[[#@LINE-4]]:3: note: '... argument' is passed to 'fmt.Println' here
	}
}

// OUT: {{^}}0{{$}}
// OUT-NEXT: {{^}}1{{$}}
// OUT-NEXT: {{^}}4{{$}}

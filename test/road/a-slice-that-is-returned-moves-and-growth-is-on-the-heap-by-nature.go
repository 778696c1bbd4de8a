// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %outlive check -m=2 %s 2>&1 | FileCheck --check-prefix=GROWTH %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

func stays() int {
	s := make([]int, 3) // M: :[[#@LINE]]:11: make([]int, 3) does not escape
	for i := range s {
		s[i] = i * i
	}
	return s[0] + s[1] + s[2]
}

func leaves() []int {
	s := make([]int, 3) // M: :[[#@LINE]]:11: make([]int, 3) escapes to heap
	// W: :[[#@LINE-1]]:11: warning: 'make([]int, 3)' must be heap-allocated: it outlives 'leaves' [-Wheap-capture]
	// W: :[[#@LINE-2]]:2: note: its address is stored here in 's'
	// W: :[[#@LINE+2]]:2: note: 's' is returned here
	s[1] = 7
	return s
}

func grows() []int {
	s := make([]int, 0, 2) // M: :[[#@LINE]]:11: make([]int, 0, 2) escapes to heap
	// W: :[[#@LINE-1]]:11: warning: 'make([]int, 0, 2)' must be heap-allocated: it outlives 'grows' [-Wheap-capture]
	// W: :[[#@LINE-2]]:2: note: its address is stored here in 's'
	// W: :[[#@LINE+4]]:2: note: 's' is returned here
	for i := 0; i < 5; i++ {
		s = append(s, i) // GROWTH: :[[#@LINE]]:3: append: growth beyond the capacity is on the heap by nature
	}
	return s
}

func main() {
	println(stays())
	println(leaves()[1])
	s := grows()
	println(len(s), s[4])
}

// OUT: {{^}}5{{$}}
// OUT-NEXT: {{^}}7{{$}}
// OUT-NEXT: {{^}}5 4{{$}}

// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

type meter struct {
	total int
}

func (m *meter) add(n int) int { // M: :[[#@LINE]]:7: m does not escape
	m.total += n
	return m.total
}

func adder() func(int) int {
	m := meter{total: 100} // M: :[[#@LINE]]:2: moved to heap: m
	// W: :[[#@LINE-1]]:2: warning: 'm' must be heap-allocated: it outlives 'adder' [-Wheap-capture]
	// W: :[[#@LINE+2]]:2: note: captured here by reference by a func literal
	// W: :[[#@LINE+1]]:2: note: 'm.add' is returned here
	return m.add // M: :[[#@LINE]]:10: m.add escapes to heap
	// W: :[[#@LINE-1]]:10: warning: 'm.add' must be heap-allocated: it outlives 'adder' [-Wheap-capture]
	// W: :[[#@LINE-2]]:2: note: its address is returned here
}

func local() int {
	m := meter{total: 1}
	add := m.add // M: :[[#@LINE]]:10: m.add does not escape
	return add(1)
}

func main() {
	add := adder()
	add(1)
	println(add(2))
	println(local())
}

// OUT: {{^}}103{{$}}
// OUT-NEXT: {{^}}2{{$}}

// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s >%t 2>&1 && count 0 <%t
// RUN: %outlive check %s >%t 2>&1 && count 0 <%t
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

func scaled(x, factor int) int {
	return x * factor
}

func main() {
	total := 0
	for i := 0; i < 4; i++ {
		total += scaled(i, 10)
	}
	println(total)
}

// OUT: {{^}}60{{$}}

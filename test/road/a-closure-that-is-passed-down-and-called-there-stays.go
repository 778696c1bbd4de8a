// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s >%t 2>&1 && count 0 <%t
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

func each(list []int, do func(int)) { // M: :[[#@LINE]]:11: list does not escape
// M: :[[#@LINE-1]]:23: do does not escape
	for _, x := range list {
		do(x)
	}
}

func sum(list []int) int { // M: :[[#@LINE]]:10: list does not escape
	total := 0
	each(list, func(x int) { // M: :[[#@LINE]]:13: func literal does not escape
		total += x
	})
	return total
}

func main() {
	println(sum([]int{1, 2, 3})) // M: :[[#@LINE]]:19: []int{...} does not escape
}

// OUT: {{^}}6{{$}}

package main

type node struct{ value *int }

func each(list []int, f func(int)) {
	for _, x := range list {
		f(x)
	}
}

func sum(list []int) int {
	total := 0
	each(list, func(x int) {
		total += x
	})
	return total
}

func (n *node) set(p *int) { n.value = p }

func local() int {
	a, b := 1, 2
	t := &node{}
	t.value = &a
	t.set(&b)
	return *t.value
}

func copied() int {
	limit := 10
	double := func() int { return 2 * limit }
	return double()
}

func keeps(p *int, q **int) *int {
	*q = p
	return p
}

func main() {
	println(sum([]int{1, 2}), local(), copied())
	var p *int
	x := 1
	keeps(&x, &p)
}

// What holds it stays itself: then its uses are told, too.
// RUN: %outlive why %s:12 | FileCheck --check-prefix=CAPTURED %s
// CAPTURED: :12:2: 'total' stays on the stack because every use ends before the frame of 'sum' does:
// CAPTURED: :14:3: captured here by reference by a func literal, which stays on the stack too
// CAPTURED: C | env1.total = &total;
// CAPTURED: :13:2: the func literal is passed to 'each' as 'f' here, and kept nowhere
// CAPTURED: C | each(list, (func_int__void){sum_func1, &env1});
// CAPTURED: rule: holders-end: whatever holds its address ends before it does
// CAPTURED-NEXT: assumed: nothing
// CAPTURED-NOT: {{.}}

// All objects of a line, or the one that is named or stands in a column.
// RUN: %outlive why %s:22 | FileCheck --check-prefixes=A,B %s
// RUN: %outlive why %s:22:5 | FileCheck --check-prefix=B %s
// RUN: %outlive why %s:22:b | FileCheck --check-prefix=B %s
// RUN: %outlive why %s:22:5:b | FileCheck --check-prefix=B %s
// RUN: %outlive why %s:22:a | FileCheck --check-prefix=A --implicit-check-not="'b' stays" %s
// A: :22:2: 'a' stays on the stack because
// A: :24:2: its address is stored here in '&node{}', which stays on the stack too
// A: :23:2: '&node{}' is stored here in 't', which ends with 'local'
// A: rule: holders-end
// B: :22:5: 'b' stays on the stack because
// B: :25:2: its address is passed to '(*node).set' as 'p' here{{.*}}and kept nowhere
// B: :25:2: its address is passed to '(*node).set' as 'p' here, which stores it in '&node{}', which stays on the stack too
// B: rule: holders-end

// A copy is no use of the variable.
// RUN: %outlive why %s:30 | FileCheck --check-prefix=COPY %s
// COPY: :30:2: 'limit' stays on the stack because nobody has its address
// COPY: :31:36: captured here by value by a func literal, which has a copy of its own
// COPY: rule: no-address: nobody has its address

// Of a parameter, where what callers pass goes.
// RUN: %outlive why %s:35 | FileCheck --check-prefix=PARAMETER %s
// PARAMETER: :35:12: 'p' stays on the stack because nobody has its address
// PARAMETER: what callers pass for it reaches the heap:
// PARAMETER-NEXT: :36:2: 'p' is stored here in memory that outlives it
// PARAMETER: :35:20: 'q' stays on the stack because nobody has its address
// PARAMETER: what callers pass for it is kept nowhere

// RUN: %outlive why %s:42 | FileCheck --check-prefix=STATIC %s
// STATIC: :42:6: 'p' stays on the stack

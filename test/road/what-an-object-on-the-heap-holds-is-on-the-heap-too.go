// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
// RUN: %if go1.19 %{ %python %S/Inputs/compare_flows_with_go.py %outlive %go %s %}
package main

type point struct{ x, y int }

type shape struct {
	at *point
}

func mover(p *point) func(int) { // M: :[[#@LINE]]:12: leaking param: p{{$}}
	return func(d int) { // M: :[[#@LINE]]:9: func literal escapes to heap
	// W: :[[#@LINE-1]]:9: warning: the func literal must be heap-allocated: it outlives 'mover' [-Wheap-capture]
	// W: :[[#@LINE-2]]:2: note: its address is returned here
		p.x += d
	}
}

func placed(p *point) *shape { // M: :[[#@LINE]]:13: leaking param: p{{$}}
	return &shape{at: p} // M: :[[#@LINE]]:9: &shape{...} escapes to heap
	// W: :[[#@LINE-1]]:9: warning: '&shape{...}' must be heap-allocated: it outlives 'placed' [-Wheap-capture]
	// W: :[[#@LINE-2]]:2: note: its address is returned here
}

func inside(p *point) shape { // M: :[[#@LINE]]:13: leaking param: p to result ~r0 level=0{{$}}
	return shape{at: p}
}

func main() {
	a, b, c := point{1, 2}, point{3, 4}, point{5, 6} // M: :[[#@LINE]]:2: moved to heap: a
	// M: :[[#@LINE-1]]:5: moved to heap: b
	// W: :[[#@LINE-2]]:2: warning: 'a' must be heap-allocated: it outlives 'main' [-Wheap-capture]
	// W: :[[#@LINE+3]]:2: note: its address is passed to 'mover' as 'p' here
	// W: :[[#@LINE-4]]:5: warning: 'b' must be heap-allocated: it outlives 'main' [-Wheap-capture]
	// W: :[[#@LINE+3]]:2: note: its address is passed to 'placed' as 'p' here
	move := mover(&a)
	move(10)
	onHeap := placed(&b)
	here := inside(&c)
	println(a.x, onHeap.at.x, here.at.x)
}

// OUT: {{^}}11 3 5{{$}}

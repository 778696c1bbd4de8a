// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s 2>&1 | FileCheck --check-prefix=W --implicit-check-not=.go: %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

type object struct {
	value int
}

var global *object

func fresh() *object {
	obj := object{value: 42} // M: :[[#@LINE]]:2: moved to heap: obj
	// W: :[[#@LINE-1]]:2: warning: 'obj' must be heap-allocated: it outlives 'fresh' [-Wheap-capture]
	// W: :[[#@LINE+1]]:2: note: its address is returned here
	return &obj
}

func keep() {
	kept := object{value: 43} // M: :[[#@LINE]]:2: moved to heap: kept
	// W: :[[#@LINE-1]]:2: warning: 'kept' must be heap-allocated: it outlives 'keep' [-Wheap-capture]
	// W: :[[#@LINE+1]]:2: note: its address is stored here in memory that outlives it
	global = &kept
}

func stays() int {
	local := object{value: 44}
	p := &local
	return p.value
}

func main() {
	println(fresh().value)
	keep()
	println(global.value)
	println(stays())
}

// OUT: {{^}}42{{$}}
// OUT-NEXT: {{^}}43{{$}}
// OUT-NEXT: {{^}}44{{$}}

// The objects that constructors return, and those that outlive their iteration, are on the heap. What is stored in them may stay where it
// is as long as only this frame reaches them, and the check of the decided C knows that too: it follows memory, and functions that are in it.
//
// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not="moved to heap" %s
package main

type node struct {
	p    *int
	f    func(p *int) int
	next *node
}

func newNode() *node {
	return &node{}
}

func storedInWhatACalleeMade() int {
	x := 1
	n := newNode()
	n.p = &x
	return *n.p
}

func calledThroughWhatOutlivesItsIteration() int {
	keep := &node{f: func(p *int) int { return *p }}
	for i := 0; i < 2; i++ {
		y := node{f: func(p *int) int { return *p + 1 }} // M: :[[#@LINE]]:3: moved to heap: y
		keep = &y
	}
	z := 1
	return keep.f(&z)
}

func linkedToWhatTheEnclosingFunctionHas() int {
	x := 3
	head := &node{p: &x}
	sum := 0
	defer func() { println(sum) }()
	func() {
		list := head
		for i := 0; i < 3; i++ {
			y := node{p: head.p} // M: :[[#@LINE]]:4: moved to heap: y
			y.next, list = list, &y
		}
		for ; list != nil; list = list.next {
			sum += *list.p
		}
	}()
	return sum
}

func main() {
	println(storedInWhatACalleeMade(), calledThroughWhatOutlivesItsIteration(), linkedToWhatTheEnclosingFunctionHas())
}

// OUT: 12
// OUT-NEXT: 1 2 12

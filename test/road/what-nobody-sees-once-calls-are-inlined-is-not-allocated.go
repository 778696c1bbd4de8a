// The verdicts are of each function by itself: what `counter` returns is on the heap. The C compiler then leaves an allocation out where the
// function is inlined and nothing of the object is seen any more, or moves the object to the frame that it does not outlive; else it stays.
//
// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive run -gc=none %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M %s
// RUN: %if go1.19 %{ %go build -o %t.exe %s && %t.exe >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t %}
package main

import "runtime"

func counter(from int) func() int {
	count := from // M: :[[#@LINE]]:2: moved to heap: count
	return func() int { // M: :[[#@LINE]]:9: func literal escapes to heap
		count++
		return count
	}
}

type point struct{ x, y int }

func newPoint(x, y int) *point { return &point{x, y} } // M: :[[#@LINE]]:41: &point{...} escapes to heap

func boxed(x int) interface{} { return x } // M: :[[#@LINE]]:40: x escapes to heap

// How many objects a function takes from the heap for each of 1000 rounds; what else the program does must not count.
func objects(of func(rounds int)) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	of(1000)
	runtime.ReadMemStats(&after)
	return int(after.Mallocs-before.Mallocs) / 1000
}

func calledHere(rounds int) {
	sum := 0
	for i := 0; i < rounds; i++ {
		next := counter(i)
		for k := 0; k < i%10; k++ {
			sum += next()
		}
		p := newPoint(i, 1)
		p.x += p.y
		sum += p.x + boxed(i + 1000).(int)
	}
	println(sum)
}

var kept [1000]func() int

func keptFor(rounds int) {
	for i := 0; i < rounds; i++ {
		kept[i] = counter(i)
		kept[i]()
	}
	sum := 0
	for _, next := range kept[:rounds] {
		sum += next()
	}
	println(sum)
}

func keptAtTimes(rounds int) {
	sum := 0
	for i := 0; i < rounds; i++ {
		next := counter(i)
		if i%2 == 0 {
			kept[i] = next
		}
		sum += next()
	}
	println(sum, kept[0](), kept[998]())
}

type stack struct {
	items [8]int
	n     int
}

func newStack() *stack { return &stack{} }

func (s *stack) push(x int) {
	s.items[s.n&7] = x
	s.n++
}

func (s *stack) pop() int {
	s.n--
	return s.items[s.n&7]
}

// One of them at a time.
func filledAndEmptied(rounds int) {
	sum := 0
	for i := 0; i < rounds; i++ {
		s := newStack()
		for k := 0; k < i%8; k++ {
			s.push(i + k)
		}
		for s.n > 1 {
			sum += s.pop()
		}
		sum += s.items[i%8]
	}
	println(sum)
}

// That of the last round too.
func comparedWithTheLast(rounds int) {
	sum := 0
	last := newStack()
	for i := 0; i < rounds; i++ {
		s := newStack()
		for k := 0; k < i%8; k++ {
			s.push(i + k)
		}
		sum += s.items[i%5] - 2*last.items[i%3]
		last = s
	}
	println(sum)
}

// What was stored before the panic is there after it.
func recovered(from int) (count int) {
	defer func() { recover() }()
	add := func(to *int) func() { return func() { *to += from } }(&count)
	add()
	if from%2 == 0 {
		panic("even")
	}
	add()
	return count
}

func main() {
	println(objects(calledHere))
	println(objects(keptFor))
	println(objects(keptAtTimes))
	println(objects(filledAndEmptied))
	println(objects(comparedWithTheLast))
	println(recovered(20), recovered(21))
}

// OUT: 4272500
// OUT-NEXT: {{^}}0{{$}}
// OUT-NEXT: 501500
// OUT-NEXT: {{^}}2{{$}}
// OUT-NEXT: 500500 2 1000
// OUT-NEXT: {{^}}2{{$}}
// OUT-NEXT: 1323000
// OUT-NEXT: {{^}}0{{$}}
// OUT-NEXT: -433668
// OUT-NEXT: {{^}}1{{$}}
// OUT-NEXT: 20 42

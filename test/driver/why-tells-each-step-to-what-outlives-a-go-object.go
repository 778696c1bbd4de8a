package main

var kept *int

func counter() func() int {
	count := 0
	return func() int {
		count++
		return count
	}
}

func id(p *int) *int { return p }

func twoWays() *int {
	x := 1
	p := id(&x)
	kept = p
	return p
}

func grown(n int) []int { return make([]int, n) }

type node struct{ value *int }

func local() int {
	n := 1
	t := &node{}
	t.value = &n
	return *t.value
}

func main() { println(counter()(), twoWays(), grown(1), local()) }

// The shortest way, holder by holder, each with its rule; Go first, the C behind it.
// RUN: %outlive why %s:6 | FileCheck --strict-whitespace --check-prefix=CHAIN %s
// CHAIN: {{^.*}}.go:6:2: 'count' must be on the heap: it outlives 'counter'
// CHAIN-NEXT:{{^}}    6 |         count := 0
// CHAIN-NEXT:{{^}}      |         ^
// CHAIN-NEXT:{{^}}    C | go_int count SITE("6:2:count") = 0;
// CHAIN-NEXT: {{^.*}}.go:8:3: captured here by reference by a func literal
// CHAIN: {{^}}    C | env1.count = &count;
// CHAIN-NEXT: {{^}}   by | count (captured by a closure), count (reference)
// CHAIN-NEXT: {{^.*}}.go:7:2: the func literal is returned here
// CHAIN: rule: held-by-heap: what is on the heap holds its address ('count': 'func literal' holds the address)
// CHAIN-NEXT: rule: returned: a result outlives everything in its function (the func literal: its address is returned by 'counter')
// CHAIN-NEXT: assumed: nothing
// CHAIN-NOT: {{.}}

// RUN: %outlive why %s:16:x | FileCheck --check-prefix=TWO %s
// TWO: :16:2: 'x' must be on the heap: it outlives 'twoWays'
// TWO: :17:2: its address is passed to 'id' as 'p' here, whose result is stored in 'p'
// TWO: by | &x (address-of), id(&x) (call parameter), p := id(&x) (assign)
// TWO-NEXT: :18:2: 'p' is stored here in memory that outlives it
// TWO: it leaves here, too:
// TWO-NEXT: :19:2: 'p' is returned here
// TWO: rule: reaches-heap: {{.*}} ('x': it is stored in the global 'kept')

// RUN: %outlive why %s:22:'make([]int, n)' | FileCheck --check-prefix=NATURE %s
// NATURE: :22:38: 'make([]int, n)' is on the heap by nature: non-constant size
// NATURE: rule: by-nature:

// A model that follows less says so.
// RUN: %outlive why -model=gc %s:27 | FileCheck --check-prefix=GC %s
// GC: :27:2: 'n' must be on the heap: it outlives 'local'
// GC: :29:2: its address is stored here in memory that outlives it
// GC: rule: reaches-heap:
// RUN: %outlive why %s:27 | FileCheck --check-prefix=PRECISE %s
// PRECISE: :27:2: 'n' stays on the stack because every use ends before the frame of 'local' does:

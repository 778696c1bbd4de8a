// RUN: %outlive run %s | FileCheck --check-prefix=OUT --match-full-lines %s
// RUN: %outlive check -m -model=gc -lang=go1.19 %s 2>&1 | FileCheck --check-prefix=GC %s
// RUN: %outlive lower %s | FileCheck %s
package main

// OUT: <nil> <nil> <nil> <nil> <nil> <nil> <nil> <nil>
// OUT-NEXT: x
// CHECK-NOT: windows

import "fmt"

const debug = false
const level = 2

const OS = "linux"

// What leads out of the function is in the branch that is never taken.
func a(p *int) *int { // GC: :[[#@LINE]]:8: p does not escape
	if debug {
		return p
	}
	return nil
}

// To the Go compiler the return at its end can be reached.
func b(p *int) *int { // GC: :[[#@LINE]]:8: leaking param: p to result ~r0 level=0
	if debug && p != nil {
		x := 1
		fmt.Println(p, x)
		return &x
	} else if !debug {
		return nil
	}
	return p
}

func c(p *int) *int { // GC: :[[#@LINE]]:8: p does not escape
	switch OS {
	case "windows":
		return p
	case "darwin", "linux":
		for {
			break
		}
	default:
		return p
	}
	return nil
}

func d(p *int) *int { // GC: :[[#@LINE]]:8: leaking param: p to result ~r0 level=0
	switch {
	case level > 3:
		return p
	default:
		if level == 2 {
			break
		}
		return p
	}
	return nil
}

func e(p *int) (r *int) { // GC: :[[#@LINE]]:8: p does not escape
	x := 3 // GC-NOT: moved to heap: x
	if debug {
		defer func() { r = &x }()
		f := func() *int { return p }
		f()
	}
	f := func() int { x++; return x } // CHECK: static go_int e_func3(void *env_)
	if true || p == nil {
		f()
	}
	if n := f(); level == 2 {
		_ = n
	}
	return nil
}

func f(p *int) *int { // GC: :[[#@LINE]]:8: p does not escape
	if !debug {
		panic(fmt.Sprint("x"))
	}
	y := 1
	fmt.Println(&y)
	return p
}

func g(p *int) *int { // GC: :[[#@LINE]]:8: p does not escape
	i := 0
loop:
	if !debug {
		i++
		if i < 3 {
			goto loop
		}
		return nil
	}
	return p
}

// A clause that falls through is followed as any other, and so are loops.
func h(p *int) *int { // GC: :[[#@LINE]]:8: leaking param: p to result ~r0 level=0
	switch level {
	case 1:
		return p
	case 2:
		fallthrough
	case 3:
		return nil
	}
	return p
}

func k(p *int) *int { // GC: :[[#@LINE]]:8: leaking param: p to result ~r0 level=0
	switch level {
	case 7:
		return p
	}
	if debug {
		return p
	}
	for debug {
		return p
	}
	return nil
}

func main() {
	n := 1
	fmt.Println(a(&n), b(&n), c(&n), d(&n), e(&n), g(&n), h(&n), k(&n))
	defer func() { fmt.Println(recover()) }()
	f(&n)
}

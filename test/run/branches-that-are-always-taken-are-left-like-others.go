// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/branches-that-are-always-taken-are-left-like-others.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/branches-that-are-always-taken-are-left-like-others.out %t.heap
package main

import "fmt"

const on = true

type k int

const (
	a k = iota
	b
)

func f(n int) (r func() int) {
	if on {
		x := n
		defer func() { x++; r = func() int { x++; return x } }()
	}
	switch b {
	case a:
		return nil
	case b:
		y := n
		p := &y
		defer func() { *p++; fmt.Println("y", y, *p) }()
		if n > 3 {
			break
		}
		fmt.Println("small")
	}
	if !on {
		n = 100
	} else if z := n * 2; on && z > 4 {
		defer fmt.Println("deferred", z)
	} else {
		fmt.Println("else", z)
	}
	for on {
		w := n
		q := &w
		if on {
			*q++
			fmt.Println(w)
			break
		}
		fmt.Println("never")
	}
	switch x := interface{}(n).(type) {
	case int:
		if on {
			return func() int { return x }
		}
	}
	return nil
}

func g() (err error) {
	if on {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("recovered %v", r)
			}
		}()
	}
	if on {
		panic("x")
	}
	return nil
}

func h(n int) func() int {
	if on {
		m := n
		return func() int { m++; return m }
	}
	return nil
}

func lit() []func() string {
	var out []func() string
	for i := 0; i < 2; i++ {
		switch {
		case !on:
			out = append(out, func() string { return "dead" })
		case on:
			i := i
			out = append(out, func() string { i++; return fmt.Sprint(i) })
			continue
		}
		out = append(out, nil)
	}
	return out
}

func main() {
	fmt.Println(f(1)(), f(5)(), g(), h(4)())
	for _, s := range lit() {
		fmt.Println(s())
	}
}

// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/closures-share-what-they-capture.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/closures-share-what-they-capture.out %t.heap
package main

import "fmt"

func counter() (inc func() int, get func() int, reset func()) {
	n := 0
	inc = func() int { n++; return n }
	get = func() int { return n }
	reset = func() { n = 0 }
	return
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		r := a
		a, b = b, a+b
		return r
	}
}

type op struct {
	name string
	f    func(a, b int) int
}

func main() {
	inc, get, reset := counter()
	inc()
	inc()
	fmt.Print(get(), " ")
	reset()
	fmt.Println(get(), inc())
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 10 })(4))
	f := fib()
	for i := 0; i < 10; i++ {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	ops := []op{{"+", func(a, b int) int { return a + b }}, {"-", func(a, b int) int { return a - b }}}
	for _, o := range ops {
		fmt.Print(o.name, o.f(5, 3), " ")
	}
	fmt.Println()
	var fact func(int) int
	fact = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10))
	x := 1
	outer := func() func() int {
		y := x
		return func() int {
			x += y
			y++
			return x
		}
	}
	a, b := outer(), outer()
	fmt.Println(a(), b(), a(), x)
	m := map[string]func() int{"a": a, "b": b}
	fmt.Println(m["a"](), m["b"]())
	big := [100]int{99: 5}
	g := func() int { big[99]++; return big[99] }
	fmt.Println(g(), g(), big[99])
	var fs [3]func() int
	for i := range fs {
		i := i
		fs[i] = func() int { i *= 2; return i }
	}
	for i := 2; i >= 0; i-- {
		fmt.Print(fs[i](), fs[i](), " ")
	}
	fmt.Println()
}

// Callbacks through an interface, some of them method values.
package main

type visitor interface{ visit(n int) bool }

type summer struct{ total int }

func (s *summer) visit(n int) bool { s.total += n; return true }

type finder struct{ wanted, at, seen int }

func (f *finder) visit(n int) bool {
	f.seen++
	if n == f.wanted {
		f.at = f.seen
		return false
	}
	return true
}

type visitFunc func(int) bool

func (f visitFunc) visit(n int) bool { return f(n) }

func walk(xs []int, v visitor) {
	for _, x := range xs {
		if !v.visit(x) {
			return
		}
	}
}

func main() {
	xs := make([]int, 512)
	for i := range xs {
		xs[i] = i * 7 & 511
	}
	total := 0
	for round := 0; round < 250000; round++ {
		s, f := &summer{}, &finder{wanted: round & 511}
		odd := 0
		for _, v := range []visitor{s, f, visitFunc(func(n int) bool { odd += n & 1; return true })} {
			walk(xs, v)
		}
		total += s.total + f.at + odd
	}
	println(total)
}

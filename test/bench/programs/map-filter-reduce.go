// Chains of map, filter and reduce over slices, each step a closure.
package main

func mapped(xs []int, f func(int) int) []int {
	ys := make([]int, 0, len(xs))
	for _, x := range xs {
		ys = append(ys, f(x))
	}
	return ys
}

func filtered(xs []int, keep func(int) bool) []int {
	var ys []int
	for _, x := range xs {
		if keep(x) {
			ys = append(ys, x)
		}
	}
	return ys
}

func reduced(xs []int, from int, f func(int, int) int) int {
	for _, x := range xs {
		from = f(from, x)
	}
	return from
}

func main() {
	xs := make([]int, 1000)
	for i := range xs {
		xs[i] = i
	}
	total := 0
	for round := 0; round < 80000; round++ {
		factor := round & 7
		chain := filtered(mapped(xs, func(x int) int { return x*factor + round }), func(x int) bool { return x%3 != factor&1 })
		total += reduced(chain, 0, func(a, b int) int { return a ^ b + factor })
	}
	println(total)
}

// Binary trees: many small objects, and one tree that stays.
package main

type tree struct{ left, right *tree }

func bottomUp(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{bottomUp(depth - 1), bottomUp(depth - 1)}
}

func (t *tree) count() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.count() + t.right.count()
}

func main() {
	const most = 18
	println(bottomUp(most + 1).count())
	long := bottomUp(most)
	for depth := 4; depth <= most; depth += 4 {
		rounds := 1 << (most - depth + 4)
		check := 0
		for i := 0; i < rounds; i++ {
			check += bottomUp(depth).count()
		}
		println(rounds, depth, check)
	}
	println(long.count())
}

// Memoisation: a recursive closure and the map it captures.
package main

type key struct{ row, column int }

func paths(bend int) func(key) int {
	known := map[key]int{}
	var count func(key) int
	count = func(k key) int {
		if k.row == 0 || k.column == 0 {
			return 1
		}
		if n, ok := known[k]; ok {
			return n
		}
		n := count(key{k.row - 1, k.column}) + count(key{k.row, k.column - 1})
		if (k.row+k.column)%bend == 0 {
			n -= count(key{k.row - 1, k.column - 1})
		}
		n &= 0xffffff
		known[k] = n
		return n
	}
	return count
}

func main() {
	sum := 0
	for round := 0; round < 60; round++ {
		sum += paths(3 + round)(key{200, 200})
	}
	println(sum)
}

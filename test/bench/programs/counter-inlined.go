// Counters that stay in the frame they are made in, once the function that makes them is inlined there.
package main

func counter(from int) func() int {
	count := from
	return func() int {
		count++
		return count
	}
}

func main() {
	sum := 0
	for i := 0; i < 100000000; i++ {
		next := counter(i)
		for k := 0; k < 8; k++ {
			sum += next() & 3
		}
	}
	println(sum)
}

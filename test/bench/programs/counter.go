// Counters: a captured variable that outlives its frame, made and counted up millions of times.
package main

func counter(from int) func() int {
	count := from
	return func() int {
		count++
		return count
	}
}

func main() {
	counters := make([]func() int, 64)
	for i := range counters {
		counters[i] = counter(i)
	}
	sum := 0
	for i := 0; i < 20000000; i++ {
		if i&1 == 0 {
			counters[i*7&63] = counter(i)
		}
		sum += counters[i&63]() & 3
	}
	println(sum)
}

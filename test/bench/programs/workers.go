// Goroutines over channels with room: workers that run closures, and what they found comes back.
package main

type task func() int

func work(tasks <-chan task, results chan<- int) {
	for t := range tasks {
		results <- t()
	}
}

func main() {
	const count, rounds = 8, 5000000
	tasks, results := make(chan task, 64), make(chan int, 64)
	for i := 0; i < count; i++ {
		go work(tasks, results)
	}
	go func() {
		for i := 0; i < rounds; i++ {
			n := i
			tasks <- func() int { return n*n&255 ^ n }
		}
		close(tasks)
	}()
	sum := 0
	for i := 0; i < rounds; i++ {
		sum += <-results
	}
	println(sum)
}

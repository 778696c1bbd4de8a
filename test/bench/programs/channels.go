// Goroutines over channels without room: the prime sieve, a chain of filters that grows.
package main

func generate(out chan<- int) {
	for i := 2; ; i++ {
		out <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if i := <-in; i%prime != 0 {
			out <- i
		}
	}
}

func main() {
	sum := 0
	ch := make(chan int)
	go generate(ch)
	for i := 0; i < 3000; i++ {
		prime := <-ch
		sum += prime
		next := make(chan int)
		go filter(ch, next, prime)
		ch = next
	}
	println(sum)
}

// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/goroutines-and-channels.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/goroutines-and-channels.out %t.heap
package main

import "fmt"

func worker(id int, jobs <-chan int, results chan<- int, done chan bool) {
	for j := range jobs {
		results <- j * j
	}
	done <- true
}

func producer(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 0; i < n; i++ {
			c <- i
		}
	}()
	return c
}

func main() {
	jobs, results, done := make(chan int, 10), make(chan int, 100), make(chan bool)
	for w := 0; w < 3; w++ {
		go worker(w, jobs, results, done)
	}
	for i := 1; i <= 10; i++ {
		jobs <- i
	}
	close(jobs)
	for w := 0; w < 3; w++ {
		<-done
	}
	close(results)
	sum := 0
	for r := range results {
		sum += r
	}
	fmt.Println(sum)
	c := producer(4)
	for {
		v, ok := <-c
		if !ok {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	a, b := make(chan string), make(chan string, 1)
	b <- "b"
	select {
	case s := <-a:
		fmt.Println("a", s)
	case s, ok := <-b:
		fmt.Println(s, ok)
	}
	select {
	case s := <-b:
		fmt.Println(s)
	default:
		fmt.Println("empty")
	}
	select {
	case b <- "again":
		fmt.Println(len(b), cap(b), <-b)
	}
	var x [2]int
	idx := 0
	ints := make(chan int, 1)
	ints <- 5
	select {
	case x[idx] = <-ints:
	}
	fmt.Println(x)
	quit := make(chan struct{})
	go func() { close(quit) }()
	<-quit
	_, ok := <-quit
	fmt.Println(ok)
	func() {
		defer func() { fmt.Println(recover()) }()
		close(quit)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		quit <- struct{}{}
	}()
}

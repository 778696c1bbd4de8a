// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var hits int64
	total := 0
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for k := 0; k < 100; k++ {
				mu.Lock()
				total += i
				mu.Unlock()
				atomic.AddInt64(&hits, 1)
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(total, hits) // CHECK:19000 2000

	squares := make(chan int)
	go func() {
		defer close(squares)
		for i := 0; i < 5; i++ {
			squares <- i * i
		}
	}()
	sum := 0
	for x := range squares {
		sum += x
	}
	x, ok := <-squares
	fmt.Println(sum, x, ok) // CHECK:30 0 false

	timeout := time.After(time.Minute)
	done := make(chan string, 1)
	go func() { done <- "done" }()
	select {
	case s := <-done:
		fmt.Println(s) // CHECK:done
	case <-timeout:
		fmt.Println("timeout")
	}
	select {
	case <-done:
	default:
		fmt.Println("nothing") // CHECK:nothing
	}

	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once", i) }) // CHECK:once 0
	}
	var rw sync.RWMutex
	m := map[int]int{}
	for i := 0; i < 10; i++ {
		wg.Add(2)
		go func(i int) { defer wg.Done(); rw.Lock(); m[i] = i * i; rw.Unlock() }(i)
		go func(i int) { defer wg.Done(); rw.RLock(); _ = m[i]; rw.RUnlock() }(i)
	}
	wg.Wait()
	fmt.Println(len(m), m[9])                                                                                                   // CHECK:10 81
	fmt.Println(1500*time.Millisecond, 90*time.Minute, time.Duration(1234), -time.Second, time.Duration(1500)*time.Microsecond) // CHECK:1.5s 1h30m0s 1.234µs -1s 1.5ms
}

// RUN: %outlive run %s | FileCheck --match-full-lines %s
// RUN: %outlive run -gc=none %s | FileCheck --match-full-lines %s
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type node struct {
	next  *node
	value int
}

// What only a waiting goroutine's stack points to survives collections.
func lists(count int) int {
	var ready, done sync.WaitGroup
	on := make(chan bool)
	total := int64(0)
	for i := 0; i < count; i++ {
		ready.Add(1)
		done.Add(1)
		go func(i int) {
			var list *node
			for k := 0; k < 10; k++ {
				list = &node{list, i + k}
			}
			ready.Done()
			<-on
			for ; list != nil; list = list.next {
				atomic.AddInt64(&total, int64(list.value))
			}
			done.Done()
		}(i)
	}
	ready.Wait()
	for i := 0; i < 3; i++ {
		runtime.GC()
		garbage := make([]*node, 10000)
		for k := range garbage {
			garbage[k] = &node{nil, -1}
		}
	}
	close(on)
	done.Wait()
	return int(total)
}

// More than there are processors look at a variable until it changes; who changes it gets its turn.
func spinners(count int) int32 {
	var flag, seen int32
	var done sync.WaitGroup
	for i := 0; i < count; i++ {
		done.Add(1)
		go func() {
			for atomic.LoadInt32(&flag) == 0 {
			}
			atomic.AddInt32(&seen, 1)
			done.Done()
		}()
	}
	go func() { atomic.StoreInt32(&flag, 1) }()
	done.Wait()
	return seen
}

// Panics and defers are the goroutine's, whichever thread it is in.
func recovered(i int) (r int) {
	defer func() {
		if e := recover(); e != nil {
			r = e.(int)
		}
	}()
	defer time.Sleep(time.Millisecond)
	runtime.Gosched()
	panic(i)
}

func main() {
	fmt.Println(lists(2000)) // CHECK: 20080000
	fmt.Println(spinners(6)) // CHECK: 6

	var order []string
	var m sync.Mutex
	var done sync.WaitGroup
	for _, ms := range []int{60, 20, 40, 0} {
		done.Add(1)
		go func(ms int) {
			time.Sleep(time.Duration(ms) * time.Millisecond)
			m.Lock()
			order = append(order, fmt.Sprint(ms))
			m.Unlock()
			done.Done()
		}(ms)
	}
	done.Wait()
	fmt.Println(order) // CHECK: [0 20 40 60]

	sums := make(chan int)
	for i := 0; i < 100; i++ {
		go func(i int) { sums <- recovered(i) }(i)
	}
	sum := 0
	for i := 0; i < 100; i++ {
		sum += <-sums
	}
	fmt.Println(sum) // CHECK: 4950
	for i := 0; i < 5000 && runtime.NumGoroutine() > 1; i++ { // the last ones are ending
		time.Sleep(time.Millisecond)
	}
	fmt.Println(runtime.NumGoroutine()) // CHECK: 1
}

// RUN: bash -c '%outlive run %s >%t 2>&1; test $? = 2' && FileCheck %s <%t
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	start := time.Now()
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		time.Sleep(20 * time.Millisecond)
		group.Done()
	}()
	group.Wait()
	fmt.Println(time.Since(start) >= 20*time.Millisecond, time.Since(start) < time.Minute) // CHECK: true true

	never := make(chan int)
	go func() { never <- <-never }()
	<-never // CHECK-NEXT: fatal error: all goroutines are asleep - deadlock!
}

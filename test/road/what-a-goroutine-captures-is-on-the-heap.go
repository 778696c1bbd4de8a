// RUN: %outlive check %s 2>&1 | FileCheck %s
// RUN: %outlive run %s 2>&1 | FileCheck --check-prefix=OUTPUT %s
package main

func main() {
	done := make(chan bool)
	count := 1 // CHECK: [[#@LINE]]:2: warning: 'count' must be heap-allocated
	go func() {
		count++
		done <- true
	}()
	<-done
	println("count is", count)
	// OUTPUT: count is 2
}

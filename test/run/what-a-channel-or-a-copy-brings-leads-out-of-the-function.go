// RUN: %outlive run %s | FileCheck %s
// RUN: %outlive run -storage=heap %s | FileCheck %s
//
// A pointer that comes out of a channel, or of a copy, leads to what others have, so what is stored through it outlives the function.
package main

import "fmt"

var kept func() int

func clobber(n int) int {
	var a [64]int
	for i := range a {
		a[i] = n + i
	}
	return a[n&63]
}

func received() {
	n := clobber(3)
	c := make(chan *func() int, 1)
	c <- &kept
	p := <-c
	*p = func() int { return n }
}

func ranged() {
	n := clobber(5)
	c := make(chan *func() int, 1)
	c <- &kept
	close(c)
	for p := range c {
		*p = func() int { return n }
	}
}

func selected() {
	n := clobber(7)
	c := make(chan *func() int, 1)
	c <- &kept
	select {
	case p := <-c:
		*p = func() int { return n }
	}
}

func copied(src []*func() int) {
	n := clobber(9)
	var a [1]*func() int
	dst := a[:]
	copy(dst, src)
	*dst[0] = func() int { return n }
}

func main() {
	received()
	clobber(9)
	fmt.Println(kept()) // CHECK: 6
	ranged()
	clobber(9)
	fmt.Println(kept()) // CHECK-NEXT: 10
	selected()
	clobber(9)
	fmt.Println(kept()) // CHECK-NEXT: 14
	copied([]*func() int{&kept})
	clobber(9)
	fmt.Println(kept()) // CHECK-NEXT: 18
}

// RUN: %outlive check -dump=ast %s | FileCheck %s
package main

var a chan<- chan int // CHECK: var [[@LINE]]:5 a
// CHECK-NEXT: type: chan type {{.*}} send
// CHECK-NEXT:   chan type [[@LINE-2]]:14{{$}}
var b chan<- <-chan int // CHECK: var [[@LINE]]:5 b
// CHECK-NEXT: type: chan type {{.*}} send
// CHECK-NEXT:   chan type {{.*}} receive
var c <-chan <-chan int // CHECK: var [[@LINE]]:5 c
// CHECK-NEXT: type: chan type {{.*}} receive
// CHECK-NEXT:   chan type {{.*}} receive
var d = (<-chan int)(nil) // CHECK: var [[@LINE]]:5 d
// CHECK-NEXT: value: call
// CHECK-NEXT:   parenthesized
// CHECK-NEXT:     chan type [[@LINE-3]]:10 receive
// CHECK-NEXT:       name {{.*}} int

func main() {
	x := make(chan chan int)
	y := <-(chan int)(<-x) // CHECK: define [[@LINE]]
	// CHECK-NEXT: left: name {{.*}} y
	// CHECK-NEXT: right: unary [[@LINE-2]]:7 <-
	// CHECK-NEXT:   call
	// CHECK-NEXT:     parenthesized
	// CHECK-NEXT:       chan type [[@LINE-5]]:10{{$}}
	// CHECK-NEXT:         name {{.*}} int
	// CHECK-NEXT:     argument: unary {{.*}} <-
	_ = y
}

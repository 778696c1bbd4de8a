// RUN: not %outlive check %s 2>&1 | FileCheck %s
// RUN: bash -c '%outlive check %s 2>&1 | not grep -v "unsupported: type parameters"'
package main

type List[T any] struct { // CHECK: [[@LINE]]:10: unsupported: type parameters
	next *List[T] // CHECK: [[@LINE]]:12: unsupported: type parameters
}

type Number interface {
	~int | ~float64 // CHECK: [[@LINE]]:2: unsupported: type parameters
}

func (l *List[T]) Push(x T) {} // CHECK: [[@LINE]]:14: unsupported: type parameters

func Map[K comparable, V any](m map[K]V, f func(K, V)) {} // CHECK: [[@LINE]]:9: unsupported: type parameters

type Array [N]int // not one
const N = 3

func main() {
	Map[string, int](nil, nil) // CHECK: [[@LINE]]:5: unsupported: type parameters
	_ = List[int]{} // CHECK: [[@LINE]]:10: unsupported: type parameters
}

// RUN: %outlive lower -dump=types %s | FileCheck %s
package main

import "unsafe"

type mixed struct {
	b    bool
	i    int64
	c    [3]byte
	s    string
	e    interface{}
	last struct{}
}

var m mixed

const (
	size    = unsafe.Sizeof(m)          // CHECK: [[@LINE]]:2: const size: uintptr = 64
	c       = unsafe.Offsetof(m.c)      // CHECK: [[@LINE]]:2: const c: uintptr = 16
	s       = unsafe.Offsetof(m.s)      // CHECK: [[@LINE]]:2: const s: uintptr = 24
	last    = unsafe.Offsetof(m.last)   // CHECK: [[@LINE]]:2: const last: uintptr = 56
	slice   = unsafe.Sizeof([]int{})    // CHECK: [[@LINE]]:2: const slice: uintptr = 24
	complex = unsafe.Alignof(complex64(0)) // CHECK: [[@LINE]]:2: const complex: uintptr = 4
	empty   = unsafe.Sizeof(struct{}{}) // CHECK: [[@LINE]]:2: const empty: uintptr = 0
)

func main() {}

// RUN: %outlive check -dump=ast %s | FileCheck %s
package main

func f(a, b int, c ...string) (x, y error) { return }

// CHECK:      func [[@LINE-2]]:1 f
// CHECK-NEXT:   parameter: a [[@LINE-3]]:8
// CHECK-NEXT:     name [[@LINE-4]]:13 int
// CHECK-NEXT:   parameter: b [[@LINE-5]]:11
// CHECK-NEXT:     name [[@LINE-6]]:13 int
// CHECK-NEXT:   parameter: c [[@LINE-7]]:18
// CHECK-NEXT:     ... type [[@LINE-8]]:20
// CHECK-NEXT:       name [[@LINE-9]]:23 string
// CHECK-NEXT:   result: x
// CHECK-NEXT:     name {{.*}} error
// CHECK-NEXT:   result: y

func g(int, []string, func(int)) (int, bool) { return 0, false }

// CHECK:      func [[@LINE-2]]:1 g
// CHECK-NEXT:   parameter: unnamed [[@LINE-3]]:8
// CHECK-NEXT:     name [[@LINE-4]]:8 int
// CHECK-NEXT:   parameter: unnamed
// CHECK-NEXT:     slice type
// CHECK:        parameter: unnamed
// CHECK-NEXT:     func type
// CHECK-NEXT:       parameter: unnamed
// CHECK:        result: unnamed
// CHECK:        result: unnamed

type T struct{}

func (t *T) m(_ [2]int) {}

// CHECK:      func [[@LINE-2]]:1 m
// CHECK-NEXT:   receiver: t
// CHECK-NEXT:     star
// CHECK-NEXT:       name {{.*}} T
// CHECK-NEXT:   parameter: _

func main() {}

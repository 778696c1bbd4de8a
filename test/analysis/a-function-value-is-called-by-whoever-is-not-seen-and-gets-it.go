// sort.Slice keeps nothing, but calls what it is given, and nobody sees how: also where a function that is seen hands it on.
//
// RUN: %outlive check -m -lang=go1.19 %s 2>&1 | FileCheck --implicit-check-not=moved %s
// RUN: %outlive run %s 2>&1 | FileCheck --check-prefix=PRINTS %s
package main

import "sort"

var sink *int

type order struct{ less func(i, j int) bool }

func sorted(s []int, less func(i, j int) bool)     { sort.Slice(s, less) }
func sortedBy(s []int, o *order)                   { sort.Slice(s, o.less) }
func called(f func(i, j int) bool)                 { f(0, 0) }
func stored(o *order, less func(i, j int) bool)    { o.less = less }
func dropped(s []int, _ func(i, j int) bool) []int { return s }

func main() {
	s := []int{2, 1}
	direct := 1 // CHECK: :[[#@LINE]]:2: moved to heap: direct
	sort.Slice(s, func(i, j int) bool { sink = &direct; return i < j })
	handed := 2 // CHECK: :[[#@LINE]]:2: moved to heap: handed
	sorted(s, func(i, j int) bool { sink = &handed; return i < j })
	inside := 3 // CHECK: :[[#@LINE]]:2: moved to heap: inside
	sortedBy(s, &order{func(i, j int) bool { sink = &inside; return i < j }})
	var o order
	later := 4 // CHECK: :[[#@LINE]]:2: moved to heap: later
	stored(&o, func(i, j int) bool { sink = &later; return i < j })
	sort.Slice(s, o.less)
	seen := 5 // CHECK: :[[#@LINE]]:2: moved to heap: seen
	called(func(i, j int) bool { sink = &seen; return i < j })

	// Never called.
	stays := 6
	s = dropped(s, func(i, j int) bool { sink = &stays; return i < j })
	println(*sink) // PRINTS: 5
}

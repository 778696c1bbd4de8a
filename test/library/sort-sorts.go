// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"fmt"
	"sort"
)

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type pair struct{ k, order int }

func main() {
	ints := []int{5, 2, 6, 3, 1, 4}
	sort.Ints(ints)
	fmt.Println(ints, sort.SearchInts(ints, 4), sort.IntsAreSorted(ints)) // CHECK:[1 2 3 4 5 6] 3 true
	words := []string{"ccc", "a", "", "bb", "dddd"}
	sort.Sort(byLen(words))
	fmt.Printf("%q\n", words) // CHECK:["" "a" "bb" "ccc" "dddd"]
	sort.Sort(sort.Reverse(sort.StringSlice(words)))
	fmt.Printf("%q\n", words) // CHECK:["dddd" "ccc" "bb" "a" ""]
	for _, n := range []int{0, 1, 2, 13, 100, 5000} {
		for kind := 0; kind < 4; kind++ {
			s := make([]pair, n)
			for i := range s {
				s[i] = pair{[]int{i, n - i, i * 7919 % 101, 1}[kind], i}
			}
			sort.SliceStable(s, func(i, j int) bool { return s[i].k < s[j].k })
			for i := 1; i < n; i++ {
				if s[i-1].k > s[i].k || s[i-1].k == s[i].k && s[i-1].order > s[i].order {
					fmt.Println("not stable", n, kind, i)
					break
				}
			}
			sort.Slice(s, func(i, j int) bool { return s[i].order > s[j].order })
			for i := range s {
				if s[i].order != n-1-i {
					fmt.Println("not sorted", n, kind, i)
					break
				}
			}
		}
	}
	fmt.Println(sort.Search(100, func(i int) bool { return i*i >= 50 })) // CHECK:8
}

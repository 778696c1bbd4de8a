// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/ranges-over-everything.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/ranges-over-everything.out %t.heap
package main

import "fmt"

func main() {
	arr := [3]int{1, 2, 3}
	for i, x := range arr {
		arr[2] = 10 // a copy is ranged over
		fmt.Print(i, x, " ")
	}
	p := &arr
	for i, x := range p {
		p[2] = 20 // no copy
		fmt.Print(i, x, " ")
	}
	xs := []int{1, 2, 3}
	for i, x := range xs {
		if i == 0 {
			xs = append(xs, 4)
			xs[2] = 7
		}
		fmt.Print(x, " ")
	}
	fmt.Println(xs)
	for i, r := range "aé\xff世" {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	for i := range "héy" {
		fmt.Print(i, " ")
	}
	m := map[int]bool{1: true, 2: true, 3: true}
	sum := 0
	for k := range m {
		sum += k
		delete(m, k)
	}
	fmt.Println(sum, len(m))
	n := 0
	for range xs {
		n++
	}
	for range [5]int{} {
		n++
	}
	fmt.Println(n)
	var i int
	var st struct{ x int }
	for i, st.x = range xs {
	}
	fmt.Println(i, st.x)
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	fmt.Println()
	matrix := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	for _, row := range matrix {
		for j := range row {
			row[j] *= 2
			fmt.Print(row[j], " ")
		}
	}
	fmt.Println(matrix)
	var nilmap map[string]int
	for range nilmap {
		fmt.Println("never")
	}
	var ps []*int
	for _, x := range xs {
		x := x
		ps = append(ps, &x)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
}

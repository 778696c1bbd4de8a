// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/control-flow-goes-where-labels-say.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/control-flow-goes-where-labels-say.out %t.heap
package main

import "fmt"

func classify(n int) (s string) {
	switch {
	case n < 0:
		s = "negative"
	case n == 0:
		s = "zero "
		fallthrough
	case n == 1:
		s += "small"
	default:
		s = "default"
	case n > 100:
		s = "large"
	}
	return
}

func kinds(x interface{}) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprint("integer ", v)
	case string:
		return "string " + v
	case error:
		return "error " + v.Error()
	case func() int:
		return fmt.Sprint("func ", v())
	case []int:
		return fmt.Sprint("slice of ", len(v))
	}
	return "other"
}

func primes(n int) (ps []int) {
next:
	for i := 2; i < n; i++ {
		for _, p := range ps {
			if p*p > i {
				break
			}
			if i%p == 0 {
				continue next
			}
		}
		ps = append(ps, i)
	}
	return
}

func search(grid [][]int, want int) (int, int) {
	var i, j int
found:
	for i = range grid {
		for j = range grid[i] {
			switch grid[i][j] {
			case want:
				break found
			case -1:
				continue found
			}
		}
	}
	return i, j
}

func collatz(n int) (steps int) {
again:
	if n == 1 {
		return
	}
	steps++
	if n%2 == 0 {
		n /= 2
		goto again
	}
	n = 3*n + 1
	goto again
}

func day(d int) string {
	switch d {
	case 0, 6:
		return "weekend"
	case 1:
		fallthrough
	case 2:
		if d == 1 {
			break
		}
		return "tuesday"
	default:
		return "weekday"
	}
	return "monday"
}

func main() {
	fmt.Println(classify(-1), classify(0), classify(1), classify(50), classify(500))
	fmt.Println(kinds(nil), kinds(1), kinds(int8(2)), kinds("s"), kinds(fmt.Errorf("e")), kinds(func() int { return 3 }), kinds([]int{1}), kinds(2.5))
	fmt.Println(primes(40))
	fmt.Println(search([][]int{{1, -1, 5}, {2, 5}, {5}}, 5))
	fmt.Println(collatz(27))
	fmt.Println(day(0), day(1), day(2), day(3))
	switch x := 5; x {
	}
	switch f := func() int { return 2 }; f() {
	case 1, 2:
		fmt.Println("two")
	}
	for i := 0; ; i++ {
		if i == 3 {
			goto out
		}
	}
out:
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, " ")
	}
	fmt.Println()
	var s string
	switch s {
	case "a":
	case "":
		fmt.Println("empty")
	}
	var fs []func() int
	n := 0
loop:
	k := n
	fs = append(fs, func() int { k++; return k })
	if n++; n < 3 {
		goto loop
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}

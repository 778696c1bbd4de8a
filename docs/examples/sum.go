package main

func each(list []int, f func(int)) {
	for _, x := range list {
		f(x)
	}
}

func sum(list []int) int {
	total := 0
	each(list, func(x int) {
		total += x
	})
	return total
}

func main() {
	println(sum([]int{1, 2, 3}))
}

// Closures that are only passed down and called: nothing outlives its frame.
package main

func filter(list []int, keep func(int) bool, yield func(int)) {
	for _, x := range list {
		if keep(x) {
			yield(x)
		}
	}
}

func sumOfMultiples(list []int, of int) int {
	sum := 0
	filter(list, func(x int) bool {
		return x%of == 0
	}, func(x int) {
		sum += x
	})
	return sum
}

func main() {
	println(sumOfMultiples([]int{1, 2, 3, 4, 5, 6}, 3))
}

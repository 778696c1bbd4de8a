// Calls through closures: which one is called is known at run time only.
package main

func adders(n int) []func(int) int {
	steps := make([]func(int) int, n)
	for i := range steps {
		k := i
		steps[i] = func(x int) int { return x + k }
	}
	return steps
}

func main() {
	steps := adders(16)
	x := 0
	for i := 0; i < 300000000; i++ {
		x = steps[(i^x)&15](x)
	}
	println(x)
}

// Spectral norm: nested loops over slices, with the matrix a closure.
package main

import "math"

func times(v []float64, a func(i, k int) float64) []float64 {
	w := make([]float64, len(v))
	for i := range w {
		var sum float64
		for k := range v {
			sum += a(i, k) * v[k]
		}
		w[i] = sum
	}
	return w
}

func main() {
	const n = 1600
	a := func(i, k int) float64 { return 1 / float64((i+k)*(i+k+1)/2+i+1) }
	transposed := func(i, k int) float64 { return a(k, i) }
	u := make([]float64, n)
	for i := range u {
		u[i] = 1
	}
	var v []float64
	for round := 0; round < 10; round++ {
		v = times(times(u, a), transposed)
		u = times(times(v, a), transposed)
	}
	var vBv, vv float64
	for i := range v {
		vBv += u[i] * v[i]
		vv += v[i] * v[i]
	}
	println(math.Sqrt(vBv / vv))
}

// Package sort: sorting and searching.
package sort

// Interface is a list that can be sorted.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// lists up to this length are sorted by insertion
const short = 12

func insertion(data Interface, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

func siftDown(data Interface, first, root, end int) {
	for {
		child := 2*root + 1
		if child >= end {
			return
		}
		if child+1 < end && data.Less(first+child, first+child+1) {
			child++
		}
		if !data.Less(first+root, first+child) {
			return
		}
		data.Swap(first+root, first+child)
		root = child
	}
}

func heapSort(data Interface, a, b int) {
	n := b - a
	for root := n/2 - 1; root >= 0; root-- {
		siftDown(data, a, root, n)
	}
	for end := n - 1; end > 0; end-- {
		data.Swap(a, a+end)
		siftDown(data, a, 0, end)
	}
}

// quick sorts data[a:b]; a part that was divided badly too often is left to heapSort, so that no input takes quadratic time.
func quick(data Interface, a, b, depth int) {
	for b-a > short {
		if depth == 0 {
			heapSort(data, a, b)
			return
		}
		depth--
		// the median of three comes to a
		middle := int(uint(a+b) >> 1)
		if data.Less(middle, a) {
			data.Swap(middle, a)
		}
		if data.Less(b-1, middle) {
			data.Swap(b-1, middle)
			if data.Less(middle, a) {
				data.Swap(middle, a)
			}
		}
		data.Swap(a, middle)
		i, j := a+1, b-1
		for {
			for i <= j && data.Less(i, a) {
				i++
			}
			for i <= j && data.Less(a, j) {
				j--
			}
			if i >= j {
				break
			}
			data.Swap(i, j)
			i++
			j--
		}
		data.Swap(a, j)
		if j-a < b-j-1 {
			quick(data, a, j, depth)
			a = j + 1
		} else {
			quick(data, j+1, b, depth)
			b = j
		}
	}
	insertion(data, a, b)
}

func Sort(data Interface) {
	n := data.Len()
	depth := 0
	for i := n; i > 0; i >>= 1 {
		depth++
	}
	quick(data, 0, n, 2*depth)
}

// rotate exchanges data[a:m] and data[m:b].
func rotate(data Interface, a, m, b int) {
	reverse(data, a, m)
	reverse(data, m, b)
	reverse(data, a, b)
}

func reverse(data Interface, a, b int) {
	for i, j := a, b-1; i < j; i, j = i+1, j-1 {
		data.Swap(i, j)
	}
}

// merge merges the sorted data[a:m] and data[m:b] in place, equal elements in their order.
func merge(data Interface, a, m, b int) {
	if a >= m || m >= b || !data.Less(m, m-1) {
		return
	}
	if b-a == 2 {
		data.Swap(a, m)
		return
	}
	var left, right int
	if m-a > b-m {
		left = a + (m-a)/2
		right = m + Search(b-m, func(i int) bool { return !data.Less(m+i, left) })
	} else {
		right = m + (b-m)/2
		left = a + Search(m-a, func(i int) bool { return data.Less(right, a+i) })
	}
	rotate(data, left, m, right)
	middle := left + right - m
	merge(data, a, left, middle)
	merge(data, middle, right, b)
}

func Stable(data Interface) {
	n := data.Len()
	for a := 0; a < n; a += short {
		b := a + short
		if b > n {
			b = n
		}
		insertion(data, a, b)
	}
	for size := short; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			b := a + 2*size
			if b > n {
				b = n
			}
			merge(data, a, a+size, b)
		}
	}
}

func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reversed struct {
	Interface
}

func (r reversed) Less(i, j int) bool {
	return r.Interface.Less(j, i)
}

// Reverse gives the same list in the opposite order.
func Reverse(data Interface) Interface {
	return &reversed{data}
}

type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x IntSlice) Sort()              { Sort(x) }

type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x Float64Slice) Sort()              { Sort(x) }

type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }
func (x StringSlice) Sort()              { Sort(x) }

func Ints(x []int)         { Sort(IntSlice(x)) }
func Float64s(x []float64) { Sort(Float64Slice(x)) }
func Strings(x []string)   { Sort(StringSlice(x)) }

func IntsAreSorted(x []int) bool         { return IsSorted(IntSlice(x)) }
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }
func StringsAreSorted(x []string) bool   { return IsSorted(StringSlice(x)) }

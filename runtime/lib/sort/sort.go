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

// list is what the algorithms know of what they sort.
type list struct {
	less func(i, j int) bool
	swap func(i, j int)
}

func insertion(x list, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && x.less(j, j-1); j-- {
			x.swap(j, j-1)
		}
	}
}

func siftDown(x list, first, root, end int) {
	for {
		child := 2*root + 1
		if child >= end {
			return
		}
		if child+1 < end && x.less(first+child, first+child+1) {
			child++
		}
		if !x.less(first+root, first+child) {
			return
		}
		x.swap(first+root, first+child)
		root = child
	}
}

func heapSort(x list, a, b int) {
	n := b - a
	for root := n/2 - 1; root >= 0; root-- {
		siftDown(x, a, root, n)
	}
	for end := n - 1; end > 0; end-- {
		x.swap(a, a+end)
		siftDown(x, a, 0, end)
	}
}

// medianToFront brings the median of the first, middle and last element to a.
func medianToFront(x list, a, b int) {
	middle := int(uint(a+b) >> 1)
	if x.less(middle, a) {
		x.swap(middle, a)
	}
	if x.less(b-1, middle) {
		x.swap(b-1, middle)
		if x.less(middle, a) {
			x.swap(middle, a)
		}
	}
	x.swap(a, middle)
}

// divide moves what is less than the element at a before it, and what is greater behind it; it tells where that element is then.
func divide(x list, a, b int) int {
	i, j := a+1, b-1
	for {
		for i <= j && x.less(i, a) {
			i++
		}
		for i <= j && x.less(a, j) {
			j--
		}
		if i >= j {
			break
		}
		x.swap(i, j)
		i++
		j--
	}
	x.swap(a, j)
	return j
}

// quick sorts x[a:b]. A part that was divided too often is left to heapSort, so that no input takes quadratic time.
func quick(x list, a, b, depth int) {
	for b-a > short {
		if depth == 0 {
			heapSort(x, a, b)
			return
		}
		depth--
		medianToFront(x, a, b)
		middle := divide(x, a, b)
		if middle-a < b-middle-1 {
			quick(x, a, middle, depth)
			a = middle + 1
		} else {
			quick(x, middle+1, b, depth)
			b = middle
		}
	}
	insertion(x, a, b)
}

func sort(x list, n int) {
	depth := 0
	for i := n; i > 0; i >>= 1 {
		depth += 2
	}
	quick(x, 0, n, depth)
}

func reverse(x list, a, b int) {
	for i, j := a, b-1; i < j; i, j = i+1, j-1 {
		x.swap(i, j)
	}
}

// rotate exchanges x[a:m] and x[m:b].
func rotate(x list, a, m, b int) {
	reverse(x, a, m)
	reverse(x, m, b)
	reverse(x, a, b)
}

// merge merges the sorted x[a:m] and x[m:b] in place, equal elements in their order: the middle element of the longer part says
// where to divide the other.
func merge(x list, a, m, b int) {
	if a >= m || m >= b || !x.less(m, m-1) {
		return
	}
	if b-a == 2 {
		x.swap(a, m)
		return
	}
	var left, right int
	if m-a > b-m {
		left = a + (m-a)/2
		right = m + Search(b-m, func(i int) bool { return !x.less(m+i, left) })
	} else {
		right = m + (b-m)/2
		left = a + Search(m-a, func(i int) bool { return x.less(right, a+i) })
	}
	rotate(x, left, m, right)
	middle := left + right - m
	merge(x, a, left, middle)
	merge(x, middle, right, b)
}

func stable(x list, n int) {
	for a := 0; a < n; a += short {
		insertion(x, a, least(a+short, n))
	}
	for size := short; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			merge(x, a, a+size, least(a+2*size, n))
		}
	}
}

func least(a, b int) int {
	if a < b {
		return a
	}
	return b
}

func Sort(data Interface) {
	sort(list{data.Less, data.Swap}, data.Len())
}

func Stable(data Interface) {
	stable(list{data.Less, data.Swap}, data.Len())
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

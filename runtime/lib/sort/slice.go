package sort

// length is that of a slice in an interface; it panics for what is no slice.
//
//outlive:flows x=
func length(x any) int

// swap exchanges two elements of a slice in an interface.
//
//outlive:flows x=
func swap(x any, i, j int)

func Slice(x any, less func(i, j int) bool) {
	sort(list{less, func(i, j int) { swap(x, i, j) }}, length(x))
}

func SliceStable(x any, less func(i, j int) bool) {
	stable(list{less, func(i, j int) { swap(x, i, j) }}, length(x))
}

func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := length(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// Search finds the smallest i in [0, n) for which f is true, if f is false up to some place and true from there; n if it never is.
func Search(n int, f func(int) bool) int {
	low, high := 0, n
	for low < high {
		middle := int(uint(low+high) >> 1)
		if f(middle) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

func Find(n int, cmp func(int) int) (i int, found bool) {
	i = Search(n, func(i int) bool { return cmp(i) <= 0 })
	return i, i < n && cmp(i) == 0
}

func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

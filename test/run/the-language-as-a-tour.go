// RUN: %outlive run %s > %t 2>&1
// RUN: diff %S/Inputs/the-language-as-a-tour.out %t
//
// The parts of the language in one program.
package main

import "fmt"

type T struct {
	a int
	b []string
	c map[string]*T
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type Named struct {
	T
	*Inner
	name string
}
type Inner struct{ v int }

func (i *Inner) Inc()     { i.v++ }
func (i Inner) Get() int  { return i.v }
func (t T) Sum() int      { return t.a + len(t.b) }

type Summer interface{ Sum() int }

const (
	A = iota
	B
	C
)

var table = [...]string{A: "a", B: "b", C: "c"}
var global = &T{a: 5}
var fn = func(x int) int { return x * 2 }

func variadic(pre string, xs ...int) (n int) {
	for _, x := range xs {
		n += x
	}
	return
}

func multi() (int, string, error) { return 1, "x", nil }

func swap(p, q *int) { *p, *q = *q, *p }

func fact(n uint64) uint64 {
	if n <= 1 {
		return 1
	}
	return n * fact(n-1)
}

func classify(x int) string {
	switch {
	case x < 0:
		return "neg"
	case x == 0:
		return "zero"
	case x < 10:
		fallthrough
	case x < 100:
		return "small"
	}
	return "big"
}

func gotoLoop(n int) int {
	i := 0
	sum := 0
loop:
	if i < n {
		sum += i
		i++
		goto loop
	}
	return sum
}

func labels() {
outer:
	for i := 0; i < 3; i++ {
		for j := 0; j < 3; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, ";")
		}
	}
	fmt.Println()
}

func main() {
	n := Named{T: T{a: 1, b: []string{"x"}}, Inner: &Inner{7}, name: "n"}
	n.Inc()
	fmt.Println(n.Get(), n.Sum(), n.a, n.v)
	var s Summer = n
	fmt.Println(s.Sum())
	f := n.Inc
	f()
	g := (*Inner).Inc
	g(n.Inner)
	h := Inner.Get
	fmt.Println(n.v, h(*n.Inner))
	fmt.Println(variadic("a"), variadic("b", 1, 2, 3), variadic("c", []int{4, 5}...))
	a, b, c := multi()
	fmt.Println(a, b, c)
	x, y := 1, 2
	swap(&x, &y)
	fmt.Println(x, y, fact(20), classify(-1), classify(0), classify(5), classify(50), classify(500))
	fmt.Println(gotoLoop(5), table, fn(21), global.a)
	labels()
	var c1 Celsius = 36.6
	fmt.Println(c1, fmt.Sprintf("%v %d %x %q", c1, 42, 255, "hi"))
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = -128
	i8 = -i8
	fmt.Println(u8, i8, u8<<7, i8>>1, 7/2, -7/2, -7%3, 1<<10)
	sl := make([]int, 0, 4)
	for i := range 3 {
		sl = append(sl, i*i)
	}
	sl = append(sl, 10, 11, 12)
	fmt.Println(sl, len(sl), sl[1:3], sl[:2:2])
	copy(sl, sl[2:])
	fmt.Println(sl)
	str := "héllo"
	bs := []byte(str)
	rs := []rune(str)
	fmt.Println(len(str), len(bs), len(rs), string(rs[1]), str[1:3] == "é", str+"!"+string(bs[:1]))
	mm := map[[2]int]string{{1, 2}: "a", {3, 4}: "b"}
	fmt.Println(mm[[2]int{1, 2}], len(mm))
	delete(mm, [2]int{1, 2})
	_, ok := mm[[2]int{1, 2}]
	fmt.Println(ok)
	type pt struct{ x, y int }
	pts := []*pt{{1, 2}, {3, 4}}
	pm := map[pt]int{{1, 2}: 3}
	for _, p := range pts {
		p.x += 10
	}
	fmt.Println(*pts[0], pts[1].x, pm[pt{1, 2}], pt{1, 2} == pt{1, 2})
	var e interface{} = 5
	if v, ok := e.(int); ok {
		fmt.Println(v + 1)
	}
	_, ok = e.(string)
	fmt.Println(ok, e == 5, e != nil)
	func() {
		defer func() {
			fmt.Println("rec", recover())
		}()
		var np *T
		fmt.Println(np.a)
	}()
	func() {
		defer func() {
			fmt.Println("rec", recover())
		}()
		_ = e.(fmt.Stringer)
	}()
	for i := 0; i < 3; i++ {
		defer func(k int) { fmt.Print(k, i, " ") }(i * 10)
	}
	var arr [2][3]int
	arr[1][2] = 6
	brr := arr
	brr[0][0] = 1
	fmt.Println(arr, brr, arr == brr, len(arr[0]))
	fmt.Println(min(3, 1, 2), max(1.5, 2.5))
	clear(mm)
	fmt.Println(len(mm))
}

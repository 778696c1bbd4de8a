// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/types-statements-and-expressions-in-their-less-common-forms.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/types-statements-and-expressions-in-their-less-common-forms.out %t.heap
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type Celsius float64
type Kelvin float64
type A struct {
	X int `json:"x"`
	Y string
}
type B struct {
	X int
	Y string `yaml:"y"`
}
type Fn func(int) (int, error)
type Reader interface{ Read(p []byte) (int, error) }
type Writer interface{ Write(p []byte) (int, error) }
type RW interface {
	Reader
	Writer
}
type RW2 interface {
	RW
	Reader
	Close() error
}
type file struct{ buf []byte }

func (f *file) Read(p []byte) (int, error) { n := copy(p, f.buf); f.buf = f.buf[n:]; return n, nil }
func (f *file) Write(p []byte) (n int, err error) {
	f.buf = append(f.buf, p...)
	return len(p), nil
}
func (f *file) Close() error { return errors.New("closed") }

type List struct {
	next *List
	val  interface{}
}
type Tree map[string]Tree
type Self func(Self) int
type Ch chan Ch

func multi() (int, string, error) { return 1, "two", nil }
func take(a int, b string, c error) string { return fmt.Sprint(a, b, c) }
func vari(pre string, xs ...interface{}) int { return len(xs) }
func named() (x, y int, _ string) {
	defer func() { x++ }()
	x, y = 1, 2
	return y, x, "z"
}
func kind(i interface{}) string {
	switch v := i.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("int-ish %v", v)
	case *int:
		return fmt.Sprint("ptr ", *v)
	case func() int:
		return fmt.Sprint("func ", v())
	case []int:
		return fmt.Sprint("slice ", len(v))
	case map[string]int:
		return fmt.Sprint("map ", v["a"])
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case struct{ X int }:
		return fmt.Sprint("struct ", v.X)
	case [2]int:
		return fmt.Sprint("arr ", v[1])
	case chan int:
		return "chan"
	case interface{ Foo() }:
		return "foo"
	default:
		return fmt.Sprintf("other %T", v)
	}
}

var (
	_ RW2 = (*file)(nil)
	_     = vari
	x, _  = 5, 6
)

func (Celsius) _()      {}
func _()                {}
func (_ Kelvin) K() int { return 1 }

const _ = iota

type _ struct{}

func order(s string, v int) int { fmt.Print(s, " "); return v }

func main() {
	a := A{1, "a"}
	b := B(a)
	fmt.Println(b, struct {
		X int
		Y string
	}(a), Celsius(Kelvin(3.5)))
	var anon struct {
		X int
		Y string `yaml:"y"`
	} = b
	b = anon
	fmt.Println(anon == b, take(multi()))
	fmt.Println(named())
	var rw2 RW2 = &file{}
	var rw RW = rw2
	fmt.Fprintf(rw, "hello %d", 5)
	p := make([]byte, 4)
	n, err := Reader(rw).Read(p)
	fmt.Println(n, err, string(p), rw2.Close())
	w, ok := rw.(Writer)
	_, ok2 := rw.(interface{ Nope() })
	fmt.Println(w != nil, ok, ok2)
	i := 7
	for _, x := range []interface{}{nil, 1, int8(2), &i, func() int { return 3 }, []int{1}, map[string]int{"a": 9}, errors.New("e"), strings.NewReplacer, struct{ X int }{4}, [2]int{5, 6}, make(chan int), 'x', "s", a} {
		k := kind(x)
		if strings.Contains(k, "other func") {
			k = "func"
		}
		fmt.Println(k)
	}
	var l *List
	for i := 0; i < 3; i++ {
		l = &List{l, i}
	}
	for n := l; n != nil; n = n.next {
		fmt.Print(n.val, " ")
	}
	t := Tree{"a": {"b": nil}, "c": {}}
	fmt.Println(t, len(t["a"]), t["x"]["y"] == nil)
	var self Self = func(s Self) int { return 5 }
	fmt.Println(self(self))
	m := map[string]*[]struct{ n int }{"k": {{1}, {2}}}
	(*m["k"])[1].n++
	fmt.Println((*m["k"])[1].n, len(*m["k"]))
	mm := map[[2]int][]map[string]int{{1, 2}: {{"a": 1}, nil}}
	mm[[2]int{1, 2}][0]["b"]++
	fmt.Println(mm)
	arr := [...]string{2: "c", 0: "a"}
	sl := []int{5: 1, 2, 1: 7}
	fmt.Println(len(arr), arr, sl, len(sl))
	pp := &[]*A{{1, "x"}, nil, {Y: "z"}}
	fmt.Println((*pp)[0].X, (*pp)[1] == nil, (*pp)[2].Y)
	mp := map[A]int{{1, "a"}: 2, {Y: "q"}: 3}
	fmt.Println(mp[a], mp[A{0, "q"}])
	order("a", 1)
	s := []int{order("x", 1), order("y", 2), order("z", 3)}
	s[order("i", 0)], s[order("j", 1)] = order("v", 9), order("w", 8)
	fmt.Println(s)
	s[0], s[1], s[2] = s[2], s[0], s[1]
	i, s[i%3] = 2, 77
	fmt.Println(s, i)
	fmt.Println(order("l", 1) > 0 && order("m", 0) > 0 || order("n", 1) > 0)
	var e1 error
	var e2 *os.PathError
	fmt.Println(e1 == nil, error(e2) == nil, e2 == nil)
	func(f ...func()) {
		for _, g := range f {
			defer g()
		}
	}(func() { fmt.Print("1 ") }, func() { fmt.Println("2") })
	defer fmt.Println("deferred", i)
	defer func(i int) { fmt.Println("d", i) }(i)
	defer delete(mp, a)
	defer print("")
	ch := make(chan int, 1)
	defer close(ch)
	defer copy(s, s)
	go func() { ch <- 1 }()
	fmt.Println(<-ch)
	i = 100
	type T struct {
		a, b int
		_    int
		c    struct{ d []int }
	}
	tt := T{a: 1}
	tt.c.d = append(tt.c.d, 1, 2, 3)
	uu := tt
	uu.c.d[0] = 50
	fmt.Println(tt, uu.c)
	if x := i; x > 50 {
		fmt.Println("big", x)
	} else if y := x * 2; y > 3 {
		fmt.Println(y)
	} else {
		fmt.Println(x, y)
	}
	switch x := interface{}(i).(type) {
	default:
		fmt.Printf("%T\n", x)
	}
	switch {
	default:
		fmt.Println("def")
	case i < 0:
	}
	switch y := i; y {
	case 1, 2, 3:
	case 100:
		fmt.Println("hundred")
	}
	c := complex(1, 2)
	c *= c
	c /= 2i
	fmt.Println(c, real(c), imag(c), c == 2+1.5i)
	var z8 int8 = -128
	fmt.Println(-z8, z8/-1, z8*z8, ^z8, z8<<1, uint8(z8)>>1)
	str := "x"
	str += "y"
	str += string('z')
	fmt.Println(str, str[len(str)-1:], len(str), str > "xy")
	bs := []byte("abc")
	for i, c := range bs {
		bs[i] = c - 32
	}
	fmt.Println(string(bs), strings.Repeat("=", 3))
	var iface interface{} = tt.a
	if v, ok := iface.(int); ok && v == 1 {
		fmt.Println("int", v)
	}
	fp := &tt.c
	fp.d = nil
	fmt.Println(tt.c.d == nil, &tt.a != &tt.b)
	f1, f2 := A.String2, (*A).Set
	f2(&a, 5)
	fmt.Println(f1(a), a.X)
	g := a.Set
	g(6)
	h := a.String2
	a.X = 0
	fmt.Println(h(), a.X)
}

func (a A) String2() string { return fmt.Sprint("A", a.X) }
func (a *A) Set(i int)      { a.X = i }

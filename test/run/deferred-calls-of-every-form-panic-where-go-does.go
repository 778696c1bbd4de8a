// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/deferred-calls-of-every-form-panic-where-go-does.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/deferred-calls-of-every-form-panic-where-go-does.out %t.heap
package main

import (
	"fmt"
	"os"
)

type T struct{ a int }

func (t T) V()  { fmt.Println("V", t.a) }
func (t *T) P() { fmt.Println("P", t.a) }

type I interface{ V() }

var global = func() int { return len(os.Args) * 0 }()

func variadic(a ...int) { fmt.Println(len(a), cap(a), a == nil) }
func ret() (func(int) int, error) {
	return func(i int) int { return i + 1 }, nil
}

func main() {
	t := T{1}
	defer t.V()
	defer t.P()
	defer T.V(t)
	defer (*T).P(&t)
	defer I.V(t)
	var i I = t
	defer i.V()
	defer func(x ...int) { fmt.Println(x) }(1, 2)
	f, _ := ret()
	defer fmt.Println(f(1))
	t.a = 9
	variadic()
	variadic(nil...)
	variadic([]int{}...)
	variadic(1, 2)
	
	func() {
		var nf func()
		defer func() { fmt.Println("r", recover()) }()
		defer nf()
		fmt.Println("before")
	}()
	func() {
		defer func() { fmt.Println("r", recover()) }()
		var np *T
		defer np.V()
		fmt.Println("not reached")
	}()
	func() {
		defer func() { fmt.Println("r", recover()) }()
		var ni I
		defer ni.V()
		fmt.Println("not reached")
	}()
	func() {
		defer func() { fmt.Println("r", recover()) }()
		var ni I
		g := ni.V
		g()
	}()
	func() {
		defer func() { fmt.Println("r", recover()) }()
		var np *T
		g := np.P
		fmt.Println("bound")
		g()
	}()
	a, b := 1, 2
	a, b = b, a
	arr := []int{0, 1, 2}
	k := 0
	k, arr[k] = 2, 5
	fmt.Println(a, b, arr, k)
	var p *struct{ x int }
	func() {
		defer func() { fmt.Println("r", recover(), k) }()
		k, p.x = 7, 1
	}()
	m := map[string]int{}
	func() {
		defer func() { fmt.Println("r", recover(), m) }()
		var z int
		m["a"] = 1 / z
	}()
	func() {
		defer func() { fmt.Println("r", recover(), m) }()
		var s []int
		m["b"], s[0] = 1, 2
	}()
	func() (e error) {
		defer func() {
			if x := recover(); x != nil {
				e = fmt.Errorf("%v", x)
			}
			fmt.Println(e)
		}()
		panic(fmt.Sprintf("%d", 5))
	}()
	x := []interface{}{1, "a", nil, 2.5, 'c', []int(nil), T{}, &t == nil, struct{}{}, [0]int{}, error(nil)}
	for _, v := range x {
		switch v := v.(type) {
		case int, float64:
			fmt.Printf("%T;", v)
		case nil:
			fmt.Print("nil;")
		case I:
			v.V()
		case bool:
			fmt.Print(!v, ";")
		default:
			fmt.Printf("%v;", v)
		}
	}
	fmt.Println()
	goto done
done:
	fmt.Println(global)
}

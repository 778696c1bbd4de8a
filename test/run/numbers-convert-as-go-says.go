// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/numbers-convert-as-go-says.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/numbers-convert-as-go-says.out %t.heap
package main

import "fmt"

type Celsius float64
type Weekday uint8

const (
	Sunday Weekday = iota
	Monday
	_
	Wednesday
)

const big = 1 << 100

func main() {
	var i8 int8 = -1
	var u16 uint16 = 65535
	f := 3.99
	fmt.Println(uint8(i8), uint32(i8), int8(u16), int(f), int(-f), uint8(int(f)+254))
	fmt.Println(big>>98, float32(0.1), float64(float32(0.1)), Celsius(36)+0.6, Wednesday)
	var n uint = 70
	x := 1
	fmt.Println(x<<n, -1>>n, uint32(1)<<31, int32(-8)>>1, uint8(1)<<7>>7)
	fmt.Println(-7/2, -7%2, 7/-2, 7%-2, 7&^5, 6^3, ^6)
	min := -9223372036854775808
	m1 := -1
	fmt.Println(min/m1, min%m1, -min == min)
	s := "héllo"
	b := []byte(s)
	r := []rune(s)
	fmt.Println(len(b), len(r), string(r[1]), string(b[1:3]), string(rune(65)), string(rune(-1)))
	c := complex(1, 2)
	c = c*c + 1i
	fmt.Println(c, real(c), imag(c), c == complex(-3, 5))
	var h, i float32 = 16777216, 1
	fmt.Println(h+i == h, 0.1+0.2, float32(1)/3)
	var z float64
	fmt.Println(1/z, -1/z, z/z == z/z)
	type pair struct {
		a int
		b string
	}
	p := struct {
		a int
		b string
	}{1, "x"}
	fmt.Println(pair(p), pair(p) == pair{1, "x"})
	arr := [...]int{5: 1, 2, 1: 7}
	fmt.Println(len(arr), arr)
	sl := arr[2:4:5]
	fmt.Println(len(sl), cap(sl))
	pa := (*[2]int)(sl)
	pa[0] = 9
	fmt.Println(arr[2], 'a', "\x41\u00e9\U0001F600", `raw\n`)
	fmt.Printf("%T %T %T %v\n", 'a', 1.5, 2i, u16+1)
}

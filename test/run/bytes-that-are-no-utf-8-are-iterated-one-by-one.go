// RUN: %outlive run -lang=go1.19 %s > %t 2>&1
// RUN: diff %S/Inputs/bytes-that-are-no-utf-8-are-iterated-one-by-one.out %t
// RUN: %outlive run -storage=heap -lang=go1.19 %s > %t.heap 2>&1
// RUN: diff %S/Inputs/bytes-that-are-no-utf-8-are-iterated-one-by-one.out %t.heap
package main

import (
	"fmt"
	"unicode/utf8"
)

func main() {
	for _, s := range []string{"a\xffb", "\xe4\xb8", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "日本\x80語", "\xf0\x9f\x98\x80", "\xef\xbf\xbd", ""} {
		for i, r := range s {
			fmt.Print(i, ":", r, "(", string(r), ") ")
		}
		fmt.Println(len(s), []rune(s), []byte(s), utf8.ValidString(s), utf8.RuneCountInString(s), s == string([]rune(s)))
		fmt.Printf("%q %+q %x % x %v %U\n", s, s, s, s, []rune(s), []rune(s))
	}
	fmt.Println(string(rune(-1)), string(rune(0x110000)), string(rune(0xd800)), []byte(string(rune(0xd800))))
	var b []byte = []byte("héllo")
	b = append(b, " wörld"...)
	fmt.Println(len(b), cap(b) >= len(b), copy(b, "xyz"))
	fmt.Println(string(b))
	for i := range "añb" {
		fmt.Print(i, " ")
	}
	for range "añb" {
		fmt.Print(".")
	}
	s := "añb"
	fmt.Println(s[1], s[1:3], s[:0] == "", s[4:] == "")
	type myb byte
	type mys string
	type mybs []myb
	x := mybs("hi")
	fmt.Println(string(x), mys(x), x)
	type myr rune
	fmt.Println(string([]myr{'a', 0x65e5}), mys(myr(66)))
	switch s {
	case "x", "añb":
		fmt.Println("match", s < "b", s > "a", s+"!" != s)
	}
}

// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	fmt.Println(strings.Index("chicken", "ken"), strings.Index("x", "yy"), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'c'), strings.IndexRune("chicken", 'k'), strings.IndexAny("golang", "yl"), strings.IndexFunc("Hello, 世界", unicode.IsSpace)) // CHECK:4 -1 3 2 4 2 6
	fmt.Println(strings.Contains("seafood", "foo"), strings.Contains("", ""), strings.ContainsAny("x", ""), strings.HasPrefix("Golang", "Go"), strings.HasSuffix("Amigo", "go"), strings.Count("cheese", "e"), strings.Count("five", ""))                             // CHECK:true true false true true 3 5
	fmt.Printf("%q %q %q %q\n", strings.Split("a,b,c", ","), strings.Split(" xyz ", ""), strings.Split("", ","), strings.SplitN("a,b,c,d", ",", 2))                                                                                                                   // CHECK:["a" "b" "c"] [" " "x" "y" "z" " "] [""] ["a" "b,c,d"]
	fmt.Printf("%q %q %q\n", strings.SplitAfter("a,b,c", ","), strings.Fields("  foo bar  baz   "), strings.FieldsFunc("a1b2c3", unicode.IsDigit))                                                                                                                    // CHECK:["a," "b," "c"] ["foo" "bar" "baz"] ["a" "b" "c"]
	fmt.Println(strings.Join([]string{"a", "b", "c"}, ", "), strings.Repeat("na", 2), strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("oink oink", "oink", "moo"), strings.ReplaceAll("aé", "", "-"))                                             // CHECK:a, b, c nana oinky oinky oink moo moo -a-é-
	fmt.Println(strings.ToUpper("Gophér"), strings.ToLower("GOPHÉR"), strings.Title("her royal highness"), strings.EqualFold("Go", "GO"), strings.Compare("a", "b"))                                                                                                  // CHECK:GOPHÉR gophér Her Royal Highness true -1
	fmt.Printf("%q %q %q %q %q %q\n", strings.Trim("¡¡¡Hello!!!", "!¡"), strings.TrimSpace(" \t\n Hello \n\t\r\n"), strings.TrimLeft("xxabc", "x"), strings.TrimRight("abcxx", "x"), strings.TrimPrefix("prefix-x", "prefix-"), strings.TrimSuffix("x.go", ".go"))    // CHECK:"Hello" "Hello" "abc" "abc" "x" "x"
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"), strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>x</b>")) // CHECK:coo &lt;b&gt;x&lt;/b&gt;
	same := func(r rune) rune { return r }
	fmt.Printf("%q %q %q %q %q\n", strings.Map(same, "aé\uFFFD"), strings.Map(same, "a\xffb"), strings.Replace("oink", "x", "y", -1), strings.Replace("oink", "oi", "", -1), strings.Join([]string{"one"}, ", ")) // CHECK:"aé�" "a�b" "oink" "nk" "one"
	before, after, found := strings.Cut("key=value", "=")
	fmt.Println(before, after, found) // CHECK:key value true
	var b strings.Builder
	for i := 3; i >= 1; i-- {
		fmt.Fprintf(&b, "%d...", i)
	}
	b.WriteString("ignition")
	b.WriteByte('!')
	b.WriteRune('世')
	fmt.Println(b.String(), b.Len()) // CHECK:3...2...1...ignition!世 24
}

// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"42", "-7", "+5", "", "12x", "9223372036854775808", "-9223372036854775808", "0x1F", "1_000"} {
		n, err := strconv.ParseInt(s, 0, 64)
		fmt.Print(n, " ", err, "; ")
	}
	fmt.Println() // CHECK:42 <nil>; -7 <nil>; 5 <nil>; 0 strconv.ParseInt: parsing "": invalid syntax; 0 strconv.ParseInt: parsing "12x": invalid syntax; 9223372036854775807 strconv.ParseInt: parsing "9223372036854775808": value out of range; -9223372036854775808 <nil>; 31 <nil>; 1000 <nil>; 
	n, err := strconv.Atoi("a")
	fmt.Println(n, err) // CHECK:0 strconv.Atoi: parsing "a": invalid syntax
	u, err := strconv.ParseUint("300", 10, 8)
	fmt.Println(u, err) // CHECK:255 strconv.ParseUint: parsing "300": value out of range
	i, err := strconv.ParseInt("-129", 10, 8)
	fmt.Println(i, err) // CHECK:-128 strconv.ParseInt: parsing "-129": value out of range
	for _, s := range []string{"3.14", "-1e-5", "1e400", "inf", "-Inf", "NaN", "0x1p-2", "1.", ".5", "", "1e", "x", " 1", "0x1"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Print(f, " ", err, "; ")
	}
	fmt.Println()                                                                                                                                                                                                          // CHECK:3.14 <nil>; -1e-05 <nil>; +Inf strconv.ParseFloat: parsing "1e400": value out of range; +Inf <nil>; -Inf <nil>; NaN <nil>; 0.25 <nil>; 1 <nil>; 0.5 <nil>; 0 strconv.ParseFloat: parsing "": invalid syntax; 0 strconv.ParseFloat: parsing "1e": invalid syntax; 0 strconv.ParseFloat: parsing "x": invalid syntax; 0 strconv.ParseFloat: parsing " 1": invalid syntax; 0 strconv.ParseFloat: parsing "0x1": invalid syntax; 
	fmt.Println(strconv.FormatFloat(3.14159, 'f', 2, 64), strconv.FormatFloat(1e21, 'g', -1, 64), strconv.FormatFloat(0.1, 'e', -1, 32), strconv.FormatFloat(100, 'g', 3, 64), strconv.FormatFloat(123456789, 'G', 4, 64)) // CHECK:3.14 1e+21 1e-01 100 1.235E+08
	fmt.Println(strconv.FormatInt(-255, 16), strconv.FormatInt(35, 36), strconv.FormatUint(1<<63, 2), strconv.Itoa(-0))                                                                                                    // CHECK:-ff z 1000000000000000000000000000000000000000000000000000000000000000 0
	fmt.Println(strconv.Quote("hi\t\"é\x01\u00ff☺\xff"), strconv.QuoteToASCII("é☺😀"), strconv.QuoteRune('☺'), strconv.QuoteRune('\''))                                                                                     // CHECK:"hi\t\"é\x01ÿ☺\xff" "\u00e9\u263a\U0001f600" '☺' '\''
	for _, s := range []string{`"a\tb\u00e9\x41\101"`, "`raw\\n`", `'x'`, `"bad`, `"a\z"`, `'ab'`} {
		t, err := strconv.Unquote(s)
		fmt.Printf("%q %v; ", t, err)
	}
	fmt.Println() // CHECK:"a\tbéAA" <nil>; "raw\\n" <nil>; "x" <nil>; "" invalid syntax; "" invalid syntax; "" invalid syntax; 
	b, err := strconv.ParseBool("T")
	fmt.Println(b, err, strconv.FormatBool(false))                                                      // CHECK:true <nil> false
	fmt.Println(string(strconv.AppendInt([]byte("n="), 42, 10)), string(strconv.AppendQuote(nil, "q"))) // CHECK:n=42 "q"
}

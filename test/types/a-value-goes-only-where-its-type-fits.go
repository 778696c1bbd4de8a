// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

type number int

var n number
var i int = n // ERROR "^cannot use n \(variable of type number\) as type int in variable declaration$"
var s string = 5 // ERROR "^cannot use 5 \(untyped int constant\) as string value in variable declaration$"

func two() (int, string) {
	return 1, "a"
}

func main() {
	i = "text" // ERROR "^cannot use .text. \(untyped string constant\) as int value in assignment$"
	s, i = two() // ERROR "^cannot use two\(\) \(value of type int\) as type string in assignment$" "^cannot use two\(\) \(value of type string\) as type int in assignment$"
	i = two() // ERROR "^assignment mismatch: 1 variable but two returns 2 values$"
	a, b := 1 // ERROR "^assignment mismatch: 2 variables but 1 value$"
	i = nil // ERROR "^cannot use nil as int value in assignment$"
	var e error = n // ERROR "^cannot use n \(variable of type number\) as type error in variable declaration:\n\tnumber does not implement error \(missing Error method\)$"
	var f float64 = i // ERROR "^cannot use i \(variable of type int\) as type float64 in variable declaration$"
	_, _, _, _ = a, b, e, f
}

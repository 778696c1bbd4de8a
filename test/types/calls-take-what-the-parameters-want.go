// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

func f(int, string) {}
func v(int, ...string) {}
func two() (int, string) { return 1, "" }

func main() {
	f(1) // ERROR "^not enough arguments in call to f\n\thave \(number\)\n\twant \(int, string\)$"
	f(1, "a", 2) // ERROR "^too many arguments in call to f\n\thave \(number, string, number\)\n\twant \(int, string\)$"
	f(two())
	f("a", "b") // ERROR "^cannot use .a. \(untyped string constant\) as int value in argument to f$"
	v(1)
	v(1, "a", "b")
	v(1, []string{"a"}...)
	v(1, "a", []string{"b"}...) // ERROR "^too many arguments in call to v\n\thave \(number, string, \[\]string\)\n\twant \(int, ...string\)$"
	f(two()...) // ERROR "^cannot use ... in call to non-variadic f$"
	main(1) // ERROR "^too many arguments in call to main\n\thave \(number\)\n\twant \(\)$"
	main + 1 // ERROR "^cannot convert 1 \(untyped int constant\) to func\(\)$"
	1() // ERROR "^invalid operation: cannot call non-function 1 \(untyped int constant\)$"
}

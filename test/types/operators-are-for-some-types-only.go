// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

type s struct{ f func() }

func main() {
	var i int
	var f float64
	var t string
	var b bool
	var m map[string]int
	_ = i + f // ERROR "^invalid operation: i \+ f \(mismatched types int and float64\)$"
	_ = t - t // ERROR "^invalid operation: operator - not defined on t \(variable of type string\)$"
	_ = f % f // ERROR "^invalid operation: operator % not defined on f \(variable of type float64\)$"
	_ = !i // ERROR "^invalid operation: operator ! not defined on i \(variable of type int\)$"
	_ = b < b // ERROR "^invalid operation: b < b \(operator < not defined on bool\)$"
	_ = m == m // ERROR "^invalid operation: m == m \(map can only be compared to nil\)$"
	_ = s{} == s{} // ERROR "^invalid operation: s\{\} == s\{\} \(struct containing func\(\) cannot be compared\)$"
	_ = &1 // ERROR "^invalid operation: cannot take address of 1 \(untyped int constant\)$"
	_ = *i // ERROR "^invalid operation: cannot indirect i \(variable of type int\)$"
	_ = i << f // ERROR "^invalid operation: shift count f \(variable of type float64\) must be integer$"
}

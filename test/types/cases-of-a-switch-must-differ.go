// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

func main() {
	n := 1
	switch n {
	case 1:
	case 2, 1: // ERROR "^duplicate case 1 \(constant of type int\) in expression switch\n\t.*: previous case$"
	case "a": // ERROR "^cannot convert .a. \(untyped string constant\) to int$"
	}
	var x interface{} = n
	switch x.(type) {
	case int, string:
	case []func(a int):
	case []func(b int): // ERROR "^duplicate case \[\]func\(b int\) in type switch\n\t.*: previous case$"
	case int: // ERROR "^duplicate case int in type switch\n\t.*: previous case$"
	case nil:
	case nil: // ERROR "^duplicate case nil in type switch\n\t.*: previous case$"
	default:
	default: // ERROR "^multiple defaults \(first at .*\)$"
	}
	switch x {
	case 1, "a", 1.0:
	case 1: // ERROR "^duplicate case"
	}
	var e error
	switch e.(type) {
	case int: // ERROR "^impossible type switch case: int\n\te \(variable of type error\) cannot have dynamic type int \(missing Error method\)$"
	}
	switch n.(type) { // ERROR "^n \(variable of type int\) is not an interface$"
	}
}

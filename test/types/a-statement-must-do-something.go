// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

func f() int { return 1 }

func main() {
	f()
	f // ERROR "^f \(value of type func\(\) int\) is not used$"
	1 + 2 // ERROR "^1 \+ 2 \(untyped int constant 3\) is not used$"
	int // ERROR "^int \(type\) is not an expression$"
	len // ERROR "^len \(built-in\) must be called$"
	defer int(f()) // ERROR "^defer requires function call, not conversion int\(f\(\)\)"
	go len("a") // ERROR "^go discards result of len\(.a.\)"
	if f() { // ERROR "^non-boolean condition in if statement$"
	}
	for range f { // ERROR "^cannot range over f \(value of type func\(\) int\)$"
	}
}

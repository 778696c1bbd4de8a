// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

func main() {
	var c <-chan int
	var i int
	_ = len(i) // ERROR "^invalid argument: i \(variable of type int\) for len$"
	_ = append(i, 1) // ERROR "^first argument to append must be a slice; have i \(variable of type int\)$"
	_ = make(int) // ERROR "^invalid argument: cannot make int; type must be slice, map, or channel$"
	_ = make([]int) // ERROR "^invalid operation: make\(\[\]int\) expects 2 or 3 arguments; found 1$"
	_ = make([]int, 3, 2) // ERROR "^invalid argument: length and capacity swapped$"
	_ = make([]int, -1) // ERROR "^invalid argument: index -1 \(constant of type int\) must not be negative$"
	close(c) // ERROR "^invalid operation: cannot close receive-only channel c \(variable of type <-chan int\)$"
	delete(i, 1) // ERROR "^invalid argument: i \(variable of type int\) is not a map$"
	len("a") // ERROR "^len\(.a.\) \(constant 1 of type int\) is not used$"
	copy(i, i) // ERROR "^invalid argument: copy expects slice arguments; found i \(variable of type int\) and i \(variable of type int\)$"
}

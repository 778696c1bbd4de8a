// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

const (
	a = 1 << 1000000000 // ERROR "^invalid operation: invalid shift count 1000000000 \(untyped int constant\)$"
	b = 1e1000000000000 // ERROR "^malformed constant: 1e1000000000000$"
	d = 1 << 1000 >> 990 // ERROR "^constant shift overflow$"
	c = 1e+70000 / 1e+69999
)

var z int = c

func main() {}

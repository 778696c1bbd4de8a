// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

const (
	a int8  = 128         // ERROR "^cannot use 128 \(untyped int constant\) as int8 value in constant declaration \(overflows\)$"
	b uint  = -1          // ERROR "^cannot use -1 \(untyped int constant\) as uint value in constant declaration \(overflows\)$"
	c int   = 1.5         // ERROR "^cannot use 1.5 \(untyped float constant\) as int value in constant declaration \(truncated\)$"
	d       = int8(1) << 7 // ERROR "^int8\(1\) << 7 \(constant 128 of type int8\) overflows int8$"
	e       = 1 << 512     // ERROR "^constant shift overflow$"
	f       = 10 / 0       // ERROR "^invalid operation: division by zero$"
	g uint8 = 'a' + 1.0
)

var h = 1 << 64 // ERROR "^cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in variable declaration \(overflows\)$"
var i = float32(1e39) // ERROR "^cannot convert 1e39 \(untyped float constant 1e\+39\) to type float32$"

const small = 1i / (1e-600000000 + 1e-600000000i) // ERROR "^invalid operation: division by zero$"

func main() {}

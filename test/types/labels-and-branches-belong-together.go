// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

func main() {
unused: // ERROR "^label unused defined and not used$"
	for {
		break missing // ERROR "^break label not defined: missing$"
	}
	goto nowhere // ERROR "^label nowhere not defined$"
	goto over // ERROR "^goto over jumps over declaration of x at .*:11:4$"
	x := 1
	_ = x
over:
	goto inside // ERROR "^goto inside jumps into block starting at .*:15:2$"
	{
	inside:
	}
block:
	{
		continue block // ERROR "^invalid continue label block$"
	}
	continue // ERROR "^continue is not in a loop$"
	break // ERROR "^break is not in a loop, switch, or select$"
	fallthrough // ERROR "^fallthrough statement out of place$"
	switch {
	case true:
		fallthrough // ERROR "^cannot fallthrough final case in switch$"
	}
}

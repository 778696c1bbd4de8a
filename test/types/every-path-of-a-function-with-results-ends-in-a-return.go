// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

func empty() int {
} // ERROR "^missing return$"

func endless() int {
	for {
	}
}

func left() int {
	for {
		break
	}
} // ERROR "^missing return$"

func left_from_inside() int {
outer:
	for {
		for {
			break outer
		}
	}
} // ERROR "^missing return$"

func inner_break() int {
	for {
		switch {
		case true:
			break
		}
	}
}

func both(b bool) int {
	if b {
		return 1
	} else {
		panic("no")
	}
}

func one(b bool) int {
	if b {
		return 1
	}
} // ERROR "^missing return$"

func all_cases(n int) int {
	switch n {
	case 1:
		fallthrough
	case 2:
		return 1
	default:
		panic(n)
	}
}

func no_default(n int) int {
	switch n {
	case 1:
		return 1
	}
} // ERROR "^missing return$"

func literal() {
	_ = func() int {
	} // ERROR "^missing return$"
}

func jumps() int {
again:
	goto again
}

func waits() int {
	select {}
}

func main() {
}

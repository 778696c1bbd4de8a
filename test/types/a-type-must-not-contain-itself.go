// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

type T struct { // ERROR "^invalid recursive type T\n\t.*: T refers to\n\t.*: T$"
	t [2]T
}

type A struct { // ERROR "^invalid recursive type A\n\t.*: A refers to\n\t.*: B refers to\n\t.*: A$"
	b B
}
type B struct{ a A }

type I interface { // ERROR "^invalid recursive type I"
	I
}

type C C // ERROR "^invalid recursive type C"

type P *P
type S []S
type M map[string]M
type F func(F) F
type L struct{ next *L }

type K map[[]int]int // ERROR "^invalid map key type \[\]int$"

func main() {}

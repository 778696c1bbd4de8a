// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

import "unsafe"

var x int
var x string // ERROR "^x redeclared in this block\n\t.*:6:5: other declaration of x$"

type T struct {
	a int
	a string // ERROR "^a redeclared\n\t.*: other declaration of a$"
	m int
}

func (T) m() {} // ERROR "^field and method with the same name m\n\t.*: other declaration of m$"

func (T) k() {}
func (*T) k() {} // ERROR "^T.k redeclared in this block\n\t.*: other declaration of k$"

func params(a int, a string) { // ERROR "^a redeclared in this block\n\t.*: other declaration of a$"
	missing() // ERROR "^undefined: missing$"
	unsafe.Missing() // ERROR "^undefined: unsafe.Missing$"
	var t T
	t.missing() // ERROR "^t.missing undefined \(type T has no field or method missing\)$"
	t.K() // ERROR "^t.K undefined \(type T has no field or method K, but does have k\)$"
}

func main() {}

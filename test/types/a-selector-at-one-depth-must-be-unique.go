// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

type a struct{ x, y int }
type b struct{ x, z int }
type both struct {
	a
	b
	z string
}

func main() {
	var v both
	_ = v.y
	_ = v.z
	_ = v.x // ERROR "^ambiguous selector v.x$"
	_ = v.a.x
	_ = both.y // ERROR "^both.y undefined \(type both has no method y\)$"
}

// RUN: not %outlive check %s 2>&1 | FileCheck --implicit-check-not=.go: %s
package main

type namer interface{ name() string }
type middle struct {
	*namer // CHECK: :[[#@LINE]]:2: embedded field type cannot be a pointer to an interface
}
type outer struct{ middle }

func main() {
	var o outer
	_ = o.name // CHECK: :[[#@LINE]]:8: o.name undefined (type outer has no field or method name)
	_ = o.namer
	var n namer = o // CHECK: :[[#@LINE]]:16: cannot use o (variable of type outer) as type namer
	_ = n
}

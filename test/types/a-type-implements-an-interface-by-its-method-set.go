// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

type closer interface{ Close() error }

type value struct{}

func (value) Close() error { return nil }

type pointer struct{}

func (*pointer) Close() error { return nil }

type other struct{}

func (other) Close() int { return 0 }

type lower struct{}

func (lower) close() error { return nil }

type outer struct{ value }
type outer_pointer struct{ *pointer }
type outer_value struct{ pointer }

func main() {
	var c closer
	c = value{}
	c = &value{}
	c = &pointer{}
	c = outer{}
	c = outer_pointer{}
	c = &outer_value{}
	c = pointer{} // ERROR "as type closer in assignment:\n\tpointer does not implement closer \(Close method has pointer receiver\)$"
	c = outer_value{} // ERROR "\(Close method has pointer receiver\)$"
	c = other{} // ERROR "\(wrong type for Close method\)\n\t\thave Close\(\) int\n\t\twant Close\(\) error$"
	c = lower{} // ERROR "\(missing Close method\)\n\t\thave close\(\) error\n\t\twant Close\(\) error$"
	c = 1 // ERROR "^cannot use 1 \(untyped int constant\) as int value in assignment|does not implement closer \(missing Close method\)$"
	_ = c.(pointer) // ERROR "^impossible type assertion: c.\(pointer\)\n\tpointer does not implement closer \(Close method has pointer receiver\)$"
	var v value = c // ERROR "as type value in variable declaration:\n\tneed type assertion$"
	_ = v
	pointer{}.Close() // ERROR "^cannot call pointer method Close on pointer$"
}

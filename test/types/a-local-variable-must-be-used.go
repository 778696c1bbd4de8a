// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

func main() {
	unused := 1 // ERROR "^unused declared but not used$"
	assigned := 1 // ERROR "^assigned declared but not used$"
	assigned = 2
	counted := 0
	counted++
	for i, v := range []int{1} { // ERROR "^v declared but not used$"
		_ = i
	}
	switch x := interface{}(1).(type) { // ERROR "^x declared but not used$"
	case int:
	}
	switch y := interface{}(1).(type) {
	case int:
	case string:
		_ = y
	}
	func(param int) {
		inner := param // ERROR "^inner declared but not used$"
	}(1)
	captured := 1
	func() { captured++ }()
}

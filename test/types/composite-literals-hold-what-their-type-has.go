// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

type point struct{ x, y int }

func main() {
	_ = point{1, 2}
	_ = point{x: 1}
	_ = point{1} // ERROR "^too few values in point\{…\}$"
	_ = point{1, 2, 3} // ERROR "^too many values in point\{…\}$"
	_ = point{z: 1} // ERROR "^unknown field 'z' in struct literal of type point$"
	_ = point{x: 1, x: 2} // ERROR "^duplicate field name x in struct literal$"
	_ = point{x: 1, 2} // ERROR "^mixture of field:value and value elements in struct literal$"
	_ = [2]int{1, 2, 3} // ERROR "^index 2 is out of bounds \(>= 2\)$"
	_ = []int{0: 1, 0: 2} // ERROR "^duplicate index 0 in array or slice literal$"
	_ = map[string]int{"a": 1, "a": 2} // ERROR "^duplicate key .a. in map literal$"
	_ = int{} // ERROR "^invalid composite literal type int$"
}

// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

func none() {
	return 1 // ERROR "^too many return values\n\thave \(number\)\n\twant \(\)$"
}

func two() (int, string) {
	return 1 // ERROR "^not enough return values\n\thave \(number\)\n\twant \(int, string\)$"
}

func bare() (int, string) {
	return // ERROR "^not enough return values\n\thave \(\)\n\twant \(int, string\)$"
}

func named() (n int, err error) {
	if n := 1; n > 0 {
		return // ERROR "^result parameter n not in scope at return\n\t.*: inner declaration of var n int$"
	}
	return
}

func passed() (int, string) {
	return two()
}

func wrong() string {
	return 1 // ERROR "^cannot use 1 \(untyped int constant\) as string value in return statement$"
}

func main() {}

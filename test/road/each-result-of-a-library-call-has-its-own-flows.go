// RUN: %outlive check -m -lang=go1.19 -model=gc %s 2>&1 | FileCheck --implicit-check-not=.go: %s
// RUN: %outlive check -m %s 2>&1 | FileCheck --implicit-check-not=.go: %s
package main

import "bufio"

// The token is a part of data; the number and the error are not.
func all(data []byte) (int, []byte, error) { // CHECK: :[[#@LINE]]:10: leaking param: data to result ~r1 level=0
	return bufio.ScanWords(data, true)
}

func token(data []byte) []byte { // CHECK: :[[#@LINE]]:12: leaking param: data to result ~r0 level=0
	_, token, _ := bufio.ScanWords(data, true)
	return token
}

func failure(data []byte) error { // CHECK: :[[#@LINE]]:14: data does not escape
	_, _, err := bufio.ScanWords(data, true)
	return err
}

func main() {
	n, t, err := all(nil)
	println(n, len(t), err == nil, len(token(nil)), failure(nil) == nil)
}

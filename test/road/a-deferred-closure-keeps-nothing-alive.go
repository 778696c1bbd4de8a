// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not=.go: %s
// RUN: %outlive check %s >%t 2>&1 && count 0 <%t
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

import (
	"fmt"
	"os"
)

func size(name string) (n int, err error) { // M: :[[#@LINE]]:11: leaking param: name{{$}}
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var block [64]byte
	n, err = f.Read(block[:])
	return n, err
}

func closed(name string) (err error) { // M: :[[#@LINE]]:13: leaking param: name{{$}}
	f, err := os.Open(name)
	defer func() { // M: :[[#@LINE]]:8: func literal does not escape
		if f != nil {
			err = f.Close()
		}
	}()
	return err
}

func main() {
	_, err := size("/nowhere/at/all")
	fmt.Println(err) // M: :[[#@LINE]]:13: ... argument does not escape
	fmt.Println(closed("/nowhere/at/all")) // M: :[[#@LINE]]:13: ... argument does not escape
	fmt.Println(closed("/")) // M: :[[#@LINE]]:13: ... argument does not escape
}

// OUT: {{^}}open /nowhere/at/all: no such file or directory{{$}}
// OUT-NEXT: {{^}}open /nowhere/at/all: no such file or directory{{$}}
// OUT-NEXT: {{^}}<nil>{{$}}

// RUN: %outlive build -o %t %s
// RUN: not %t self 2>&1 | FileCheck --check-prefix=FULL %s
// RUN: not %t sum 2>&1 | FileCheck --check-prefix=FULL %s
// RUN: not %t product 2>&1 | FileCheck --check-prefix=FULL %s
// RUN: not %t each-other 2>&1 | FileCheck --check-prefix=FULL %s
// RUN: not %t literal 2>&1 | FileCheck --check-prefix=FULL %s
// RUN: not %t Error 2>&1 | FileCheck --check-prefix=ERROR %s
// RUN: not %t error 2>&1 | FileCheck --check-prefix=TYPE %s
// RUN: not %t nil 2>&1 | FileCheck --check-prefix=NIL %s
// RUN: not %t during 2>&1 | FileCheck --check-prefix=DURING %s
// RUN: not %t recovers 2>&1 | FileCheck --check-prefix=RECOVERS %s
// RUN: not %t go 2>&1 | FileCheck --check-prefix=GO %s
//
// Recursion without end is no loop, whatever it does with what it gets back; a method that tells the text of a panic's value may panic
// itself; `go` of nil. (The Go compiler's programs end with the same lines, and say more after them.)
package main

import (
	"errors"
	"fmt"
	"os"
)

func self(n int) int    { return self(n + 1) }
func sum(n int) int     { return sum(n+1) + 1 }
func product(n int) int { return n * product(n-1) }
func ping(n int) int    { return pong(n + 1) }
func pong(n int) int    { return ping(n + 1) }

type bad struct{ how string }

func (b bad) Error() string {
	switch b.how {
	case "Error":
		defer fmt.Println("deferred in Error")
		panic("in Error")
	case "error":
		panic(errors.New("in Error"))
	case "nil":
		var p *bad
		return p.Error()
	case "recovers":
		defer func() { fmt.Println("recovered:", recover()) }()
		panic("in Error")
	}
	return "fine"
}

func main() {
	defer fmt.Println("deferred")
	how := "nothing"
	if len(os.Args) > 1 {
		how = os.Args[1]
	}
	switch how {
	// FULL-NOT: deferred
	// FULL: runtime: goroutine stack exceeds 1000000000-byte limit
	// FULL-NEXT: fatal error: stack overflow
	case "self":
		fmt.Println(self(1))
	case "sum":
		fmt.Println(sum(1))
	case "product":
		fmt.Println(product(1))
	case "each-other":
		fmt.Println(ping(1))
	case "literal":
		var f func(int) int
		f = func(n int) int { return f(n+1) + n }
		fmt.Println(f(1))

	// ERROR: {{^}}deferred{{$}}
	// ERROR: deferred in Error
	// ERROR: fatal error: panic while printing panic value: in Error
	// TYPE: fatal error: panic while printing panic value: type *errors.errorString
	// NIL: fatal error: panic while printing panic value: type runtime.errorString
	// NIL-NEXT: [signal SIGSEGV: segmentation violation
	// RECOVERS: recovered: in Error
	// RECOVERS: panic: {{$}}
	case "Error", "error", "nil", "recovers":
		panic(bad{how})
	// DURING: fatal error: panic while printing panic value: in Error
	case "during":
		defer func() { panic(bad{"Error"}) }()
		panic(bad{"nothing"})

	// GO-NOT: deferred
	// GO: fatal error: go of nil func value
	case "go":
		var f func()
		go f()
	}
}

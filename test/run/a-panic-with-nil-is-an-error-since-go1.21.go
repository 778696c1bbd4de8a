// Before Go 1.21 nil is a value to panic with like any other, and recover cannot tell it from no panic at all.
//
// RUN: %outlive run -lang=go1.20 %s | FileCheck --check-prefix=BEFORE %s
// RUN: %outlive run -lang=go1.21 %s | FileCheck --check-prefix=SINCE %s
// RUN: bash -c '%outlive run -lang=go1.20 %s -- uncaught 2>&1; test $? = 2' | FileCheck --check-prefix=BEFORE-UNCAUGHT %s
// RUN: bash -c '%outlive run -lang=go1.21 %s -- uncaught 2>&1; test $? = 2' | FileCheck --check-prefix=SINCE-UNCAUGHT %s
package main

import (
	"fmt"
	"os"
)

func quiet() (after string) {
	after = "not recovered"
	defer func() {
		r := recover()
		after = fmt.Sprintf("%T: %v", r, r)
	}()
	panic(nil)
}

// BEFORE: <nil>: <nil>
// SINCE: *runtime.PanicNilError: panic called with nil argument (use GODEBUG=panicnil=1 to disable)
// BEFORE-UNCAUGHT: panic: nil
// SINCE-UNCAUGHT: panic: panic called with nil argument (use GODEBUG=panicnil=1 to disable)
func main() {
	if len(os.Args) > 1 {
		var err error
		panic(err)
	}
	fmt.Println(quiet())
}

// RUN: bash -c '%outlive run %s -- seven -x 2>%t; test $? = 7' && FileCheck %s <%t
// RUN: bash -c '%outlive run %s -- panic 2>%t; test $? = 2' && FileCheck --check-prefix=PANIC %s <%t
package main

import "os"

func main() {
	for _, arg := range os.Args[1:] {
		println(arg)
	}
	if os.Args[1] == "panic" {
		panic("at the disco") // PANIC: panic: at the disco
	}
	os.Exit(7)
}

// CHECK: seven
// CHECK-NEXT: -x

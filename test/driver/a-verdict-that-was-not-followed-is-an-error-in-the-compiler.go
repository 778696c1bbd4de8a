// RUN: bash -c '%outlive run -storage=stack %s 2>%t; test $? = 1' && FileCheck %s <%t
// RUN: %outlive run -storage=heap %s 2>&1 | FileCheck --check-prefix=OUT %s
// RUN: %outlive run %s 2>&1 | FileCheck --check-prefix=OUT %s
package main

var global *int

func keep() {
	kept := 1 // CHECK: [[#@LINE]]:{{[0-9]+}}: error: 'kept'
	global = &kept
}

func main() {
	keep()
	println(*global) // OUT: 1
}

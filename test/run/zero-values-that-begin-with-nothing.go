// RUN: %outlive run %s 2>&1 | FileCheck %s
package main

type nothing struct{}

type wrapped struct {
	inner struct{ nothing }
	n     int
}

func main() {
	var w wrapped
	var list [2][1]wrapped
	list[1][0].n = 2
	println(w.n, list[0][0].n+list[1][0].n) // CHECK: 0 2
}

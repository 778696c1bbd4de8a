// RUN: bash -c '%outlive lower %s 2>%t; test $? = 1' && FileCheck %s <%t && count 1 <%t
package main

func first[T any](list []T) T { // CHECK: [[#@LINE]]:{{[0-9]+}}: unsupported: {{.*}}
	return list[0]
}

func main() {
	println(1)
}

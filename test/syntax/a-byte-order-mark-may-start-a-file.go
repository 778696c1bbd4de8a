// RUN: %outlive check -dump=tokens %s | FileCheck %s
package main // CHECK: 2:1	package

func main() {}

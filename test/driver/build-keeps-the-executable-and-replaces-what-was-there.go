// RUN: rm -rf %t && mkdir %t && echo before >%t/program && ln -s program %t/link
// RUN: %outlive build -o %t/link %s && %t/link 2>&1 | FileCheck %s
// RUN: %t/program 2>&1 | FileCheck %s && test -L %t/link
// RUN: bash -c 'cd %t && %outlive build -gc=none %s && ./build-keeps-the-executable-and-replaces-what-was-there' 2>&1 | FileCheck %s
package main

func main() {
	println("built") // CHECK: built
}

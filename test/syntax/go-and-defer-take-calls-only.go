// RUN: not %outlive check %s 2>&1 | FileCheck %s
package main

func main() {
	go main // CHECK: [[@LINE]]:5: expression in go must be function call
	defer (main()) // CHECK: [[@LINE]]:8: expression in defer must not be parenthesized
	defer 1 // CHECK: [[@LINE]]:8: expression in defer must be function call
	_ = nil.(type) // CHECK: [[@LINE]]:6: syntax error: use of .(type) outside type switch
	for a, b, c := range "" { // CHECK: [[@LINE]]:12: range clause permits at most two iteration variables
	}
	select {
	case main(): // CHECK: [[@LINE]]:{{[0-9]+}}: select case must be send or receive (possibly with assignment)
	}
}

// RUN: not %outlive check %s 2>&1 | FileCheck %s
// RUN: bash -c '%outlive check %s 2>&1 | grep -c :' | FileCheck %s --check-prefix=COUNT
// COUNT: {{^}}10{{$}}
package main

var (
	a = 0x    // CHECK: [[@LINE]]:8: hexadecimal literal has no digits
	b = 0128  // CHECK: [[@LINE]]:9: invalid digit '8' in octal literal
	c = 0b12  // CHECK: [[@LINE]]:9: invalid digit '2' in binary literal
	d = 1__0  // CHECK: [[@LINE]]:8: '_' must separate successive digits
	e = 1e    // CHECK: [[@LINE]]:8: exponent has no digits
	f = 0x1.0 // CHECK: [[@LINE]]:11: hexadecimal mantissa requires a 'p' exponent
	g = 1p3   // CHECK: [[@LINE]]:7: 'p' exponent requires hexadecimal mantissa
	h = 0b1.1 // CHECK: [[@LINE]]:9: invalid radix point in binary literal
	i = 0b1e3 // CHECK: [[@LINE]]:9: 'e' exponent requires decimal mantissa
	j = 1_    // CHECK: [[@LINE]]:7: '_' must separate successive digits
)

// RUN: not %outlive check %s 2>&1 | FileCheck %s
package main

var (
	a = '' // CHECK: [[@LINE]]:7: empty rune literal or unescaped '
	b = 'ab' // CHECK: [[@LINE]]:6: more than one character in rune literal
	c = "\q" // CHECK: [[@LINE]]:8: unknown escape
	d = '\400' // CHECK: [[@LINE]]:11: octal escape value 256 > 255
	e = "\xg0" // CHECK: [[@LINE]]:9: invalid character 'g' in hexadecimal escape
	f = '\ud800' // CHECK: [[@LINE]]:13: escape is invalid Unicode code point U+D800
	g = "\U00110000" // CHECK: [[@LINE]]:17: escape is invalid Unicode code point U+110000
	h = '\"' // CHECK: [[@LINE]]:8: unknown escape
	// CHECK: [[@LINE+1]]:{{[0-9]+}}: newline in string
	i = "abc
)

// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

var a = f() // ERROR "^initialization loop for a\n\t.*:4:5: a refers to\n\t.*: f refers to\n\t.*: b refers to\n\t.*:4:5: a$"
var b = a + 1

func f() int { return b }

var self = self // ERROR "^initialization loop for self"

func recursive() int { return recursive() }

var fine = recursive()

func main() {}

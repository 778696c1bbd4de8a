// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
// (The Go compiler has the places of the names that are declared with these types.)
package main

var x [1 << 60]int // ERROR "^type \[1152921504606846976\]int larger than address space$"

type many [1 << 20][1 << 30]byte // ERROR "^type \[1048576\]\[1073741824\]byte larger than address space$"

var c chan [1 << 16]byte // ERROR "^channel element type too large \(>64kB\)$"

func main() {}

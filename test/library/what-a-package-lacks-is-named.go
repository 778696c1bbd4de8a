// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

import (
	"io"
	"runtime"
	"unsafe"
)

func main() {
	_ = io.MultiWriter // ERROR "^undefined: io.MultiWriter \(not in what is supported of this package\)$"
	runtime.Goexit()   // ERROR "^undefined: runtime.Goexit \(not in what is supported of this package\)$"
	unsafe.Missing()   // ERROR "^undefined: unsafe.Missing$"
}

// RUN: %outlive lower -lang=go1.21 -storage=stack %s | FileCheck --check-prefix=SHARED %s
// RUN: %outlive lower -lang=go1.22 -storage=stack %s | FileCheck --check-prefix=EACH %s
package main

var keep []func() int

// SHARED: static void collect(void) {
// SHARED-NEXT: go_int i SITE("[[#@LINE+9]]:6:i");
// SHARED-NEXT: for (i = 0; i < 3; i++) {
//
// EACH: static void collect(void) {
// EACH-NEXT: for (go_int i_ = 0; i_ < 3; i_++) {
// EACH-NEXT: go_int i SITE("[[#@LINE+4]]:6:i") = i_;
// EACH: i_ = i;
// EACH-NEXT: }
func collect() {
	for i := 0; i < 3; i++ {
		keep = append(keep, func() int {
			i++
			return i
		})
	}
}

func main() {
	collect()
}

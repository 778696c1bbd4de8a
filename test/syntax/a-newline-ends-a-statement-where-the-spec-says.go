// RUN: %outlive check -dump=tokens %s | FileCheck %s --match-full-lines --strict-whitespace
package main

func f(x int) (y int) {
	y = x +
		1 /* a comment
	over lines acts as a newline */
	y++ // so does the end of this
	for {
		break
	}; return /* but not this */
}

func main() { f(1) }

//      CHECK:5:2	name y
// CHECK-NEXT:5:4	=
// CHECK-NEXT:5:6	name x
// CHECK-NEXT:5:8	+
// CHECK-NEXT:6:3	integer 1
// CHECK-NEXT:6:5	; newline
// CHECK-NEXT:8:2	name y
// CHECK-NEXT:8:3	++
// CHECK-NEXT:8:32	; newline
// CHECK-NEXT:9:2	for
// CHECK-NEXT:9:6	{
// CHECK-NEXT:10:3	break
// CHECK-NEXT:10:8	; newline
// CHECK-NEXT:11:2	}
// CHECK-NEXT:11:3	; semicolon
// CHECK-NEXT:11:5	return
// CHECK-NEXT:11:30	; newline
// CHECK-NEXT:12:1	}

// RUN: %outlive check -dump=tokens %s | FileCheck %s --match-full-lines --strict-whitespace
package main

func main() {
	var größe, _x1, 世界 = 0x_1F, 1_000.5e-3, 0b11i
	größe <<= 'ß' &^ '\n'
	_, _ = "a\x00\u00e9\"", `raw\n"
"`
	_x1, 世界, größe = -_x1+.5, (世界), größe
}

//      CHECK:5:2	var
// CHECK-NEXT:5:6	name größe
// CHECK-NEXT:5:13	,
// CHECK-NEXT:5:15	name _x1
// CHECK-NEXT:5:18	,
// CHECK-NEXT:5:20	name 世界
// CHECK-NEXT:5:27	=
// CHECK-NEXT:5:29	integer 0x_1F
// CHECK-NEXT:5:34	,
// CHECK-NEXT:5:36	float 1_000.5e-3
// CHECK-NEXT:5:46	,
// CHECK-NEXT:5:48	imaginary 0b11i
// CHECK-NEXT:5:53	; newline
// CHECK-NEXT:6:2	name größe
// CHECK-NEXT:6:10	<<=
// CHECK-NEXT:6:14	rune 'ß'
// CHECK-NEXT:6:19	&^
// CHECK-NEXT:6:22	rune '\n'
// CHECK-NEXT:6:26	; newline
// CHECK-NEXT:7:2	name _
// CHECK-NEXT:7:3	,
// CHECK-NEXT:7:5	name _
// CHECK-NEXT:7:7	=
// CHECK-NEXT:7:9	string "a\x00\u00e9\""
// CHECK-NEXT:7:24	,
// CHECK-NEXT:7:26	string `raw\n"
// CHECK-NEXT:"`
// CHECK-NEXT:8:3	; newline

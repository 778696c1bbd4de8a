// RUN: %outlive check -sarif %s >%t && %python %S/Inputs/valid_sarif.py %t && FileCheck %s <%t
// RUN: bash -c '%outlive check -sarif -Werror %s >%t; test $? = 1' && %python %S/Inputs/valid_sarif.py %t && FileCheck --check-prefix=ERROR %s <%t
package main

func counter() func() int {
	/* größer */ zähler := 0
	return func() int {
		zähler++
		return zähler
	}
}

func main() {
	println(counter()())
}

// CHECK: "ruleId": "heap-capture"
// CHECK: "text": "'zähler' must be heap-allocated: it outlives 'counter'"
// CHECK: "uri": "{{.*}}/sarif-has-a-result-per-warning-and-its-path-as-a-code-flow.go"
// CHECK: "startLine": 6,
// CHECK-NEXT: "startColumn": 15
// CHECK: "relatedLocations"
// CHECK: "codeFlows"
// ERROR: "level": "error"

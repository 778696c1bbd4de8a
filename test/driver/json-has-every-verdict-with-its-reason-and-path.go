// RUN: %outlive check -json %s | %python -c "import json, sys; json.dump(json.load(sys.stdin), sys.stdout, indent=1, sort_keys=True)" | FileCheck %s
package main

var kept *int

func keep(p *int) {
	kept = p
}

func main() {
	n := 1
	keep(&n)
}

// CHECK: "tool": "outlive"
// CHECK: "verdicts": [
// CHECK: "file": "{{.*}}.go",
// CHECK-NEXT: "function": "keep",
// CHECK-NEXT: "id": "6:11:p",
// CHECK-NEXT: "kind": "parameter",
// CHECK-NEXT: "leaks": [
// CHECK: "derefs": 0,
// CHECK: "reason": "assign"
// CHECK: "to": "heap"
// CHECK: "storage": "stack",

// CHECK: "bytes": 8,
// CHECK-NEXT: "column": 2,
// CHECK-NEXT: "file": "{{.*}}.go",
// CHECK-NEXT: "function": "go_main",
// CHECK-NEXT: "id": "11:2:n",
// CHECK-NEXT: "kind": "variable",
// CHECK-NEXT: "line": 11,
// CHECK-NEXT: "name": "n",
// CHECK-NEXT: "object": "n",
// CHECK-NEXT: "outlivedBy": "{heap}",
// CHECK-NEXT: "path": [
// CHECK: "reason": "address-of"
// CHECK: "storage": "heap",
// CHECK-NEXT: "why":

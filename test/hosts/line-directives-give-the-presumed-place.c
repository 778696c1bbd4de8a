// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

int *global;
#line 7 "x.go"
void f(int x) { // CHECK: function f 'void (int)' {{3|6}}:6 (x.go:7:6)
    global = &x; // CHECK: address 'int *' {{[0-9]+}}:14 (x.go:8:14)
}

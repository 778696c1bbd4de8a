// RUN: %clang -fsyntax-only -fplugin=%plugin %s 2>&1 | FileCheck %s

int *global;
#line 4 "counter.go"
void keeps(void) {
    int x = 0;
    global = &x;
}
// CHECK: {{^}}counter.go:5:9: warning: 'x' must be heap-allocated
// CHECK: {{^}}counter.go:6:5: note:

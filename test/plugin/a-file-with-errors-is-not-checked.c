// RUN: not %clang -fsyntax-only -fplugin=%plugin %s 2>&1 | FileCheck %s
// RUN: not %clang -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s 2>/dev/null | count 0
// CHECK-NOT: heap-allocated
int *global;

void keeps(void) {
    int x = 0;
    global = &x;
    undeclared = 1; // CHECK: [[#@LINE]]:5: error: use of undeclared identifier 'undeclared'
}
// CHECK-NOT: heap-allocated

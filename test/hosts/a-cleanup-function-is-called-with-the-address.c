// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

static void release(int **p) {
    *p = 0;
}

void scope(int *p) {
    int *held __attribute__((cleanup(release))) = p; // CHECK: local held 'int *' [[#@LINE]]:10
    // CHECK-NEXT: = var p
    // CHECK-NEXT: expr
    // CHECK-NEXT: call 'void'
    // CHECK-NEXT: callee func release
    // CHECK-NEXT: address 'int **'
    // CHECK-NEXT: var held
}

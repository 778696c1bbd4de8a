// RUN: %clang -w -fopenmp -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s -- -fopenmp | FileCheck %s

int *global;

void parallel(int n) {
    int x = 0;
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        global = &x;
    // CHECK: unknown statement
    // CHECK-NEXT: unknown captured statement
    // CHECK-NEXT: address 'int *'
    // CHECK-NEXT: var n
    // CHECK-NEXT: address 'int *'
    // CHECK-NEXT: var x
}

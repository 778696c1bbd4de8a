// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

#include <stdatomic.h>

int *atomics(_Atomic(int *) *a, int *p, int **expected) {
    atomic_store(a, p); // CHECK: atomic 'void' [[#@LINE]]:5
    // CHECK-NEXT: var a '_Atomic(int *) *'
    // CHECK-NEXT: const {{[0-9]+}} 'int'
    // CHECK-NEXT: var p 'int *' [[#@LINE-3]]:21
    p = __atomic_load_n(expected, __ATOMIC_RELAXED); // CHECK: atomic 'int *' [[#@LINE]]:9
    // CHECK-NEXT: var expected 'int **'
    atomic_compare_exchange_strong(a, expected, p); // CHECK: atomic '_Bool'
    // CHECK: var expected
    // CHECK: var p
    *a = p; // CHECK: assign 'int *' [[#@LINE]]:5
    return *a;
}

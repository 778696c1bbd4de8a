// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

#define SAME(a, b) __builtin_types_compatible_p(__typeof__(a), __typeof__(b))

int traits(int *p, int *q, int n) {
    return SAME(p, q) +
           SAME(n, int) +
           __atomic_load_n(p, n) +
           __builtin_choose_expr(SAME(p, q), *p, n);
}
// CHECK: return
// CHECK-NEXT: binary +
// CHECK-NEXT: binary +
// CHECK-NEXT: binary +
// CHECK-NEXT: const 'int' 7:12
// CHECK-NEXT: const 'int' 8:12
// CHECK-NEXT: atomic 'int' 9:12
// CHECK-NEXT: var p
// CHECK-NEXT: var n
// CHECK-NEXT: deref 'int' 10:46

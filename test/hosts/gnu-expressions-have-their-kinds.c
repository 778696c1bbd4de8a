// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

#include <stdarg.h>
#define MAX(a, b) ({ __typeof__(a) _a = (a), _b = (b); _a > _b ? _a : _b; })

int *gnu(int *p, int *q, int n, ...) {
    p = p ?: q; // CHECK: cond 'int *' [[#@LINE]]:9
    // CHECK-NEXT: var p
    // CHECK-NEXT: else var q
    n = MAX(*p, n); // CHECK: stmt-expr 'int' [[#@LINE]]:9
    // CHECK-NEXT: block [[#@LINE-1]]:9
    // CHECK: local _a 'int'
    // CHECK-NEXT: = deref 'int' [[#@LINE-3]]:13
    p = __builtin_choose_expr(1, q, n); // CHECK: assign 'int *' [[#@LINE]]:5
    // CHECK-NEXT: var p
    // CHECK-NEXT: var q 'int *' [[#@LINE-2]]:34
    va_list list;
    va_start(list, n); // CHECK: callee func __builtin_va_start
    p = va_arg(list, int *); // CHECK: va-arg 'int *' [[#@LINE]]:9
    // CHECK-NEXT: cast array-decay
    // CHECK-NEXT: var list
    va_end(list);
    n = __builtin_offsetof(struct { int a, b; }, b); // CHECK: const 'unsigned long' [[#@LINE]]:9
    const char *name = __func__; // CHECK: cast array-decay 'const char *'
    // CHECK-NEXT: string "gnu" 'char[4]'
    void *room = __builtin_alloca(n); // CHECK: callee func __builtin_alloca
    typedef int v4 __attribute__((vector_size(16)));
    v4 v = {1, 2, 3, 4}; // CHECK: local v
    // CHECK-NEXT: = init
    n = v[1]; // CHECK: unknown vector element 'int' [[#@LINE]]:9
    return p;
}

// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

int f(int *);

void calls(int *p, int (*g)(int *)) {
    f(p); // CHECK: call 'int' [[#@LINE]]:5
    // CHECK-NEXT: callee func f 'int (int *)'
    (*f)(p); // CHECK: call 'int' [[#@LINE]]:5
    // CHECK-NEXT: callee func f
    (&f)(p); // CHECK: call 'int' [[#@LINE]]:5
    // CHECK-NEXT: callee func f
    (***g)(p); // CHECK: call 'int' [[#@LINE]]:5
    // CHECK-NEXT: callee var g 'int (*)(int *)'
    __builtin_memcpy(p, p, 4); // CHECK: call 'void *' [[#@LINE]]:5
    // CHECK-NEXT: callee func __builtin_memcpy
}

// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

int f(int);
int g(char *);

int *generic(int *p, int *q, char c, int x) {
    _Generic(x, int: f, char *: g)(x); // CHECK: call 'int' [[#@LINE]]:5
    // CHECK-NEXT: callee func f
    return _Generic(c, char: p, int: q, long: x); // CHECK: return [[#@LINE]]:5
    // CHECK-NEXT: cond _Generic 'int *'
    // CHECK-NEXT: const
    // CHECK-NEXT: then var p
    // CHECK-NEXT: else var q
}

// REQUIRES: llvm-22
// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

int *g(int *p __attribute__((lifetimebound)));

int *calls(int *p) {
    return g(p);
}
// CHECK: function g
// CHECK-NEXT: param p 'int *' lifetimebound

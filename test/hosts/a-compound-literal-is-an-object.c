// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

struct pair {
    int *a, *b;
};
struct pair *global = &(struct pair){0}; // CHECK: compound-literal 'struct pair' [[#@LINE]]:24
// CHECK-NEXT: global - 'struct pair' internal

struct pair *make(int *p) {
    return &(struct pair){.b = p}; // CHECK: address 'struct pair *' [[#@LINE]]:12
    // CHECK-NEXT: compound-literal 'struct pair' [[#@LINE-1]]:13
    // CHECK-NEXT: local - 'struct pair' [[#@LINE-2]]:13
    // CHECK-NEXT: = init 'struct pair'
    // CHECK-NEXT: .b var p
}

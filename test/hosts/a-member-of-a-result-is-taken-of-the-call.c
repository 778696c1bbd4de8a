// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

struct pair {
    int *a, *b;
};
struct pair make(void);

int *choose(void) {
    return make().a ? make().b : 0; // CHECK: cond 'int *' [[#@LINE]]:12
    // CHECK-NEXT: {{^ *}}member a 'int *'
    // CHECK-NEXT: {{^ *}}call 'struct pair'
    // CHECK-NEXT: callee func make
    // CHECK-NEXT: then member b 'int *'
    // CHECK-NEXT: {{^ *}}call 'struct pair'
}

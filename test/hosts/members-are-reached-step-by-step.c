// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

struct point {
    int x, *y;
};
struct line {
    struct point a, *b;
};

int *member(struct line *l) {
    return l->b->y; // CHECK: return [[#@LINE]]:5
    // CHECK-NEXT: member y 'int *' [[#@LINE-1]]:12
    // CHECK-NEXT: deref 'struct point'
    // CHECK-NEXT: member b 'struct point *'
    // CHECK-NEXT: deref 'struct line'
    // CHECK-NEXT: var l 'struct line *'
}

int *same(struct line *l) {
    return (&(*l).a)->y; // CHECK: return [[#@LINE]]:5
    // CHECK-NEXT: member y 'int *'
    // CHECK-NEXT: deref 'struct point'
    // CHECK-NEXT: address 'struct point *'
    // CHECK-NEXT: member a 'struct point'
    // CHECK-NEXT: deref 'struct line'
    // CHECK-NEXT: var l 'struct line *'
}
// CHECK: record 'struct line' 24 bytes pointers
// CHECK-NEXT: 0 a 'struct point'
// CHECK-NEXT: 16 b 'struct point *'

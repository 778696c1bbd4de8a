// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

int g, h;
struct in {
    int a, *p;
};
struct out {
    struct in in;
    int *q, *r, *rows[4];
};

struct out o = {.in.p = &g, &h, .rows[1] = &g, &h, .q = 0, .in = {.a = 2}};
// CHECK: global o 'struct out'
// CHECK-NEXT: = init 'struct out'
// CHECK-NEXT: .in init 'struct in'
// CHECK-NEXT: .p address
// CHECK-NEXT: var g
// CHECK-NEXT: .q address
// CHECK-NEXT: var h
// CHECK-NEXT: .rows init 'int *[4]'
// CHECK-NEXT: [1] address
// CHECK-NEXT: var g
// CHECK-NEXT: [2] address
// CHECK-NEXT: var h
// CHECK-NEXT: .q const {{[0-9]+}} 'int *'
// CHECK-NEXT: .in init 'struct in'
// CHECK-NEXT: .a const {{[0-9]+}} 'int'

int *grid[8][2] = {[2][1] = &g, &h, [5 ... 6] = {&g}};
// CHECK: global grid 'int *[8][2]'
// CHECK-NEXT: = init 'int *[8][2]'
// CHECK-NEXT: [2] init 'int *[2]'
// CHECK-NEXT: [1] address
// CHECK-NEXT: var g
// CHECK-NEXT: [3] init 'int *[2]'
// CHECK-NEXT: [0] address
// CHECK-NEXT: var h
// CHECK-NEXT: [5] init 'int *[2]'
// CHECK-NEXT: [0] address

struct in old_style = {p: &h, a: 1};
// CHECK: global old_style
// CHECK-NEXT: = init 'struct in'
// CHECK-NEXT: .p address
// CHECK-NEXT: var h
// CHECK-NEXT: .a const

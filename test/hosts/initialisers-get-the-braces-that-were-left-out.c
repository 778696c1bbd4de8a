// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

int g, h;
struct in {
    int a, *p;
};
struct out {
    struct in in;
    int array[3];
    char text[4];
    int *q;
};

struct out flat = {1, &g, 2, 3, 4, "abc", &h};
// CHECK: global flat
// CHECK-NEXT: = init 'struct out'
// CHECK-NEXT: .in init 'struct in'
// CHECK-NEXT: .a const {{[0-9]+}} 'int'
// CHECK-NEXT: .p address 'int *'
// CHECK-NEXT: var g 'int'
// CHECK-NEXT: .array init 'int[3]'
// CHECK-NEXT: [0] const {{[0-9]+}} 'int'
// CHECK-NEXT: [1] const {{[0-9]+}} 'int'
// CHECK-NEXT: [2] const {{[0-9]+}} 'int'
// CHECK-NEXT: .text string "abc" 'char[4]'
// CHECK-NEXT: .q address 'int *'
// CHECK-NEXT: var h 'int'

char text[] = {"abc"};
// CHECK: global text 'char[4]'
// CHECK-NEXT: = string "abc" 'char[4]'

int scalar = {1};
// CHECK: global scalar 'int'
// CHECK-NEXT: = const {{[0-9]+}} 'int'

void whole(struct in in) {
    struct out o = {in, {5}};
    // CHECK: local o 'struct out'
    // CHECK-NEXT: = init 'struct out'
    // CHECK-NEXT: .in var in 'struct in'
    // CHECK-NEXT: .array init 'int[3]'
    // CHECK-NEXT: [0] const {{[0-9]+}} 'int'
    struct in rows[] = {1, &g, 2, &h};
    // CHECK: local rows 'struct in[2]'
    // CHECK: [0] init 'struct in'
    // CHECK: .p address
    // CHECK: [1] init 'struct in'
    // CHECK: .p address
    // CHECK-NEXT: var h 'int'
}

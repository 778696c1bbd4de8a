// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

struct s {
    int a;
    union {
        long b;
        struct {
            int *c, *d;
        };
    };
};

struct s designated = {.c = 0, .a = 1};
// CHECK: global designated
// CHECK-NEXT: = init 'struct s'
// CHECK-NEXT: . init 'union s::(anonymous at
// CHECK-NEXT: . init 'struct s::{{.*}}(anonymous at
// CHECK-NEXT: .c const {{[0-9]+}} 'int *'
// CHECK-NEXT: .a const {{[0-9]+}} 'int'

int *read(struct s *s) {
    return s->d;
    // CHECK: return [[#@LINE-1]]:5
    // CHECK-NEXT: member d 'int *'
    // CHECK-NEXT: member - 'struct s::{{.*}}(anonymous at
    // CHECK-NEXT: member - 'union s::(anonymous at
    // CHECK-NEXT: deref 'struct s'
}

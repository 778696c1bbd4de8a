// RUN: %clang -O2 -S -emit-llvm -fplugin=%plugin -o - %s | FileCheck %s
// RUN: %clang -O2 -S -emit-llvm -o - %s | FileCheck --check-prefix=WITHOUT %s
// RUN: %clang -O0 -S -emit-llvm -fplugin=%plugin -o - %s | FileCheck --check-prefix=UNOPTIMISED %s
//
// LLVM may take away calls of the functions that it knows as allocation functions. The annotation makes it know others, which C has no
// attribute for; `malloc` alone does not: such a function may do more than to allocate.

__attribute__((malloc, alloc_size(1), annotate("outlive.allocates=zeroed"))) void *fresh(unsigned long bytes);
__attribute__((malloc, alloc_size(1))) void *counted(unsigned long bytes);

static int *number(int x) {
    int *p = fresh(sizeof *p);
    *p = x;
    return p;
}

// CHECK-LABEL: define {{.*}} @seen_by_nobody(
// CHECK-NOT: call
// CHECK: ret i32
// WITHOUT-LABEL: define {{.*}} @seen_by_nobody(
// WITHOUT: call {{.*}} @fresh(
// UNOPTIMISED-LABEL: define {{.*}} @number(
// UNOPTIMISED: call {{.*}} @fresh(
int seen_by_nobody(int x) {
    int **q = fresh(sizeof *q);
    *q = number(x);
    return ++**q;
}

// CHECK-LABEL: define {{.*}} @zero_at_first(
// CHECK-NOT: call
// CHECK: ret i32 7
int zero_at_first(void) {
    int *p = fresh(2 * sizeof *p);
    p[0] = 7;
    return p[0] + p[1];
}

// CHECK-LABEL: define {{.*}} @seen_by_others(
// CHECK: call {{.*}} @fresh(
extern int *kept;
int seen_by_others(int x) {
    kept = number(x);
    return *kept;
}

// CHECK-LABEL: define {{.*}} @may_do_more(
// CHECK: call {{.*}} @counted(
int may_do_more(int x) {
    int *p = counted(sizeof *p);
    *p = x;
    return *p;
}

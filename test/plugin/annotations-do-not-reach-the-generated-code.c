// RUN: %clang -O2 -S -emit-llvm -fplugin=%plugin -o - %s | FileCheck %s
// RUN: %clang -O2 -S -emit-llvm -o - %s | FileCheck --check-prefix=WITHOUT %s
//
// Clang keeps annotated variables in memory, and annotated functions alive. The checker takes its annotations off in time; others stay.

__attribute__((annotate("outlive.go=twice"))) static int twice(int *p __attribute__((annotate("outlive.flows=")))) { return *p * 2; }

// CHECK-NOT: outlive.
// CHECK: @foreign
// CHECK-NOT: outlive.
// CHECK-LABEL: define {{.*}} @site(
// CHECK-NOT: alloca
// CHECK: shl
// CHECK-NOT: define {{.*}} @twice(
// CHECK: ret i32
// WITHOUT: outlive.
// WITHOUT-LABEL: define {{.*}} @site(
// WITHOUT: alloca
int site(int x) {
    int n __attribute__((annotate("outlive.site=1:1:n"))) = x;
    return twice(&n);
}

__attribute__((annotate("another tool's"))) int foreign(void) { return 1; }

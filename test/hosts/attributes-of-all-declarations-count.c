// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

#define KEPT_BY_NOBODY __attribute__((noescape))
void f(int *a KEPT_BY_NOBODY, int *b);
void f(int *a, int *b __attribute__((annotate("outlive.flows=heap"))));
void *allocate(int) __attribute__((malloc));
_Noreturn void stop(void);
__attribute__((noreturn)) void halt(void);

void calls(int *p) {
    int site __attribute__((annotate("outlive.site=4:2:site"))); // CHECK: local site 'int' "outlive.site=4:2:site" [[#@LINE]]:9
    f(p, p);
    allocate(1);
    stop();
    halt();
}
// CHECK: function f 'void (int *, int *)'
// CHECK-NEXT: param a 'int *' noescape
// CHECK-NEXT: param b 'int *' "outlive.flows=heap"
// CHECK-NEXT: function allocate 'void *(int)' malloc
// CHECK: function stop 'void (void)' noreturn
// CHECK: function halt {{.*}} noreturn

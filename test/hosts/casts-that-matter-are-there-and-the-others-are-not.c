// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

void callee(int *);
int array[3];

long casts(int *p, char c, long l) {
    int *first = array; // CHECK: cast array-decay 'int *' [[#@LINE]]:18
    void (*f)(int *) = callee; // CHECK: cast function-decay 'void (*)(int *)' [[#@LINE]]:24
    p = (int *)l; // CHECK: cast int-to-pointer 'int *' [[#@LINE]]:9
    l = (long)p; // CHECK: cast pointer-to-int 'long' [[#@LINE]]:9
    void *v = p; // CHECK: = var p 'int *' [[#@LINE]]:15
    char *q = (char *)p; // CHECK: = cast value 'char *' [[#@LINE]]:15
    p = 0; // CHECK: assign 'int *' [[#@LINE]]:5
    // CHECK-NEXT: var p
    // CHECK-NEXT: const {{[0-9]+}} 'int *'
    (void)p; // CHECK: cast to-void 'void' [[#@LINE]]:5
    _Bool b = p; // CHECK: = var p 'int *' [[#@LINE]]:15
    return c + l; // CHECK: return [[#@LINE]]:5
    // CHECK-NEXT: binary + 'long'
    // CHECK-NEXT: var c 'char'
    // CHECK-NEXT: var l 'long'
}

union u {
    int *p;
    long l;
};
union u to_union(int *p) {
    return (union u)p; // CHECK: cast to-union 'union u' [[#@LINE]]:12
}

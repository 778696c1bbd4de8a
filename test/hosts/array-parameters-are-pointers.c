// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

int prototype(int a[3], int b[][2], int n, int c[n][n]) {
    // CHECK: param a 'int *'
    // CHECK-NEXT: param b 'int (*)[2]'
    // CHECK-NEXT: param n 'int'
    // CHECK-NEXT: param c 'int (*)[*]'
    a = a + 1; // CHECK: assign 'int *' [[#@LINE]]:5
    // CHECK-NEXT: var a 'int *'
    // CHECK-NEXT: binary + 'int *'
    a++; // CHECK: incdec a++ 'int *'
    return a[0] + b[0][1] + c[1][2];
    // CHECK: index 'int' [[#@LINE-1]]:12
    // CHECK-NEXT: var a 'int *'
    // CHECK: index 'int' [[#@LINE-3]]:19
    // CHECK-NEXT: cast array-decay 'int *'
    // CHECK-NEXT: index 'int[2]'
    // CHECK-NEXT: var b 'int (*)[2]'
}

int old_style(a, f)
    int a[];
    int f();
{
    return a[0] + f(a);
    // CHECK: index 'int' [[#@LINE-1]]:12
    // CHECK-NEXT: var a 'int *'
    // CHECK: callee var f 'int (*)()'
}

// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

int next(int *);

void sizes(int n) {
    int a[next(&n)]; // CHECK: expr [[#@LINE]]:11
    // CHECK-NEXT: call 'int' [[#@LINE-1]]:11
    // CHECK: decl [[#@LINE-2]]:5
    // CHECK-NEXT: local a 'int[next(&n)]'
    n = sizeof(next(&n)); // CHECK: assign 'int' [[#@LINE]]:5
    // CHECK-NEXT: var n
    // CHECK-NEXT: const 4 'unsigned long'
    n = sizeof(int[n++]); // CHECK: assign 'int' [[#@LINE]]:5
    // CHECK-NEXT: var n
    // CHECK-NEXT: comma 'unsigned long'
    // CHECK-NEXT: incdec a++
    // CHECK-NEXT: var n
    // CHECK-NEXT: const 'unsigned long'
    typedef int row[n--]; // CHECK: expr [[#@LINE]]:21
    // CHECK-NEXT: incdec a--
    row r; // CHECK: local r 'int[n--]'
}

// CHECK: function parameters
void parameters(int n, int a[next(&n)], int b[3], int c[static n--][2][next(0)], int (*d)[n++], int e[n], int (*f)(int g[next(0)])) {
    // CHECK: param f
    // CHECK-NEXT: block
    // CHECK-NEXT: expr [[#@LINE-3]]:30
    // CHECK-NEXT: call 'int' [[#@LINE-4]]:30
    // CHECK-NEXT: callee func next
    // CHECK-NEXT: address
    // CHECK-NEXT: var n
    // CHECK: expr [[#@LINE-8]]:72
    // CHECK-NEXT: call 'int' [[#@LINE-9]]:72
    // CHECK-NEXT: callee func next
    // CHECK-NEXT: const 0
    // CHECK: expr [[#@LINE-12]]:64
    // CHECK-NEXT: incdec a--
    // CHECK: expr [[#@LINE-14]]:91
    // CHECK-NEXT: incdec a++
    // CHECK: expr [[#@LINE-16]]:103
    // CHECK-NEXT: var n
    // CHECK-NEXT: return
    return;
}

// CHECK: function old_style
void old_style(n, a) int n, a[next(&n)]; {
    // CHECK: block
    // CHECK-NEXT: expr [[#@LINE-2]]:31
    // CHECK-NEXT: call
}

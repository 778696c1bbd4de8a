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
    // CHECK-NEXT: const 'unsigned long'
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

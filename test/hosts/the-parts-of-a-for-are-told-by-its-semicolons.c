// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

#define FOREVER for (;;)
#define COUNT(i, n) for (i = 0; i < n;)

void loops(int i) {
    for (i = 1;;) // CHECK: loop for [[#@LINE]]:5
        break;    // CHECK-NEXT: init expr
    // CHECK-NEXT: assign
    // CHECK-NEXT: var
    // CHECK-NEXT: const
    // CHECK-NEXT: break
    for (; i;) // CHECK: loop for [[#@LINE]]:5
        break; // CHECK-NEXT: {{^ +}}var i
    // CHECK-NEXT: break
    for (;; i++ /* ; */) // CHECK: loop for [[#@LINE]]:5
        break;           // CHECK-NEXT: post incdec
    // CHECK-NEXT: var i
    // CHECK-NEXT: break
    for (int k = 0;; k++) // CHECK: loop for [[#@LINE]]:5
        break;            // CHECK-NEXT: init decl
    // CHECK: post incdec
    FOREVER // CHECK: loop for [[#@LINE]]:5
        break; // CHECK-NEXT: break
    // Only the tokens would tell which part is which: both count as evaluated each time round.
    COUNT(i, 3) // CHECK: loop for [[#@LINE]]:5
        break;  // CHECK-NEXT: comma
    // CHECK-NEXT: assign 'int'
    // CHECK: binary <
    // CHECK: break
    while (i) // CHECK: loop while [[#@LINE]]:5
        i--;
    do // CHECK: loop do [[#@LINE]]:5
        i--;
    while (i);
}

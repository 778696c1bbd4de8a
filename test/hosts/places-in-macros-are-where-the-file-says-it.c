// RUN: %clang -w -fsyntax-only -fplugin=%plugin -fplugin-arg-outlive-dump=ctree %s | FileCheck %s
// RUN: %outlive check -dump=ctree %s | FileCheck %s

#define ADDRESS(x) (&(x))
#define GLOBAL global

int *GLOBAL;

void macros(int x) {
    global = ADDRESS(x); // CHECK: assign 'int *' [[#@LINE]]:5
    // CHECK-NEXT: var global 'int *' [[#@LINE-1]]:5
    // CHECK-NEXT: address 'int *' [[#@LINE-2]]:14
    // CHECK-NEXT: var x 'int' [[#@LINE-3]]:22
    GLOBAL = 0; // CHECK: var global 'int *' [[#@LINE]]:5
}

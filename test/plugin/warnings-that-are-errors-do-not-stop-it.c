// RUN: not %clang -Werror -Wunused-variable -fsyntax-only -fplugin=%plugin %s 2>&1 | FileCheck %s
int *global;

void keeps(void) {
    int unused; // CHECK: [[#@LINE]]:9: error: unused variable
    int x = 0; // CHECK: [[#@LINE]]:9: error: 'x' must be heap-allocated
    global = &x;
}

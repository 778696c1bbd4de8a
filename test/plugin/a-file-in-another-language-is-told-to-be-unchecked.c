// RUN: %clang -x c++ -fsyntax-only -fplugin=%plugin %s 2>&1 | FileCheck %s
// RUN: %clang -x c++ -w -fsyntax-only -fplugin=%plugin %s 2>&1 | count 0
// CHECK: warning: outlive checks C; this file was not checked
int *global;

void keeps() {
    int x = 0;
    global = &x;
}

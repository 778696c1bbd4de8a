// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// Variables end in the order opposite to that of their declarations, and cleanup functions are called in between.

static void release(int **p) { if (*p) **p = 0; }
struct guard { int *p; };
static void leave(struct guard *g) { *g->p = 1; }
void cl1(void) { __attribute__((cleanup(release))) int *p = 0; int x; p = &x; }  // expected-warning {{must}}
void cl2(void) { int x; __attribute__((cleanup(release))) int *p = 0; int *q = p; p = &x; q = &x; }
void cl3(void) { __attribute__((cleanup(leave))) struct guard g = {0}; int x; int *q = &x; g.p = q; }  // expected-warning {{must}}
void cl4(void) { int x; __attribute__((cleanup(leave))) struct guard g = {&x}; int y; int *q = 0; q = &y; }
void cl5(void) { int *q = 0; __attribute__((cleanup(release))) int *p = 0; int x; q = &x; (void)q; }

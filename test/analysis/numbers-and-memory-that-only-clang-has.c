// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// _BitInt, of which gcc 12 knows nothing, and clang's own alloca.

static _BitInt(64) kb;
void b3(void) { int x; int *p = &x; kb = *(_BitInt(64) *)&p; }                                           // expected-warning {{(assumed}}
void b5(void) { int x; int *p = &x; void *q = &p; _BitInt(64) *v = q; kb = *v; }                         // expected-warning {{(assumed}}
void *e1(void) { return __builtin_alloca_uninitialized(8); }                                             // expected-warning {{must}}

// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
// RUN: %clang -std=gnu89 -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.89
// RUN: %outlive check %s -- -std=gnu89 2>&1 | grep warning: | diff %t.89 -
//
// One definition of several: which of them is called is not known here.

static int *kept;

/* versions for several processors */
__attribute__((target("default"))) void f(int *p) { }
__attribute__((target("avx2"))) void f(int *p) { kept = p; }
void a(void) { int x; f(&x); }                                                                           // expected-warning {{(assumed}}
__attribute__((target("default"))) static int *g(int *p) { return 0; }
__attribute__((target("sse4.2"))) static int *g(int *p) { return p; }
int *b(void) { int x; return g(&x); }                                                                    // expected-warning {{(assumed}}
void (*fp)(int *) = 0;
void c(void) { int x; void (*q)(int *) = f; q(&x); }                                                     // expected-warning {{(assumed}}
__attribute__((target("avx2"))) static void single(int *p) { }
void d(void) { int x; single(&x); }
__attribute__((target_clones("avx2", "default"))) void clones(int *p) { }
void e(void) { int x; clones(&x); }
__attribute__((target_version("default"))) void h(int *p) { }
__attribute__((overloadable)) void o(int *p) { }
__attribute__((overloadable)) void o(long *p) { }
void i(void) { int x; o(&x); }
__attribute__((cpu_specific(generic))) void cs(int *p) { }
__attribute__((cpu_specific(atom))) void cs(int *p) { kept = p; }
__attribute__((cpu_dispatch(generic, atom))) void cs(int *p) { }
void j(void) { int x; cs(&x); }                                                                          // expected-warning {{(assumed}}

/* inline definitions (C17 6.7.4p7) */
#include "Inputs/an-inline-definition.h"
inline void inline_f(int *p) { }
void inline_a(void) { int x; inline_f(&x); }                                                                           // expected-warning {{(assumed}}
inline void inline_g(int *p) { }
extern void inline_g(int *p);
void inline_b(void) { int x; inline_g(&x); }
static inline void s(int *p) { }
void inline_c(void) { int x; s(&x); }
extern inline void ei(int *p) { }
void inline_d(void) { int x; ei(&x); }
inline __attribute__((always_inline)) void ai(int *p) { }
void inline_e(void) { int x; ai(&x); }
inline __attribute__((gnu_inline)) void gi(int *p) { }
void inline_h(void) { int x; gi(&x); }
void inline_i(void) { int x; in_header(&x); }
inline void inline_k(int *p);
void inline_k(int *p) { }
void inline_j(void) { int x; inline_k(&x); }

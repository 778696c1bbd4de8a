// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// Addresses that no variable holds on the way: values of blocks, casts that are used in place, constant addresses.

#include <stdarg.h>
#include <nl_types.h>
static int *kept;
int use(int *p);
static int read_of(int *p) { return *p; }
struct sp { int *p; };
/* what a block in an expression gives, after the block */
int a1(void) { return *({ int x = 1; &x; }); }                                                           // expected-warning {{must}}
int a2(void) { return read_of(({ int x; &x; })); }                                                       // expected-warning {{must}}
int a3(void) { return ({ int a[3]; a; })[1]; }                                                           // expected-warning {{must}}
void a4(void) { *({ int x; &x; }) = 3; }                                                                 // expected-warning {{must}}
int a5(int c, int *q) { return *(c ? ({ int x; &x; }) : q); }                                            // expected-warning {{must}}
int a6(void) { return *({ struct sp t; int y; t.p = &y; t; }).p; }                                       // expected-warning {{must}}
void a7(void) { ({ int x; &x; }); }
void a8(void) { (void)({ int x; &x; }); }
int a9(void) { return ({ int x; &x; }) != 0; }
int a10(void) { int x; return *({ int *p = &x; p; }); }
int *a11(void) { int y; int *p = ({ int x; &y; }); return 0; }
int a12(int c) { int y; return *({ int *a = &y; int *b = &y; c ? a : b; }); }
int a13(void) { return ({ struct sp t; int y; t.p = &y; &t; })->p != 0; }                                // expected-warning 2 {{must}}
/* pointers that are read as something else than an integer */
typedef long v1 __attribute__((vector_size(8)));
v1 kv; _Complex float kc;
void b1(void) { int x; int *p = &x; kv = *(v1 *)&p; }                                                    // expected-warning {{(assumed}}
void b2(void) { int x; int *p = &x; kc = *(_Complex float *)&p; }                                        // expected-warning {{(assumed}}
void b4(void) { int x; int *p = &x; void *q = &p; v1 *v = q; kv = *v; }                                  // expected-warning {{(assumed}}
v1 b6(void) { v1 w[2]; return *(v1 *)w; }
/* an array, or a record that begins with one, taken for an array of something else */
struct two { int *p; int *q; };
struct three { int *p, *q, *r; };
void d1(struct two *o) { int x; struct two s[2]; s[1].q = &x; kept = ((int **)s)[3]; }                   // expected-warning {{must}}
void d2(void) { int x; struct two s[2]; ((int **)s)[3] = &x; kept = s[1].q; }                            // expected-warning {{must}}
void d3(void) { int x; struct three t[2]; t[1].p = &x; kept = ((struct two *)t)[1].q; }                  // expected-warning {{must}}
struct wrap { struct two t[2]; };
void d4(void) { int x; struct wrap w; w.t[1].q = &x; kept = ((int **)w.t)[3]; }                          // expected-warning {{must}}
struct ar { int *a[2]; int *b; };
void d5(void) { int x; struct ar s; s.b = &x; int **p = (int **)&s; kept = p[2]; }                       // expected-warning {{must}}
void d6(void) { int x; struct ar s; s.b = &x; kept = ((int **)&s)[2]; }                                  // expected-warning {{must}}
void d7(void) { int x; struct two s; s.q = &x; kept = ((int **)&s)[0]; }
void d8(void) { int x; int *a[2]; a[1] = &x; kept = ((int *const *)a)[1]; }                              // expected-warning {{must}}
/* memory of the stack, what is given back, sizes in the type of va_arg */
char *e2(nl_catd c) { char x[3] = "a"; return catgets(c, 1, 1, x); }                                     // expected-warning {{must}}
int e3(int n, ...) { int x; va_list l; va_start(l, n); int (*p)[*(kept = &x)]; p = va_arg(l, int (*)[*(kept = &x)]); va_end(l); return 0; } // expected-warning {{must}}
int e4(int n, ...) { int x; va_list l; va_start(l, n); int (*p)[3]; p = va_arg(l, int (*)[3]); va_end(l); return (*p)[0]; }
int e5(int n, ...) { int x; va_list l; va_start(l, n); int (*p)[]; p = (void *)va_arg(l, int (*)[*(kept = &x)]); va_end(l); return 0; } // expected-warning {{must}}
/* memory at an address that the program says */
struct dma { int *addr; };
void g1(void) { int x; ((struct dma *)0x40001000)->addr = &x; }                                          // expected-warning {{must}}
void g2(void) { int x; *(int **)(0x40000000 + 16) = &x; }                                                // expected-warning {{must}}
void g3(void) { int x; ((void (*)(int *))0x8000)(&x); }                                                  // expected-warning {{(assumed}}
void g4(void) { int x; struct dma d; struct dma *p = (void *)-1; if (x) p = &d; p->addr = &x; }
#define DMA ((struct dma *)0x40001000UL)
void g5(void) { int x; DMA->addr = &x; }                                                                 // expected-warning {{must}}
void g6(void) { int x; *(int **)(1 << 20) = &x; }                                                        // expected-warning {{must}}
void g7(void) { int x; *(int **)(3000 + 3000) = &x; }                                                    // expected-warning {{must}}
void g8(int n) { int x; *(int **)(8 * n) = &x; }                                                         // expected-warning {{must}}
void g9(void) { int x; int *p = (int *)(8 - 9); *&p = &x; }

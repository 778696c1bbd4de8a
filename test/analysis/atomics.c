// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// Atomic objects and operations in all their forms: C11's, those of clang and gcc, those that came before; on pointers, on records of them,
// and on numbers in the places of pointers.

#include <stdatomic.h>
typedef unsigned long uintptr_t;
struct t { int *p, *q; };
static _Atomic(int *) global;
static _Atomic struct t global_record;
static uintptr_t number;

int *exchange1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    _Atomic(int *) mine = 0;
    int *expected = 0;
    atomic_compare_exchange_strong(&mine, &expected, &x);
    return mine;
}
int *exchange2(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    _Atomic(int *) mine = &x;
    int *expected = 0;
    atomic_compare_exchange_weak(&mine, &expected, (int *)0);
    return expected;
}
int exchange3(void) {
    int x = 0;
    _Atomic(int *) mine = &x;
    int *expected = 0;
    atomic_compare_exchange_weak(&mine, &expected, (int *)0);
    return *expected;
}
void exchange4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    atomic_exchange_explicit(&global, &x, memory_order_acq_rel);
}
int *exchange5(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    void *p = 0, *r = &x, *q;
    __atomic_exchange(&p, &r, &q, 5);
    return p;
}
int *before1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = 0;
    __sync_bool_compare_and_swap(&p, 0, &x);
    return p;
}
int *before2(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = &x;
    return __sync_lock_test_and_set(&p, 0);
}
int before3(void) {
    int x = 0;
    int *p = 0;
    __sync_val_compare_and_swap(&p, 0, &x);
    return *p;
}
int *load1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = &x, *q;
    __atomic_load(&p, &q, 5);
    return q;
}
int load2(void) {
    int x = 0;
    int *p = &x, *q;
    __atomic_load(&p, &q, 5);
    return *q;
}
int *add1(void) {
    int all[4];                         // expected-warning {{'all' must}}
    _Atomic(int *) mine = all;
    return atomic_fetch_add(&mine, 1);
}
int add2(void) {
    int all[4] = {0};
    int *p = all;
    return *__atomic_add_fetch(&p, sizeof *p, 5);
}
void record1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {0, &x};
    atomic_store(&global_record, t);
}
int *record2(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    _Atomic struct t mine;
    struct t t = {0, &x}, u;
    atomic_init(&mine, t);
    u = atomic_load(&mine);
    return u.q;
}
int record3(void) {
    int x = 0;
    _Atomic struct t mine;
    struct t t = {0, &x}, u;
    atomic_init(&mine, t);
    u = atomic_load(&mine);
    return *u.q;
}
void number1(_Atomic(uintptr_t) *out) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is cast to an integer)}}
    atomic_fetch_xor(out, (uintptr_t)&x);
}
void number2(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is read as a number, through a cast)}}
    int *p = &x;
    number = __atomic_load_n((uintptr_t *)&p, 5);
}
void number3(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    union { uintptr_t n; int **pp; } u;
    __atomic_store_n(&u.n, n, 5);
    *u.pp = &x;
}
void number4(unsigned char *out) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are read as a number)}}
    int *p = &x;
    for (unsigned i = 0; i < sizeof p; i++)
        out[i] = __atomic_load_n((unsigned char *)&p + i, 5);
}
void number5(uintptr_t n) {
    int x = 0;
    int *own, **pp = &own;
    _Atomic(uintptr_t) mine = 0;
    atomic_fetch_add(&mine, n);
    number = mine;
    *pp = &x;
}

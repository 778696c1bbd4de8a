// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// Unions, uintptr_t and back, bit-fields: an address that becomes a number is assumed to get out, and a number that becomes a pointer
// may lead anywhere.

typedef unsigned long uintptr_t;
static uintptr_t number;

/* the cast stands in a function that is given the pointer */
static uintptr_t number_of(int *p) { return (uintptr_t)p; }
static int low_bit(int *p) { return ((uintptr_t)p & 1) != 0; }
int *in_a_callee1(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is cast to an integer)}}
    return (int *)number_of(&x);
}
int in_a_callee2(void) {
    int x = 0;
    return low_bit(&x);
}
void of_a_variable(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is cast to an integer)}}
    int *p = &x;
    struct { uintptr_t n : 60; } bits = {(uintptr_t)p};
    number = bits.n;
}

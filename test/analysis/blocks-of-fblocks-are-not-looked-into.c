// RUN: %clang -fsyntax-only -fblocks -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -fblocks -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s -- -fblocks 2>&1 | grep warning: | diff %t.clang -
//
// Clang's own closures are no C. What their bodies use is taken to be kept, and so is what they are called with.

typedef void (^block)(void);
static block kept_block;
static int *kept;

void b1(void) {
    __block int x = 0; // expected-warning {{assumed: it is used in a construct that is not understood (block)}}
    int other = 0;
    kept_block = ^{ x++; };
    (void)&other;
}
void b2(int n) {
    int x = 0; // expected-warning {{(assumed}}
    int *p = &x; // expected-warning {{(assumed}}
    kept_block = ^{ int inner = n; int *q = &inner; *p = *q; }; // expected-warning@-3 {{'n' must}}
}
void b3(void) {
    int x = 0; // expected-warning {{(assumed}}
    void (^f)(int *) = ^(int *a) { kept = a; };
    f(&x);
}
int *b4(int *p) {
    int x = 0; // expected-warning {{(assumed}}
    int *(^f)(int *) = ^(int *a) { return a; };
    *f(&x) = 1;
    return f(p);
}
void b5(void (^f)(void)) {
    int x = 0;
    int *p = &x;
    f();
    *p = 1;
}

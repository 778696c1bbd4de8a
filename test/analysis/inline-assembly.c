// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// Assembly that is given memory has its address; of what is in a register it has the value.

struct t { int *p, n; };
static int *global;
#define LEA(p, x) __asm__("lea %1, %0" : "=r"(p) : "m"(x))
#define ADD(x, y) __asm__("add %1, %0" : "+r"(x) : "r"(y) : "cc")

int *input1(void) {
    int x = 0;                          // expected-warning {{(assumed: its address goes to inline assembly)}}
    int *p;
    asm("lea %1, %0" : "=r"(p) : "m"(x));
    return p;
}
int input2(void) {
    int x = 0, y;
    asm("mov %1, %0" : "=r"(y) : "r"(x));
    return y;
}
void output1(void) {
    int x;                              // expected-warning {{(assumed}}
    asm volatile("" : "=m"(x));
}
void output2(void) {
    int x;
    asm volatile("" : "=r"(x));
}
void both1(void) {
    int x = 0;                          // expected-warning {{(assumed}}
    asm volatile("" : "+m"(x));
}
void both2(void) {
    int x = 0;
    asm volatile("" : "+r"(x));
}
void chosen1(void) {
    int x = 0;                          // expected-warning {{(assumed}}
    int y = 0;                          // expected-warning {{(assumed}}
    int z = 0;                          // expected-warning {{(assumed}}
    asm volatile("" : : "g"(x), "rm"(y), "X"(z));
}
void chosen2(void) {
    int x = 0, y = 0, z = 0;
    asm volatile("" : : "ri"(x), "g"(y + 0), "X"(-z));
}
void same1(void) {
    int x = 0;                          // expected-warning {{(assumed}}
    int y;
    asm volatile("" : "=r"(y), "=m"(x) : "0"(x));
}
void same2(void) {
    int x = 0, y;
    asm volatile("" : "=r"(y) : "0"(x));
}

/* through macros, with operands that have assembly in them */
int *macro1(void) {
    int x = 0;                          // expected-warning {{(assumed}}
    int *p;
    LEA(p, x);
    return p;
}
int macro2(int n) {
    int x = 0;
    ADD(x, n);
    return x;
}
int nested1(int n) {
    int x = 0, y = 0;
    int z = 0;                          // expected-warning {{(assumed}}
    asm volatile("" : "+r"(x) : "r"(({ asm("" : "+m"(z)); y; })));
    return x;
}

/* what is in memory leads on */
void leads1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {&x, 0};               // expected-warning {{(assumed}}
    asm volatile("" : : "m"(t.n));
}
void leads2(void) {
    int x = 0;
    struct t t = {&x, 0};
    asm volatile("" : : "r"(t.n));
}
void leads3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = 0, **q = &p;               // expected-warning {{(assumed}}
    asm volatile("" : "+m"(p));
    *q = &x;
}
void behind1(struct t *t) {
    int x = 0;
    asm volatile("" : "+m"(t->n) : "r"(x));
}
void behind2(void) {
    struct t t = {0};                   // expected-warning {{(assumed}}
    behind1(&t);
}
void behind3(struct t *t) {
    asm volatile("" : "+r"(t->n));
}
void behind4(void) {
    struct t t = {0};
    behind3(&t);
}
void element1(int i) {
    int all[4] = {0};                   // expected-warning {{(assumed}}
    asm volatile("" : "=m"(all[i]));
}
void element2(int i) {
    int all[4] = {0};
    asm volatile("" : "=r"(all[i]));
}

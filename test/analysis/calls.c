// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
//
// Functions are summarised: what they do with what they are given, call by call.

struct t { int *p; struct t *next; };
static int *global;

static int *identity(int *p) { return p; }
int *c1(void) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    identity(&x);
    return identity(&y);
}

static void set(struct t *t, int *p) { t->p = p; }
struct t c2(void) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    struct t a = {0}, b = {0};
    set(&a, &x);
    set(&b, &y);
    return b;
}

static void copy(struct t *to, const struct t *from) { *to = *from; }
void c3(struct t *out) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    struct t a = {&x}, b = {&y}, c;
    copy(&c, &a);
    copy(out, &b);
}

static void to_global(struct t *t) { global = t->p; }
void c4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {&x};
    to_global(&t);
}

/* deeper in what a parameter leads to */
static int *second(struct t *t) { return t->next->p; }
int *c5(void) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    struct t b = {&y}, a = {&x, &b};
    return second(&a);
}

/* two parameters may be one object */
static int *through(int **a, int **b, int *v) { *a = v; return *b; }
int *c6(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = 0;
    return through(&p, &p, &x);
}
int *c7(void) {
    int x = 0;
    int *p = 0, *q = 0;
    return through(&p, &q, &x);
}

/* recursion */
static int *walk(struct t *t, int n) { return n ? walk(t->next, n - 1) : t->p; }
int *c8(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t a = {&x, &a};
    return walk(&a, 3);
}
int c9(void) {
    int x = 0;
    struct t a = {&x, &a};
    return *walk(&a, 3);
}
static int *odd(int *p, int n);
static int *even(int *p, int n) { return n ? odd(p, n - 1) : p; }
static int *odd(int *p, int n) { return n ? even(p, n - 1) : 0; }
int *c10(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return even(&x, 2);
}
int c11(void) {
    int x = 0;
    return *even(&x, 2);
}
void c12(int n, int **up) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = 0;
    if (up)
        *up = &x;
    if (n)
        c12(n - 1, &p);
}

/* functions that are not seen */
void unseen(int *p);
void unseen_noescape(__attribute__((noescape)) int *p);
int *unseen_bound(int *p __attribute__((annotate("outlive.flows=result"))));
void unseen_flows(int *p __attribute__((annotate("outlive.flows="))), int *q __attribute__((annotate("outlive.flows=heap"))));
void c13(void) {
    int x = 0;                          // expected-warning {{'x' must be heap-allocated: it outlives 'c13' (assumed: it is passed to 'unseen', which is not seen here)}}
    int y = 0;
    unseen(&x);
    unseen_noescape(&y);
}
int *c14(void) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    unseen_bound(&x);
    return unseen_bound(&y);
}
void c15(void) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    unseen_flows(&x, &y);
}

/* memory that a function makes for its caller */
void *malloc(unsigned long);
static struct t *make(int *p) {
    struct t *t = malloc(sizeof *t);
    t->p = p;
    return t;
}
int c16(void) {
    int x = 0;
    struct t *t = make(&x);
    return *t->p;
}
struct t *c17(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return make(&x);
}
static struct t *registered;
static struct t *make_registered(int *p) {
    registered = make(p);
    return registered;
}
int c18(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t *t = make_registered(&x);
    return *t->p;
}
static struct t *make_and_register(void) {
    struct t *t = malloc(sizeof *t);
    registered = t;
    return t;
}
void c19(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    make_and_register()->p = &x;
}

/* K&R, and a call that does not fit its definition */
static int *old(p, q) int *p, *q; { return q; }
int *c20(void) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    return old(&x, &y);
}

/* results in records */
struct two { int *r0, *r1; };
static struct two both(int *p, int *q) { return (struct two){p, q}; }
int *c21(void) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    struct two r = both(&x, &y);
    return r.r1;
}

/* one node of a list is not another, though a summary may hold them for one */
static void move_down(struct t *t) { t->next->next->p = t->next->next->next->p; }
int *c22(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t d = {&x}, c = {0, &d}, b = {0, &c}, a = {0, &b};
    move_down(&a);
    return c.p;
}
static void move_element(struct t *t) { t[0].p = t[1].p; }
int *c23(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct { struct t a, b; } both = {{0}, {&x}};
    move_element(&both.a);
    return both.a.p;
}

/* the C library, by name */
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/select.h>
#include <time.h>
int c24(void) {
    struct timeval wait = {1, 0};
    char path[4096];
    realpath("/", path);
    return select(0, 0, 0, 0, &wait) + path[0];
}
char *c25(void) {
    char path[4096];                    // expected-warning {{'path' must}}
    return realpath("/", path);
}
char *c26(void) {
    char text[8] = "1";                 // expected-warning {{'text' must}}
    return strptime(text, "%d", 0);
}

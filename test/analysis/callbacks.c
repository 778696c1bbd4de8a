// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
//
// Function values with one or several known targets, tables of them, and functions that call what they are given.

static int *global;
static void keep(int *p) { global = p; }
static void drop(int *p) { (void)p; }
static int *same(int *p) { return p; }

/* known targets */
void k1(void) {
    int x = 0;
    void (*f)(int *) = drop;
    f(&x);
}
void k2(void) {
    int x = 0;                              // expected-warning {{'x' must}}
    void (*f)(int *) = keep;
    (*f)(&x);
}
void k3(int which) {
    int x = 0;                              // expected-warning {{'x' must}}
    void (*f)(int *) = which ? drop : keep;
    f(&x);
}
void k4(int which) {
    int x = 0;
    void (*f)(int *) = 0;
    if (which)
        f = drop;
    f(&x);
}

/* unknown targets */
void k5(void (*f)(int *)) {
    int x = 0;                              // expected-warning {{'x' must be heap-allocated: it outlives 'k5' (assumed: it is passed to a function that comes from outside)}}
    f(&x);
}
static void (*changing)(int *) = drop;
void change(void (*f)(int *)) { changing = f; }
void k6(void) {
    int x = 0;                              // expected-warning {{'x' must be heap-allocated: it outlives 'k6' (assumed}}
    changing(&x);
}

/* tables */
void k7(int i) {
    int x = 0;
    int y = 0;                              // expected-warning {{'y' must}}
    void (*drops[])(int *) = {drop, drop}, (*mixed[])(int *) = {drop, keep};
    drops[i](&x);
    mixed[i](&y);
}
static void (*const table[])(int *) = {drop, drop};
static void (*const keeping[])(int *) = {drop, keep};
struct ops { const char *name; void (*run)(int *); };
static const struct ops methods = {"drop", drop}, keeping_methods = {"keep", keep};
void k8(int i) {
    int x = 0;
    int y = 0;                              // expected-warning {{'y' must}}
    int z = 0;
    int w = 0;                              // expected-warning {{'w' must}}
    table[i](&x);
    keeping[i](&y);
    const struct ops *m = &methods, *n = &keeping_methods;
    m->run(&z);
    n->run(&w);
}

/* passed on through several functions to a call */
static int *apply(int *(*f)(int *), int *p) { return f(p); }
static int *apply2(int *(*f)(int *), int *p) { return apply(f, p); }
int k9(void) {
    int x = 0;
    return *apply2(same, &x);
}
int *k10(void) {
    int x = 0;                              // expected-warning {{'x' must}}
    return apply2(same, &x);
}
static void each(void (*f)(void *, int *), void *data, int *all, int n) {
    for (int i = 0; i < n; i++)
        f(data, &all[i]);
}
struct sum { int total; int *last; };
static void add(void *data, int *p) {
    struct sum *s = data;
    s->total += *p;
    s->last = p;
}
int k11(void) {
    int all[3] = {1, 2, 3};
    struct sum s = {0};
    each(add, &s, all, 3);
    return s.total + *s.last;
}
struct sum k12(void) {
    int all[3] = {1, 2, 3};                 // expected-warning {{'all' must}}
    struct sum s = {0};
    each(add, &s, all, 3);
    return s;
}

/* a local of the function that calls what it is given */
static void with_local(void (*f)(int *)) {
    int local = 0;                          // expected-warning {{'local' must be heap-allocated: it outlives 'with_local' (assumed}}
    f(&local);
}
void k13(void) { with_local(drop); }

/* qsort and its like call what they are given, with what they are given */
void qsort(void *base, unsigned long n, unsigned long size, int (*compare)(const void *, const void *));
static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int compare_and_keep(const void *a, const void *b) { global = (int *)a; return compare(a, b); }
void k14(void) {
    int all[3] = {3, 1, 2};
    int kept[3] = {3, 1, 2};                // expected-warning {{'kept' must}}
    qsort(all, 3, sizeof *all, compare);
    qsort(kept, 3, sizeof *kept, compare_and_keep);
}

/* unseen, but it says that it keeps nothing: it may still call */
void for_each(void (*f)(void *) __attribute__((noescape)), void *data __attribute__((noescape)));
static void keep_data(void *p) { global = p; }
static void drop_data(void *p) { (void)p; }
void k15(void) {
    int x = 0;
    int y = 0;                              // expected-warning {{'y' must}}
    for_each(drop_data, &x);
    for_each(keep_data, &y);
}

/* threads outlive the function that starts them */
#include <pthread.h>
static void *run(void *p) { return p; }
void k16(void) {
    pthread_t thread;
    int x = 0;                              // expected-warning {{'x' must}}
    pthread_create(&thread, 0, run, &x);
    pthread_join(thread, 0);
}

/* a function that is not seen, and keeps nothing, may put an address of its own where it is led to */
#define KEEPS_NOTHING __attribute__((annotate("outlive.flows=")))
void receives(int ***into KEEPS_NOTHING);
void looks_at(int **what KEEPS_NOTHING);
void from_outside(void) {
    int x = 0;                              // expected-warning {{'x' must}}
    int **place = 0;
    receives(&place);
    *place = &x;
}
struct shelf { int **place; };
void fills(struct shelf *shelf KEEPS_NOTHING);
void from_outside_further_on(void) {
    int x = 0;                              // expected-warning {{'x' must}}
    int *own = 0, **place = &own;
    struct shelf inner = {place}, *shelf = &inner;
    receives((int ***)&shelf);
    *shelf->place = &x;
}
void from_outside_through_another(struct shelf *shelf) {
    int x = 0;                              // expected-warning {{'x' must}}
    int *own = 0;
    shelf->place = &own;                    // expected-warning@-1 {{'own' must}}
    fills(shelf);
    *shelf->place = &x;
}
static void hands_on(struct shelf **shelf) { fills(*shelf); }
void from_outside_in_a_callee(void) {
    int x = 0;                              // expected-warning {{'x' must}}
    int *own = 0;
    struct shelf inner = {&own}, *shelf = &inner;
    hands_on(&shelf);
    *inner.place = &x;
}
static void copies(struct shelf *to KEEPS_NOTHING, const struct shelf *from __attribute__((annotate("outlive.flows=heap:1")))) { *to = *from; }
void from_outside_by_one_that_is_seen(const struct shelf *from) {
    int x = 0;                              // expected-warning {{'x' must}}
    struct shelf own;
    copies(&own, from);
    *own.place = &x;
}
void from_inside(void) {
    int x = 0;
    int *own, **place = &own;
    looks_at(&own);
    *place = &x;
}

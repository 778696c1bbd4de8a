// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// Functions that move elements, or find one, are told an element's size: that of a record's member makes members change places.

#include <search.h>
#include <stdlib.h>

struct t { int *p, *q; };
struct named { const char *name; int *value; };
static int by_value(const void *a, const void *b) { return **(int *const *)a - **(int *const *)b; }
static int *kept;
static int keep_one(const void *a, const void *b) { kept = *(int *const *)a; return by_value(a, b); }
static int keep_key(const void *a, const void *b) { (void)b; kept = *(int *const *)a; return 0; }

/* members of a record as elements */
int *sort1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    static int y;
    struct t t = {&y, &x};
    qsort(&t, 2, sizeof(int *), by_value);
    return t.p;
}
int *sort2(void) {
    int x = 0;
    static int y;
    struct t t[1] = {{&y, &x}};
    qsort(t, 1, sizeof(struct t), by_value);
    return t[0].p;
}
int *sort3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    static int y;
    struct t t = {&y, &x};
    int **all = (int **)&t;
    qsort(all, 2, sizeof *all, by_value);
    return t.p;
}
int *sort4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    static int y;
    struct t t = {&y, &x};
    void *all = &t;
    qsort(all, 2, sizeof(int *), by_value);
    return t.p;
}

/* elements that are records keep their members apart */
int *records1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct named all[2] = {{"x", &x}, {"y", 0}};
    qsort(all, 2, sizeof all[0], by_value);
    return all[1].value;
}
const char *records2(void) {
    int x = 0;
    struct named all[2] = {{"x", &x}, {"y", 0}};
    qsort(all, 2, sizeof *all, by_value);
    return all[1].name;
}
const char *records3(int n) {
    int x = 0;
    struct named *all = malloc(n * sizeof *all);
    all[0].value = &x;
    qsort(all, n, sizeof *all, by_value);
    return all[1].name;
}
const char *records4(int n, size_t size) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct named all[2] = {{"x", &x}, {"y", 0}};
    qsort(all, n, size, by_value);
    return all[1].name;
}
static void sort_records(struct named *all, int n) { qsort(all, n, sizeof *all, by_value); }
static void sort_members(struct named *one) { qsort(one, 2, sizeof(int *), by_value); }
const char *records5(void) {
    int x = 0;
    struct named all[2] = {{"x", &x}, {"y", 0}};
    sort_records(all, 2);
    return all[1].name;
}
const char *records6(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct named one = {"x", &x};
    sort_members(&one);
    return one.name;
}
int *pairs1(void) {
    int x = 0, y = 0;                   // expected-warning {{'x' must}} expected-warning {{'y' must}}
    int *all[4] = {&x, &y};
    qsort(all, 2, 2 * sizeof *all, by_value);
    return all[0];
}
int pairs2(void) {
    int x = 0, y = 0;
    int *all[4] = {&x, &y};
    qsort(all, 2, 2 * sizeof *all, by_value);
    return *all[0];
}

/* what is compared, and what is found */
int *found1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    static int y;
    int *key = &y;
    struct t t = {&y, &x};
    return *(int **)bsearch(&key, &t, 2, sizeof(int *), by_value);
}
int *found2(void) {
    int x = 0;
    static int y;
    int *key = &y;
    struct t t[2] = {{&y, &x}};
    return ((struct t *)bsearch(&key, t, 2, sizeof *t, by_value))->p;
}
int *found3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    static int y;
    int *key = &y;
    struct t t = {&y, &x};
    size_t n = 2;
    return *(int **)lfind(&key, &t, &n, sizeof(int *), by_value);
}
void compared1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    static int y;
    struct t t = {&y, &x};
    qsort(&t, 2, sizeof(int *), keep_one);
}
void compared2(void) {
    int x = 0;
    static int y;
    struct t t[2] = {{&y, &x}};
    qsort(t, 2, sizeof *t, keep_one);
}
void compared3(void) {
    int x = 0;
    static int y;
    int *key = &y;
    struct t t = {&y, &x};
    bsearch(&key, &t, 2, sizeof(int *), keep_key);
}

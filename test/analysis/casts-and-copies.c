// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
//
// Casts, unions, copies of bytes, pointer arithmetic: the address is followed, or what its loss rests on is named.

typedef unsigned long uintptr_t;
typedef unsigned long size_t;
struct t { int *p, *q; };
static int *global;
static long number;
void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);

/* through void * and back */
static void set(void *object, void *value) { ((struct t *)object)->p = value; }
void a1(void) {
    int x = 0;
    struct t t;
    set(&t, &x);
}
struct t a2(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t;
    set(&t, &x);
    return t;
}

/* records that begin alike */
struct base { int *p; };
struct derived { struct base base; int *own; };
int *a3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int y = 0;
    struct derived d = {{&x}, &y};
    struct base *b = (struct base *)&d;
    return b->p;
}
int *a4(void) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    struct derived d = {{&x}, &y};
    struct base *b = &d.base;
    return ((struct derived *)b)->own;
}

/* from a member to what it is a member of */
int *a5(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct derived d = {{0}, &x};
    int **own = &d.own;
    struct derived *whole = (struct derived *)((char *)own - __builtin_offsetof(struct derived, own));
    return whole->own;
}

/* unions: members share one place */
union u { int *p; struct t *t; uintptr_t n; char bytes[8]; };
int *a6(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    union u u = {.p = &x};
    return (int *)u.t;
}
int a7(void) {
    int x = 0;
    union u u = {.p = &x};
    return *u.p;
}
void a8(void) {
    int x = 0;                          // expected-warning {{'x' must be heap-allocated: it outlives 'a8' (assumed: a pointer is read as a number, through a union)}}
    union u u = {.p = &x};
    number = u.n;
}

/* numbers that were pointers */
void a9(void) {
    int x = 0;                          // expected-warning {{'x' must be heap-allocated: it outlives 'a9' (assumed: a pointer is cast to an integer)}}
    number = (uintptr_t)&x;
}
int a10(void) {
    int x = 0;
    return ((uintptr_t)&x & 7) == 0;
}
int a11(void) {
    int x = 0;
    int *p = (int *)((uintptr_t)&x & ~(uintptr_t)7);
    return *p;
}
int *a12(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return (int *)((uintptr_t)&x | 1);
}
void a13(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    *(int **)n = &x;
}

/* memcpy and its family copy what is there */
void a14(struct t *out) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    struct t t = {&x}, u = {&y}, v;
    memcpy(&v, &t, sizeof v);
    memcpy(out, &u, sizeof u);
}
void a15(void *out) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {0, &x};
    memmove(out, &t, sizeof t);
}
int *a16(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {0, &x};
    char bytes[sizeof t];
    void *raw[2];
    memcpy(raw, &t, sizeof t);
    (void)bytes;
    return raw[1];
}
int *a17(void) {
    int x = 0;
    struct t t = {&x};
    memset(&t, 0, sizeof t);
    int *p = memcpy(t.p, &x, 4);        /* gives its first argument */
    return &global[*p];
}
struct t *a18(void) {
    struct t t, u = {0};                // expected-warning {{'t' must}}
    return memcpy(&t, &u, sizeof u);
}

/* arithmetic inside an array, and from one member to the next */
int *a19(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *all[3] = {0, 0, &x}, **p = all;
    p += 2;
    return *p;
}
int *a20(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {0, &x};
    int **p = &t.p;
    return p[1];
}
int a21(void) {
    int x = 0;
    struct t t = {0, &x};
    int **p = &t.p;
    return *p[1];
}
static int *last_of(int **p, int n) { return p[n - 1]; }
int *a22(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {0, &x};
    return last_of((int **)&t, 2);
}

/* bit-fields, designators in any order, nested and unnamed members */
struct odd { unsigned a : 3, b : 5; union { int *p; struct { int *q; }; }; int *r[2]; };
int *a23(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int y = 0;
    struct odd o = {.r[1] = &y, .b = 3, .q = &x};
    return o.p;
}
int *a24(void) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    struct odd o = {.r[1] = &y, .b = 3, .q = &x};
    return o.r[0];
}

/* bytes of a pointer, one by one */
void a25(char *out) {
    int x = 0;                          // expected-warning {{'x' must be heap-allocated: it outlives 'a25' (assumed}}
    int *p = &x;
    for (unsigned i = 0; i < sizeof p; i++)
        out[i] = ((char *)&p)[i];
}
int a26(void) {
    char text[] = "text";
    int n = 0;
    for (char *c = text; *c; c++)
        n += *c;
    return n;
}

/* bytes of the caller's may be anything: a character may stand for any object */
static void keep_what_bytes_hold(char *bytes) { global = *(int **)bytes; }
static void keep_a_number(long *at) { number = *at; }
void bytes1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = &x;
    keep_what_bytes_hold((char *)&p);
}
void bytes2(void) {
    int x = 0;
    int *p = &x;
    long n = 0;
    keep_a_number(&n);
    keep_what_bytes_hold((char *)&n);
    (void)p;
}
static void swap_bytes(char *a, char *b) { memcpy(a, b, sizeof(int *)); }
void bytes3(int **out) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = &x;
    swap_bytes((char *)out, (char *)&p);
}
void bytes4(int **out) {
    int x = 0;
    int *p = &x;
    swap_bytes((char *)&p, (char *)out);
}

/* bytes of a pointer that become a number */
void bytes5(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are copied to a number)}}
    int *p = &x;
    long n;
    memcpy(&n, &p, sizeof n);
    global = (int *)n;
}
void bytes6(void) {
    int x = 0;
    int *p = &x;
    long n, m = *p;
    memcpy(&n, &m, sizeof n);
    number = n;
}

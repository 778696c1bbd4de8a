// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// memcpy, memmove and loops over bytes: a pointer that is copied in pieces is followed, or assumed to get out; memory of characters or
// of numbers holds what is stored there as something else.

typedef unsigned long uintptr_t;
typedef unsigned long size_t;
struct t { int *p, *q; };
static uintptr_t number;
static unsigned char bytes[64];
void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *malloc(size_t);

/* through an array of characters and back */
int *array1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {0, &x}, u;
    char raw[sizeof t];
    memcpy(raw, &t, sizeof t);
    memmove(&u, raw, sizeof u);
    return u.q;
}
int array2(void) {
    int x = 0;
    struct t t = {0, &x}, u;
    char raw[sizeof t];
    memcpy(raw, &t, sizeof t);
    memmove(&u, raw, sizeof u);
    return *u.q;
}
int *array3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    _Alignas(8) char room[2 * sizeof(struct t)];
    struct t *t = (struct t *)room;
    t[1].q = &x;
    return ((struct t *)room)[1].q;
}
int array4(void) {
    int x = 0;
    _Alignas(8) char room[2 * sizeof(struct t)];
    ((struct t *)room)[1].q = &x;
    return *((struct t *)room)[1].q;
}
void array5(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are read as a number)}}
    int *p = &x;
    unsigned char raw[sizeof p];
    memcpy(raw, &p, sizeof p);
    for (unsigned i = 0; i < sizeof p; i++)
        bytes[i] = raw[i];
}
void array6(void) {
    int *p = 0;
    int x = (int)sizeof p;
    unsigned char raw[sizeof p];
    memcpy(raw, &p, sizeof p);
    for (int i = 0; i < x; i++)
        bytes[i] = raw[i];
}
void beside(void) {
    int x = 0;
    struct { int *p; char text[8]; } r = {&x, "text"};
    char *c = r.text;
    bytes[0] = r.text[0];
    bytes[1] = *c;
    bytes[2] = c[2];                    /* moves inside r.text */
}

/* loops over bytes */
static void copy_bytes(char *to, const char *from, int n) {
    while (n-- > 0)
        *to++ = *from++;
}
int *loop1(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are read as a number)}}
    int *p = &x, *q;
    copy_bytes((char *)&q, (char *)&p, sizeof p);
    return q;
}
int loop2(void) {
    char a[4] = "abc", b[4];
    copy_bytes(b, a, sizeof a);
    return b[0];
}
void loop3(const char *from) {
    int x = 0;                          // expected-warning {{'x' must}}
    int **pp;
    copy_bytes((char *)&pp, from, sizeof pp);
    *pp = &x;
}
void loop4(const unsigned char *from) {
    int x = 0;                          // expected-warning {{'x' must}}
    int **pp;
    unsigned char raw[sizeof pp];
    for (unsigned i = 0; i < sizeof pp; i++)
        raw[i] = from[i];
    memcpy(&pp, raw, sizeof pp);
    *pp = &x;
}
void loop5(const char *from) {
    int x = 0;
    struct { int *own, **pp; char text[8]; } r;
    r.pp = &r.own;
    for (int i = 0; i < 8; i++)
        r.text[i] = from[i];
    *r.pp = &x;
}
void one_by_one(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are copied to a number)}}
    int *p = &x;
    unsigned char c;
    for (unsigned i = 0; i < sizeof p; i++) {
        memcpy(&c, (char *)&p + i, 1);
        bytes[i] = c;
    }
}

/* bytes of a record lead on behind the array in front; those of the array do not */
struct named { char name[16]; int *p; };
int *in_front1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct named a = {"a", &x}, b;
    for (unsigned i = 0; i < sizeof a; i++)
        ((char *)&b)[i] = ((char *)&a)[i];
    *b.p = 1;
    return b.p;
}
int in_front2(void) {
    int x = 0;
    struct named a = {"a", &x};
    char *c = a.name;
    for (unsigned i = 0; c[i]; i++)
        bytes[i] = c[i];
    return *a.p;
}

/* numbers, arrays and records of them */
void numbers1(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are copied to a number)}}
    int *p = &x;
    uintptr_t n[2];
    memcpy(&n, &p, sizeof p);
    number = n[0];
}
void numbers2(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are copied to a number)}}
    int *p = &x;
    struct { unsigned char part[sizeof p]; } whole;
    memcpy(whole.part, &p, sizeof p);
    bytes[0] = whole.part[0];
}
void numbers3(void) {
    int x = 0;
    uintptr_t n[2] = {0, (uintptr_t)x}, m[2];
    memcpy(&m, &n, sizeof n);
    number = m[0];
}
void numbers4(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    int **pp;
    memcpy(&pp, &n, sizeof n);
    *pp = &x;
}
void numbers5(void) {
    int x = 0;
    int *own, **from = &own, **pp;
    memcpy(&pp, &from, sizeof pp);
    *pp = &x;
}

/* what memory from malloc holds is what was stored there, whatever points to it (C17 6.5p6) */
static int *read_from(long *at) { return *(int **)at; }
static int *copied_from(long *at) {
    int *p;
    memcpy(&p, at, sizeof p);
    return p;
}
int *typed1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    long *room = malloc(8);
    *(int **)room = &x;
    return read_from(room);
}
int *typed2(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    long *room = malloc(8);
    *(int **)room = &x;
    return copied_from(room);
}
int typed3(void) {
    int x = 0;
    long *room = malloc(8);
    *(int **)room = &x;
    return *read_from(room);
}
struct two { long a, b; };
int *typed4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct two *room = malloc(sizeof *room);
    ((int **)room)[1] = &x;
    return *(int **)&room->b;
}
int typed5(void) {
    int x = 0;
    struct two *room = malloc(sizeof *room);
    ((int **)room)[1] = &x;
    return **(int **)&room->b;
}

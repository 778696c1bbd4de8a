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

/* a difference to nothing is a cast; one inside an object tells no address */
void difference1(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer becomes a number: it is subtracted from)}}
    number = (char *)&x - (char *)0;
}
void difference2(void) {
    int all[3];
    int *p = all, *end = all + 3;
    number = end - p;
}

/* a union's number is read: by its address, by a part of it, in pieces */
union u { int *p; int **pp; uintptr_t n; struct { unsigned low, high; } half; double d; };
union tagged { int tag; struct { int tag; int *p; } one; struct { int tag; int **pp; } two; };
void *memcpy(void *, const void *, unsigned long);
static uintptr_t *number_in(union u *u) { return &u->n; }
static void keep_number(uintptr_t *at) { number = *at; }
void read1(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is read as a number, through a union)}}
    union u u = {.p = &x};
    keep_number(&u.n);
}
void read2(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are read as a number)}}
    union u u = {.p = &x};
    number = *number_in(&u);
}
void read3(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is read as a number, through a union)}}
    union u u = {.p = &x};
    uintptr_t n;
    memcpy(&n, &u.n, sizeof n);
    number = n;
}
void read4(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is read as a number, through a union)}}
    union u u = {.p = &x}, copy = u;
    number = copy.half.low | (uintptr_t)copy.half.high << 32;
}
void read5(void) {
    int x = 0;
    union tagged u = {.one = {1, &x}};
    number = u.tag + u.two.tag;         /* shares no byte with a pointer */
}
int read6(void) {
    int x = 0;
    union u u = {.p = &x};
    return *u.p;
}

/* … and written: the pointer may then lead anywhere */
void written1(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    union u u;
    u.n = n;
    *u.pp = &x;
}
void written2(void) {
    int x = 0;
    int *own;
    union u u;
    u.n = 0;
    u.pp = &own;
    *u.pp = &x;
}
void written3(unsigned low, unsigned high) {
    int x = 0;                          // expected-warning {{'x' must}}
    union u u = {.half = {low, high}};
    *u.pp = &x;
}
void written4(int tag) {
    int x = 0;
    int *own;
    union tagged u;
    u.two.pp = &own;
    u.tag = tag;
    *u.two.pp = &x;
}
struct value { int kind; union u u; };
static void set_number(struct value *v, uintptr_t n) { v->u.n = n; }
static struct value pointing(int **pp) {
    struct value v;
    v.kind = 1;
    v.u.pp = pp;
    return v;
}
void written5(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct value v;
    set_number(&v, n);
    *v.u.pp = &x;
}
void written6(void) {
    int x = 0;
    int *own;
    struct value v = pointing(&own);
    *v.u.pp = &x;
}
void written7(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *own[2];                        // expected-warning {{(assumed: a pointer is read as a number, through a union)}}
    union u u = {.pp = own};
    u.n += n;
    *u.pp = &x;
}
void written8(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    union u u = (union u)n;
    *u.pp = &x;
}
int *the_same_bytes(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return (int *)((union u)&x).pp;
}

/* a cast of an address shows a pointer as a number, or a number as a pointer */
void cast1(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is read as a number, through a cast)}}
    int *p = &x;
    keep_number((uintptr_t *)(void *)&p);
}
void cast2(void) {
    int x = 0;
    uintptr_t n = x;
    keep_number((uintptr_t *)(void *)&n);
}
void cast3(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    int **pp = *(int ***)&n;
    *pp = &x;
}
void cast4(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *own;                           // expected-warning {{(assumed: a pointer is read as a number, through a cast)}}
    int **pp = &own;
    *(uintptr_t *)&pp = n;
    *pp = &x;
}
void cast5(void) {
    int x = 0;
    int *own, **pp = &own;
    **(int ***)(void *)&pp = &x;
}

/* the same memory is read as a number and as a pointer, behind a pointer to no type: which it is, the caller sees */
static int **number_first(void *at) {
    number += *(uintptr_t *)at;
    return *(int ***)at;
}
static int **pointer_first(void *at) {
    int **pp = *(int ***)at;
    number += *(uintptr_t *)at;
    return pp;
}
struct unknown { void *at; };
static uintptr_t numbers_behind(void *v) {
    struct unknown *u = v;
    return *(uintptr_t *)u->at;
}
void read_as_both1(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    uintptr_t m = n;
    *number_first(&m) = &x;
}
void read_as_both2(uintptr_t n) {
    int x = 0;                          // expected-warning {{'x' must}}
    uintptr_t m = n;
    *pointer_first(&m) = &x;
}
void read_as_both3(void) {
    int x = 0;                          // expected-warning {{(assumed: own holds its address}}
    int *own;                           // expected-warning {{(assumed: bytes of a pointer are read as a number)}}
    int **pp = &own;
    *number_first(&pp) = &x;
}
void read_as_number1(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are read as a number)}}
    int *p = &x;
    struct unknown u = {&p};
    number = numbers_behind(&u);
}
void read_as_number2(uintptr_t n) {
    uintptr_t m = n;
    struct unknown u = {&m};
    number = numbers_behind(&u);
}
void read_as_number3(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are read as a number)}}
    uintptr_t m;
    struct unknown u = {&m};
    *(int **)u.at = &x;
    number = numbers_behind(&u);
}

/* bytes of a record that begins with an array of bytes, through void *: which of them, nobody knows */
struct labelled { char label[8]; int *p; };
static int *behind_label(void *v) {
    char *c = v;
    return *(int **)(c + 8);
}
static void put_behind_label(void *v, int *p) {
    char *c = (char *)v;
    *(int **)(c + 8) = p;
}
static int first_of(void *v) {
    char *c = v;
    return c[0];
}
static int first_of_label(struct labelled *l) { return l->label[0]; }
static int *global_pointer;
int *labelled1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct labelled l = {"", &x};
    return behind_label(&l);
}
int *labelled2(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct labelled l = {"", &x};
    void *v = &l;
    char *c = v;
    c += 8;
    return *(int **)c;
}
void labelled3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct labelled l = {0};
    put_behind_label(&l, &x);
    global_pointer = l.p;
}
void labelled4(void) {
    int x = 0;                          // expected-warning {{(assumed: bytes of a pointer are read as a number)}}
    struct labelled l = {"", &x};
    number = first_of(&l);
}
void labelled5(void) {
    int x = 0;
    struct labelled l = {"", &x};
    number = first_of_label(&l);
}
void labelled6(void) {
    char text[8] = "";
    number = first_of(text);
}

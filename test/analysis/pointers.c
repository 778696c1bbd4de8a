// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
//
// Pointers to known objects are followed, field by field; each case stands beside its nearest unsound neighbour.

struct t { int *p, *q; struct t *next; };
static int *global;
static struct t global_t;

/* a store through a pointer to a known local */
void p1(void) {
    int x = 0;
    struct t t = {0};
    struct t *at = &t;
    at->p = &x;
}
struct t p2(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    struct t t = {0};
    struct t *at = &t;
    at->p = &x;
    return t;
}

/* fields are told apart */
int *p3(void) {
    int x = 0;
    int y = 0;                  // expected-warning {{'y' must}}
    struct t t = {&x, &y};
    return t.q;
}

/* pointers to pointers */
void p4(int *in) {
    int x = 0;
    int *p = in;
    int **pp = &p;
    *pp = &x;
}
void p5(int **out) {
    int x = 0;                  // expected-warning {{'x' must}}
    int **pp = out;
    *pp = &x;
}
void p6(int which, int **out) {
    int x = 0;                  // expected-warning {{'x' must}}
    int *p = 0;
    int **pp = which ? &p : out;
    *pp = &x;
}

/* memory that a parameter leads to is the caller's */
void p7(struct t *in) {
    int x = 0;                  // expected-warning {{'x' must}}
    in->next->next->p = &x;
}
void p8(struct t *in) {
    int x = 0;
    struct t mine = *in;
    mine.p = &x;
}

/* globals */
void p9(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    global_t.q = &x;
}
void p10(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    static struct t *kept;
    struct t t = {&x};          // expected-warning {{'t' must}}
    kept = &t;
    (void)kept;
}

/* what is on the heap itself is as the heap for what is stored in it */
struct t *p11(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    struct t a = {&x};          // expected-warning {{'a' must}}
    struct t b = {.next = &a};  // expected-warning {{'b' must}}
    return &b;
}
int *p12(void) {
    int x = 0;
    static int y;
    struct t a = {&x, &y};
    struct t b = {.next = &a};
    return b.next->q;
}
void p13(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    struct t a = {0};           // expected-warning {{'a' must}}
    global_t.next = &a;
    a.p = &x;
}
void p14(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    struct t a = {0};           // expected-warning {{'a' must}}
    global_t.next = &a;
    *a.q = 1;                   /* a.q may be anything now … */
    struct t *q = (struct t *)a.next;
    q->p = &x;
}

/* arrays: elements are one place */
int *p15(int i) {
    int x = 0;                  // expected-warning {{'x' must}}
    int *all[4] = {0};
    all[0] = &x;
    return all[i];
}
void p16(int i) {
    int x = 0;
    int *all[4] = {0}, **p = all + i;
    *p = &x;
    p++;
    p[1] = &x;
}
void p17(int **all, int i) {
    int x = 0;                  // expected-warning {{'x' must}}
    all[i] = &x;
}

/* whole records are copied with what is in them */
void p18(struct t *out) {
    int x = 0;                  // expected-warning {{'x' must}}
    struct t t = {&x}, u;
    u = t;
    *out = u;
}
void p19(struct t *out) {
    int x = 0;
    struct t t = {&x}, u, v = {0};
    u = t;
    *out = v;
    (void)u;
}

/* a number that is read leaves no address behind */
int p20(void) {
    int x = 0, *p = &x, **pp = &p;
    int n = **pp;
    return n;
}

/* comparisons and differences tell no address */
long p21(int *other) {
    int x = 0, y[3];
    return (&x == other) + (&y[2] - &y[0]) + !&x;
}

/* lists */
struct t *p22(struct t *rest) {
    struct t head = {.next = rest};     // expected-warning {{'head' must}}
    return &head;
}
int p23(struct t *rest) {
    struct t head = {.next = rest};
    int n = 0;
    for (struct t *at = &head; at; at = at->next)
        n++;
    return n;
}

/* assignments are values */
void p24(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    int *p;
    global = p = &x;
}
void p25(int **out) {
    int x = 0;                  // expected-warning {{'x' must}}
    int *p = 0, **pp = &p;
    *out = *pp = &x;
}
void p26(void) {
    int x = 0;
    int *p = 0, *q;
    q = p = &x;
    (void)q;
}

/* ?: and , and GNU ?: */
void p27(int which) {
    int x = 0;                  // expected-warning {{'x' must}}
    int y = 0;                  // expected-warning {{'y' must}}
    int z = 0;
    global = which ? &x : (&z, &y);
}
void p28(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    int *p = &x;
    global = p ?: 0;
}

/* What got out through the caller's memory can be stored in under another name: where *a and *b are one, v->p is x. */
extern void *malloc(unsigned long);
static int *stored_as_b(struct t **a, struct t **b, int *x) {
    struct t *v = malloc(sizeof *v);
    *a = v;
    (*b)->p = x;
    return v->p;
}
void alias1(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    struct t *s;
    global = stored_as_b(&s, &s, &x);
}
void alias2(void) {
    int x = 0;
    struct t other, *s, *t = &other;
    global = stored_as_b(&s, &t, &x);
}

/* also one step further on: what v leads to got out with it */
static int *stored_deeper(struct t **a, struct t **b, int *x) {
    struct t *v = malloc(sizeof *v), *w = malloc(sizeof *w);
    *a = v;
    v->next = w;
    (*b)->next->p = x;
    return w->p;
}
void alias3(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    struct t *s;
    global = stored_deeper(&s, &s, &x);
}

/* and by a function that gets it */
static int *stored_by(void (*f)(struct t *v, int *x), int *x) {
    struct t *v = malloc(sizeof *v);
    f(v, x);
    return v->p;
}
static void keep_in(struct t *v, int *x) { v->p = x; }
static void keep_nothing(struct t *v, int *x) { v->p = 0; (void)x; }
void alias4(void) {
    int x = 0;                  // expected-warning {{'x' must}}
    global = stored_by(keep_in, &x);
}
void alias5(void) {
    int x = 0;
    global = stored_by(keep_nothing, &x);
}

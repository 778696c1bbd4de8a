// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// Constructs that have no file of their own: an escape by way of each, and its nearest clean neighbour. Static locals, recursive types,
// generic selections, bit-fields, threads, prototypes that tell flows, flexible and nested arrays, container_of, builtins, vectors.

typedef unsigned long uintptr_t;
typedef unsigned long size_t;
struct t { int *p, *q; };
static int *global;
static uintptr_t number;
void *malloc(size_t);

/* static locals hold on, and are held for ever */
void static1(void) {
    static struct t kept[2];
    int x = 0;                          // expected-warning {{'x' must}}
    struct t *last = &kept[1];
    last->q = &x;
}
int *static2(void) {
    static int x;
    static int *kept[2];
    kept[1] = &x;
    return kept[0];
}

/* recursive types */
struct node { struct node *next, *previous; int *item; };
static void link(struct node *list, struct node *n) {
    n->next = list->next;
    n->previous = list;
    list->next = n;
}
void recursive1(struct node *list) {
    struct node n;                      // expected-warning {{'n' must}}
    link(list, &n);
}
int recursive2(void) {
    int x = 0;
    struct node list = {&list, &list}, n = {.item = &x};
    link(&list, &n);
    return *list.next->item;
}
int *recursive3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct node list = {&list, &list}, n = {.item = &x};
    link(&list, &n);
    return list.next->previous->next->item;
}

/* a member leads to what it is a member of */
#define CONTAINER(pointer, type, member) ((type *)((char *)(pointer) - __builtin_offsetof(type, member)))
struct outer { int *p; struct node node; };
int *container1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct outer o;
    struct node *n = &o.node;
    CONTAINER(n, struct outer, node)->p = &x;
    return o.p;
}
int container2(void) {
    int x = 0;
    struct outer o;
    struct node *n = &o.node;
    CONTAINER(n, struct outer, node)->p = &x;
    return *o.p;
}

/* arrays: flexible, of arrays, behind negative indices */
struct flexible { int n; int *items[]; };
int *array1(int n) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct flexible *f = malloc(sizeof *f + 8 * sizeof *f->items);
    f->items[n] = &x;
    return f->items[n - 1];
}
int array2(int n) {
    int x = 0;
    struct flexible *f = malloc(sizeof *f + 8 * sizeof *f->items);
    f->items[n] = &x;
    return *f->items[n - 1];
}
int *array3(int n) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *all[n][n], **row = all[0];
    all[1][2] = &x;
    return row[n];
}
int *array4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t all[4], *end = all + 4;
    all[2].q = &x;
    return end[-2].q;
}
int *array5(void) {
    int x = 0;
    static int y;
    struct t all[4], *end = all + 4;
    all[2].q = &x;
    end[-1].p = &y;
    return all[0].p;
}

/* one branch of a generic selection */
#define POINTER_TO(x) _Generic((x), int: &(x), default: (void *)0)
int *generic1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return POINTER_TO(x);
}
int *generic2(void) {
    long x = 0;
    return POINTER_TO(x);
}

/* bit-fields */
void bits1(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is cast to an integer)}}
    struct { uintptr_t tag : 3, rest : 61; } s = {.rest = (uintptr_t)&x >> 3};
    number = s.rest;
}
int bits2(void) {
    int x = 0;
    struct { int *p; unsigned tag : 3; } s = {&x, 5};
    number = s.tag;
    return *s.p;
}

/* threads */
#include <pthread.h>
struct job { int *result; };
static void *work(void *job) { return ((struct job *)job)->result; }
void thread1(void) {
    pthread_t thread;
    int x = 0;                          // expected-warning {{'x' must}}
    struct job *job = malloc(sizeof *job);
    job->result = &x;
    pthread_create(&thread, 0, work, job);
}
void thread2(void) {
    pthread_t thread;
    int x = 0;
    struct job *job = malloc(sizeof *job), own = {&x};
    job->result = malloc(sizeof *job->result);
    pthread_create(&thread, 0, work, job);
    (void)own;
}

/* prototypes without a body, and what they tell */
#define FLOWS(text) __attribute__((annotate("outlive.flows=" text)))
extern void unseen(int *);
extern void seen(int *p __attribute__((noescape)));
extern void add(struct t *to, int *item FLOWS("at to"));
extern int *skip(int *p FLOWS("result"));
void extern1(void) {
    int x = 0;                          // expected-warning {{(assumed: it is passed to 'unseen', which is not seen here)}}
    unseen(&x);
}
void extern2(void) {
    int x = 0;
    seen(&x);
}
int *extern3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {0};
    add(&t, &x);                        // expected-warning@-1 {{'t' must}}
    return t.q;
}
int *extern4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return skip(&x);
}
int extern5(void) {
    int x = 0;
    return *skip(&x);
}

/* a cleanup function gets the address of its variable */
static void keep_what(int **at) { global = *at; }
static void forget_what(int **at) { *at = 0; }
void cleanup1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    __attribute__((cleanup(keep_what))) int *p = &x;
}
void cleanup2(void) {
    int x = 0;
    __attribute__((cleanup(forget_what))) int *p = &x;
}

/* operators that choose, and builtins that give back what they get */
int *chosen1(int *c) {
    int x = 0;                          // expected-warning {{'x' must}}
    return c ?: &x;
}
int *chosen2(int *c) {
    int x = 0;
    return c ?: (*&x, global);
}
int *chosen3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return __builtin_choose_expr(1, &x, 0);
}
int *chosen4(void) {
    int x = 0;
    return __builtin_choose_expr(0, &x, global);
}
void builtin1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    global = __builtin_addressof(x);
}
int builtin2(void) {
    int x = 0;
    return *(int *)__builtin_addressof(x);
}
int *builtin3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return __builtin_assume_aligned(__builtin_launder(&x), 4);
}
int builtin4(void) {
    int x = 0;
    return *(int *)__builtin_assume_aligned(__builtin_launder(&x), 4);
}

/* vectors of numbers */
typedef uintptr_t two_numbers __attribute__((vector_size(16)));
void vector1(void) {
    int x = 0;                          // expected-warning {{(assumed: a pointer is cast to an integer)}}
    two_numbers v = {(uintptr_t)&x, 1};
    number = v[0];
}
void vector2(void) {
    int x = 0;
    two_numbers v = {(uintptr_t)*&x, 1};
    number = v[0];
}

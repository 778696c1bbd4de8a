/* What random programs (random_programs.py) are made of: types, functions, and macros for whatever has a place.
 *
 * Checked as it is. With -DRUN every object is in a pool, from which nothing is taken back, and at the end of each block all that can still be
 * reached, from globals, from objects of older frames and outer blocks, and from the result, is searched for objects of that block: their names
 * are printed. Any aligned word that could be the address of an object is taken for one. */
#define _GNU_SOURCE
#include <alloca.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef int num;
typedef int *to_num;
typedef int **to_to_num;
typedef void *any_num;  /* leads to a num */
typedef struct node *to_node;
typedef struct node **to_to_node;
typedef void *any_node;
typedef struct { int *(*code)(void *env, int *arg); void *env; } closure;
typedef union { int *p; void *v; char bytes[sizeof(void *)]; } mixed;
typedef struct { int *a; int n; } pair;
typedef struct { int *first; long second; } twin; /* laid out as a pair */
typedef pair *to_pair;
typedef struct node {
    int n;
    int *p;
    struct node *next;
    int **pp;
    void *vn, *vnode;
    mixed mix;
    closure f;
    int numbers[2];
    pair in;
    pair pairs[2];
    int *ps[2];
} node;
typedef struct { int *p; struct node *n; } base;
typedef struct derived { base b; int *extra; struct derived *link; } derived;
typedef base *to_base; /* leads to that of a derived */
typedef derived *to_derived;
typedef union { struct { int *x, *y; } two; int *list[2]; struct { void *vx; struct { int *y; } in; } deep; } overlay;
typedef struct { int n; struct node *items[]; } many;
typedef struct { unsigned n : 3; int *p; unsigned m : 5; } bits;
typedef char *buffer; /* leads to 32 bytes, in which a to_num, a to_node, a to_to_num and an any_node are kept */

static int sink, fuel, zero, one = 1;

#ifdef RUN
#include <stdio.h>
enum { POOL = 1 << 25, UNIT = 16, MOST_OBJECTS = 1 << 18, MOST_ROOTS = 400, MOST_LIVE = 20000 };
static char pool[POOL] __attribute__((aligned(16)));
static size_t used;
static int owner[POOL / UNIT]; /* number of the object, + 1 */
static struct object { char *at; size_t bytes; const char *name; int frame; int mark; } objects[MOST_OBJECTS];
static struct memory { const void *at; size_t bytes; } roots[MOST_ROOTS], result;
static int live[MOST_LIVE], live_count, object_count, root_count, frame, function_frame, marks, stack[MOST_OBJECTS];
static struct block { int is_function, outer_function; } const none;

static void *make(const char *name, size_t bytes, int of_frame) {
    size_t units = bytes / UNIT + 1;
    if (object_count == MOST_OBJECTS || live_count == MOST_LIVE || used + units * UNIT > POOL)
        exit(0);
    struct object o = {pool + used, bytes, name, of_frame, 0};
    for (size_t i = 0; i < units; i++)
        owner[used / UNIT + i] = object_count + 1;
    used += units * UNIT;
    if (of_frame >= 0)
        live[live_count++] = object_count;
    objects[object_count++] = o;
    return o.at;
}

static void *copy_of(const char *name, const void *value, size_t bytes) {
    return memcpy(make(name, bytes, frame), value, bytes);
}

static int mark_what_is_in(const void *at, size_t bytes, int n) {
    for (size_t i = 0; i + sizeof(char *) <= bytes; i += sizeof(char *)) {
        char *word;
        memcpy(&word, (const char *)at + i, sizeof word);
        int o = word >= pool && word < pool + used ? owner[(word - pool) / UNIT] - 1 : -1;
        if (o < 0 || objects[o].mark == marks)
            continue;
        objects[o].mark = marks;
        stack[n++] = o;
    }
    return n;
}

static void mark_what_is_reached(const void *at, size_t bytes) {
    for (int n = mark_what_is_in(at, bytes, 0); n > 0;) {
        const struct object *o = &objects[stack[--n]];
        n = mark_what_is_in(o->at, o->bytes, n);
    }
}

static struct block enter(int is_function) {
    struct block b = {is_function, function_frame};
    frame++;
    if (is_function)
        function_frame = frame;
    return b;
}

static void leave(struct block *b) {
    marks++;
    for (int i = 0; i < root_count; i++)
        mark_what_is_reached(roots[i].at, roots[i].bytes);
    for (int i = 0; i < live_count; i++) {
        if (objects[live[i]].frame < frame)
            mark_what_is_reached(objects[live[i]].at, objects[live[i]].bytes);
    }
    mark_what_is_reached(result.at, result.bytes);
    int kept = 0;
    for (int i = 0; i < live_count; i++) {
        struct object *o = &objects[live[i]];
        if (o->frame < frame) {
            live[kept++] = live[i];
            continue;
        }
        if (o->mark == marks) {
            puts(o->name);
            fflush(stdout);
        }
        o->frame = -1;
    }
    live_count = kept;
    if (b->is_function) {
        result = (struct memory){0, 0};
        function_frame = b->outer_function;
    }
    frame--;
}

static void root(const void *at, size_t bytes) {
    if (root_count == MOST_ROOTS)
        exit(0);
    roots[root_count++] = (struct memory){at, bytes};
}

/* x is a macro for what x_ points to, so none of these may pass it on to another one. */
#define ENTER(is_function) struct block here __attribute__((cleanup(leave))) = enter(is_function)
#define RETURN(T, ...) do { static T value; T now = (__VA_ARGS__); value = now; result = (struct memory){&value, sizeof value}; return now; } while (0)
#define LOCAL(T, x) T *x##_ = make(#x, sizeof(T), frame)
#define LOCAL_OF(T, x, ...) T *x##_ = make(#x, sizeof(T), frame); *x##_ = (T)__VA_ARGS__
#define ARRAY(T, x) T (*x##_)[2] = make(#x, 2 * sizeof(T), frame)
#define ARRAY_OF(T, x, ...) T (*x##_)[2] = make(#x, 2 * sizeof(T), frame); memcpy(*x##_, (T[2])__VA_ARGS__, sizeof *x##_)
#define VARIABLE_ARRAY(T, x) T (*x##_)[2] = make(#x, 2 * sizeof(T), frame)
#define MATRIX(T, x) T (*x##_)[2][2] = make(#x, 4 * sizeof(T), frame)
#define BUFFER(x) char (*x##_)[32] = make(#x, 32, frame)
#define STATIC(T, x) static T x; static int x##_is_known; if (!x##_is_known++) root(&x, sizeof x)
#define ROOT(x) root(&x, sizeof x)
#define PARAM(T, x) T x##_passed
#define PARAM_IS(T, x) T *x##_ = make(#x, sizeof(T), frame); *x##_ = x##_passed
#define LITERAL(x, T, ...) (*(T *)copy_of(#x, &(T)__VA_ARGS__, sizeof(T)))
#define ALLOCA(x, T) make(#x, sizeof(T), function_frame)
#define ALLOCATE(bytes) make("", bytes, -1)
#define REALLOCATE(p, bytes) memcpy(make("", bytes, -1), p, bytes)
#else
#define ENTER(is_function)
#define RETURN(T, ...) return __VA_ARGS__
#define LOCAL(T, x) T x = {0}
#define LOCAL_OF(T, x, ...) T x = __VA_ARGS__
#define ARRAY(T, x) T x[2] = {0}
#define ARRAY_OF(T, x, ...) T x[2] = __VA_ARGS__
#define VARIABLE_ARRAY(T, x) T x[one + 1]; x[0] = x[1] = 0
#define MATRIX(T, x) T x[2][2] = {0}
#define BUFFER(x) char x[32] __attribute__((aligned(8))) = {0}
#define STATIC(T, x) static T x
#define ROOT(x)
#define PARAM(T, x) T x
#define PARAM_IS(T, x)
#define LITERAL(x, T, ...) ((T)__VA_ARGS__)
#define ALLOCA(x, T) memset(alloca(sizeof(T)), 0, sizeof(T))
#define ALLOCATE(bytes) calloc(1, bytes)
#define REALLOCATE(p, bytes) realloc(p, bytes)
#endif

/* Nothing stays in these. */
static void put(void **to, void *value) { *to = value; }
static void *get(void **from) { return *from; }
static void apply(void (*f)(node *, int *), node *n, int *p) { f(n, p); }
static void *allocate(size_t bytes) { return ALLOCATE(bytes); }
static int compare(const void *a, const void *b) { int *const *x = a, *const *y = b; return (*x ? **x : 0) - (*y ? **y : 0); }
static int is_any(const void *a, const void *b) { (void)a; (void)b; return 0; }
static int *first_of(int count, ...) {
    va_list l;
    va_start(l, count);
    int *p = va_arg(l, int *);
    va_end(l);
    return p;
}
static node *second_of(int count, ...) {
    va_list l, m;
    va_start(l, count);
    va_copy(m, l);
    va_arg(m, int *);
    node *n = va_arg(m, node *);
    va_end(m);
    va_end(l);
    return n;
}
static to_num found_in(to_num x) { return x ? memchr(x, *(char *)x, sizeof *x) : 0; }
static to_num same_to_num(to_num x) { return x; }
static to_node same_to_node(to_node x) { return x; }
static to_to_num same_to_to_num(to_to_num x) { return x; }
static any_node same_any_node(any_node x) { return x; }

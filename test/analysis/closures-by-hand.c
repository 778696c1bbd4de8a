// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
//
// Records of a function and its environment, of any names, and who outlives whom.

struct fn { int (*code)(void *env); void *env; };
struct env { int *count; struct fn next; };

static int step(void *p) {
    struct env *e = p;
    return ++*e->count;
}

/* returned: the count and the environment outlive the function */
struct fn f1(void) {
    int count = 0;             // expected-warning {{'count' must be heap-allocated: it outlives 'f1'}}
    struct env e = {&count};   // expected-warning {{'e' must be heap-allocated: it outlives 'f1'}}
    return (struct fn){step, &e};
}

/* only called here */
int f2(void) {
    int count = 0;
    struct env e = {&count};
    struct fn f = {step, &e};
    return f.code(f.env) + f.code(f.env);
}

/* passed down, and only called there */
static int call(struct fn f) {
    return f.code(f.env);
}
static int call_twice(struct fn *f) {
    return call(*f) + call(*f);
}
int f3(void) {
    int count = 0;
    struct env e = {&count};
    struct fn f = {step, &e};
    return call(f) + call_twice(&f);
}

/* passed down, and kept there */
static struct fn kept;
static void keep(struct fn f) {
    kept = f;
}
void f4(void) {
    int count = 0;             // expected-warning {{'count' must}}
    struct env e = {&count};   // expected-warning {{'e' must}}
    keep((struct fn){step, &e});
}

/* passed through, and called or returned here */
static struct fn pass(struct fn f) {
    return f;
}
int f5(void) {
    int count = 0;
    struct env e = {&count};
    struct fn f = pass((struct fn){step, &e});
    return f.code(f.env);
}
struct fn f6(void) {
    int count = 0;             // expected-warning {{'count' must}}
    struct env e = {&count};   // expected-warning {{'e' must}}
    return pass((struct fn){step, &e});
}

/* one closure captures another */
static int step_next(void *p) {
    struct env *e = p;
    return e->next.code(e->next.env);
}
int f7(void) {
    int count = 0;
    struct env inner = {&count};
    struct env outer = {0, {step, &inner}};
    struct fn f = {step_next, &outer};
    return f.code(f.env);
}
struct fn f8(void) {
    int count = 0;                          // expected-warning {{'count' must}}
    struct env inner = {&count};            // expected-warning {{'inner' must}}
    struct env outer = {0, {step, &inner}}; // expected-warning {{'outer' must}}
    return (struct fn){step_next, &outer};
}

/* a body stores its argument in a variable that it captured */
struct store_env { int **where; };
struct store { void (*code)(void *env, int *x); void *env; };
static void store(void *p, int *x) {
    struct store_env *e = p;
    *e->where = x;
}
int f9(void) {
    int *where = 0, x = 1;
    struct store_env e = {&where};
    struct store f = {store, &e};
    f.code(f.env, &x);
    return *where;
}
int *f10(void) {
    int *where = 0, x = 1;                  // expected-warning {{'x' must}}
    struct store_env e = {&where};
    struct store f = {store, &e};
    f.code(f.env, &x);
    return where;
}

/* a body's own variable, stored in what it captured */
static void store_own(void *p, int *x) {
    int own = *x;                           // expected-warning {{'own' must}}
    struct store_env *e = p;
    *e->where = &own;
}
int f11(void) {
    int *where = 0, x = 1;
    struct store_env e = {&where};
    struct store f = {store_own, &e};
    f.code(f.env, &x);
    return *where;
}

/* what a body returns of what it captured */
struct get { int *(*code)(void *env); void *env; };
static int *get(void *p) {
    return ((struct env *)p)->count;
}
int f12(void) {
    int x = 1;
    struct env e = {&x};
    struct get f = {get, &e};
    return *f.code(f.env);
}
int *f13(void) {
    int x = 1;                              // expected-warning {{'x' must}}
    struct env e = {&x};
    struct get f = {get, &e};
    return f.code(f.env);
}

/* one of two functions, each with its environment */
int f14(int which) {
    int a = 0, b = 0;
    struct env ea = {&a}, eb = {&b};
    struct fn f = {step, &ea};
    if (which)
        f = (struct fn){step_next, &eb};
    return f.code(f.env);
}

/* environments on the heap: the variable that is captured is what counts */
void *malloc(unsigned long);
void free(void *);
struct fn f15(void) {
    int count = 0;                          // expected-warning {{'count' must}}
    struct env *e = malloc(sizeof *e);
    e->count = &count;
    return (struct fn){step, e};
}
int f16(void) {
    int count = 0;
    struct env *e = malloc(sizeof *e);
    e->count = &count;
    struct fn f = {step, e};
    int n = f.code(f.env);
    free(e);
    return n;
}
struct fn f17(void) {
    struct env *e = malloc(sizeof *e);
    e->count = malloc(sizeof *e->count);
    return (struct fn){step, e};
}

/* made in a loop, used after it */
int f18(void) {
    struct fn all[3];
    int n = 0;
    for (int i = 0; i < 3; i++) {
        int copy = i;                       // expected-warning {{'copy' must}}
        struct env e = {&copy};             // expected-warning {{'e' must}}
        all[i] = (struct fn){step, &e};
    }
    for (int i = 0; i < 3; i++)
        n += all[i].code(all[i].env);
    return n;
}
int f19(void) {
    int n = 0;
    for (int i = 0; i < 3; i++) {
        int copy = i;
        struct env e = {&copy};
        struct fn all[1] = {{step, &e}};
        n += all[0].code(all[0].env);
    }
    return n;
}

/* a chain of calls */
static void keep3(struct fn f) { keep(f); }
static void keep2(struct fn f) { keep3(f); }
static void drop3(struct fn f) { f.code(f.env); }
static void drop2(struct fn f) { drop3(f); }
void f20(void) {
    int a = 0;                              // expected-warning {{'a' must}}
    int b = 0;
    struct env ea = {&a};                   // expected-warning {{'ea' must}}
    struct env eb = {&b};
    keep2((struct fn){step, &ea});
    drop2((struct fn){step, &eb});
}

/* an environment that is returned, after its function stored in it */
struct slots { int *kept; };
static void fill_slot(struct slots *e, int *p) { e->kept = p; }
static void empty_slot(struct slots *e, int *p) { *p = 0, e->kept = 0; }
struct slots f21(void) {
    int x = 0;                              // expected-warning {{'x' must}}
    struct slots s = {0};
    fill_slot(&s, &x);
    return s;
}
struct slots f22(void) {
    int x = 0;
    struct slots s = {0};
    empty_slot(&s, &x);
    return s;
}

/* an environment that leads to another function value, which is called: behind void *, a function is not its environment */
struct link_env { int *count; struct fn *next; };
static int step_link(void *p) {
    struct link_env *e = p;
    ++*e->count;
    return e->next ? e->next->code(e->next->env) : 0;
}
static int keep_link(void *p) {
    struct link_env *e = p;
    keep(*e->next);
    return 0;
}
int f23(void) {
    int n = 0, m = 0;
    struct link_env inner = {&n, 0};
    struct fn f = {step_link, &inner};
    struct link_env outer = {&m, &f};
    return call((struct fn){step_link, &outer});
}
int f24(void) {
    int n = 0;                              // expected-warning {{'n' must}}
    int m = 0;
    struct link_env inner = {&n, 0};        // expected-warning {{'inner' must}}
    struct fn f = {step_link, &inner};
    struct link_env outer = {&m, &f};
    return call((struct fn){keep_link, &outer});
}

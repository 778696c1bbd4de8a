// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: grep -c "'x' must be heap-allocated: it outlives 't[0-9]*'" %t.clang | FileCheck %s
// RUN: not grep "it outlives 'kept" %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
// CHECK: {{^19$}}
//
// A function that is not seen keeps nothing of what it is given, but may call the functions in it, each with the environment beside it. By
// whatever road a function's address gets there, what its body does with that environment counts; where it gets nowhere, it does not.

#define FLOWS(l) __attribute__((annotate("outlive.flows=" l)))
struct fv { void (*code)(void *); void *env; };
void run(struct fv f FLOWS(""));
void runp(struct fv *f FLOWS(""));
void run2(void *code FLOWS(""), void *env FLOWS(""));
void runn(struct fv *f FLOWS(""), int n);
struct env { int *p; };
int *global;
static void body(void *v) { struct env *e = v; global = e->p; }
static void g1(struct fv f) { run(f); }
static void g2(struct fv f) { g1(f); }
static void g3(struct fv *f) { run(*f); }
static void g4(struct fv *f) { runp(f); }
static void g5(struct fv **f) { runn(*f, 1); }
static void g6(void *f) { runp(f); }
static void g7(struct fv f) { struct fv copy = f; runp(&copy); }
struct box { int tag; union { struct fv f; long n[2]; } u; };
void runbox(struct box *b FLOWS(""));
static void g8(struct box *b) { runbox(b); }
static void g9(struct fv f, int n) { if (n) g9(f, n - 1); else run(f); }
struct list { struct list *next; struct fv f; };
void runlist(struct list *l FLOWS(""));
static void g10(struct list *l) { runlist(l->next); }
static void (*pick(struct fv f))(void *) { return f.code; }
void runcode(void (*code)(void *) FLOWS(""), void *env FLOWS(""));
static void g11(void (*code)(void *), void *env) { runcode(code, env); }
static struct fv keepit(struct fv f) { return f; }
static void store(struct fv *to, struct fv f) { *to = f; }
#define T(n, ...) void t##n(void) { int x = 0; struct env e = {&x}; struct fv f = {body, &e}; struct fv *pf = &f; (void)pf; __VA_ARGS__; }
T(0, run(f))
T(1, g1(f))
T(2, g2(f))
T(3, g3(&f))
T(4, g4(&f))
T(5, g5(&pf))
T(6, g6(&f))
T(7, g7(f))
T(8, struct box b; b.u.f = f; g8(&b))
T(9, g9(f, 3))
T(10, struct list a = {0, f}; struct list b = {&a}; g10(&b))
T(11, g11(f.code, f.env))
T(12, g11(pick(f), f.env))
T(13, run(keepit(f)))
T(14, struct fv to; store(&to, f); g1(to))
T(15, run2((void *)f.code, f.env))
T(16, struct fv to = {0}; runp(&to); to = f; g1(to))
T(17, struct fv all[3] = {{0}, {0}, f}; g4(all))
T(18, struct fv all[3] = {{0}, {0}, f}; for (int i = 0; i < 3; i++) g1(all[i]))

/* a body that keeps nothing may be called by anybody */
static void harmless(void *v) { struct env *e = v; ++*e->p; }
#define KEPT(n, ...) void kept##n(void) { int x = 0; struct env e = {&x}; struct fv f = {harmless, &e}; struct fv *pf = &f; (void)pf; __VA_ARGS__; }
KEPT(0, run(f))
KEPT(1, g1(f))
KEPT(2, struct fv to; store(&to, f); g1(to))

/* and one that keeps, by nobody */
static void dropped(struct fv f) { (void)f; }
static void *environment_of(struct fv f) { return f.env; }
void kept3(void) { int x = 0; struct env e = {&x}; dropped((struct fv){body, &e}); }
void kept4(void) { int x = 0; struct env e = {&x}; struct fv f = {body, &e}; run((struct fv){harmless, environment_of(f)}); }

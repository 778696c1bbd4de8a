// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// What else C has: varargs, static locals, assembly, atomics, threads of control, sizes that are not constant.

static int *global;
typedef __builtin_va_list va_list;

/* varargs */
int printf(const char *, ...);
void unseen(int, ...);
static int *first(int n, ...) {
    va_list list;
    __builtin_va_start(list, n);
    int *p = __builtin_va_arg(list, int *);
    __builtin_va_end(list);
    return p;
}
static int count(int n, ...) { return n; }
void v1(void) {
    int x = 0;
    printf("%p %d", &x, count(1, &x));
}
void v2(void) {
    int x = 0;                          // expected-warning {{'x' must be heap-allocated: it outlives 'v2' (assumed}}
    unseen(1, &x);
}
int *v3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return first(2, &x, &x);
}
static int *first_of(va_list list) { return __builtin_va_arg(list, int *); }
static int *forwards(int n, ...) {
    va_list list, copy;
    __builtin_va_start(list, n);
    __builtin_va_copy(copy, list);
    int *p = first_of(copy);
    __builtin_va_end(list);
    return p;
}
int *v4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return forwards(1, &x);
}

/* static and thread-local locals */
void v5(void) {
    static int *kept;
    static int x;
    int y = 0;                          // expected-warning {{'y' must}}
    kept = &x;
    kept = &y;
}
void v6(void) {
    static _Thread_local int *kept;
    int y = 0;                          // expected-warning {{'y' must}}
    kept = &y;
}

/* inline assembly */
void v7(void) {
    int x = 0;                          // expected-warning {{'x' must be heap-allocated: it outlives 'v7' (assumed: its address goes to inline assembly)}}
    int y = 0;
    __asm__ volatile("" : : "r"(&x), "r"(y));
}
void v8(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int **p;
    __asm__("" : "=r"(p));
    *p = &x;
}

/* atomics */
void v9(int *_Atomic *out) {
    int x = 0;                          // expected-warning {{'x' must}}
    int y = 0;
    int *_Atomic mine;
    __c11_atomic_store(&mine, &y, 5);
    __c11_atomic_store(out, &x, 5);
}
int *v10(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = &x;
    return __atomic_load_n(&p, 5);
}
int *v11(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int *p = 0, *q = 0, *r = &x;
    __atomic_exchange(&p, &r, &q, 5);
    return p;
}
int *v12(int *p) {
    int x = 0;
    int *mine = p;
    __atomic_compare_exchange_n(&mine, &p, &x, 0, 5, 5);
    return 0;
}

/* setjmp and longjmp do not change who holds what */
typedef long jmp_buf[25];
int setjmp(jmp_buf);
void longjmp(jmp_buf, int) __attribute__((noreturn));
int *v13(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    int y = 0;
    jmp_buf back;
    int *p = 0;
    if (setjmp(back))
        return p;
    p = &x;
    int *q = &y;
    longjmp(back, *q);
}

/* sizes that are not constant */
void *alloca(unsigned long);
int *v14(int n) {
    int *all[n];
    int x = 0;                          // expected-warning {{'x' must}}
    all[0] = &x;
    return all[n - 1];
}
int **v15(int n) {
    int *all[n];                        // expected-warning {{'all' must}}
    return all;
}
void *v16(int n) {
    return alloca(n);                   // expected-warning {{must be heap-allocated}}
}
int v17(int n) {
    int *p = alloca(n * sizeof *p);
    return *p;
}

/* generic selections evaluate one branch */
int *v18(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return _Generic(&x, int *: &x, default: 0);
}
unsigned long v19(void) {
    int x = 0;
    return sizeof(global = &x);
}

/* computed gotos */
int v20(int n) {
    static void *const labels[] = {&&one, &&two};
    int *p = &n;
    goto *labels[n];
one: {
        int x = 1;                      // expected-warning {{'x' must}}
        p = &x;
    }
two:
    return *p;
}

/* switch into blocks, and code after return */
int *v21(int n) {                       // expected-warning {{'n' must}}
    int x = 0;                          // expected-warning {{'x' must}}
    switch (n)
    case 1:
    case 2:
        return &x;
    return 0;
    global = &n;
}

/* a definition that another file may replace, by a pragma */
#pragma weak hook
void hook(int *p) { (void)p; }
void own_hook(int *p) { (void)p; }
void weak1(void) {
    int x = 0;                          // expected-warning {{(assumed: it is passed to 'hook', which another definition may replace)}}
    hook(&x);
}
void weak2(void) {
    int x = 0;
    own_hook(&x);
}
_Pragma("weak other_hook")
void other_hook(int *p) { (void)p; }
  %: pragma	weak	third_hook
void third_hook(int *p) { (void)p; }
void weak3(void) {
    int x = 0;                          // expected-warning {{(assumed: it is passed to 'other_hook', which another definition may replace)}}
    other_hook(&x);
}
void weak4(void) {
    int x = 0;                          // expected-warning {{(assumed: it is passed to 'third_hook', which another definition may replace)}}
    third_hook(&x);
}
/* no pragma: weak own_hook */

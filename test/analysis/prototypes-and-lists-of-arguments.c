// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
// RUN: %clang -target aarch64-linux-gnu -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -target i386-linux-gnu -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -target riscv64-linux-gnu -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -target x86_64-windows-msvc -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %outlive check %s -- -target i386-linux-gnu 2>&1 | grep warning: | diff %t.clang -
//
// Prototypes that are missing, old or not the callee's; functions that another file may replace; functions in records; lists of arguments
// that are handed on.

typedef unsigned long uintptr_t;
typedef __builtin_va_list va_list;
struct t { int *p, *q; };
static int *global;
static void *anything;
static uintptr_t number;

/* K&R definitions, and declarations without parameters */
static void keep_old(n, p) int n; int *p; {
    global = p;
}
static int look_old(n, p) int n; int *p; {
    return *p + n;
}
void old1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    keep_old(1, &x);
}
int old2(void) {
    int x = 0;
    return look_old(1, &x);
}
void old3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    void (*f)() = keep_old;
    f(1, &x);
}
int old4(void) {
    int x = 0;
    int (*f)() = look_old;
    return f(1, &x);
}
void unseen();
void old5(void) {
    int x = 0;                          // expected-warning {{(assumed: it is passed to 'unseen', which is not seen here)}}
    unseen(&x);
}

/* called as a function of another type */
static void keep_number(uintptr_t n) { number = n; }
static uintptr_t give_number(void) { return number; }
static int *same(int *p) { return p; }
void other1(void) {
    int x = 0;                          // expected-warning {{(assumed: it is passed to 'keep_number' as a number)}}
    ((void (*)(int *))keep_number)(&x);
}
void other2(void) {
    int x = 0;                          // expected-warning {{(assumed: it is passed to 'keep_number' as a number)}}
    void (*f)() = keep_number;
    f(&x);
}
void other3(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    *((int **(*)(void))give_number)() = &x;
}
int *other4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return ((void *(*)(void *))same)(&x);
}
int other5(void) {
    int x = 0;
    return *(int *)((void *(*)(void *))same)(&x);
}

/* weak definitions and aliases */
__attribute__((weak)) void hook(int *p) { (void)p; }
static void own_hook(int *p) { (void)p; }
void also_hook(int *) __attribute__((alias("hook")));
struct ops { void (*run)(int *); };
__attribute__((weak)) const struct ops weak_ops = {own_hook};
static const struct ops own_ops = {own_hook};
void weak1(void) {
    int x = 0;                          // expected-warning {{(assumed: it is passed to 'hook', which another definition may replace)}}
    hook(&x);
}
void weak2(void) {
    int x = 0;
    own_hook(&x);
}
void weak3(void) {
    int x = 0;                          // expected-warning {{(assumed}}
    also_hook(&x);
}
void weak4(void) {
    int x = 0;                          // expected-warning {{(assumed}}
    weak_ops.run(&x);
}
void weak5(void) {
    int x = 0;
    own_ops.run(&x);
}

/* a function in a record is called by one that is not seen, with what stands beside it */
struct callback { void (*fn)(void *); void *data; };
void visit(const struct callback *c __attribute__((noescape)));
static void keep_data(void *p) { anything = p; }
static void drop_data(void *p) { (void)p; }
void record1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct callback c;                  // expected-warning {{'c' must}}
    c.fn = keep_data;
    c.data = &x;
    visit(&c);
}
void record2(void) {
    int x = 0;
    struct callback c;
    c.fn = drop_data;
    c.data = &x;
    visit(&c);
}

/* designators in any order, tables */
struct two_ops { void (*no)(int *); void (*run)(int *); };
static void keep(int *p) { global = p; }
static const struct two_ops kept_ops[] = {[1] = {.run = keep, .no = own_hook}, [0] = {.no = own_hook}};
void table1(int i) {
    int x = 0;                          // expected-warning {{'x' must}}
    kept_ops[i].run(&x);
}
void table2(int i) {
    int x = 0;
    kept_ops[i].no(&x);
}

/* argument lists: by address, in a record, copied, with records in them */
struct list { int n; va_list args; };
static int *next_of(va_list *args) { return __builtin_va_arg(*args, int *); }
static int *next_in(struct list *l) { return __builtin_va_arg(l->args, int *); }
static int *by_address(int n, ...) {
    va_list args;
    __builtin_va_start(args, n);
    int *p = next_of(&args);
    __builtin_va_end(args);
    return p;
}
static int *in_record(int n, ...) {
    struct list l;
    __builtin_va_start(l.args, n);
    int *p = next_in(&l);
    __builtin_va_end(l.args);
    return p;
}
static struct t a_record(int n, ...) {
    va_list args, copy;
    __builtin_va_start(args, n);
    __builtin_va_copy(copy, args);
    struct t t = __builtin_va_arg(copy, struct t);
    __builtin_va_end(args);
    return t;
}
static void keep_second(int n, ...) {
    va_list args;
    __builtin_va_start(args, n);
    (void)__builtin_va_arg(args, int);
    global = __builtin_va_arg(args, int *);
    __builtin_va_end(args);
}
int *list1(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return by_address(1, &x);
}
int *list2(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    return in_record(1, &x);
}
int list3(void) {
    int x = 0;
    return *by_address(1, &x) + *in_record(1, &x);
}
int *list4(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    struct t t = {0, &x};
    return a_record(1, t).q;
}
int list5(void) {
    int x = 0;
    struct t t = {0, &x};
    return *a_record(1, t).q;
}
void list6(void) {
    int x = 0;                          // expected-warning {{'x' must}}
    void (*f)(int, ...) = keep_second;
    f(2, 3, &x);
}

/* sizes of arrays that are parameters are evaluated when the function begins */
void size1(int n, int a[*(global = &n)]) { // expected-warning {{'n' must}}
    (void)a;
}
void size2(int n, int a[*(&n)]) {
    global = a;
}
static void size_of(int n, int *p, int a[n + *(global = p)]) {
    (void)a;
}
static void no_size_of(int n, int *p, int a[n + *p]) {
    (void)a;
}
void size3(int *a) {
    int x = 1;                          // expected-warning {{'x' must}}
    size_of(1, &x, a);
}
void size4(int *a) {
    int x = 1;
    no_size_of(1, &x, a);
}
void size5(int n);
void size5(int n) {
    extern void declared(int *a, int b[*(global = a)]);
    declared(0, &n);                    // expected-warning@-2 {{(assumed}}
}

// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
//
// An object ends with its block; what holds its address may live longer.

int b1(void) {
    int *p = 0;
    {
        int x = 1;              // expected-warning {{'x' must be heap-allocated: it outlives 'b1'}}
        p = &x;
    }
    return *p;
}
int b2(void) {
    int x = 1, *p = 0;
    {
        p = &x;
    }
    return *p;
}
void b3(void) {
    {
        int x = 1, *p;
        p = &x;
        (void)*p;
    }
}

/* loops */
int b4(int n) {
    int *last = 0;
    while (n-- > 0) {
        int x = n;              // expected-warning {{'x' must}}
        last = &x;
    }
    return *last;
}
int b5(int n) {
    int sum = 0;
    while (n-- > 0) {
        int x = n, *last = &x;
        sum += *last;
    }
    return sum;
}
int b6(int n) {
    int *last = 0;
    for (int i = 0; i < n; i++)  // expected-warning {{'i' must}}
        last = &i;
    return *last;
}

/* if, switch and do have blocks as well */
int b7(int n) {
    int *p;
    if (n) {
        int x = n;              // expected-warning {{'x' must}}
        p = &x;
    } else {
        p = &n;
    }
    return *p;
}
int b8(int n) {
    int *p = &n;
    switch (n) {
        int x;                  // expected-warning {{'x' must}}
    case 1:
        p = &x;
    }
    return *p;
}

/* memory lives as long as what leads to it */
void *malloc(unsigned long);
struct box { int *p; };
int b9(void) {
    struct box *outer = malloc(sizeof *outer);
    {
        int x = 1;              // expected-warning {{'x' must}}
        outer->p = &x;
    }
    return *outer->p;
}
void b10(void) {
    for (int i = 0; i < 3; i++) {
        int x = i;
        struct box *inner = malloc(sizeof *inner);
        inner->p = &x;
    }
}
struct box *b10_returned(void) {
    int x = 1;                  // expected-warning {{'x' must}}
    struct box *b = malloc(sizeof *b);
    b->p = &x;
    return b;
}
int b11(void) {
    struct box *outer;
    {
        int x = 1;              // expected-warning {{'x' must}}
        struct box *inner = malloc(sizeof *inner);
        inner->p = &x;
        outer = inner;
    }
    return *outer->p;
}

/* what an object of an outer block leads to */
int b12(void) {
    int *p = 0, **pp = &p;
    {
        int x = 1;              // expected-warning {{'x' must}}
        *pp = &x;
    }
    return *p;
}

/* compound literals end with their block, too */
int b13(int n) {
    int *p = &n;
    if (n) {
        p = (int[]){1, 2, 3};   // expected-warning {{must be heap-allocated}}
    }
    return *p;
}
int b14(void) {
    int *p = (int[]){1, 2, 3};
    return *p;
}

/* jumps back */
int b15(int n) {
    int *p = 0;
again:
    {
        int x = n;              // expected-warning {{'x' must}}
        if (p)
            return *p;
        p = &x;
    }
    if (n--)
        goto again;
    return 0;
}

/* statement expressions are blocks */
int b16(void) {
    int *p = ({ int x = 1; &x; }); // expected-warning {{'x' must}}
    return *p;
}
int b17(void) {
    int x = 1;
    int *p = ({ int *q = &x; q; });
    return *p;
}

/* if and switch are blocks: compound literals of their conditions end with them */
void look(int);
int condition1(void) {
    int *p;
    if ((p = &(int){1}))                // expected-warning {{must be heap-allocated}}
        look(1);
    return *p;
}
int condition2(void) {
    int *p = 0;
    if (*(int *){&(int){1}} && (p = 0))
        look(1);
    return !p;
}
int condition3(void) {
    int *p;
    switch (*(p = &(int){1})) {         // expected-warning {{must be heap-allocated}}
    case 1: look(1);
    }
    return *p;
}
int condition4(int n) {
    int *p = n ? &(int){1} : &(int){2};
    if (n)
        look(*p);
    return *p;
}
int condition5(int n) {
    int *p;
    if (n)
        p = &(int){1};                  // expected-warning {{must be heap-allocated}}
    else if ((p = &(int){2}))           // expected-warning {{must be heap-allocated}}
        look(2);
    return *p;
}

/* jumps into blocks, and case labels inside them */
int jump1(int n) {
    int *p;
    if (n)
        goto in;
    {
        int x;                          // expected-warning {{'x' must}}
    in:
        p = &x;
        *p = n;
    }
    return *p;
}
int jump2(int n) {
    int *p = 0;
    switch (n % 3) {
    case 0:
        do {
            int x = n;                  // expected-warning {{'x' must}}
            look(p ? *p : 0);
            p = &x;
    case 2: look(2);
    case 1: look(1);
        } while (n-- > 0);
    }
    return 0;
}
int jump3(int n) {
    int x;
    switch (n) {
        int y;
    case 0:
        y = n;
        x = *&y;
        break;
    default: x = *&n;
    }
    return x;
}

/* an array of variable length ends with its block, or when a jump leads back before it; so does what alloca gave after it */
int vla1(int n) {
    int *p = 0;
again:
    if (p)
        look(*p);
    int all[n];                         // expected-warning {{'all' must}}
    p = all;
    if (n-- > 1)
        goto again;
    return 0;
}
int vla2(int n) {
    int *p = 0, rounds = 0;
again:
    if (p)
        look(*p);
    int all[3];
    p = all;
    if (rounds++ < n)
        goto again;
    return 0;
}
int vla3(int n) {
    int all[n], *p = all;
    return *p;
}
void *alloca(unsigned long);
int vla4(int n) {
    int *p;
    {
        int all[n];
        p = alloca(sizeof *p);          // expected-warning {{must be heap-allocated}}
        look(all[0]);
    }
    return *p;
}
int vla5(int n) {
    int *p;
    {
        p = alloca(sizeof *p);
        look(*p);
    }
    return *p + n;
}

/* the value of a statement expression */
int statement1(int n) {
    int *p = ({ int x = n; &x; });      // expected-warning {{'x' must}}
    return *p;
}
int statement2(int n) {
    int *p = ({ int *q = &n; q; });
    return *p;
}
#define KEEP_COPY(v) do { __typeof__(v) copy_ = (v); kept_copy = &copy_; } while (0)
#define SWAP(T, a, b) do { T copy_ = (a); (a) = (b); (b) = copy_; } while (0)
static int *kept_copy;
void statement3(int n) {
    KEEP_COPY(n);                       // expected-warning {{'copy_' must}}
}
void statement4(int **out) {
    int x = 0;
    int y = 0;                          // expected-warning {{'y' must}}
    int *p = &x, *q = &y;
    SWAP(int *, p, *out);
    SWAP(int *, q, p);                  // expected-warning@-4 {{'x' must}}
    *out = p;
}

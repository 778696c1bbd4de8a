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

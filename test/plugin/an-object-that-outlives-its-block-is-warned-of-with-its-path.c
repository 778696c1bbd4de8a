// RUN: %clang -fsyntax-only -fplugin=%plugin -Xclang -verify %s

int *global;

void keeps(void) {
    int x = 0;      // expected-warning {{'x' must be heap-allocated: it outlives 'keeps' [-Wheap-capture]}}
    int *p = &x;    // expected-note {{}}
    global = p;     // expected-note {{}}
}

int uses(void) {
    int y = 0;
    int *p = &y;
    return *p;
}

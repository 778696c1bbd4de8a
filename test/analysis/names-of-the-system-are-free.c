// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// A function that is only declared is one of the system if its headers declare it, or if no program may have another of that name
// (C17 7.1.3, 7.31).

#include "Inputs/a-header-of-the-system.h"
int listen(int *, int);
struct list { struct list *next; };
void link(struct list *, struct list *);
int send(int, int *);
int puts(const char *);
char *strdup(const char *);

void n1(void) {
    int x;
    recv(0, &x, sizeof x, 0);
}
void n2(void) {
    int x[2];
    listen(x, 0);
}
void n3(void) {
    struct list a, b; // expected-warning 2 {{(assumed: it is passed to 'link'}}
    link(&a, &b);
}
void n4(void) {
    int x; // expected-warning {{(assumed: it is passed to 'send', which is not seen here}}
    send(1, &x);
}
char *n5(void) {
    char x[] = "a";
    puts(x);
    return strdup(x);
}

// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin -Xclang -verify -Xclang -verify-ignore-unexpected=note %s
// RUN: %clang -fsyntax-only -Wno-everything -Wheap-capture -fplugin=%plugin %s 2>&1 | grep warning: > %t.clang
// RUN: %outlive check %s 2>&1 | grep warning: | diff %t.clang -
//
// A copy of more bytes than a member has takes the members behind it; of so many as it has, that member alone. Where nobody knows how many
// there are, elements of an array are meant, and all that comes behind any other member.

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

struct node { long v; int *p; struct node *next; int **pp; void *vp; };
static struct node g;

void one(void) { int x; struct node n = {0}; n.vp = &x; memcpy(&g.next, &n.next, sizeof n.next); }
void three(void) { int x; struct node n = {0}; n.vp = &x; memcpy(&g.next, &n.next, 24); }  // expected-warning {{'x' must}}
void up_to_the_end(void) { int x; struct node n = {0}; n.vp = &x; memmove(&g.next, &n.next, sizeof n - offsetof(struct node, next)); }  // expected-warning {{'x' must}}
void some(size_t k) { int x; struct node n = {0}; n.vp = &x; memcpy(&g.next, &n.next, k); }  // expected-warning {{'x' must}}
void to_a_local(size_t k) { int x; struct node n = {0}, m; n.vp = &x; memcpy(&m.next, &n.next, k); }
void the_other_way_round(void) { int x; struct node n = {0}; n.vp = &x; bcopy(&n.next, &g.next, 24); }  // expected-warning {{'x' must}}
static void own(struct node *to, const struct node *from) { memcpy(&to->next, &from->next, 24); }
void by_a_callee(void) { int x; struct node n = {0}; n.vp = &x; own(&g, &n); }  // expected-warning {{'x' must}}
void chosen(int c) { int x; struct node n = {0}, m = {0}; n.vp = &x; memcpy(c ? &g.next : &m.next, &n.next, 24); }  // expected-warning {{'x' must}}

void from_a_number_on(void) { int x; struct node n = {0}; n.vp = &x; memcpy(&g.v, &n.v, sizeof n); }  // expected-warning {{'x' must}}
void some_from_a_number_on(size_t k) { int x; struct node n = {0}; n.vp = &x; memcpy(&g.v, &n.v, k); }  // expected-warning {{'x' must}}
void the_number(void) { int x; struct node n = {0}; n.vp = &x; memcpy(&g.v, &n.v, sizeof n.v); }

struct arrays { void *a[2]; void *b; int numbers[4]; void *c; };
static struct arrays ga;
void the_array(void) { int x; struct arrays n = {0}; n.b = &x; memcpy(ga.a, n.a, sizeof n.a); }
void the_array_from_its_first_element_on(void) { int x; struct arrays n = {0}; n.b = &x; memcpy(&ga.a[0], &n.a[0], sizeof n.a); }
void elements(size_t k) { int x; struct arrays n = {0}; n.b = &x; memcpy(ga.a, n.a, k * sizeof *n.a); }
void elements_are_one(size_t k) { int x; struct arrays n = {0}; n.a[1] = &x; memcpy(ga.a, n.a, k * sizeof *n.a); }  // expected-warning {{'x' must}}
void an_element_more(void) { int x; struct arrays n = {0}; n.b = &x; memcpy(ga.a, n.a, 3 * sizeof *n.a); }  // expected-warning {{'x' must}}
void from_its_last_element_on(void) { int x; struct arrays n = {0}; n.b = &x; memcpy(&ga.a[1], &n.a[1], 16); }  // expected-warning {{'x' must}}
void numbers(size_t k) { int x; struct arrays n = {0}; n.c = &x; memcpy(ga.numbers, n.numbers, k * sizeof *n.numbers); }
void more_than_the_numbers(void) { int x; struct arrays n = {0}; n.c = &x; memcpy(ga.numbers, n.numbers, 24); }  // expected-warning {{'x' must}}
void more_than_the_numbers_from_one_on(void) { int x; struct arrays n = {0}; n.c = &x; memcpy(&ga.numbers[1], &n.numbers[1], 20); }  // expected-warning {{'x' must}}

void written(int fd) { int x; struct node n = {0}; n.vp = &x; write(fd, &n.next, sizeof n.next); }
void written_on(int fd) { int x; struct node n = {0}; n.vp = &x; write(fd, &n.next, 24); }  // expected-warning {{(assumed}}
void some_written(int fd, size_t k) { int x; struct node n = {0}; n.vp = &x; write(fd, &n.next, k); }  // expected-warning {{(assumed}}
void written_from_a_number_on(int fd) { int x; struct node n = {0}; n.vp = &x; write(fd, &n.v, sizeof n); }  // expected-warning {{(assumed}}
void a_number_written(FILE *f) { int x; struct node n = {0}; n.vp = &x; fwrite(&n.v, sizeof n.v, 1, f); }
void numbers_written(FILE *f) { int x; struct node n = {0}; n.vp = &x; fwrite(&n.v, sizeof n.v, 5, f); }  // expected-warning {{(assumed}}

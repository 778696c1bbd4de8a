// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

typedef struct node {
    struct node *left, *right; /* an object of exactly one granule of the collector */
} node;
typedef struct wide {
    go_int a[3];
    struct wide *next;
} wide;

void go_init(void) {
}

static node *build(go_int depth) {
    node *n = NEW(node);
    if (depth > 0) {
        n->left = build(depth - 1);
        n->right = build(depth - 1);
    }
    return n;
}

static go_int count(const node *n) {
    return n->left ? 1 + count(n->left) + count(n->right) : 1;
}

void go_main(void) {
    wide *list = NULL;
    go_int sum = 0;
    for (go_int i = 0; i < 50; i++) {
        wide *w = NEW(wide);
        w->next = list;
        list = w;
        sum += count(build(12));
    }
    for (; list; list = list->next)
        sum += 1000000;
    // CHECK: 50409550
    go_print_int(sum);
    go_print_line();
}

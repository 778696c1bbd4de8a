// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: not %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: not %t 2>&1 | FileCheck %s
#include "outlive.h"

void go_init(void) {
}

static go_int deep(go_int n) {
    volatile go_int room[1000];
    room[0] = n;
    return n == 0 ? 0 : deep(n + 1) + room[0];
}

void go_main(void) {
    // CHECK: runtime: goroutine stack exceeds 1000000000-byte limit
    // CHECK: fatal error: stack overflow
    go_print_int(deep(1));
}

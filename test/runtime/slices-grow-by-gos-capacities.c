// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

typedef struct slice_int {
    go_int *ptr;
    go_int len, cap;
} slice_int;
DEFINE_SLICE(slice_int, go_int, NOSCAN)

void go_init(void) {
}

void go_main(void) {
    // CHECK: 1 2 4 8 16 32 64 128 256 512 848 1280
    slice_int s = {NULL, 0, 0};
    go_int cap = -1;
    for (go_int i = 0; i < 1280; i++) {
        s = slice_int_append(s, i);
        if (s.cap != cap) {
            cap = s.cap;
            go_print_int(cap);
            go_print_space();
        }
    }
    go_print_line();
    // CHECK: 3 6 12
    slice_int t = slice_int_append_slice((slice_int){NULL, 0, 0}, (slice_int){(go_int[]){1, 2, 3}, 3, 3});
    go_print_int(t.cap);
    go_print_space();
    t = slice_int_append(t, 4);
    go_print_int(t.cap);
    go_print_space();
    t = slice_int_append_slice(slice_int_slice(t, 0, 4), slice_int_slice(s, 0, 6));
    go_print_int(t.cap);
    go_print_line();
    // overlapping memory
    // CHECK: 3 1 1 2
    go_print_int(slice_int_copy(slice_int_slice_from(t, 1), slice_int_slice(t, 0, 3)));
    for (go_int i = 0; i < 3; i++) {
        go_print_space();
        go_print_int(t.ptr[go_index(i, t.len)]);
    }
    go_print_line();
}

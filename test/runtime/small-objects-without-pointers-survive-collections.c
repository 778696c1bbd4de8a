// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

enum { KEPT = 2000 };

void go_init(void) {
}

void go_main(void) {
    slice_string kept = slice_string_make(KEPT, KEPT);
    go_int **numbers = go_new(KEPT * sizeof *numbers);
    for (go_int i = 0; i < KEPT; i++) {
        kept.ptr[i] = go_string_of_rune(NULL, 'a' + i % 26);
        numbers[i] = NEW_NOSCAN(go_int);
        *numbers[i] = i;
        for (go_int k = 0; k < 500; k++) /* garbage, so that the collector runs */
            *NEW_NOSCAN(go_int) = -1;
    }
    go_int right = 0;
    for (go_int i = 0; i < KEPT; i++)
        right += *numbers[i] == i && kept.ptr[i].len == 1 && kept.ptr[i].ptr[0] == 'a' + i % 26;
    // CHECK: 2000
    go_print_int(right);
    go_print_line();
}

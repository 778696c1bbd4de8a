// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

void go_init(void) {
}

static void show(go_int x) {
    go_print_int(x);
    go_print_space();
}

void go_main(void) {
    // CHECK: -9223372036854775808 0 -128 -3 -1
    show(go_div_int(INT64_MIN, -1));
    show(go_rem_int(INT64_MIN, -1));
    show(go_div_int8(-128, -1));
    show(go_div_int(-7, 2));
    show(go_rem_int(-7, 2));
    go_print_line();
    // CHECK: 0 -1 0 -128 16 1
    show(go_shl_int(1, 64));
    show(go_shr_int(-5, 100));
    show(go_shr_uint8(200, 8));
    show(go_shl_int8(1, 7));
    show(go_shl_uint8(1, 4));
    show(go_shr_int64(2, 1));
    go_print_line();
    // CHECK: 3 -3 -9223372036854775808 -2147483648 0 44
    go_float64 zero = 0;
    show(go_int_from_float(3.99));
    show(go_int_from_float(-3.99));
    show(go_int_from_float(zero / zero));
    show(go_int32_from_float(1e20));
    show(go_uint8_from_float(1e20));
    show(go_uint8_from_float(300));
    go_print_line();
    // CHECK: 18446744073709549568
    go_print_uint(go_uint64_from_float(1.8446744073709550e19));
    go_print_line();
}

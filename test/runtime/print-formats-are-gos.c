// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

void go_init(void) {
}

void go_main(void) {
    // CHECK: +3.500000e+000 -1.000000e-010 +1.000000e+100 NaN +Inf
    go_float64 zero = 0;
    go_print_float(3.5);
    go_print_space();
    go_print_float(-1e-10);
    go_print_space();
    go_print_float(1e100);
    go_print_space();
    go_print_float(zero / zero);
    go_print_space();
    go_print_float(1 / zero);
    go_print_line();
    // CHECK: true -9223372036854775808 18446744073709551615 (+1.000000e+000-2.000000e+000i) 0x0
    go_print_bool(true);
    go_print_space();
    go_print_int(INT64_MIN);
    go_print_space();
    go_print_uint(UINT64_MAX);
    go_print_space();
    go_complex128 c;
    __real__ c = 1;
    __imag__ c = -2;
    go_print_complex(c);
    go_print_space();
    go_print_pointer(NULL);
    go_print_line();
}

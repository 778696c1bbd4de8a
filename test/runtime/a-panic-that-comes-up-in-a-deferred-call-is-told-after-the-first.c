// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: not %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: not %t 2>&1 | FileCheck %s
#include "outlive.h"

void go_init(void) {
}

static void panics_again(void *env) {
    (void)env;
    struct go_panicking *panicking = go_called_by_panic((go_code)panics_again);
    go_recover(panicking);
    static go_string again = {(const go_uint8 *)"again", 5};
    go_panic((any){&type_string, &again});
}

void go_main(void) {
    go_frame frame;
    GO_ENTER(&frame);
    if (GO_LANDING(&frame))
        goto recovered;
    go_defer defer1;
    defer1.call = (func_void){panics_again, NULL};
    defer1.next = frame.defers;
    frame.defers = &defer1;
    // CHECK: panic: runtime error: index out of range [5] with length 3 [recovered]
    // CHECK-NEXT: {{^}}	panic: again
    // CHECK-EMPTY:
    // CHECK-NEXT: goroutine 1 [running]:
    go_panic_index(5, 3);
recovered:
    go_leave(&frame);
}

// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

void go_init(void) {
}

static void say(go_string s) {
    go_print_string(s);
    go_print_line();
}

static void recovers(void *env) {
    (void)env;
    struct go_panicking *panicking = go_called_by_panic((go_code)recovers);
    say(go_recover(panicking).type ? STR("recovered") : STR("nothing to recover"));
}

/* defer func() { recovers() }(): one call too deep. */
static void calls_recovers(void *env) {
    (void)env;
    recovers(NULL);
}

/* The body made for `defer recovers()`: not a call of the program's. */
static void passes_on(void *env) {
    (void)env;
    go_passes_call((go_code)passes_on, (go_code)recovers);
    recovers(NULL);
}

static void f(void (*deferred)(void *), bool panics) {
    go_frame frame;
    GO_ENTER(&frame);
    if (GO_LANDING(&frame))
        goto recovered;
    go_defer defer1, defer2;
    defer1.call = (func_void){recovers, NULL};
    defer1.next = frame.defers;
    frame.defers = &defer1;
    defer2.call = (func_void){deferred, NULL};
    defer2.next = frame.defers;
    frame.defers = &defer2;
    if (panics)
        go_panic((any){&type_int, &(go_int){1}});
recovered:
    go_leave(&frame);
}

void go_main(void) {
    // CHECK: nothing to recover
    // CHECK: nothing to recover
    f(recovers, false);
    say(STR("--"));
    // CHECK: --
    // CHECK: nothing to recover
    // CHECK-NEXT: recovered
    f(calls_recovers, true);
    say(STR("--"));
    // CHECK: --
    // CHECK-NEXT: recovered
    // CHECK-NEXT: nothing to recover
    f(recovers, true);
    say(STR("--"));
    // CHECK: --
    // CHECK-NEXT: recovered
    // CHECK-NEXT: nothing to recover
    f(passes_on, true);
}

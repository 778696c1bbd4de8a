// RUN: %clang -std=gnu17 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

typedef struct func_int {
    go_int (*fn)(void *env);
    void *env;
} func_int;

struct counter_func1 {
    go_int *count;
};

static go_int counter_func1(void *env_) {
    struct counter_func1 *env = env_;
    ++*env->count;
    return *env->count;
}

static func_int counter(void) {
    go_int *count = NEW_NOSCAN(go_int);
    struct counter_func1 *env1 = NEW(struct counter_func1);
    env1->count = count;
    return (func_int){counter_func1, env1};
}

void go_init(void) {
}

void go_main(void) {
    func_int c = counter();
    // CHECK: 1 2{{$}}
    go_print_int(c.fn(c.env));
    go_print_space();
    go_print_int(c.fn(c.env));
    go_print_line();
}

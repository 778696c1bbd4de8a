/* Closures written by hand, as an exercise in closure conversion: the checker needs no Go.
 *
 *     outlive check closure.c
 *     clang-19 -fplugin=build/lib/outlive.so -fsyntax-only closure.c
 */
#include <stdlib.h>

struct closure {
    int (*code)(void *env);
    void *env;
};

static int next(void *env) {
    int *count = env;
    return ++*count;
}

/* Called while count is there: fine. */
static int twice(struct closure c) {
    c.code(c.env);
    return c.code(c.env);
}

int two(void) {
    int count = 0;
    return twice((struct closure){next, &count});
}

/* Returned to somebody who calls it when count is gone. */
struct closure counter(void) {
    int count = 0;
    return (struct closure){next, &count};
}

/* As it should be. */
struct closure good_counter(void) {
    int *count = malloc(sizeof *count);
    *count = 0;
    return (struct closure){next, count};
}

/* What a unit test in C needs: an expectation that tells its place, and a random sequence that is the same everywhere.
 *
 * One file is one executable; it runs all its tests and returns unit_verdict(). */
#ifndef OUTLIVE_UNIT_H
#define OUTLIVE_UNIT_H

#include <stdio.h>
#include <string.h>

static int unit_failures;

#define EXPECT(condition)                                                                              \
    do {                                                                                               \
        if (!(condition)) {                                                                            \
            fprintf(stderr, "%s:%d: in %s: not so: %s\n", __FILE__, __LINE__, __func__, #condition);   \
            unit_failures++;                                                                           \
        }                                                                                              \
    } while (0)

#define EXPECT_TEXT(actual, expected) unit_expect_text(__FILE__, __LINE__, (actual), (expected))

__attribute__((unused)) static void unit_expect_text(const char *file, int line, const char *actual, const char *expected) {
    if (actual && strcmp(actual, expected) == 0)
        return;
    fprintf(stderr, "%s:%d: expected:\n%s\ngot:\n%s\n", file, line, expected, actual ? actual : "(null)");
    unit_failures++;
}

/* Linear congruential, the constants of Numerical Recipes; the low bits repeat too soon to be used. */
__attribute__((unused)) static unsigned unit_random(unsigned *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static int unit_verdict(void) {
    return unit_failures ? 1 : 0;
}

#endif

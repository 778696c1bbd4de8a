/* Hostile input: what a target and the two programs that may run it agree on.
 *
 * A target is one file with hostile_input(): any bytes at all must come back from it without a crash, a leak, a sanitizer's
 * report or a broken invariant. Built with OUTLIVE_FUZZ it is a libFuzzer executable, which looks for such bytes; in every
 * other build it replays the files it is given, and the suite gives it the corpus. */
#ifndef OUTLIVE_HOSTILE_H
#define OUTLIVE_HOSTILE_H

#include <stddef.h>

/* One input. It has no NUL behind it. */
void hostile_input(const char *bytes, size_t len);

#endif

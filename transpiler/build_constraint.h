/* //go:build lines, and the // +build lines that came before them (cmd/go: Build constraints). */
#ifndef OUTLIVE_BUILD_CONSTRAINT_H
#define OUTLIVE_BUILD_CONSTRAINT_H

#include "base/arena.h"

#include <stdbool.h>

struct build_constraint {
    bool satisfied;         /* by linux, unix, amd64, gc, and every go1.N up to the newest version known; false if malformed */
    const char *go_version; /* the oldest version that satisfies it, as "go1.21"; NULL where it names none */
};

/* Evaluates the expression behind "//go:build". */
struct build_constraint evaluate_build_constraint(struct arena *a, const char *expression);

/* Whether a line of the older form holds, from behind "// +build" to its end: `linux,!cgo darwin` is (linux && !cgo) || darwin. */
bool plus_build_holds(const char *line);

/* N of "go1.N" (also of "go1.N.3" and "go1.Nrc1"); -1 if it is not of this form. */
int go_version_minor(const char *version);

/* The newest language version whose rules are known here. */
#define NEWEST_GO_MINOR 27

#endif

/* Which variables do func literals capture, how, and which variables need a place that is decided?
 *
 * The mode of a capture is a matter of syntax and size alone (gc-escape reference, section 7), so that the layout of
 * environments is fixed before any analysis: by value iff the variable is never reassigned, its address is never taken and
 * it is at most 128 bytes; else by reference. The mode belongs to the variable: all its captures share it.
 *
 * find_captures() fills in the last block of `struct object` (types.h) and `struct func.info`. */
#ifndef OUTLIVE_CAPTURES_H
#define OUTLIVE_CAPTURES_H

#include "transpiler/types.h"

/* The largest variable that is captured by value, in bytes. */
#define LARGEST_BY_VALUE 128

struct free_variable {
    struct object *variable;     /* by_reference tells the mode */
    struct pos first_use;        /* in the literal, or in a literal inside it */
};

struct func_info {
    /* Literals: what the environment holds, in order of first use. What an inner literal captures from further out is here
     * too, since it goes through this environment. Empty for declarations. */
    VEC(struct free_variable) captures;

    /* Variables declared here (parameters and results included) that are captured by reference or have their address taken,
     * so that each needs a storage site; in order of declaration in the source. */
    VEC(struct object *) sites;

    VEC(struct func *) literals; /* directly inside, in source order */
    int loop_depth;              /* literals: at the literal, in the function around it (a function body is 1) */
};

/* For a package that was checked without an error. Requires file->go_minor. */
void find_captures(struct arena *a, struct package *p);

/* -dump=captures: each func literal with what it captures, how and why; each variable that needs a site. (captures_dump.c) */
void dump_captures(struct buf *out, const struct package *p);

#endif

/* From a chain of edges to the flows of a verdict. */
#ifndef OUTLIVE_EXPLAIN_H
#define OUTLIVE_EXPLAIN_H

#include "plugin/flow.h"

/* One edge of a path, as a solver knows it. */
struct hop {
    const char *dst, *src;
    int derefs;               /* -1, 0, n */
    const struct step *steps; /* NULL: a move that is not in the text */
    bool into_temporary;      /* the destination is no variable of the program */
};

typedef VEC(struct flow) flow_path;

/* The hops, the object's own first, as flows: temporaries are joined with what comes after them, so that every flow has
 * names of the program at both ends. */
flow_path explain_path(struct arena *a, const struct hop *hops, int count);

#endif

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

typedef VEC(struct hop) hop_list;
typedef VEC(struct flow) flow_path;

/* The hops, the object's own first, as flows: temporaries are joined with what comes after them, so that every flow has
 * names of the program at both ends. */
flow_path explain_path(const struct cunit *u, const struct hop *hops, int count);

/* "~r0", or the name that RESULTS gives. */
const char *result_name(struct arena *a, const struct function *f, int result);

/* Is it the record of several results, `{ A r0; B r1; }`? */
bool is_results(const struct ctype *t);

/* Sets the path of a verdict; reached: the site that its last destination is, if that is on the heap itself. */
void verdict_set_path(struct arena *a, struct verdict *v, const flow_path *path, const struct verdict *reached);

#endif

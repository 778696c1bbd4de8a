/* The checker: a C tree in, verdicts out. It never prints and knows no host. */
#ifndef OUTLIVE_CHECKER_H
#define OUTLIVE_CHECKER_H

#include "base/buf.h"
#include "base/verdict.h"
#include "plugin/ctree.h"

enum model {
    MODEL_PRECISE, /* the default: pointers and function values are resolved where all they can be is known */
    MODEL_GC,      /* what the Go compiler decides: only environments are resolved */
};

/* How much may be spent before something is followed coarsely. */
enum patience { PATIENCE_USUAL, PATIENCE_LESS, PATIENCE_MORE };

struct check_options {
    enum model model;
    enum patience patience;
    struct buf *dump_flow; /* not NULL: the flow graph as text is added here */
    struct buf *dump_dot;  /* not NULL: as Graphviz DOT */
    /* not NULL: says of which objects the uses are to be told (verdict.uses), whatever the model; those of their holders are, too */
    bool (*wants_uses)(void *context, const struct verdict *v);
    void *context;
};

/* Verdicts for every storage site of the unit (annotated objects), and for every local object of plain C whose address is
 * taken. Total: each object has a verdict with a reason. Cost is linear in the size of the unit. Everything is allocated in
 * the unit's arena. A unit can be checked once, for the analysis leaves its notes in it. */
struct verdicts *check_unit(const struct cunit *u, const struct check_options *options);

/* The objects that must be on the heap, and only those, by the default model, of a unit whose bodies come when they are asked for
 * (cunit.load): a function's tree and constraints are given back as soon as all that it calls, and itself, are decided. NULL: there is one
 * in lowered Go, about which the Go compiler's model has a say, and that takes the whole unit at once. */
struct verdicts *check_by_function(const struct cunit *u);

#endif

/* Inside the precise model: what solve_precise.c (constraints), summary.c (functions as seen by callers) and decide.c
 * (verdicts) share. */
#ifndef OUTLIVE_PRECISE_H
#define OUTLIVE_PRECISE_H

#include "plugin/checker.h"
#include "plugin/explain.h"
#include "plugin/pointsto.h"

/* A call in the batch that is being solved; or what behaves like one: a pair, a callback of a library function, a call that a
 * callee makes through its parameter. */
struct live_call {
    int *args;                /* VALUE objects */
    struct ctype **arg_types; /* NULL entries: not known */
    int arg_count;
    int every;                /* VALUE object that stands for all further arguments; -1: none */
    int result;               /* VALUE object; -1: not used */
    struct ctype *result_type;       /* NULL: not known */
    const long *result_offsets;      /* slots of the result */
    int result_offset_count;
    const char *text;         /* of the callee, for messages */
    const struct step *steps;
    VEC(struct function *) bound;
    VEC(int) outer;           /* symbolic callees that were met */
    bool unknown;             /* something was met that is not known at all */
    struct live_call *outermost; /* the call of the text that this one is made inside of, however deep; NULL: it is one */
    struct ptrmap inside;        /* of an outermost call: function → the call inside that stands for all of it there */
};

/* All calls of a batch through one function from outside, as one; those through functions that such calls brought in are one, too
 * (`p = p->next(p)` would have no end). */
struct outer_call {
    VEC(int) callees;         /* symbolic objects */
    bool brought_in;
    struct function *function;
    VEC(int) args;            /* VALUE objects that leave */
    VEC(struct symbolic_result { long offset; int object; }) results;
};

/* The environments that a function is paired with in the batch. */
struct pairs_of_code {
    VEC(const struct pair *) list;
};

struct precise {
    struct unit_flows *f;
    bool decides;             /* the verdicts are this model's */
    struct arena *unit;       /* summaries and verdicts */
    struct arena *scratch;    /* one batch */
    struct arena *tables;     /* of the engine, for one batch after the other */
    struct slot_table slots;
    struct pointsto p;
    int batch;
    int run;                  /* counts the times that constraints were made and solved */
    struct function **functions; /* of the run: the batch; of a coarse run, one of them */
    int function_count;
    struct slots one_slot;    /* offset 0 */
    struct live_call *all_inside; /* coarse run: the `outermost` of all calls */
    int memory;               /* coarse run: object that stands for all memory from callees; -1: none yet */
    bool asks_go;             /* an object of lowered Go outlives, and the Go compiler's model was not asked */
    struct ptrmap pairs;      /* of the run: function → struct pairs_of_code */
    VEC(struct live_call *) calls;
    VEC(struct outer_call) outer;
};

/* What may be spent before a batch is followed coarsely, or a summary given up, where it is usually so much. */
static inline long limit(const struct precise *s, long usual) {
    enum { MORE_OR_LESS = 8 };
    enum patience p = s->f->options->patience;
    return p == PATIENCE_MORE ? usual * MORE_OR_LESS : p == PATIENCE_LESS ? usual / MORE_OR_LESS : usual;
}

/* The object of a location in this batch. */
int object_for(struct precise *s, struct location *l);

/* Is there one? Else nothing in the batch mentions the location. */
static inline bool has_object(const struct precise *s, const struct location *l) {
    return l->run == s->run;
}

/* A call that comes up while solving. `callee` is a node that holds functions. */
void watch_callee(struct precise *s, int callee, struct live_call *c);
struct live_call *outermost(struct precise *s, struct live_call *c);
struct live_call *live_call_new(struct precise *s, int arg_count, const char *text, const struct step *steps);

/* ---- solve_precise.c ---- */

struct precise *precise_start(struct unit_flows *f, bool decides);
/* Solves a batch, makes summaries, and decides its sites. All that its functions name was in earlier batches, or is in it. */
void precise_batch(struct precise *s, struct function **functions, int count);
void precise_finish(struct precise *s);

/* ---- summary.c ---- */

struct summary;

/* What a caller must know of each function of the run: function->solver. */
void summarise(struct precise *s);
struct summary *summary_empty(struct precise *s, struct function *f);
/* Is it small enough to be used at every call? */
bool summary_is_small(const struct precise *s, const struct summary *m);
/* Do two coarse summaries say the same? */
bool summary_is_same(const struct summary *a, const struct summary *b);
/* From now on it says: may do anything with what it gets. */
void summary_entangle(struct summary *m);
bool summary_is_entangled(const struct summary *m);
void instantiate(struct precise *s, struct live_call *c, struct function *callee);
/* May the result be a pointer of unknown origin? */
bool returns_unknown(const struct precise *s, const struct function *f);

/* ---- decide.c ---- */

/* Verdicts of the sites in the batch. */
void decide(struct precise *s);

/* Is `holder` declared in a block around that of `x`? */
bool object_outlives(const struct object *holder, const struct object *x);

/* For explanations: an object as it is called, and one edge between sets; `seed` names the object whose address an edge without
 * a source brings. */
const char *object_name(struct precise *s, const struct object *o, long offset);
struct hop hop_of(struct precise *s, const struct edge_of_sets *e, const char *seed);

/* ---- uses.c ---- */

/* The uses of all objects of the batch that the options ask for, and of those that hold their addresses. */
void tell_uses(struct precise *s);

#endif

/* Inside the building of constraints: what build.c (declarations, statements) and build_expr.c (expressions) share. */
#ifndef OUTLIVE_BUILD_H
#define OUTLIVE_BUILD_H

#include "plugin/flow.h"

struct builder {
    struct unit_flows *flows;
    struct arena *arena;
    struct function *function; /* NULL: initialisers of globals … */
    struct function *naming;   /* who names what is mentioned: the function, or the global that is initialised */
    struct scope *scope;
    int loops;                 /* around this point, labels that are jumped back to included */
    bool jumped_back;          /* a label that is jumped back to stands before this point */
};

/* Where the value of an expression goes ("hole"), and what is still to be done with it on the way.
 *
 * An expression is evaluated from the outside in: `*p->next` is "the value of p, loaded, at .next, loaded"; each operator adds
 * its operation in front of `ops` and goes on with its operand, until a location is met and the assignment is complete. */
struct hole {
    enum {
        HOLE_NOWHERE, /* only effects matter */
        HOLE_NUMBER,  /* the value is used, but is a number: a pointer cast to it is lost sight of */
        HOLE_PLACE,   /* assigned to dst */
        HOLE_ORIGINS, /* collected */
    } kind;
    struct place dst;
    struct origins *into;
    const struct op *ops;
    bool address;
    bool followed;           /* the value is a pointer that is gone through, even if nothing flows */
    bool for_store;          /* an address that is only made to be stored through on the spot */
    const struct step *steps;
    struct ctype *type;      /* of the value that arrives */
    struct ctype *hint;      /* pointer type that the value is cast to: what allocated memory will hold */
    const char *assumed;
    bool c_only;
};

void eval(struct builder *b, const struct cexpr *e, struct hole k);
void eval_effects(struct builder *b, const struct cexpr *e);

/* `lhs = value`, an initialiser included. */
void eval_assign(struct builder *b, const struct cexpr *lhs, const struct cexpr *rhs, const struct cexpr *whole);
void eval_init(struct builder *b, struct location *object, const struct cexpr *init, struct c_spot place);
void eval_return(struct builder *b, const struct cexpr *e, struct c_spot place);

/* Everything that `e` can tell goes to the heap, for `why`. */
void eval_lost(struct builder *b, const struct cexpr *e, enum flow_reason reason, const char *why);

/* An operand of inline assembly may have been given any value. */
void eval_written_by_assembly(struct builder *b, const struct cexpr *operand);

struct location *location_new(struct builder *b, enum location_kind kind, const char *name, struct ctype *type, struct c_spot place);
struct location *variable_location(struct builder *b, struct cvar *v);
/* A call of a function whose result may be fresh memory that is on the heap by nature: HEAP on the function says so. */
void note_growth(struct builder *b, const struct cfunc *callee, struct c_spot place);
struct function *function_of(struct unit_flows *f, struct cfunc *decl);
void mention(struct builder *b, struct function *f);

/* The statement walk, for statement expressions: the value of the last expression statement goes to k. */
void walk_block_value(struct builder *b, const struct cstmt *block, struct hole k);

const struct op *op_new(struct arena *a, enum op_kind kind, long offset, const struct op *next);
const struct op *ops_append(struct arena *a, const struct op *ops, enum op_kind kind, long offset);
const struct step *step_new(struct builder *b, enum flow_reason reason, const struct cexpr *e, struct c_spot place, const struct step *next);

/* Without casts. */
const struct cexpr *strip_casts(const struct cexpr *e);
/* The function whose address `e` is, through casts and operators that change nothing; NULL if it is something else. */
struct cfunc *function_named(const struct cexpr *e);

#endif

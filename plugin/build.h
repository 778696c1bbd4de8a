/* Inside the building of constraints: what build.c (declarations, statements), build_expr.c (expressions), build_call.c (calls),
 * build_memory.c (functions that move memory) and build_hole.c (where values go) share. */
#ifndef OUTLIVE_BUILD_H
#define OUTLIVE_BUILD_H

#include "plugin/flow.h"

static inline bool is_pointer(const struct ctype *t) {
    return t && t->kind == CTYPE_POINTER;
}

static inline bool has_pointers(const struct ctype *t) {
    return !t || t->has_pointers;
}

static inline bool is_byte(const struct ctype *t) {
    return t && t->kind == CTYPE_NUMBER && t->bytes == 1;
}

static inline bool takes_environment(const struct cfunc *f) {
    return f->type->param_count > 0 && is_pointer(f->type->params[0]);
}

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

/* ---- build_hole.c ---- */

static inline bool is_idle(const struct hole *k) {
    return k->kind == HOLE_NOWHERE || k->kind == HOLE_NUMBER;
}

static inline struct hole hole_to(struct place dst, struct ctype *type, const struct step *steps) {
    return (struct hole){.kind = HOLE_PLACE, .dst = dst, .type = type, .steps = steps};
}

static inline struct hole hole_into(struct origins *into, struct ctype *type, const struct step *steps) {
    return (struct hole){.kind = HOLE_ORIGINS, .into = into, .type = type, .steps = steps};
}

/* To {heap}, since nobody can follow `e` any further: assumed, for `why`. */
struct hole lost_hole(struct builder *b, const struct cexpr *e, enum flow_reason reason, const char *why);

/* One thing more to be done with the value, before all that is in the hole. */
void push_op(struct builder *b, struct hole *k, enum op_kind kind, long offset);
void push_step(struct builder *b, struct hole *k, enum flow_reason reason, const struct cexpr *e);

/* Is the memory behind a pointer among what these operations go to? */
bool loads(const struct op *ops);
/* Is what is wanted the address of the place itself, not something read out of it? */
bool wants_address(const struct hole *k);

/* The hole is filled: by what is at `base`, by what is at a place, by a pointer from anywhere outside. */
void fill(struct builder *b, struct location *base, struct hole k);
void fill_from(struct builder *b, struct place place, struct hole k);
void from_outside(struct builder *b, struct hole k);

/* Every place that the value may come from. */
struct origins origins_of(struct builder *b, const struct cexpr *e, const struct step *steps);
/* The places an lvalue may stand for: its address is taken, and given back. */
void places_of(struct builder *b, const struct cexpr *lvalue, struct origins *out);
/* The place that a pointer leads to. */
struct place pointed_at(struct builder *b, struct place pointer);

struct location *temporary(struct builder *b, const char *name, struct ctype *type, struct c_spot place);

/* `{fn, env}`: a function value is made where a record gets a function's address beside another pointer. */
struct pair *pair_new(struct builder *b, struct cfunc *code, struct origins env, struct c_spot place);

const struct op *op_new(struct arena *a, enum op_kind kind, long offset, const struct op *next);
const struct op *ops_append(struct arena *a, const struct op *ops, enum op_kind kind, long offset);
const struct step *step_new(struct builder *b, enum flow_reason reason, const struct cexpr *e, struct c_spot place, const struct step *next);

/* Without casts. */
const struct cexpr *strip_casts(const struct cexpr *e);
/* The function whose address `e` is, through casts and operators that change nothing; NULL if it is something else. */
struct cfunc *function_named(const struct cexpr *e);

/* ---- build_expr.c ---- */

void eval(struct builder *b, const struct cexpr *e, struct hole k);
void eval_effects(struct builder *b, const struct cexpr *e);

/* `lhs = value`, an initialiser included. */
void eval_assign(struct builder *b, const struct cexpr *lhs, const struct cexpr *rhs, const struct cexpr *whole);
void eval_init(struct builder *b, struct location *object, const struct cexpr *init, struct c_spot place);
void eval_return(struct builder *b, const struct cexpr *e, struct c_spot place);

void eval_atomic(struct builder *b, const struct cexpr *e, struct hole k);

/* Everything that `e` can tell goes to the heap, for `why`. */
void eval_lost(struct builder *b, const struct cexpr *e, enum flow_reason reason, const char *why);

/* An operand of inline assembly may have been given any value. */
void eval_written_by_assembly(struct builder *b, const struct cexpr *operand);

/* An integer that the text tells, in the operators that sizes and addresses are written with. */
bool is_constant(const struct cexpr *e, long *value);
bool is_zero(const struct cexpr *e);
bool is_array_element(const struct cexpr *e);
/* What `e` is a member or an element of; NULL: it is an object of its own, or is behind a pointer. */
const struct cexpr *whole_of(const struct cexpr *e);
/* The type behind `void *`: of the expression before it was cast. */
struct ctype *pointee_before_casts(const struct cexpr *e);

/* ---- build_call.c ---- */

void eval_call(struct builder *b, const struct cexpr *call, struct hole k);
/* Where va_list is an array of a record, an expression of that type is a pointer to it; where it is a pointer to bytes, that is the list itself. */
bool is_pointer_to_list(const struct cexpr *list);

/* ---- build_memory.c ---- */

/* memcpy and its family. */
bool is_copy(const char *name);
void eval_copy(struct builder *b, const struct cexpr *call, struct hole k);
/* Nothing, where the function of this name writes nothing to a file. args: where the call's arguments come from. */
void eval_written_to_file(struct builder *b, const struct cexpr *call, const char *name, const struct origins *args);

/* One that gets the size of an element, which need not be one of the array that the pointer seems to lead to: which arguments these are. */
struct element_function {
    const char *name;
    int elements, bytes;
    bool moves; /* elements to each other's places */
};
/* NULL: it is none, or it is about numbers. */
const struct element_function *element_function(const struct builder *b, const struct cexpr *call, const char *name);
void eval_permuted(struct builder *b, const struct cexpr *call, const struct element_function *f, const struct origins *elements);
/* The integer that a size is written as; 0: not known. */
long constant_size(const struct cexpr *e);

/* ---- build.c ---- */

struct location *location_new(struct builder *b, enum location_kind kind, const char *name, struct ctype *type, struct c_spot place);
struct location *variable_location(struct builder *b, struct cvar *v);
/* A call of a function whose result may be fresh memory that is on the heap by nature: HEAP on the function says so. */
void note_growth(struct builder *b, const struct cfunc *callee, struct c_spot place);
struct function *function_of(struct unit_flows *f, struct cfunc *decl);
void mention(struct builder *b, struct function *f);

/* The statement walk, for statement expressions: the value of the last expression statement goes to k. */
void walk_block_value(struct builder *b, const struct cstmt *block, struct hole k);

#endif

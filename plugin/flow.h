/* The unit as constraints: what both models solve.
 *
 * One walk over the C tree turns every function into a bag of assignments and calls between *places*. The order of statements,
 * conditions and the number of times a loop runs are forgotten; who may hold whose address is kept. Nothing here depends on a
 * model: the Go compiler's graph (gc.c) counts the loads in a place and forgets the fields, the precise model (precise.c) follows
 * both.
 *
 * A place is a location (a variable, the result of a call, allocated memory, code) and operations on it, innermost first:
 *
 *     x            (x)                     value of x
 *     &x           (x) address             address of x
 *     p->next->f   (p) load .next load .f  value
 *     &p->f        (p) load .f address     p itself, a little further on
 *     p[i]         (p) shift load          shift: to an element nearby
 *
 * `dst ← src` says that the value of src may be stored in dst; for a record, all that is in it. Only what has pointers in it is
 * kept: an assignment whose value is a number moves no address (a pointer that is *cast* to a number is an assignment to the
 * heap, with the reason). */
#ifndef OUTLIVE_FLOW_H
#define OUTLIVE_FLOW_H

#include "plugin/ctree.h"

/* ---- lifetimes ---- */

/* A C block. An object ends with the block it is declared in. */
struct scope {
    struct scope *outer; /* NULL: the function's body */
    int depth;
    int loops;           /* loops around it in its function: Go's loop depth is one more */
    bool has_vla;        /* an array of variable length is declared in it */
    struct function *function;
};

/* Is `inner` the same block as `outer`, or inside it? */
bool scope_encloses(const struct scope *outer, const struct scope *inner);

/* The innermost block that encloses both; NULL stands for "unknown yet" and gives the other. */
struct scope *scope_common(struct scope *a, struct scope *b);

/* ---- locations ---- */

enum location_kind {
    LOC_VARIABLE,  /* a local variable, parameter or compound literal */
    LOC_GLOBAL,    /* file scope or static: lives as long as the program */
    LOC_RESULT,    /* what a function returns */
    LOC_TEMPORARY, /* what a call returned */
    LOC_ALLOCATED, /* memory from an allocator, named by the call; alloca's ends with its function */
    LOC_FUNCTION,  /* code: only its address is of interest */
    LOC_STRING,    /* all string literals */
    LOC_HEAP,      /* all memory that is not known to be anything else */
};

struct location {
    enum location_kind kind;
    int number;                /* in order of creation, unique in the unit */
    const char *name;          /* display name: `count`, `func literal`, `f()` */
    struct ctype *type;        /* ALLOCATED: the element type, of which there may be many; NULL where nothing tells it */
    struct cvar *var;          /* VARIABLE, GLOBAL */
    struct function *function; /* in whose frame it is; of RESULT and FUNCTION, the function itself; of GLOBAL, its initialiser */
    struct scope *scope;       /* VARIABLE, TEMPORARY and alloca */
    int loops;                 /* around its declaration; more than the scope's after a label that is jumped back to */
    struct c_spot place;
    struct verdict *verdict;   /* the site's, if it is one */
    bool on_stack;             /* ALLOCATED: by alloca */
    bool outermost;            /* VARIABLE: outside of all loops to the Go compiler (outlive.outermost) */
    bool address_taken;        /* for more than a load or a store through that address on the spot */
    int solver;                /* number in the model that runs */
    int run;                   /* of the precise model: `solver` is of this one */
};

/* Is the cleanup function of this variable called when x, a later one of the same block, has ended? */
bool is_cleaned_up_after(const struct location *variable, const struct location *x);

enum op_kind {
    OP_FIELD, /* to the part at `offset` bytes; of an array's element, which all are one, at offset 0 */
    OP_LOAD,  /* takes the pointer that is there, and goes to what it points at; offset: bytes of the number that is read there, or 0 */
    OP_SHIFT, /* takes the pointer that is there, moves it by some multiple of `offset` bytes (0: any number of bytes) */
};

struct op {
    enum op_kind kind;
    long offset;
    const struct op *next; /* the operation after this one */
};

struct place {
    struct location *base;
    const struct op *ops; /* first to be done first */
    bool address;         /* the address of that place, not its value */
};

/* What was done, innermost operation first: for explanations. Shared tails: several sources of one assignment end alike. */
struct step {
    enum flow_reason reason : 8;
    bool lowered : 1;               /* in lowered Go, which the Go compiler's lines show as Go */
    unsigned argument : 23;         /* CALL_PARAMETER: which one */
    struct c_spot place;
    const struct cexpr *expression; /* may be NULL */
    const char *text;               /* where there is no expression, or a better text than its own */
    const char *initialised;        /* not NULL: the expression initialises the object of this name */
    const struct location *object;  /* SPILL: the site; an initialisation, ELEMENT and FIELD: what is initialised; else NULL */
    const struct step *next;
};

struct assignment {
    struct place dst, src;
    struct assignment *next_write; /* to the same location: an index of the Go compiler's model */
    struct ctype *type;    /* of the value that moves; NULL: whatever is there, all of it */
    const struct step *steps;
    const char *assumed;   /* not NULL: the destination stands for something that can't be seen, and this says why */
    bool c_only;           /* Go has no such flow (a cast to an integer, or to itself): in lowered Go for the precise model alone */
};

/* A value that is passed, returned or paired: every place it may come from. */
struct origin {
    struct place place;
    struct ctype *type;
    const struct step *steps;
};
struct origins {
    VEC(struct origin) list;
};

struct call {
    struct function *callee;  /* NULL: indirect, through … */
    struct origins through;   /* … the value of one of these */
    struct origins *args;
    struct ctype **arg_types;
    int arg_count;
    int env_arg;              /* the argument that is another field of the record the callee was read from; -1: none */
    struct location *result;  /* TEMPORARY; NULL where the result has no pointers or is not used */
    bool discarded;           /* the result is not used */
    struct scope *scope;      /* where it stands */
    int loops;
    const struct cexpr *expression;
    struct c_spot place;
};

/* A function value was made here: `code` with this environment. */
struct pair {
    struct function *code;
    struct origins env;       /* empty: none */
    struct scope *scope;
    struct c_spot place;
    bool direct;              /* made by calling the function with its environment, never a value: `func() {…}()` */
};

/* In lowered Go: is it made of a receiver and a method (x.M)? */
bool is_method_value(const struct pair *p);

/* ---- what is known of a function that is not looked into ---- */

enum flow_target {
    TO_HEAP,
    TO_RESULT,    /* `offset` in it */
    TO_PARAMETER, /* the memory that parameter `parameter` points to */
    TO_CALLBACK,  /* passed as argument `offset` to the function that is parameter `parameter` */
};
struct flow_rule {
    enum flow_target target;
    int derefs;    /* loads from the parameter before the value flows */
    long offset;
    int parameter;
};
struct param_flows {
    bool known; /* false: nothing is said, it is assumed to flow to the heap */
    VEC(struct flow_rule) rules;
};

/* ---- functions ---- */

/* A function; or, without `decl`, the initialiser of a global: a stop on the way of the call graph. */
struct function {
    struct cfunc *decl;
    int number;
    struct location *code;
    struct location **params;     /* of a function with a body */
    int param_count;
    struct location *rest;        /* what is passed for `...`; NULL if it takes none */
    struct location *result;      /* NULL if it has no pointers in it */
    struct scope *body;           /* NULL: only declared */
    bool flows_declared;          /* attributes or the library's table tell all; the body is not asked */
    struct param_flows *flows;    /* one per declared parameter, and one more for `...`; NULL if nothing is said at all */
    struct param_flows *go_flows; /* the same, as the Go compiler's model has it; NULL: that has nothing of its own to say */
    bool returns_memory;          /* an allocator */
    bool given_back_is_known;
    int given_back;               /* the parameter that it only checks and returns; -1: none */
    VEC(struct location *) locations;
    VEC(struct assignment *) assignments; /* without `decl`: what the global is initialised with */
    VEC(struct call *) calls;
    VEC(struct pair *) pairs;     /* made in this function */
    VEC(struct pair *) bound;     /* made anywhere, of this function */
    VEC(struct function *) mentions; /* functions that it names, each once */
    const char *const *result_names; /* of RESULTS; NULL */
    int result_name_count;
    struct function *enclosing;   /* of a literal: the function its environment is made in */
    bool has_literals;            /* it is the `enclosing` of others */
    bool called_in_place;         /* a literal that is only ever called where it stands */
    const struct location *call_record; /* a deferred call that lowering made a function of: the record of its operands; else NULL */
    struct map looping_labels;    /* labels that a later goto jumps back to */
    int batch;                    /* its strongly connected component; callees have smaller numbers */
    int order, low;               /* Tarjan's numbers; 0: not met yet */
    int next;                     /* mention that is to be followed next */
    bool is_open;                 /* met, and its batch is not complete */
    void *solver;
    VEC(struct function *) users; /* of the batch: those whose coarse summaries rest on this one's */
    bool is_due;                  /* its coarse summary has to be made again */
    struct arena_mark before;     /* taken one by one: what was made for functions when it was met */
};

struct unit_flows {
    struct arena *arena;
    const struct cunit *unit;
    const struct check_options *options;
    VEC(struct location *) locations;   /* all, by number; empty if the functions are taken one by one */
    int location_count;
    VEC(struct function *) functions;
    struct location *heap, *string;
    VEC(struct location *) sites;       /* every location with a verdict */
    VEC(struct remark) remarks;
    VEC(struct verdict *) by_nature;    /* sites that are on the heap whatever flows: their variables are no storage of theirs */
    VEC(struct function *) by_batch;    /* functions with a body, batch by batch */
    bool lowered;                       /* the unit is */
    bool one_by_one;                    /* functions are built when they are met, and forgotten when their batch is decided */
};

/* ---- building (build*.c) ---- */

/* The walk. Every site has a verdict in `verdicts`, filled in but for what a model decides. */
struct unit_flows *flows_build(const struct cunit *u, struct verdicts *verdicts);

/* The same function by function: what is outside them, and then one at a time. The verdicts of a function's sites are its own
 * (location.verdict), and are given back with it by function_forget. */
struct unit_flows *flows_start(const struct cunit *u);
void flows_build_function(struct unit_flows *flows, struct function *f);
void function_forget(struct function *f);

/* ---- batches (callgraph.c) ---- */

/* Strongly connected components of "names", callees first. */
struct batch_visitor {
    void (*enter)(void *context, struct function *f);                            /* it is met; its mentions come next. NULL: they are there */
    bool (*batch)(void *context, struct function **functions, int count);        /* those with a body, never none; false: stop */
    void *context;
};
void visit_batches(struct unit_flows *f, bool literals_stay, const struct batch_visitor *visitor);

/* Numbers the batches, and puts them into by_batch. */
void callgraph_order(struct unit_flows *f, bool literals_stay);

/* The text of an assignment's place and of a whole graph, for dumps. */
struct buf;
void flows_dump(const struct unit_flows *f, struct buf *out);
void flows_dump_dot(const struct unit_flows *f, struct buf *out);

#endif

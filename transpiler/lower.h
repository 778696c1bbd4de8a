/* Lowering: typed Go tree → C tree (docs/lowered-form.md is the contract). Private to transpiler/lower*.c, sites.c and names.c.
 *
 * A function's body is lowered statement by statement into code blocks. Lowering an expression gives a `struct code` to be put
 * where the value is wanted, and may append statements (temporaries, storage sites, checks) to the block under construction
 * first. Go's order of evaluation is kept by `struct operands`: whoever needs several values lowers them in order and then
 * settles them, which moves those that must not change places into temporaries.
 *
 *   lower.c            the program: packages, declarations, the file's outline
 *   lower_init.c       package variables, go_init, go_main
 *   lower_func.c       functions: parameters, results, prologue, return
 *   lower_stmt.c       statements but for those below
 *   lower_dead.c       what constant conditions keep from ever being run
 *   lower_assign.c     assignments and definitions in all forms
 *   lower_range.c      for loops over ranges;  lower_for.c: the other loops
 *   lower_switch.c     switch and type switch;  lower_select.c: select, send, receive
 *   lower_defer.c      defer, go, recover
 *   lower_expr.c       names, selectors, indexing, slices, operators
 *   lower_const.c      constants and literals of basic types
 *   lower_call.c       calls;  lower_builtin.c: calls of built-in functions
 *   lower_closure.c    func literals, environments, function values, method values and expressions
 *   lower_composite.c  composite literals, new
 *   lower_convert.c    conversions, boxing, assertions, comparison
 *   sites.c            storage sites: ids, verdicts, declarations moved to where lifetimes end
 *   names.c            C names
 */
#ifndef OUTLIVE_LOWER_H
#define OUTLIVE_LOWER_H

#include "transpiler/captures.h"
#include "transpiler/code.h"
#include "transpiler/ctypes.h"
#include "transpiler/transpiler.h"

struct lowering {
    struct arena *arena;              /* of the declared function that is being lowered, and cleared when it is printed */
    struct arena *lasting;            /* the program's: for what is known of functions, types and sites from one to the next */
    struct go_program *program;
    const struct lower_options *options;
    struct diags *diags;
    struct ctypes types;
    struct package *package;          /* whose declarations are being lowered */

    struct code_text prototypes;      /* declared before they are defined, or imported */
    struct code_text globals;
    struct code_text functions;       /* definitions, literals before the function around them */

    struct map site_ids;              /* id → how many have it */
    VEC(struct declared *) declared;  /* functions that were defined or referenced, in that order */
    struct map adapters;              /* small functions made on demand (f_value, T_M_value, …) by C name */
    struct ptrmap line_indexes;       /* struct source → struct line_index */
    VEC(struct lowered_variable) variables;
    VEC(struct assignment_origin) assignments;
    VEC(struct global) package_variables;
    int static_objects;               /* those of them without a name */
    const struct object *function;    /* the declared function whose body is being lowered */
    bool several_files;               /* site ids tell the file */
    bool failed;                      /* something was reported as unsupported */
};

/* Where the lines of a source start. */
struct line_index {
    VEC(int) starts;
};

/* A declared function or method: what a prototype of it says, and whether it needs one. object->lower points to it. */
struct declared {
    struct object *object;
    const char *prototype, *exported; /* in this unit; in the package's header, with flows */
    bool defined, referenced, used_before;
};

/* A package variable and its initialiser, which is NULL where go_init sets it. */
struct global {
    struct object *object;            /* NULL: an object without a name, that something static points to */
    const char *name, *type;          /* of such a one, in C */
    struct code *init;
};

/* A block at whose end Go lifetimes end: a function body or the body of a loop. Sites are declared in it. */
struct lifetime {
    struct lifetime *outer;
    struct code_block *block;
    struct code_stmt *head;           /* last declaration that was moved to the top; NULL: none */
};

/* A variable of Go in C; object->lower points to it. */
struct variable {
    const char *c_name;
    bool global;
    int references;                   /* how often C reads it: one that is never read is marked, so that no compiler warns */
    struct code_stmt *decl;           /* its declaration; NULL: a parameter or a package variable */
    const char *site;                 /* id of its site; NULL where it has none */
    bool on_heap;                     /* c_name is a pointer to it */
    bool constant;                    /* never changed once it is declared, and its address is not taken */
    bool non_nil;                     /* a constant pointer that was checked, or made by & or new */
    const struct function *in_loop_of;/* the function in one of whose loops it is declared; NULL: in none */
    bool hidden;                      /* the counter of a loop, of which each iteration has a copy under the Go name */
};

/* Where break and continue of an enclosing statement go. */
struct jump_target {
    struct jump_target *outer;
    struct stmt *stmt;
    bool c_loop, c_switch;            /* what C's own break would leave */
    const char *break_label, *continue_label; /* made when first needed; NULL until then */
    bool continue_needs_label;        /* something stands between the body and the next round */
};

/* How the operands on the way to a place (pointers, indices) are treated. */
enum place_mode {
    PLACE_NONE, /* used at once */
    PLACE_ONCE, /* printed more than once, or after other values: calls go to temporaries */
    PLACE_KEPT, /* used after other assignments: everything that may change goes to temporaries */
};

/* A function under construction: a declared one, a literal, or go_init. */
struct function {
    struct lowering *l;
    struct function *outer;           /* literals: the function around it */
    struct func *func;                /* NULL: go_init */
    const char *c_name;
    int *literals;                    /* counter that numbers func literals inside */
    int *synthetics;                  /* the same for the bodies of defers and goroutines */
    bool is_literal;
    struct code_block body;
    struct code_block *out;           /* where statements are added */
    struct lifetime *lifetime;
    struct jump_target *targets;
    struct pos pos;                   /* Go place of what is made now */
    struct map names;                 /* C names in use */
    VEC(struct variable *) variables; /* declared in its body */
    struct ptrmap labels;             /* struct label → C name */
    enum place_mode place;            /* of the place being lowered */
    bool hiding;                      /* loop variables that are copied each time are being declared as hidden ones */
    const expr_list *assigned;        /* left sides of the assignment being lowered (PLACE_KEPT) */
    struct ptrmap fields;             /* captured variable → name of its field in the environment */
    unsigned effects_made;            /* statements with effects so far */
    /* results and defers */
    bool has_results;                 /* result variables exist: every return goes through them */
    VEC(struct code *) results;       /* result variables, as lvalues */
    const char *frame;                /* C name of the go_frame; NULL: defers nothing */
    bool lands;                       /* a panic may be recovered here */
    bool returns;                     /* there is a return statement */
    struct code_text *record;         /* fields of the record of a synthetic function, for what is to be in it; else NULL */
};

/* ---- lower.c ---- */

const char *display(const struct lowering *l, const struct expr *e); /* as -m lines call it */
void unsupported(struct lowering *l, struct pos pos, const char *what);
struct declared *declared_function(struct lowering *l, struct object *o);
const char *function_reference(struct lowering *l, struct object *o); /* its C name, for a call or a value */
bool is_external(const struct lowering *l, const struct object *o);

const struct line_index *line_index(struct lowering *l, const struct source *source);

/* Is the package that is being lowered written in a version before go1.MINOR? */
bool language_before(const struct lowering *l, int minor);

/* ---- names.c ---- */

const char *name_local(struct function *f, const char *go_name);                /* unique in the function */
const char *name_temp(struct function *f, const char *base);                    /* base1, base2, … */
const char *name_of_object(struct lowering *l, struct object *o);               /* a package's function, method or variable */
const char *name_of_literal(struct function *around, const struct func *literal); /* counter_func1 */
void names_of_package(struct lowering *l, const struct package *p);             /* settles what its declarations are called */

/* ---- sites.c ---- */

/* An id that is unique in the unit, `line:col:name` or `file:line:col:name`. */
const char *site_id(struct lowering *l, struct pos pos, const char *name);
/* Does the object of this site live on the heap, in the storage mode of this lowering? */
bool site_on_heap(struct lowering *l, const char *id);
const char *site_attribute(struct lowering *l, const char *id);                 /* SITE("…"); NULL in the all-heap form */

/* An object of C type `type` for the site `name` at `pos`, initialised with `init` (a BRACES initialiser or an expression; NULL:
 * zero): declared where lifetimes end if it stays on the stack, allocated here if not. Returns the object as an lvalue. */
struct code *site_object(struct function *f, struct pos pos, const char *name, const char *base, const char *type, bool has_pointers,
                         struct code *init);
/* The same for a site whose id is made already. */
struct code *object_of_site(struct function *f, const char *id, const char *base, const char *type, bool has_pointers, struct code *init);
/* The same, of a Go type and zeroed. */
struct code *site_zeroed(struct function *f, struct pos pos, const char *name, const char *base, struct type *t);
/* A variable that holds what can never be on the stack, marked with the reason. */
struct code *heap_by_nature(struct function *f, struct pos pos, const char *name, const char *base, const char *type, const char *reason,
                            struct code *x);
struct code *as_expression(struct lowering *l, const char *type, struct code *init); /* an initialiser where an expression is wanted */
/* Declares a local variable of Go, site or not. `init` as above; `attribute` may be NULL. Returns it as an lvalue. */
struct code *declare_variable(struct function *f, struct object *o, struct code *init);
struct code *variable_code(struct function *f, struct object *o);               /* a variable as an lvalue, wherever it lives */
void mark_unused_variables(struct function *f);                                 /* when its body is complete */
bool is_constant_variable(const struct object *o);
void not_read(const struct object *o);                                          /* the last variable_code() of it was a write */
struct code *allocation(struct lowering *l, const char *type, bool has_pointers);
bool variable_needs_site(const struct object *o);
bool is_copied_each_time(const struct object *o);                               /* a loop variable of Go 1.22 whose identity is seen */

/* ---- making statements (lower_stmt.c) ---- */

struct code_stmt *emit(struct function *f, struct code *x);                     /* x; */
struct code_stmt *emit_decl(struct function *f, const char *type, const char *name, const char *attribute, struct code *x);
struct code_stmt *emit_stmt(struct function *f, enum code_stmt_kind kind);
struct code_stmt *emit_if(struct function *f, struct code *x);
struct code_stmt *emit_goto(struct function *f, const char *label);
void emit_label(struct function *f, const char *label);
void emit_return(struct function *f, struct code *x);
void emit_hoisted(struct function *f, struct code_stmt *s);                     /* at the top of the innermost lifetime block */
struct code_block *enter_block(struct function *f, struct code_block *b);       /* returns the block that was open */
struct code *temp(struct function *f, const char *base, const char *type, struct code *x); /* T base1 = x; returns base1 */

/* ---- operands: order of evaluation (lower_expr.c) ---- */

struct operand {
    struct code *code;
    const char *type;                 /* C type, for the temporary */
    struct code_block *block;
    struct code_stmt *mark;           /* last statement in block when it was lowered */
    struct code_stmt *spilled;        /* the temporary that was made of it */
    unsigned effects_made;
};
struct operands {
    VEC(struct operand) list;
};
void operand_add(struct function *f, struct operands *o, struct code *code, const char *type);
void operands_settle(struct function *f, struct operands *o);

/* ---- expressions ---- */

struct expr *strip(struct expr *e);                                             /* no parentheses */
struct code *lower_expr(struct function *f, struct expr *e);                    /* its value, in the range of its type */
struct code *lower_wide(struct function *f, struct expr *e);                    /* the same for contexts that convert by themselves */
struct code *lower_as(struct function *f, struct expr *e, struct type *to);     /* converted implicitly, for a store to that type */
struct code *lower_as_at(struct function *f, struct expr *e, struct type *to, struct pos told_at); /* the same; where a box is told of */
struct code *lower_init(struct function *f, struct expr *e, struct type *to);   /* the same, or an initialiser in braces */
struct code *lower_place(struct function *f, struct expr *e, enum place_mode mode); /* lvalue of an assignable expression */
struct code *lower_place_or_value(struct function *f, struct expr *e);
struct code *lower_address(struct function *f, struct expr *e);
struct expr *stand_in(struct lowering *l, const char *c_text, struct type *t, struct pos pos); /* an expression whose C is that text */
struct code *lower_stable(struct function *f, struct expr *e, const char *base);/* a value that can be printed more than once */
void lower_discard(struct function *f, struct expr *e);                         /* for its effects */
struct code *stable(struct function *f, struct code *x, const char *base, const char *type);
struct code *narrow(struct function *f, struct code *x, struct type *t);
struct code *non_nil(struct function *f, struct code *pointer);
/* x.a.b… along field indices, pointers followed; *t is x's type before and the field's after. */
struct code *lower_path(struct function *f, struct code *x, struct type **t, const int *path, int count);
struct code *room(struct function *f, struct pos pos, const char *name, const char *base, const char *type, int count);

/* x op y of values of type t; ye is y's expression. Plain: C's own operator does it, so that `x op= y` can be written. */
struct code *lower_binary(struct function *f, enum token op, struct code *x, struct code *y, struct type *t, struct expr *ye);
bool binary_is_plain(enum token op, struct type *t, const struct expr *y);

struct code *lower_constant(struct lowering *l, const struct expr *e, struct type *t); /* value of a constant expression */
struct code *zero_value(struct lowering *l, struct type *t);                    /* as an expression */
struct code *zero_init(struct lowering *l, struct type *t);                     /* as an initialiser */
const char *c_string(struct arena *a, const char *bytes, int len);              /* quoted and escaped */

/* ---- calls ---- */

/* A call whose operands are evaluated and whose callee is settled, but that is not made yet: `defer` and `go` make it elsewhere. */
struct call {
    struct expr *e;
    struct type *signature;
    const char *function;             /* C function to be called; NULL: through a value */
    bool through_interface;
    const char *method;               /* through an interface: member of the method table */
    int receiver;                     /* operands before the arguments: 0, 1 (receiver, environment), or the callee itself */
    struct operands operands;         /* receiver or callee first, then the arguments */
};
struct code *lower_call(struct function *f, struct expr *e);                    /* struct of results where there are several */
void call_prepare(struct function *f, struct expr *e, struct call *c);
void call_gather(struct function *f, struct call *c);                           /* the elements of the variadic parameter become one slice */
struct code *call_finish(struct function *f, const struct call *c);
struct type *counted_array(struct lowering *l, struct type *elem, int64_t count);    /* [count]elem */
const char *array_ctype(struct lowering *l, struct type *elem, int64_t count);  /* C type of [count]elem */
struct code *slice_over(struct lowering *l, struct type *slice, struct code *array, struct code *len, int64_t cap); /* (S){array.at, len, cap} */
struct code *lower_builtin(struct function *f, struct expr *e);                 /* NULL where it made statements only */

struct code *make_map(struct function *f, struct pos pos, const char *name, struct type *t, struct code *hint);

const char *capture_field(struct lowering *l, struct map *names, const struct object *o); /* next field of an environment */
struct code *lower_literal(struct function *f, struct expr *e);                 /* func literal as a value */
/* Its environment's address, or NULL. in_place: the literal is called where it stands. */
struct code *lower_environment(struct function *f, struct expr *e, const char **c_name, bool in_place);
struct code *function_value(struct function *f, struct object *o, struct type *t);
struct code *lower_method_value(struct function *f, struct expr *e);
struct code *lower_method_expression(struct function *f, struct expr *e);
/* The receiver that is passed to the method of a selection, from the expression before the dot. */
struct code *lower_receiver(struct function *f, struct expr *x, const struct selection *s);

int64_t element_count(const struct expr *e);  /* of an array or slice literal: one more than the largest index */
bool literal_is_sparse(const struct expr *e); /* …, so that its elements are assigned one by one */
struct code *lower_composite(struct function *f, struct expr *e);               /* value */
struct code *lower_composite_init(struct function *f, struct expr *e);          /* initialiser for an object of its type */
struct code *lower_new_composite(struct function *f, struct expr *e, struct expr *literal); /* &T{…} */
struct code *lower_new(struct function *f, struct expr *e);                     /* new(T) */

/* ---- conversions ---- */

struct code *convert_value(struct function *f, struct code *x, struct type *from, struct type *to); /* implicit, nothing boxed */
struct code *box(struct function *f, struct expr *e, struct type *to, struct pos pos, const char *name); /* a concrete value as an interface */
struct code *box_value(struct function *f, struct code *x, struct type *from, struct type *to, struct pos pos, const char *name);
struct code *convert(struct function *f, struct code *x, struct type *from, struct type *to, struct pos pos, const char *name);
struct code *as_slice_of(struct function *f, struct code *x, struct type *from, struct type *to); /* the same bytes under another C type */
struct code *lower_conversion(struct function *f, struct expr *e);
struct code *lower_assertion(struct function *f, struct expr *e);
struct code *assert_type(struct function *f, struct code *x, struct type *from, struct type *to); /* x stable; the value, unchecked */
struct code *has_type(struct function *f, struct code *x, struct type *from, struct type *to);    /* x stable; is x.(to) possible? */
bool needs_names_to_compare(struct type *t);
struct code *compare(struct function *f, bool equal, struct code *x, struct type *xt, struct code *y, struct type *yt);
struct code *compare_nil(struct function *f, bool equal, struct code *x, struct type *t);
/* v, ok := e for an index of a map, an assertion or a receive: gives both values. */
void lower_comma_ok(struct function *f, struct expr *e, struct code **value, struct code **ok);
struct code *lower_receive(struct function *f, struct expr *e);

/* ---- what is never run (lower_dead.c) ---- */

enum truth { NEVER, ALWAYS, DEPENDS };
enum { SEVERAL_CLAUSES = -2, NO_CLAUSE = -1 };

/* Of a condition whose value, or as much of it as decides, is constant. */
enum truth constant_truth(const struct expr *e);
/* Is what follows items[i] in its list never reached, since that is an `if` of which the branch that is always taken leaves the function? */
bool rest_is_dead(struct stmt *const *items, int len, int i);
/* Of a switch over constants: the clause that is always taken, NO_CLAUSE where none ever is; SEVERAL_CLAUSES: of any other. */
int live_clause(struct arena *a, const struct stmt *s);

/* ---- statements ---- */

void lower_stmts(struct function *f, const stmt_list *list);
struct pos stmt_start(const struct stmt *s);
const char *label_name(struct function *f, struct label *label);
void enter_target(struct function *f, struct jump_target *t, struct stmt *s);
void leave_target(struct function *f, struct jump_target *t);
void lower_stmt(struct function *f, struct stmt *s);
void lower_block(struct function *f, const struct block *b, struct code_block *into);
void lower_as_block(struct function *f, const stmt_list *list); /* in a block of C's, if they become anything */
bool falls_through(const struct clause *c);
void lower_assign(struct function *f, struct stmt *s);
/* A value that is at hand goes to a new variable (o not NULL) or to a left side; x may be read any number of times. */
void assign_value(struct function *f, struct object *o, struct expr *to, struct code *x, struct type *t);
/* The same for several left sides, all of whose operands are evaluated before the first is written. */
void assign_values(struct function *f, const expr_list *to, struct code *const *values, struct type *const *types);
void lower_define(struct function *f, struct stmt *s);
void lower_var_decl(struct function *f, struct decl *d);
void lower_loop_end(struct function *f, struct jump_target *t, struct code_block *body, const struct code_block *last);
void lower_for(struct function *f, struct stmt *s);
void lower_range(struct function *f, struct stmt *s);
void lower_switch(struct function *f, struct stmt *s);
void lower_type_switch(struct function *f, struct stmt *s);
void lower_select(struct function *f, struct stmt *s);
void lower_send(struct function *f, struct stmt *s);
void lower_go(struct function *f, struct stmt *s);
void lower_defer(struct function *f, struct stmt *s);
/* A field of f->record, as an lvalue, which `value` is stored in. */
struct code *part_of_record(struct function *f, const char *type, const char *field, struct code *value);
void lower_return(struct function *f, struct stmt *s);

/* ---- functions ---- */

void function_start(struct function *f, struct lowering *l, struct func *func, const char *c_name);
void lower_function(struct lowering *l, struct object *o);
const char *lower_literal_body(struct function *around, struct func *func, const char *c_name); /* gives its prototype */
bool defers_may_recover(struct function *f); /* (lower_defer.c) */
void print_globals(struct lowering *l);                              /* once all that may refer to them is lowered */
void lower_package_variables(struct function *f, struct package *p); /* f: the function that initialises them */

#endif

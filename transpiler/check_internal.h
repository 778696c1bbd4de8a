/* The type checker's own header, in the order of its files.
 *
 * An expression is its own operand: checking one fills `mode`, `type` and `value` of the tree node, and what is done with operands
 * later (giving an untyped constant its type, refusing an assignment) changes the node. MODE_INVALID means that an error was
 * reported, and silences everything that would follow from it.
 *
 * Untyped expressions keep their untyped type until the context gives them one: update_expr_type() then walks down again to the
 * operands that get the same type. Operands of constant expressions are left alone, since only the whole has a value at run time.
 *
 * The rules, their order and their wording are those of the Go 1.19 compiler (package types2) and the Go spec. */
#ifndef OUTLIVE_CHECK_INTERNAL_H
#define OUTLIVE_CHECK_INTERNAL_H

#include "transpiler/check.h"
#include "transpiler/constant.h"
#include "transpiler/lookup.h"

struct checker;

enum { UNCHECKED, CHECKING, CHECKED }; /* object.checking */

/* No type is larger, and no element of a channel: cmd/compile's limits for amd64. */
#define LARGEST_TYPE            (((int64_t)1 << 50) - 1)
#define LARGEST_CHANNEL_ELEMENT ((1 << 16) - 1)

typedef VEC(struct object *) object_list;

/* A package-level constant, type, variable or function, or a method. */
struct decl_info {
    struct object *object;
    struct file *file;
    struct decl *decl;
    int index;                  /* of the object's name in decl */
    object_list dependencies;   /* package-level objects and methods that its value or body mentions */
    struct ptrmap known_dependencies;
};

/* Where an expression or statement stands. Saved and restored around declarations and function bodies. */
struct environment {
    struct decl_info *decl;          /* the package-level declaration around it, which collects dependencies */
    struct file *file;
    struct scope *scope;
    struct func *func;               /* NULL outside functions */
    const struct constant *iota;     /* in constant declarations */
    struct pos inherited_at;         /* errors in an inherited constant value are reported at the constant's name */
    bool has_call_or_receive;        /* set by calls and receives: len of such an array is not constant */
};

/* Checks that need complete types wait until no type declaration is under way. */
struct typed_check {
    void (*run)(struct checker *c, void *subject, struct expr *at);
    void *subject;
    struct expr *at;
};

struct waiting_body {
    struct func *func;
    struct decl_info *decl;
    struct file *file;
    struct scope *scope;             /* of the function */
    const struct constant *iota;
};

struct checker {
    struct arena *arena;
    struct package *package;
    const struct check_options *options;
    struct diags *diags;
    int earlier_errors;              /* in diags when this package's turn came */

    struct scope *universe;
    struct package *unsafe;
    VEC(struct decl_info *) infos;   /* in source order */
    struct ptrmap info_of;           /* object → struct decl_info * */
    VEC(struct type *) new_types;   /* defined types since no declaration of a type was under way */
    struct ptrmap finite_types;     /* defined types that were found not to contain themselves */
    struct ptrmap interface_exprs;  /* interface type → the expression that it was made of */
    struct ptrmap slices;           /* element type → slice type */
    struct ptrmap methods_of;        /* type name object → object_list * of methods that wait for it */
    object_list imports;             /* package names, for the report of unused ones */
    struct ptrmap dot_imports;       /* file scope → struct map * from names to the import they came by */
    object_list under_way;           /* objects being declared, outermost first */
    int types_under_way;
    VEC(struct typed_check) typed_checks;
    VEC(struct waiting_body) bodies;
    object_list locals;              /* variables of all functions, for the report of unused ones */
    VEC(struct expr *) spine;        /* stack of left-nested binary expressions */
    struct environment env;
    const char *stack_start;         /* of the check */
    size_t stack_limit;              /* bytes that declarations may use of the stack while they wait for each other */
};

/* ---- check.c ---- */

/* Reports at a place. Follow-on errors, which mention an invalid operand or type, are dropped. */
void report(struct checker *c, struct pos at, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Reports at the start of an expression. */
#define report_at(c, e, ...) report((c), expr_start(e), __VA_ARGS__)
/* Adds a line to the newest report. A zero place prints none. */
void report_more(struct checker *c, struct pos at, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* "…requires go1.N or later", if file's language is older. */
bool require_version(struct checker *c, struct pos at, int minor, const char *what);
bool language_is_before(const struct checker *c, int minor);

const char *type_string(struct checker *c, const struct type *t);
const char *expr_string(struct checker *c, const struct expr *e);

void when_typed(struct checker *c, void (*run)(struct checker *, void *, struct expr *), void *subject, struct expr *at);
void run_typed_checks(struct checker *c);
void run_bodies(struct checker *c, int from);

struct object *new_object(struct checker *c, enum object_kind kind, const char *name, struct pos pos);
struct scope *open_scope(struct checker *c);
void close_scope(struct checker *c);
/* Declares in a scope; a second declaration of a name is reported. Blank names are not declared. */
void declare(struct checker *c, struct scope *s, struct object *o);
struct object *lookup(struct checker *c, const char *name, struct scope **found_in);
void add_dependency(struct checker *c, struct object *o);
struct expr *unparen(struct expr *e);
bool is_blank(const struct expr *e);

/* ---- universe.c ---- */
struct scope *universe_scope(struct arena *a);
struct package *unsafe_package(struct arena *a);
bool is_iota(const struct object *o);
bool is_unsafe_builtin(enum builtin b);

/* ---- check_collect.c ---- */
/* Declares everything at package and file level, and finds out which methods belong to which type. */
void collect_objects(struct checker *c);
void report_unused_imports(struct checker *c);

/* ---- check_decl.c ---- */
void check_object(struct checker *c, struct object *o, struct type *def);
void check_package_objects(struct checker *c);
void report_cycle(struct checker *c, struct object **cycle, int len);
void check_local_decl(struct checker *c, struct decl *d);

/* ---- check_type.c ---- */
struct type *under(struct type *t); /* never NULL: invalid while not known */
struct type *check_type(struct checker *c, struct expr *e);
/* def: the defined type whose declaration e is the right side of; gets its underlying type before the parts of e are looked at. */
struct type *check_defined_type(struct checker *c, struct expr *e, struct type *def);
struct type *check_signature(struct checker *c, struct signature_expr *s, struct field *receiver, struct func *f, struct type *out);
int64_t check_array_length(struct checker *c, struct expr *e);
void require_size_within_limit(struct checker *c, struct type *t, struct expr *at);
struct type *new_type(struct checker *c, enum type_kind kind);
struct type *array_of(struct checker *c, struct type *elem, int64_t count);

/* ---- check_operand.c ---- */
enum failure { CONVERTS, TRUNCATED, OVERFLOWS, NOT_REPRESENTABLE, NOT_CONVERTIBLE };
const char *operand_string(struct checker *c, const struct expr *e);
bool is_nil(const struct expr *e);
bool has_nil(struct type *t);
bool is_ordered(struct type *t);
bool is_constant_type(struct type *t);
bool is_bytes_or_runes(struct type *t);
bool has_name(const struct type *t);
void invalidate(struct expr *e);
void set_value(struct expr *e, enum expr_mode mode, struct type *type);
void set_constant(struct expr *e, struct type *type, struct constant *value);
/* Value of a constant as a basic type has it; NULL and *why where it has none. */
struct constant *representation(struct checker *c, const struct expr *e, struct type *t, enum failure *why);
void require_representable(struct checker *c, struct expr *e, struct type *t);
/* What an untyped e becomes where `target` is wanted; NULL and *why where it cannot. */
struct type *implicit_type(struct checker *c, struct expr *e, struct type *target, struct constant **value, enum failure *why);
void convert_untyped(struct checker *c, struct expr *e, struct type *target);
void update_expr_type(struct checker *c, struct expr *e, struct type *t, bool final);
bool is_assignable(struct checker *c, struct expr *e, struct type *t, const char **reason);
/* Makes sure that the methods of t that interface asks for have got their types. */
void require_signatures(struct checker *c, struct type *t, struct type *interface);
const char *missing_method_reason(struct checker *c, struct type *t, struct type *i, const struct missing_method *m);

/* ---- check_expr.c ---- */
enum expr_use { USE_CONVERSION, USE_EXPRESSION, USE_STATEMENT }; /* what may stand alone as a statement */
enum expr_use check_raw(struct checker *c, struct expr *e, struct type *hint);
void check_expr(struct checker *c, struct expr *e);       /* one value */
void check_multi(struct checker *c, struct expr *e);      /* one value or the results of a call */
void check_with_hint(struct checker *c, struct expr *e, struct type *hint); /* {…} in a composite literal of hint's elements */
void check_expr_or_type(struct checker *c, struct expr *e);
void require_single_value(struct checker *c, struct expr *e);
/* Checks for the sake of what it uses, after an error elsewhere. */
void check_use(struct checker *c, struct expr *e);
void check_use_list(struct checker *c, const expr_list *list);
void check_name(struct checker *c, struct expr *e, struct type *def, bool want_type);
/* The operation of x op= y: e is made up, its left operand was checked. */
void check_operation(struct checker *c, struct expr *e);
void check_comparison(struct checker *c, struct expr *e, struct expr *x, struct expr *y, enum token op);

/* No value of the interface type can hold a value of type t; *m tells why. */
bool is_impossible_assertion(struct checker *c, struct type *interface, struct type *t, struct missing_method *m);

/* ---- check_composite.c ---- */
void check_composite(struct checker *c, struct expr *e, struct type *hint);
/* A text that equal constants share, whatever their kind of number; with_type: and only those of one type. */
const char *constant_key(struct checker *c, const struct expr *e, bool with_type);

/* ---- check_index.c ---- */
void check_index_expr(struct checker *c, struct expr *e);
void check_slice_expr(struct checker *c, struct expr *e);
/* Checks an index; if limit >= 0 it must be below. Returns its constant value, or -1. *valid: whether it is an integer at all. */
int64_t check_index(struct checker *c, struct expr *index, int64_t limit, bool *valid);
bool is_valid_index(struct checker *c, struct expr *e, const char *what, bool allow_negative);

/* ---- check_call.c ---- */
enum expr_use check_call(struct checker *c, struct expr *e);
void check_selector(struct checker *c, struct expr *e, struct type *def);
/* The values of a list of expressions: those of a call with several results are made up, each a copy of the call with the type of
 * one result. comma_ok: a map index, type assertion or receive may stand for two values, the second of them an untyped bool. */
expr_list check_values(struct checker *c, const expr_list *list, bool allow_comma_ok, bool *comma_ok);
void check_arguments(struct checker *c, struct expr *call, struct type *signature, const expr_list *args);

/* ---- check_builtin.c ---- */
enum expr_use check_builtin_call(struct checker *c, struct expr *e, enum builtin b);

/* ---- check_convert.c ---- */
/* e = the conversion, x = its operand. */
void check_conversion(struct checker *c, struct expr *e, struct expr *x, struct type *t);

/* ---- check_assign.c ---- */
/* Where a value goes, for messages: "assignment", or "argument to " and the callee. */
struct purpose {
    const char *what;
    const struct expr *callee;
};
#define FOR(text) ((struct purpose){(text), NULL})
/* Makes e a value of type t, or reports why it cannot be one. t == NULL: the blank identifier. */
void check_assignment(struct checker *c, struct expr *e, struct type *t, struct purpose purpose);
bool init_variable(struct checker *c, struct object *o, struct expr *e, const char *what);
void init_variables(struct checker *c, const object_list *lhs, const expr_list *values, struct stmt *return_stmt);
void init_constant(struct checker *c, struct object *o, struct expr *e);
bool assign_to(struct checker *c, struct expr *lhs, struct expr *e);
/* After lhs was checked as an expression: can it be assigned to? */
bool require_assignable(struct checker *c, struct expr *lhs);
void check_assign_stmt(struct checker *c, struct stmt *s);
void check_define_stmt(struct checker *c, struct stmt *s);
void mark_comma_ok(struct expr *e);
const char *types_summary(struct checker *c, struct type *const *types, int len, bool variadic);

/* ---- check_stmt.c ---- */
void check_body(struct checker *c, struct waiting_body body);

/* ---- check_branches.c ---- */
/* Resolves labels and the targets of break, continue and goto in one body. */
void check_branches(struct checker *c, struct block *body);

/* ---- check_return.c ---- */
bool block_is_terminating(const struct block *b);

/* ---- check_init_order.c ---- */
void find_init_order(struct checker *c);

#endif

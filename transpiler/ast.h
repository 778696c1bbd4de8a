/* The typed tree: what the parser makes of Go source, and what the checker writes into it.
 *
 * One struct per expression, statement and declaration, with a kind and a union. The checker does not build a second tree: it
 * fills `type`, `value`, `object` and `selection` here. Later stages read, and never guess from spelling again.
 *
 * Positions follow cmd/compile's syntax package, so that messages stand where Go programmers know them: a call at its "(",
 * a binary expression at its operator, a selector at the selected name… `expr_start` gives the first token's place. */
#ifndef OUTLIVE_AST_H
#define OUTLIVE_AST_H

#include "base/diag.h"
#include "base/map.h"
#include "transpiler/token.h"

struct type;
struct object;
struct scope;
struct constant;
struct selection;
struct func_info;

/* ---- expressions and type expressions (Go's grammar does not tell them apart either) ---- */

#define EXPR_KINDS(X)                                                                                      \
    X(BAD, "bad expression")                                                                               \
    X(NAME, "name")                                                                                        \
    X(LITERAL, "literal")             /* lit: INT FLOAT IMAG CHAR STRING */                                \
    X(COMPOSITE, "composite literal") /* x = type expr or NULL when elided; list = elements (KEY_VALUE or plain); pos = "{" */ \
    X(FUNC_LITERAL, "func literal")   /* func; pos = "func" */                                             \
    X(PAREN, "parenthesized")         /* x */                                                              \
    X(SELECTOR, "selector")           /* x . name; pos = the name's */                                     \
    X(INDEX, "index")                 /* x [ y ]; pos = "[" */                                             \
    X(SLICE, "slice")                 /* x [ lo : hi : max ]; pos = "[" */                                 \
    X(TYPE_ASSERT, "type assertion")  /* x . ( type ); y = type, NULL for .(type); pos = "." */            \
    X(CALL, "call")                   /* x ( list ); has_dots; pos = "(" */                                \
    X(STAR, "star")                   /* *x: dereference or pointer type */                                \
    X(UNARY, "unary")                 /* op x; & and <- included */                                        \
    X(BINARY, "binary")               /* x op y; pos = the operator's */                                   \
    X(KEY_VALUE, "key-value")         /* x : y in composite literals */                                    \
    /* type expressions */                                                                                 \
    X(ARRAY_TYPE, "array type")       /* x = length, NULL for [...]; y = element */                        \
    X(SLICE_TYPE, "slice type")       /* y = element */                                                    \
    X(STRUCT_TYPE, "struct type")     /* fields */                                                         \
    X(FUNC_TYPE, "func type")         /* signature */                                                      \
    X(INTERFACE_TYPE, "interface type") /* fields: methods (type = FUNC_TYPE) and embedded (name NULL) */  \
    X(MAP_TYPE, "map type")           /* x = key, y = value */                                             \
    X(CHAN_TYPE, "chan type")         /* y = element, dir */                                               \
    X(DOTS_TYPE, "... type")          /* y = element; last parameter only */
enum expr_kind {
#define X(name, text) EXPR_##name,
    EXPR_KINDS(X)
#undef X
};

enum chan_dir { CHAN_BOTH, CHAN_SEND, CHAN_RECV };

/* A field of a struct, a parameter or result, a method or embedded element of an interface. */
struct field {
    struct expr *name;      /* NAME; NULL where there is none (embedded, unnamed parameter) */
    struct expr *type;      /* fields declared together share it */
    const char *tag;        /* struct tag, unquoted; NULL where none */
    bool embedded;
    struct pos pos;
    struct object *object;  /* checker: the field, parameter or result */
};
typedef VEC(struct field) field_list;
typedef VEC(struct expr *) expr_list;
typedef VEC(struct stmt *) stmt_list;

struct signature_expr {
    struct pos pos;
    field_list params, results; /* unnamed ones have name == NULL */
};

/* A function with a body: a declaration's or a literal's. */
struct func {
    struct pos pos;             /* "func" */
    struct signature_expr signature;
    struct block *body;         /* NULL: declared without (a function of the runtime) */
    struct type *type;          /* checker */
    struct func *outer;         /* checker: the function around a literal; NULL for declarations */
    struct decl *decl;          /* the declaration it belongs to (literals: that of the outermost function, or the var decl) */
    struct object *receiver;    /* checker: methods */
    VEC(struct object *) params, results; /* checker; unnamed ones too (name NULL or "_") */
    bool has_defer, has_recover;/* checker: directly in this body */
    const char *c_name;         /* lowering */
    struct func_info *info;     /* captures.c: free variables, sites */
};

enum expr_mode {       /* checker: what an expression denotes (spec; go/types has the same) */
    MODE_INVALID,
    MODE_NO_VALUE,     /* call of a function without result */
    MODE_BUILTIN,
    MODE_TYPE,
    MODE_CONSTANT,
    MODE_VARIABLE,     /* addressable */
    MODE_MAP_INDEX,    /* assignable, not addressable; comma-ok */
    MODE_VALUE,
    MODE_NIL,
    MODE_COMMA_OK,     /* like VALUE, may be used with , ok */
    MODE_PACKAGE,
};

enum call_kind { CALL_FUNCTION, CALL_BUILTIN, CALL_CONVERSION };

struct expr {
    enum expr_kind kind;
    struct pos pos;

    /* checker */
    enum expr_mode mode;
    struct type *type;          /* final type: untyped constants have got theirs from the context */
    struct constant *value;     /* constants only, already converted to `type` */

    struct expr *x, *y;
    union {
        struct {                /* NAME, SELECTOR */
            const char *name;
            struct object *object;       /* checker: what the name denotes (SELECTOR: qualified names only) */
            struct selection *selection; /* checker: SELECTOR that is a field, method value or method expression */
            struct pos dot;              /* SELECTOR */
        };
        struct {                /* LITERAL */
            enum token literal; /* TOKEN_INT … TOKEN_STRING */
            const char *text;   /* as written */
            const char *string; /* STRING: bytes with escapes resolved (may hold NULs) */
            int string_len;
        };
        struct {                /* COMPOSITE, CALL */
            expr_list list;
            bool has_dots;               /* CALL: f(xs...) */
            struct pos close;            /* "}" or ")" */
            enum call_kind call;         /* checker */
            int builtin;                 /* checker: enum builtin of types.h */
        };
        struct {                /* SLICE */
            struct expr *lo, *hi, *max;
        };
        enum token op;          /* UNARY, BINARY */
        struct func *func;      /* FUNC_LITERAL */
        field_list fields;      /* STRUCT_TYPE, INTERFACE_TYPE */
        struct signature_expr *signature; /* FUNC_TYPE */
        enum chan_dir dir;      /* CHAN_TYPE */
    };
    bool delayed_shift;         /* scratch of the checker: untyped left operand of a non-constant shift */
    bool comma_ok;              /* checker: index of map, type assertion, receive in a two-value context: type is still the
                                   value's type; the second value is a bool */
};

/* ---- statements ---- */

#define STMT_KINDS(X)                                                                                  \
    X(EMPTY, "empty")                                                                                  \
    X(EXPR, "expression")        /* x */                                                               \
    X(SEND, "send")              /* x <- y */                                                          \
    X(INCDEC, "inc-dec")         /* lhs[0] op: INC DEC */                                              \
    X(ASSIGN, "assignment")      /* lhs = rhs */                                                       \
    X(ASSIGN_OP, "assign-op")    /* lhs[0] op= rhs[0]; op is the binary operator */                    \
    X(DEFINE, "define")          /* lhs := rhs; defined[i] is the new object or NULL where lhs[i] is assigned */ \
    X(DECL, "declaration")       /* decls */                                                           \
    X(GO, "go")                  /* x = call */                                                        \
    X(DEFER, "defer")            /* x = call */                                                        \
    X(RETURN, "return")          /* rhs */                                                             \
    X(BREAK, "break")            /* label, target */                                                   \
    X(CONTINUE, "continue")                                                                            \
    X(GOTO, "goto")                                                                                    \
    X(FALLTHROUGH, "fallthrough")                                                                      \
    X(BLOCK, "block")            /* block */                                                           \
    X(IF, "if")                  /* init, x = condition, block, other = else (IF or BLOCK) */          \
    X(SWITCH, "switch")          /* init, x = tag or NULL, clauses */                                  \
    X(TYPE_SWITCH, "type switch")/* init, bind = name or NULL, x = operand, clauses */                 \
    X(SELECT, "select")          /* clauses with comm */                                               \
    X(FOR, "for")                /* init, x = condition, post, block */                                \
    X(RANGE, "range")            /* lhs[0..1] (NULL entries allowed), is_define, x = operand, block */ \
    X(LABELED, "labeled")        /* label, other = statement */
enum stmt_kind {
#define X(name, text) STMT_##name,
    STMT_KINDS(X)
#undef X
};

struct block {
    struct pos pos, close;      /* "{" and "}" */
    stmt_list list;
    struct scope *scope;        /* checker */
};

struct clause {                 /* case of switch, type switch, select */
    struct pos pos;             /* "case" or "default" */
    bool is_default;
    expr_list values;           /* expressions or types (nil allowed in type switches) */
    struct stmt *comm;          /* select: SEND, EXPR (receive), ASSIGN or DEFINE with one receive; NULL for default */
    stmt_list body;
    struct pos colon;
    struct object *bound;       /* checker: type switch variable of this clause */
    struct scope *scope;
};

struct label {
    const char *name;
    struct pos pos;
    struct stmt *stmt;          /* the LABELED statement */
    bool used;
    bool backward;              /* checker: a later goto jumps back to it, so it makes a loop */
};

struct stmt {
    enum stmt_kind kind;
    struct pos pos;             /* assignments: of the operator, as cmd/compile has it; others: first token */
    struct expr *x, *y;
    expr_list lhs, rhs;
    enum token op;
    VEC(struct object *) defined; /* checker: DEFINE, RANGE with is_define: parallel to lhs */
    bool is_define;             /* RANGE with := */
    struct stmt *init, *post, *other;
    struct block *block;
    VEC(struct clause) clauses;
    struct pos close;           /* "}" of switch and select */
    VEC(struct decl *) decls;
    const char *label_name;     /* as written after break, continue, goto, or of the label itself */
    struct pos label_pos;
    struct label *label;        /* checker: LABELED, GOTO, labelled BREAK/CONTINUE */
    struct stmt *target;        /* checker: BREAK/CONTINUE: the statement that is left or continued */
    bool left_by_break;         /* checker: a BREAK has it as its target */
    struct expr *bind;          /* TYPE_SWITCH */
    struct scope *scope;        /* checker: of the implicit block of if/for/switch */
};

/* ---- declarations, files, packages ---- */

enum decl_kind { DECL_IMPORT, DECL_CONST, DECL_TYPE, DECL_VAR, DECL_FUNC };

struct decl {                   /* one spec: a parenthesised group makes several, with one `group` number */
    enum decl_kind kind;
    struct pos pos;
    int group;
    struct file *file;
    expr_list names;            /* CONST, VAR: NAMEs; TYPE, FUNC: one; IMPORT: the local name, if any */
    struct expr *type;          /* CONST, VAR, TYPE */
    expr_list values;           /* CONST (inherited ones already copied by the parser as shared trees: see iota), VAR */
    int iota;                   /* CONST */
    bool inherited;             /* CONST: type and values are those of an earlier spec of the group */
    bool is_alias;              /* TYPE */
    const char *path;           /* IMPORT, unquoted */
    struct package *imported;   /* IMPORT: checker */
    struct field *receiver;     /* FUNC: methods */
    struct func *func;          /* FUNC */
    VEC(struct object *) objects; /* checker: parallel to names */
    VEC(const char *) directives; /* //go:noescape and the like, without the slashes, just before a func */
};

struct file {
    struct source *source;
    const char *package_name;
    struct pos package_pos;
    VEC(struct decl *) decls;
    const char *go_version;     /* of a //go:build go1.N line; NULL where none */
    int go_minor;               /* loading: N of the language version go1.N that is in force in this file */
    bool ignored;               /* build constraint excludes it */
    struct scope *scope;        /* checker: imports */
    struct package *package;
};

struct package {
    const char *path, *name;
    VEC(struct file *) files;
    struct scope *scope;        /* checker */
    VEC(struct package *) imports;
    VEC(struct decl *) init_order; /* checker: var declarations with values in order of initialisation; `var a, b = 1, 2` is
                                      two of them here, each with one name, value and object */
    VEC(struct func *) functions;  /* checker: all with a body, literals included, in source order */
    bool is_library;            /* of runtime/lib */
};

struct pos expr_start(const struct expr *e);

/* The place that the Go compiler (1.19) tells in -m lines: as `pos`, but a selector is at its dot. */
struct pos expr_told_at(const struct expr *e);

/* The expression of a checked tree as the Go compiler prints it in -m lines: `make([]int, n)`, `func literal`, `&T{...}`, with
 * types named relative to a package. (`... argument` is made by lowering.) (print.c) */
const char *expr_text(struct arena *a, const struct expr *e, const struct package *relative_to);

/* The expression as errors quote it: as it was written, on one line, with the insides of func literals and composite literals
 * left out: `func() {…}`, `[]T{…}`. (print.c) */
const char *expr_source(struct arena *a, const struct expr *e);

#endif

/* Importing: the walk over a syntax tree that both hosts share.
 *
 * A host only shows its tree, one node at a time ("open"): which kind it is, in the words of enum ast_kind, and which children
 * count. import.c walks, keeps declarations apart, and brings everything into the normal form of ctree.h. So whatever the two
 * hosts tell alike is imported alike, and what one of them cannot tell (libclang names no implicit cast) is worked out here,
 * from types, for both.
 *
 * The walk never recurses: nodes wait on a stack of the importer's own, so a chain of 10,000 else-ifs or a sum of 10,000 terms
 * costs memory and no C stack. C++ includes this file too. */
#ifndef OUTLIVE_IMPORT_H
#define OUTLIVE_IMPORT_H

#include "plugin/ctree.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A node of the host's tree, passed around by value; large enough for a libclang cursor. word[0] is never NULL in a node that
 * is there. */
struct ast_node {
    const void *word[4];
};

/* What an opened node is. The list after the name gives its children in order; ? may be an empty node. */
enum ast_kind {
    AST_NOTHING,          /* an empty slot */
    /* expressions */
    AST_CONST,            /* [operands that are evaluated all the same] */
    AST_STRING,
    AST_VAR,              /* decl */
    AST_FUNC,             /* decl */
    AST_MEMBER,           /* base; a base that is a pointer is dereferenced first; record, field */
    AST_INDEX,            /* two operands, either may be the pointer */
    AST_DEREF,
    AST_ADDRESS,
    AST_CAST,             /* as written: [sizes of array types in it], operand */
    AST_IMPLICIT_CAST,    /* operand */
    AST_CALL,             /* callee, arguments */
    AST_ASSIGN,           /* left, right */
    AST_ASSIGN_OP,
    AST_INCDEC,
    AST_UNARY,
    AST_BINARY,
    AST_LOGICAL,
    AST_COND,             /* condition, then, else */
    AST_ELVIS,            /* GNU a ?: b: condition, else */
    AST_COMMA,
    AST_GENERIC,          /* the branches that may have been chosen */
    AST_INIT_LIST,        /* elements as written */
    AST_DESIGNATED,       /* value; designators */
    AST_COMPOUND_LITERAL, /* initialiser */
    AST_STMT_EXPR,        /* block */
    AST_VA_ARG,           /* [sizes of array types in the type], list */
    AST_LABEL_ADDRESS,
    AST_ATOMIC,           /* operands */
    AST_CAPTURING,        /* the variables that a body inside of an expression uses (a block of -fblocks); name */
    AST_UNKNOWN_EXPR,     /* whatever is in it; name */
    /* declarations */
    AST_VAR_DECL,         /* decl; sizes of variable-length arrays, then the initialiser if has_init */
    AST_EFFECTS,          /* expressions that a declaration evaluates (a typedef of a variable-length array) */
    /* statements */
    AST_BODY,             /* of a function: sizes of arrays in its parameters' types, which it evaluates first, then the block */
    AST_BLOCK,            /* statements */
    AST_DECL,             /* AST_VAR_DECL and AST_EFFECTS */
    AST_IF,               /* condition, then, else? */
    AST_FOR,              /* init?, condition?, post?, body; then parts of which it is not known where they belong */
    AST_WHILE,            /* condition, body */
    AST_DO,               /* body, condition */
    AST_SWITCH,           /* value, body */
    AST_CASE,             /* the labelled statement */
    AST_LABEL,            /* the labelled statement; name */
    AST_GOTO,             /* name */
    AST_COMPUTED_GOTO,    /* target */
    AST_BREAK,
    AST_CONTINUE,
    AST_RETURN,           /* value? */
    AST_ASM,              /* operands; in_memory */
    AST_EMPTY,
    AST_CAPTURED,         /* the variables that a statement uses which the host does not show (the body of an OpenMP directive) */
    AST_UNKNOWN_STMT,     /* whatever is in it; name */
};

/* One step of a designator: `.field` or `[index]`. */
struct ast_designator {
    const struct ctype *record; /* the record type that declares the field; NULL for an index */
    long index;                 /* of the field in it, or of the (first) element */
};

struct ast_open {
    enum ast_kind kind;
    struct ctype *type;                 /* expressions; unqualified, canonical */
    struct c_spot place;
    const char *name;                   /* operator spelling, label, construct; lives as long as the unit's arena */
    struct ast_node decl;               /* VAR, FUNC, VAR_DECL */
    const struct ctype *record;         /* MEMBER */
    int field;                          /* MEMBER */
    bool has_init;                      /* VAR_DECL */
    bool has_value, is_size;            /* CONST */
    long value;
    bool to_bool;                       /* casts: to _Bool, which is a comparison with zero */
    const bool *in_memory;              /* ASM: of each operand, whether the compiler may leave it in memory; NULL: any of them */
    struct ast_designator *designators; /* DESIGNATED, in the unit's arena */
    int designator_count;
    int first_child, child_count;       /* filled by the walk */
};

struct importer;

/* The host's side. `host` is its own data. */
struct ast_host {
    /* Tells what `node` is and adds its children with import_child. Parentheses and the like are stepped over by the host. */
    void (*open)(void *host, struct importer *imp, struct ast_node node, struct ast_open *out);
    /* The same address for every declaration of the same thing. */
    const void *(*identity)(void *host, struct ast_node decl);
    /* Fill in all but the index, initialiser, body and function. */
    void (*variable)(void *host, struct importer *imp, struct ast_node decl, struct cvar *out);
    void (*function)(void *host, struct importer *imp, struct ast_node decl, struct cfunc *out);
    /* Calls import_parameter for each parameter of the function (of its definition where there is one). */
    void (*parameters)(void *host, struct importer *imp, struct ast_node decl);
};

struct type_table;
struct importer *import_start(struct cunit *unit, struct type_table *types, const struct ast_host *host, void *host_data);

/* Adds a child to the node that is being opened. An empty node is an empty slot. */
void import_child(struct importer *imp, struct ast_node child);

/* Adds a parameter to the function that `parameters` was called for. */
struct cvar *import_parameter(struct importer *imp, struct ast_node decl);

/* A function that is defined here, without its body yet. */
struct cfunc *import_definition(struct importer *imp, struct ast_node decl);

/* Its body (opened as AST_BODY), once. is_kept: it outlives the analysis of the function. */
void import_body(struct importer *imp, struct cfunc *f, struct ast_node body, bool is_kept);

/* A file-scope variable, with its initialiser (through opening var_decl as AST_VAR_DECL). */
void import_global(struct importer *imp, struct ast_node var_decl);

/* The thing a declaration declares, made at first mention. */
struct cvar *import_variable(struct importer *imp, struct ast_node decl);
struct cfunc *import_mention(struct importer *imp, struct ast_node decl);

/* Text of an attribute, added once however many declarations carry it. */
void import_annotation(struct arena *a, struct cattrs *attrs, const char *text);

/* A local variable's cleanup function: it is called with the variable's address when the block ends. */
void import_cleanup(struct importer *imp, struct ast_node var_decl, struct ast_node function);

/* Frees what only the walk needed. */
void import_finish(struct importer *imp);

/* For what belongs to the part of the tree that is being made. */
struct arena *import_arena(struct importer *imp);

/* ---- import_types.c: types, made once per canonical type ---- */

/* What the host knows of one canonical, unqualified type. */
struct type_facts {
    enum ctype_kind kind;
    const char *spelling; /* need not live on */
    long bytes, count;
    bool is_union, variadic;
};

struct type_host {
    struct type_facts (*facts)(void *host, const void *key);
    /* The parts in order: POINTER pointee; ARRAY element; FUNCTION result, then parameters; RECORD fields: through the calls
     * below. */
    void (*parts)(void *host, const void *key, struct type_table *table);
};

struct type_table *type_table_new(struct arena *a, const struct type_host *host, void *host_data);

/* The type that the host knows as `key`. */
struct ctype *type_of_key(struct type_table *table, const void *key);

/* `T *` for a type of which only `T` is known: an array parameter that libclang shows as it was written. */
struct ctype *import_pointer_to(struct type_table *table, struct ctype *target);

/* Called by the host while it is asked for parts. */
void type_part(struct type_table *table, const void *key);
void type_field(struct type_table *table, const char *name, const void *key, long offset);

/* ---- import_init.c: initialiser lists as C reads them ---- */

/* An initialiser list as written, before the type of what it initialises is known: an INIT_LIST without a type, whose args are
 * what was written, each an expression, such a list again, or either of them wrapped with its designators. */
struct cexpr *raw_list_new(struct arena *a, struct c_spot place);
struct cexpr *designated_new(struct arena *a, struct cexpr *value, const struct ast_designator *designators, int count);

/* `value` (of one of the forms above) as the initialiser of an object of type `type`: elided braces are put in, designators
 * are resolved, arrays and functions decay where a pointer is wanted (C17 6.7.9, and GNU's ranges and old-style fields). */
struct cexpr *resolve_initialiser(struct arena *a, struct ctype *type, struct cexpr *value);

/* The fields on the way from `record` to the record type that declares a member, through anonymous members. Returns how many
 * (0: it is the same record), or -1 where `wanted` is not in it. */
enum { MOST_ANONYMOUS_STEPS = 64 };
int anonymous_path(const struct ctype *record, const struct ctype *wanted, int steps[MOST_ANONYMOUS_STEPS]);

/* ---- import_text.c: what only the text of the file tells ---- */

/* Where the two semicolons of the `for` at `offset` stand. False where the text there is no complete `for (…; …; …)`: then it
 * comes out of a macro. */
bool for_semicolons(const char *text, size_t len, size_t offset, size_t semicolons[2]);

/* Whether a compiler may give an operand of inline assembly with this constraint as the memory it is in. */
bool may_be_memory(const char *constraint, const char *triple);

/* The next assembly with operands in a function as clang prints it, from `text` on. */
struct assembly_text {
    VEC(const char *) constraints; /* of outputs, then inputs */
    const char *rest;              /* where the next one is looked for: those inside its operands come after it */
};
bool next_assembly(struct arena *a, const char *text, struct assembly_text *out);

/* Adds the names that `#pragma weak NAME` and `_Pragma("weak NAME")` in the text of a file tell of, in branches that are not compiled, too.
 * Those that come out of macros are not found. */
void find_weak_names(struct arena *a, const char *text, size_t len, struct map *names);

/* ---- makers of expressions ---- */

struct cexpr *cexpr_new(struct arena *a, enum cexpr_kind kind, struct ctype *type, struct c_spot place);

/* `e` where a value of type `to` is wanted: with the cast that C makes, in normal form, or `e` itself. */
struct cexpr *cast_expr(struct arena *a, struct cexpr *e, struct ctype *to, bool written, bool to_bool);

#ifdef __cplusplus
}
#endif
#endif

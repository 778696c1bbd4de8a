/* The C tree: what the checker needs to know of a translation unit, and nothing of who parsed it.
 *
 * Both hosts (a clang -fplugin module over the C++ AST, and libclang over its C API) import into this tree, and decide nothing
 * on the way. For the same file both make the same tree; -dump=ctree prints it and a test holds them to it. Where the two ASTs
 * differ (implicit casts, designated initialisers, parentheses, macros) the tree has one normal form, described at each kind.
 *
 * What is dropped: parentheses, implicit value casts that change nothing for pointers (lvalue-to-rvalue, integer promotion),
 * typedef sugar, unevaluated operands (sizeof of a non-VLA, _Generic's unchosen branches, typeof). What can't be expressed
 * becomes CEXPR_UNKNOWN or CSTMT_UNKNOWN with its children, and the construct's name: the analysis treats it as "anything may
 * happen to these" and says so; nothing is passed over in silence. */
#ifndef OUTLIVE_CTREE_H
#define OUTLIVE_CTREE_H

#include "base/verdict.h"

/* ---- places ---- */

/* Where something stands in the text, as its host keeps it: cunit_place tells line and column. Most places are never asked for, and
 * working one out costs more than all else that is done with a node. 0: nowhere. */
struct c_spot {
    unsigned number;
};

/* ---- types: just enough to follow pointers ---- */

enum ctype_kind {
    CTYPE_VOID,
    CTYPE_NUMBER,   /* integers, floats, enums, _Bool: pointer-free */
    CTYPE_POINTER,
    CTYPE_FUNCTION,
    CTYPE_ARRAY,    /* count -1: incomplete or variable-length */
    CTYPE_RECORD,   /* struct or union */
    CTYPE_OTHER,    /* complex, vector, va_list: may hold pointers */
};

struct cfield {
    const char *name;      /* "" for an unnamed member; members of anonymous records are reached through it, step by step */
    struct ctype *type;
    long offset;           /* bytes; bit-fields: of the byte where they start */
};

struct ctype {
    enum ctype_kind kind;
    const char *spelling;  /* as C writes it, for messages: "struct counter_func1 *" */
    long bytes;            /* -1 unknown */
    bool has_pointers;     /* a pointer is in it, at any depth (records, arrays); uintptr_t is a number */
    struct ctype *target;  /* POINTER: pointee; ARRAY: element; FUNCTION: result */
    long count;            /* ARRAY */
    struct cfield *fields; /* RECORD, in order of declaration; NULL and 0 while incomplete */
    int field_count;
    bool is_union;
    const char *tag;       /* RECORD: tag or typedef name, "" where it has none */
    struct ctype **params; /* FUNCTION */
    int param_count;
    bool variadic;
};

/* ---- attributes that tell flows and sites ---- */

struct cattrs {
    VEC(const char *) annotations; /* texts of annotate("…"), in order of appearance: sites and flows, see docs/lowered-form.md */
    bool noescape;      /* clang's noescape on a parameter */
    bool lifetimebound; /* the result may hold what this parameter holds */
    bool malloc_like;   /* function: attribute malloc (or one of C's allocators by name: the analysis knows those) */
    bool noreturn_;
    bool weak;          /* another definition may take its place: another file's, or another version for another processor */
};

/* ---- declarations ---- */

struct cvar {
    const char *name;
    struct ctype *type;
    struct c_spot place;
    struct cattrs attrs;
    enum { CVAR_LOCAL, CVAR_PARAM, CVAR_STATIC_LOCAL, CVAR_GLOBAL } storage;
    bool is_extern;            /* GLOBAL declared, not defined here */
    bool is_internal;          /* static at file scope */
    bool is_thread_local;
    bool is_cleaned_up;        /* a function is called with its address when its block ends (GNU cleanup) */
    bool is_const;             /* nothing is ever stored in it after its initialisation (an array: of const elements) */
    struct cexpr *init;        /* NULL where none */
    struct cfunc *function;    /* the function that declares it; NULL at file scope */
    int index;                 /* PARAM: position from 0 */
    const void *declaration;   /* its host's: import_variable finds it by this */
    void *analysis;            /* scratch of the analysis */
};

struct cfunc {
    const char *name;
    struct ctype *type;
    struct c_spot place;
    struct cattrs attrs;
    bool is_static;
    VEC(struct cvar *) params;
    bool is_defined;           /* here, with a body that can be looked into */
    struct cstmt *body;        /* NULL: not defined, or not asked for (cunit_load) */
    bool in_system_header;
    bool is_of_the_system;     /* declared in a header of the system, wherever else */
    const void *declaration;   /* its host's */
    void *analysis;
};

/* ---- expressions ---- */

enum ccast {
    CCAST_VALUE,            /* pointer to pointer, number to number, record to itself: the value goes through */
    CCAST_ARRAY_DECAY,      /* array lvalue → pointer to its first element (implicit; imported explicitly) */
    CCAST_FUNCTION_DECAY,   /* function → pointer to it */
    CCAST_POINTER_TO_INT,
    CCAST_INT_TO_POINTER,
    CCAST_TO_VOID,          /* (void)e */
    CCAST_TO_UNION,
};

#define CEXPR_KINDS(X)                                                                              \
    X(CONST, "const")            /* number, character, null pointer, sizeof, enum constant: no flow */ \
    X(STRING, "string")          /* string literal: static storage */                               \
    X(VAR, "var")                                                                                   \
    X(FUNC, "func")                                                                                 \
    X(MEMBER, "member")          /* a.field (x->field is member of deref of x) */                   \
    X(INDEX, "index")            /* a[b]: a is a pointer (arrays come decayed) */                   \
    X(DEREF, "deref")                                                                               \
    X(ADDRESS, "address")                                                                           \
    X(CAST, "cast")              /* explicit casts, and the implicit ones that matter (enum ccast) */ \
    X(CALL, "call")              /* a = callee (FUNC, or an expression), args */                    \
    X(ASSIGN, "assign")          /* a = b */                                                        \
    X(ASSIGN_OP, "assign-op")    /* a op= b */                                                      \
    X(INCDEC, "incdec")          /* ++a --a a++ a-- */                                              \
    X(UNARY, "unary")            /* - + ~ ! */                                                      \
    X(BINARY, "binary")          /* arithmetic and comparisons; pointer arithmetic included */      \
    X(LOGICAL, "logical")        /* && || */                                                        \
    X(COND, "cond")              /* a ? b : c; GNU a ?: c has b == NULL */                          \
    X(COMMA, "comma")                                                                               \
    X(INIT_LIST, "init")         /* args in order of `places`: only what was written, designators resolved */ \
    X(COMPOUND_LITERAL, "compound-literal") /* an unnamed object: `object`, its init in object->init */ \
    X(STMT_EXPR, "stmt-expr")    /* GNU ({ … }): body; value is that of the last statement */       \
    X(VA_ARG, "va-arg")                                                                             \
    X(LABEL_ADDRESS, "label-address")                                                               \
    X(ATOMIC, "atomic")          /* __atomic_* and C11 generic ones; libclang does not tell which. args: the pointer to the    \
                                    object first, then the other operands as clang keeps them (memory orders among them). One  \
                                    that has the object's type may be stored there, one that points to that type may be read   \
                                    and written, the value is the object's */                       \
    X(UNKNOWN, "unknown")        /* name: the construct; args: its children */
enum cexpr_kind {
#define X(name, text) CEXPR_##name,
    CEXPR_KINDS(X)
#undef X
};

struct cexpr {
    enum cexpr_kind kind : 8;
    enum ccast cast : 8;
    bool has_value;           /* CONST: an integer or character literal, an enum constant, or one of these as a null pointer */
    bool is_size;             /* CONST: sizeof or _Alignof, with a value too, which messages don't show */
    bool is_implicit;         /* CAST of a `void *` to a pointer to bytes that nobody wrote */
    struct c_spot place;      /* of the expression's first token (spelling place outside macros, expansion place inside) */
    struct ctype *type;
    const char *name;         /* operator spelling, field name, ATOMIC/UNKNOWN construct, STRING: as written */
    struct cexpr *a;
    union {
        struct {
            struct cexpr *b, *c;
        };
        VEC(struct cexpr *) args; /* CALL, INIT_LIST, ATOMIC, UNKNOWN: has_args() */
    };
    union {
        struct cvar *var;     /* VAR */
        struct cfunc *func;   /* FUNC */
        struct cvar *object;  /* COMPOUND_LITERAL: storage LOCAL in a function, GLOBAL at file scope */
        struct cstmt *body;   /* STMT_EXPR */
        int field;            /* MEMBER: index into fields of the record type of a */
        long value;           /* CONST, where has_value or is_size */
        int *places;          /* INIT_LIST: field index (records) or element index (arrays) of each arg */
    };
};

static inline bool has_args(const struct cexpr *e) {
    return e->kind == CEXPR_CALL || e->kind == CEXPR_INIT_LIST || e->kind == CEXPR_ATOMIC || e->kind == CEXPR_UNKNOWN;
}

/* ---- statements ---- */

#define CSTMT_KINDS(X)                                                        \
    X(BLOCK, "block")                                                         \
    X(EXPR, "expr")                                                           \
    X(DECL, "decl")          /* vars (local, static local, local extern) */   \
    X(IF, "if")              /* e, then list[0], else list[1] or none */      \
    X(LOOP, "loop")          /* for/while/do: init in list[0] if any; e cond; post; body */ \
    X(SWITCH, "switch")      /* e, body */                                    \
    X(CASE, "case")          /* case/default label; body: the labelled statement */ \
    X(LABEL, "label")        /* name; body */                                 \
    X(GOTO, "goto")          /* name; computed: e */                          \
    X(BREAK, "break")                                                         \
    X(CONTINUE, "continue")                                                   \
    X(RETURN, "return")      /* e or NULL */                                  \
    X(ASM, "asm")            /* args: operands; the address of one that may be in memory */ \
    X(EMPTY, "empty")                                                         \
    X(UNKNOWN, "unknown")    /* name; args: expressions in it; list: statements in it */
enum cstmt_kind {
#define X(name, text) CSTMT_##name,
    CSTMT_KINDS(X)
#undef X
};

struct cstmt {
    enum cstmt_kind kind;
    struct c_spot place;
    const char *name;
    struct cexpr *e;
    struct cexpr *post;              /* LOOP: the third part of for */
    struct cstmt *init;              /* LOOP: the first part of for */
    struct cstmt *body;
    VEC(struct cstmt *) list;        /* BLOCK, IF, UNKNOWN */
    VEC(struct cvar *) vars;         /* DECL */
    VEC(struct cexpr *) args;        /* ASM, UNKNOWN */
};

/* ---- the unit ---- */

struct cunit {
    struct arena *arena;
    const char *main_file;
    struct c_place (*place)(void *host, struct c_spot spot); /* lives as long as the host, which is as long as the unit */
    void *host;
    bool lowered;                    /* made by lowering: it has SITE annotations */
    /* Bodies of functions: all are there from the start (bodies == arena, load NULL), or each comes when it is asked for, made in `bodies`, and
     * may be given back with it. A body with static locals, which live on, is in `arena` all the same. */
    struct arena *bodies;
    void (*load)(void *host, struct cfunc *f);
    VEC(struct cfunc *) functions;   /* every function defined here and every one mentioned, in order of first mention;
                                        one struct per function, whatever the number of declarations (attributes are merged) */
    VEC(struct cvar *) globals;      /* the same for file-scope variables */
};

/* Sees to it that the function's body is there. */
static inline void cunit_load(const struct cunit *u, struct cfunc *f) {
    if (!f->body)
        u->load(u->host, f);
}

static inline struct c_place cunit_place(const struct cunit *u, struct c_spot spot) {
    const struct c_place nowhere = {{NULL, 0, 0}, {NULL, 0, 0}};
    return spot.number ? u->place(u->host, spot) : nowhere;
}

/* The expression as C, on one line, shortened to about 60 bytes with "…", for messages. Written from the tree, so it is the same
 * from both hosts, and parentheses stand where C needs them. Made in `a`. */
const char *cexpr_text(struct arena *a, const struct cexpr *e);

/* Prints the unit as an indented tree: names, kinds, types and places of the main file, never addresses. The text of this
 * dump is the same from both hosts. */
struct buf;
void ctree_dump(const struct cunit *u, struct buf *out);

#endif

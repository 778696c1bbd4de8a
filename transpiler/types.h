/* Types, objects, scopes, constants: what the checker knows (spec: Types, Properties of types and values, Constants). */
#ifndef OUTLIVE_TYPES_H
#define OUTLIVE_TYPES_H

#include "base/buf.h"
#include "transpiler/ast.h"

#include <stdint.h>

/* ---- types ---- */

/* kind, name, size in bytes (amd64), pointer-free */
#define BASIC_KINDS(X)                        \
    X(BOOL, "bool", 1)                        \
    X(INT, "int", 8)                          \
    X(INT8, "int8", 1)                        \
    X(INT16, "int16", 2)                      \
    X(INT32, "int32", 4)                      \
    X(INT64, "int64", 8)                      \
    X(UINT, "uint", 8)                        \
    X(UINT8, "uint8", 1)                      \
    X(UINT16, "uint16", 2)                    \
    X(UINT32, "uint32", 4)                    \
    X(UINT64, "uint64", 8)                    \
    X(UINTPTR, "uintptr", 8)                  \
    X(FLOAT32, "float32", 4)                  \
    X(FLOAT64, "float64", 8)                  \
    X(COMPLEX64, "complex64", 8)              \
    X(COMPLEX128, "complex128", 16)           \
    X(STRING, "string", 16)                   \
    X(UNSAFE_POINTER, "unsafe.Pointer", 8)    \
    X(UNTYPED_BOOL, "untyped bool", 0)        \
    X(UNTYPED_INT, "untyped int", 0)          \
    X(UNTYPED_RUNE, "untyped rune", 0)        \
    X(UNTYPED_FLOAT, "untyped float", 0)      \
    X(UNTYPED_COMPLEX, "untyped complex", 0)  \
    X(UNTYPED_STRING, "untyped string", 0)    \
    X(UNTYPED_NIL, "untyped nil", 0)
enum type_kind {
    TYPE_INVALID,
#define X(name, text, size) TYPE_##name,
    BASIC_KINDS(X)
#undef X
    TYPE_POINTER, /* elem */
    TYPE_SLICE,   /* elem */
    TYPE_ARRAY,   /* elem, count */
    TYPE_MAP,     /* key, elem */
    TYPE_CHAN,    /* elem, dir */
    TYPE_STRUCT,  /* fields */
    TYPE_FUNC,    /* params, results, variadic (the last parameter's type is then a slice) */
    TYPE_INTERFACE,
    TYPE_TUPLE,   /* results: of a call with several */
    TYPE_NAMED,   /* object, underlying, methods */
};

struct method {
    const char *name;
    struct type *type;       /* TYPE_FUNC without receiver */
    struct object *object;   /* concrete methods: the function; interface methods: NULL */
    struct pos pos;
    struct package *package; /* matters for names that are not exported */
};

/* Types are compared with types_identical, never by address. The predeclared ones are constants of the program that nothing may be
 * written to (what a stage knows of them it keeps elsewhere). byte and rune are structs of their own with the kinds of uint8 and
 * int32, so that printing says byte or rune where they were written so. */
struct type {
    enum type_kind kind;
    const char *basic_name;      /* basic types: "int", "byte", "untyped float" */
    struct type *elem, *key;
    int64_t count;               /* ARRAY; -1 while unknown */
    enum chan_dir dir;
    VEC(struct object *) fields; /* STRUCT: OBJECT_VAR with is_field, embedded, tag */
    VEC(struct type *) params, results;
    VEC(const char *) param_names, result_names; /* NULL entries where unnamed */
    bool variadic;
    VEC(struct method) methods;  /* NAMED: declared ones in source order; INTERFACE: the whole method set sorted by name */
    VEC(struct type *) embedded; /* INTERFACE, as written */
    bool complete;               /* INTERFACE: methods is the whole set. STRUCT, ARRAY: the checker has seen all of it */
    struct object *object;       /* NAMED: its type name */
    struct type *underlying;     /* NAMED: never NAMED itself once resolved. Others: themselves; use type_underlying() */
    struct type *pointer_to;     /* type_pointer_to's memo */
    struct map *index;           /* lookup.c: fields or methods by name, where there are many */
    struct {                     /* types.c: answers that were found once, so that wide types cost no more than deep ones */
        int64_t size, align;
        bool sized, visiting;
        signed char has_pointers, comparable; /* 0 not asked yet, 1 yes, -1 no */
    } known;
};

struct type *type_underlying(struct type *t);     /* of any type, NULL-safe */
bool types_identical(const struct type *a, const struct type *b);
const char *type_text(struct arena *a, const struct type *t, const struct package *relative_to); /* "[]main.T", or "[]T" relative to main */
/* As -m lines show it: `struct { a int }`, `interface {}`, functions without parameter names. */
const char *type_compiled_text(struct arena *a, const struct type *t, const struct package *relative_to);
const char *signature_text(struct arena *a, const struct type *f, const struct package *relative_to); /* "(x int) error" */
const char *type_identity(struct arena *a, const struct type *t); /* equal texts mean identical types */
int64_t type_size(const struct type *t);          /* bytes, as gc lays out for amd64 */
int64_t type_align(const struct type *t);
int64_t field_offset(const struct type *struct_type, int field);
bool type_has_pointers(const struct type *t);
bool type_is_pointer_shaped(const struct type *t); /* one pointer word in an interface: pointer, map, chan, func?, unsafe.Pointer,
                                                      and one-element structs/arrays of those (func values are two words here and
                                                      thus boxed in C; see docs/lowered-form.md) */
bool type_comparable(const struct type *t);
bool type_is_untyped(const struct type *t);
bool type_is_integer(const struct type *t), type_is_unsigned(const struct type *t), type_is_float(const struct type *t),
    type_is_complex(const struct type *t), type_is_numeric(const struct type *t), type_is_string(const struct type *t),
    type_is_boolean(const struct type *t), type_is_interface(const struct type *t);
struct type *type_default(struct type *t);        /* of an untyped constant's type */
struct type *type_basic(enum type_kind k);        /* the predeclared one */
struct type *type_invalid(void), *type_byte(void), *type_rune(void), *type_any(void), *type_empty_interface(void),
    *type_error(void);
struct type *type_pointer_to(struct arena *a, struct type *elem); /* one per elem, where elem is not predeclared */
struct type *type_slice_of(struct arena *a, struct type *elem);

/* ---- objects and scopes ---- */

enum object_kind { OBJECT_VAR, OBJECT_CONST, OBJECT_TYPE, OBJECT_FUNC, OBJECT_PACKAGE, OBJECT_BUILTIN, OBJECT_NIL };

#define BUILTINS(X) \
    X(APPEND, "append") X(CAP, "cap") X(CLEAR, "clear") X(CLOSE, "close") X(COMPLEX, "complex") X(COPY, "copy") \
    X(DELETE, "delete") X(IMAG, "imag") X(LEN, "len") X(MAKE, "make") X(MAX, "max") X(MIN, "min") X(NEW, "new")  \
    X(PANIC, "panic") X(PRINT, "print") X(PRINTLN, "println") X(REAL, "real") X(RECOVER, "recover")             \
    X(UNSAFE_ADD, "Add") X(UNSAFE_ALIGNOF, "Alignof") X(UNSAFE_OFFSETOF, "Offsetof") X(UNSAFE_SIZEOF, "Sizeof") X(UNSAFE_SLICE, "Slice")
enum builtin {
#define X(name, text) BUILTIN_##name,
    BUILTINS(X)
#undef X
};

struct object {
    enum object_kind kind;
    const char *name;          /* interned; NULL for unnamed parameters and results */
    struct pos pos;
    struct type *type;
    struct package *package;   /* NULL for predeclared */
    struct scope *scope;       /* where it is declared */
    struct decl *decl;         /* package-level ones */
    struct constant *value;    /* CONST */
    enum builtin builtin;
    struct package *imported;  /* PACKAGE */
    struct func *func;         /* FUNC with declaration: its function. VAR: the function that declares it; NULL at package level */
    struct type *receiver;     /* FUNC that is a method: receiver's type (T or *T) */
    bool is_field, embedded, is_param, is_result, is_receiver, is_alias;
    const char *tag;
    bool used;
    int checking;              /* checker: 0 not yet, 1 under way (cycles), 2 done */

    /* captures.c, variables only (gc-escape reference, section 7) */
    bool captured;             /* a func literal uses it that does not declare it */
    bool by_reference;         /* mode of all its captures */
    bool reassigned;           /* by the rules of section 7, source-order exception applied */
    bool address_taken;
    bool per_iteration;        /* loop variable that is copied for each iteration (Go 1.22 and later) */
    bool leaks_in_header;      /* loop variable that a literal in its loop's condition or post statement captures, or whose address
                                  is taken there */
    struct pos reassigned_at, address_taken_at; /* the first place that is the reason; line 0 where there is none */
    int loop_depth;            /* at its declaration */
    const char *c_name;        /* lowering */
    void *lower;               /* scratch of lowering */
};

struct scope {
    struct scope *outer;
    struct map names;          /* name → struct object * */
    struct func *func;         /* function the scope belongs to */
    struct pos end;
};
struct object *scope_lookup(const struct scope *s, const char *name);        /* this scope only */
bool name_is_exported(const char *name);                                     /* spec: Exported identifiers */

/* What x.name is, when it is not a qualified name. */
enum selection_kind { SELECT_FIELD, SELECT_METHOD_VALUE, SELECT_METHOD_EXPRESSION /* of a concrete or, with method_index >= 0, an interface
                                                                                    method */, SELECT_INTERFACE_METHOD };
struct selection {
    enum selection_kind kind;
    struct type *receiver;     /* type of x (or T itself in T.method) */
    VEC(int) path;             /* field indices through embedded structs to the field, or to the embedded holder of the method;
                                  pointers on the way are followed */
    struct object *field;      /* SELECT_FIELD */
    struct object *method;     /* concrete method */
    int method_index;          /* interface methods: index in the holder's sorted method set; concrete ones: -1 */
    struct type *holder;       /* type that has the method after the path was walked (T or *T or interface) */
    bool address_needed;       /* method has a pointer receiver and the walked value is addressable: &value is passed */
    bool deref_needed;         /* method has a value receiver and the walked value is a pointer */
    bool indirect;             /* a pointer was followed on the way, the receiver itself included: the result is addressable */
};

/* Finds field or method `name` in t (spec: Selectors), also promoted ones at the shallowest depth. NULL where there is none or it
 * is ambiguous. package: whose unexported names are visible. */
struct selection *lookup_field_or_method(struct arena *a, struct type *t, const char *name, const struct package *package);

/* Does t implement interface i? Where not, *missing is the method's name and *wrong_type tells "wrong type / pointer receiver". */
bool type_implements(struct arena *a, struct type *t, struct type *i, const char **missing, bool *pointer_receiver);
bool type_assignable(struct arena *a, struct type *from, struct type *to); /* typed values (spec: Assignability) */

/* Full method set of a type for method tables: concrete type T or *T, promoted methods included, sorted by name. */
struct method_set {
    VEC(struct selection *) list;
    VEC(const char *) names;
};
struct method_set method_set_of(struct arena *a, struct type *t);

/* ---- constants (constant.c, over GMP): exact ---- */

enum constant_kind { CONSTANT_BOOL, CONSTANT_STRING, CONSTANT_INT, CONSTANT_FLOAT, CONSTANT_COMPLEX,
                     CONSTANT_UNKNOWN /* after an error that was reported */ };
enum constant_kind constant_kind(const struct constant *c);
bool constant_bool(const struct constant *c);
const char *constant_string(const struct constant *c, int *len);  /* bytes */
bool constant_fits_int64(const struct constant *c, int64_t *out);   /* integers and integral floats */
bool constant_fits_uint64(const struct constant *c, uint64_t *out);
double constant_double(const struct constant *c);                   /* nearest float64 */
float constant_float(const struct constant *c);                     /* nearest float32, rounded once */
struct constant *constant_real(struct arena *a, const struct constant *c), *constant_imag(struct arena *a, const struct constant *c);
const char *constant_text(struct arena *a, const struct constant *c); /* as the Go compiler prints it in errors */

#endif

/* Go types in C: their names and definitions, their descriptors, method tables, and what depends on a type's shape alone.
 *
 * One `struct ctypes` per C unit. Asking for something that has to be defined first (the struct of a slice, a descriptor, a
 * table) puts its definition, after all that it needs, into one of the three texts below; each is written once. The unit is
 *
 *     #include lines
 *     layouts        typedefs and structs, in order of need
 *     operations     DEFINE_SLICE, DEFINE_MAP, DEFINE_CHAN, T_equal: need complete types
 *     prototypes of the unit's functions (lowering's)
 *     tables         adapters, method tables, descriptors: need prototypes
 *     globals and functions
 *
 * Types from library packages other than the one being lowered are in their headers ("go/os.h"): see ctypes_import.
 * All texts returned live in the arena. */
#ifndef OUTLIVE_CTYPES_H
#define OUTLIVE_CTYPES_H

#include "transpiler/types.h"

struct ctypes {
    struct arena *arena;
    const struct package *package;    /* that is lowered: its names have no prefix if it is main */
    bool library;                     /* the unit is a library package: descriptors of its named types have external linkage */
    struct buf layouts, operations, tables;
    struct map names;                 /* identifier → anything: names that are taken at file scope */
    struct map by_identity;           /* identity → struct c_type * */
    struct ptrmap by_address;         /* struct type * → struct c_type * */
    struct map done;                  /* method tables, adapters, results structs… that are written */
    VEC(struct c_type *) pending;     /* mentioned by a pointer, a slice…: to be completed before ctype() returns */
    VEC(struct results *) pending_results;
    int depth;                        /* above 0: pending types are being completed */
    bool guarded;                     /* the text is for a header: each definition stands between #ifndef and #endif */
    bool imported;                    /* what is asked for now is in a header: it counts as written, and is not */
};

/* Starts a unit. */
void ctypes_start(struct ctypes *c, struct arena *a, const struct package *package, bool library);
void ctypes_free(struct ctypes *c);

/* An identifier that nothing at file scope has: `wanted`, with `_` behind where C or the runtime use it, else `wanted_2`….
 * Lowering takes its functions' and globals' names from here, so that they and types never clash. */
const char *ctypes_unique_name(struct ctypes *c, const char *wanted);
/* Is this a keyword of C, a name of the C library that compilers know, or one of the runtime's? (For local names.) */
bool ctypes_reserved(const char *name);
/* "geometry_" before the names of package geometry; "" for main. */
const char *ctypes_prefix(struct ctypes *c, const struct package *p);

/* ---- names ---- */

/* The C type: "go_int", "T *", "slice_int". Its struct is complete after this in the text, so it can be used for anything. */
const char *ctype(struct ctypes *c, struct type *t);
/* The same type as a part of names: "int", "ptr_T", "slice_int"; operations are its name and `_append` and so on. Named slices,
 * maps, channels and functions use those of their underlying type: ctype_word of []int for type S []int. */
const char *ctype_word(struct ctypes *c, struct type *t);
/* Do values of both types have one C type, so that a conversion needs nothing? */
bool ctype_same(struct ctypes *c, struct type *a, struct type *b);
const char *ctype_new(struct ctypes *c, struct type *t); /* zeroed heap memory for one: "NEW(T)" or "NEW_NOSCAN(T)" */

/* What a function of this type returns: "void", the type of its one result, or "results_int_error" with fields r0, r1, …. */
const char *ctype_results(struct ctypes *c, struct type *func_type);
/* Struct of results of this list: for statements that need one of several values. */
const char *ctype_results_list(struct ctypes *c, struct type *const *types, int count);

/* ---- expressions ---- */

const char *ctype_zero(struct ctypes *c, struct type *t);        /* "0", "NULL", "(T){0}": an expression */
const char *ctype_zero_init(struct ctypes *c, struct type *t);   /* "0", "NULL", "{0}": an initialiser */
/* a == b for two values of type t; a and b are C texts that may be evaluated more than once, so they should be names. */
const char *ctype_equal(struct ctypes *c, struct type *t, const char *a, const char *b);
/* &DESCRIPTOR of a type: "&type_T". */
const char *ctype_descriptor(struct ctypes *c, struct type *t);

/* Method table of concrete type t for interface type i (which has methods): "T_as_Stringer"; write &it. */
const char *ctype_methods(struct ctypes *c, struct type *t, struct type *i);
/* Function of method table that takes the data word: "T_String_adapter". m is from method_set_of(t). */
const char *ctype_adapter(struct ctypes *c, struct type *t, const struct selection *m, const char *name);

/* C function of a declared method: object->c_name where lowering gave one, else T_Name. */
const char *ctype_method_function(struct ctypes *c, struct object *method);
/* Member of an interface's method table that is method number `method` of the interface type. */
const char *ctype_interface_method(struct ctypes *c, const struct type *interface, int method);
/* Completes all that a prototype with this signature needs. */
void ctype_signature(struct ctypes *c, struct type *func_type);
/* Field name in the C struct: Go's, `_` behind where reserved; blank ones are blank1, …; embedded ones have their type's name. */
const char *ctype_field(struct ctypes *c, struct type *struct_type, int field);
/* ---- headers of packages ---- */

/* Marks as defined what the header of an imported library package defines; imports of that package first. */
void ctypes_import(struct ctypes *c, const struct package *p);
/* For a header, in a `struct ctypes` of its own: defines all types that the package's exported functions and variables and all
 * its package-level types need, each guarded, and declares its descriptors. The header is then layouts + operations + the
 * prototypes. */
void ctypes_export(struct ctypes *c, const struct package *p);
/* In the unit of a library package: writes the descriptors of its package-level types, which importers refer to. */
void ctypes_publish(struct ctypes *c, const struct package *p);

/* The text that tells a type apart from all others; equal exactly for identical types. */
const char *type_identity(struct arena *a, const struct type *t);
/* The type as %T prints it. */
const char *type_go_text(struct arena *a, const struct type *t);

#endif

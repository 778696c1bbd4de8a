/* What every Go program can name without declaring it (spec: Predeclared identifiers), and package unsafe.
 *
 * All of it is constant data: the types compare by address in every program of the process, and nothing may be written to them. */
#include "transpiler/check_internal.h"

#include <string.h>

static const struct type invalid_type = {.kind = TYPE_INVALID, .basic_name = "invalid type"};

static const struct type basic_types[] = {
#define X(kind_, text, size_) [TYPE_##kind_] = {.kind = TYPE_##kind_, .basic_name = text},
    BASIC_KINDS(X)
#undef X
};

static const struct type byte_type = {.kind = TYPE_UINT8, .basic_name = "byte"};
static const struct type rune_type = {.kind = TYPE_INT32, .basic_name = "rune"};
static const struct type any_type = {.kind = TYPE_INTERFACE, .basic_name = "any", .complete = true};
static const struct type empty_interface = {.kind = TYPE_INTERFACE, .complete = true};

static struct type *const error_results[] = {(struct type *)&basic_types[TYPE_STRING]};
static const struct type error_signature = {.kind = TYPE_FUNC, .results = {(struct type **)error_results, 1, 1}};
static const struct method error_methods[] = {{.name = "Error", .type = (struct type *)&error_signature}};
static const struct type error_interface = {
    .kind = TYPE_INTERFACE, .complete = true, .methods = {(struct method *)error_methods, 1, 1}};
static const struct type error_type;
static const struct object error_object = {
    .kind = OBJECT_TYPE, .name = "error", .type = (struct type *)&error_type, .checking = CHECKED};
static const struct type error_type = {
    .kind = TYPE_NAMED, .object = (struct object *)&error_object, .underlying = (struct type *)&error_interface};

/* The tables are const so that a stray write is a crash and not a surprise in the next program; the tree holds plain pointers. */
struct type *type_invalid(void) {
    return (struct type *)&invalid_type;
}

struct type *type_basic(enum type_kind k) {
    if (k <= TYPE_INVALID || k > TYPE_UNTYPED_NIL)
        die("type kind %d is not basic", k);
    return (struct type *)&basic_types[k];
}

struct type *type_byte(void) {
    return (struct type *)&byte_type;
}

struct type *type_rune(void) {
    return (struct type *)&rune_type;
}

struct type *type_any(void) {
    return (struct type *)&any_type;
}

struct type *type_empty_interface(void) {
    return (struct type *)&empty_interface;
}

struct type *type_error(void) {
    return (struct type *)&error_type;
}

/* ---- objects ---- */

#define TYPE_OBJECT(text, t) {.kind = OBJECT_TYPE, .name = text, .type = (struct type *)(t), .is_alias = true, .checking = CHECKED}
#define BASIC_OBJECT(text, k) TYPE_OBJECT(text, &basic_types[TYPE_##k])

static const struct object predeclared_types[] = {
    BASIC_OBJECT("bool", BOOL),       BASIC_OBJECT("int", INT),         BASIC_OBJECT("int8", INT8),
    BASIC_OBJECT("int16", INT16),     BASIC_OBJECT("int32", INT32),     BASIC_OBJECT("int64", INT64),
    BASIC_OBJECT("uint", UINT),       BASIC_OBJECT("uint8", UINT8),     BASIC_OBJECT("uint16", UINT16),
    BASIC_OBJECT("uint32", UINT32),   BASIC_OBJECT("uint64", UINT64),   BASIC_OBJECT("uintptr", UINTPTR),
    BASIC_OBJECT("float32", FLOAT32), BASIC_OBJECT("float64", FLOAT64), BASIC_OBJECT("complex64", COMPLEX64),
    BASIC_OBJECT("string", STRING),   BASIC_OBJECT("complex128", COMPLEX128),
    TYPE_OBJECT("byte", &byte_type),  TYPE_OBJECT("rune", &rune_type),  TYPE_OBJECT("any", &any_type),
};

static const struct object iota_object = {
    .kind = OBJECT_CONST, .name = "iota", .type = (struct type *)&basic_types[TYPE_UNTYPED_INT], .checking = CHECKED};
static const struct object nil_object = {
    .kind = OBJECT_NIL, .name = "nil", .type = (struct type *)&basic_types[TYPE_UNTYPED_NIL], .checking = CHECKED};

static const struct object builtin_objects[] = {
#define X(id, text)                                                                                         \
    [BUILTIN_##id] = {.kind = OBJECT_BUILTIN, .name = text, .type = (struct type *)&invalid_type,           \
                      .builtin = BUILTIN_##id, .checking = CHECKED},
    BUILTINS(X)
#undef X
};

static const struct object unsafe_pointer_object = TYPE_OBJECT("Pointer", &basic_types[TYPE_UNSAFE_POINTER]);

bool is_iota(const struct object *o) {
    return o == &iota_object;
}

bool is_unsafe_builtin(enum builtin b) {
    return b >= BUILTIN_UNSAFE_ADD && b <= BUILTIN_UNSAFE_SLICE;
}

static void put(struct arena *a, struct scope *s, const struct object *o) {
    map_put(a, &s->names, o->name, (void *)o);
}

struct scope *universe_scope(struct arena *a) {
    struct scope *s = arena_new(a, struct scope);
    for (size_t i = 0; i < sizeof predeclared_types / sizeof *predeclared_types; i++)
        put(a, s, &predeclared_types[i]);
    put(a, s, &error_object);
    put(a, s, &iota_object);
    put(a, s, &nil_object);
    for (int i = 0; i < 2; i++) {
        struct object *o = arena_new(a, struct object);
        *o = (struct object){.kind = OBJECT_CONST,
                             .name = i ? "true" : "false",
                             .type = type_basic(TYPE_UNTYPED_BOOL),
                             .value = constant_from_bool(i),
                             .checking = CHECKED};
        put(a, s, o);
    }
    for (size_t i = 0; i < sizeof builtin_objects / sizeof *builtin_objects; i++) {
        if (!is_unsafe_builtin((enum builtin)i))
            put(a, s, &builtin_objects[i]);
    }
    return s;
}

struct package *unsafe_package(struct arena *a) {
    struct package *p = arena_new(a, struct package);
    p->path = p->name = "unsafe";
    p->scope = arena_new(a, struct scope);
    put(a, p->scope, &unsafe_pointer_object);
    for (size_t i = 0; i < sizeof builtin_objects / sizeof *builtin_objects; i++) {
        if (is_unsafe_builtin((enum builtin)i))
            put(a, p->scope, &builtin_objects[i]);
    }
    return p;
}

struct object *scope_lookup(const struct scope *s, const char *name) {
    return map_get(&s->names, name);
}

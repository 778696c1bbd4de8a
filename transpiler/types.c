/* What types are: identity, size and layout, and the questions that are asked about their kind (spec: Properties of types and values;
 * layout: cmd/compile on amd64). */
#include "transpiler/types.h"

#include <string.h>

struct type *type_underlying(struct type *t) {
    while (t && t->kind == TYPE_NAMED)
        t = t->underlying;
    return t;
}

/* The same while a declaration may still be under way: its underlying type is not known then, and counts as invalid. */
static const struct type *under(const struct type *t) {
    const struct type *u = type_underlying((struct type *)t);
    return u ? u : type_invalid();
}

/* ---- kinds ---- */

static bool kind_between(const struct type *t, enum type_kind first, enum type_kind last) {
    enum type_kind k = under(t)->kind;
    return k >= first && k <= last;
}

bool type_is_untyped(const struct type *t) {
    return t && t->kind >= TYPE_UNTYPED_BOOL && t->kind <= TYPE_UNTYPED_NIL;
}

bool type_is_integer(const struct type *t) {
    return kind_between(t, TYPE_INT, TYPE_UINTPTR) || kind_between(t, TYPE_UNTYPED_INT, TYPE_UNTYPED_RUNE);
}

bool type_is_unsigned(const struct type *t) {
    return kind_between(t, TYPE_UINT, TYPE_UINTPTR);
}

bool type_is_float(const struct type *t) {
    return kind_between(t, TYPE_FLOAT32, TYPE_FLOAT64) || kind_between(t, TYPE_UNTYPED_FLOAT, TYPE_UNTYPED_FLOAT);
}

bool type_is_complex(const struct type *t) {
    return kind_between(t, TYPE_COMPLEX64, TYPE_COMPLEX128) || kind_between(t, TYPE_UNTYPED_COMPLEX, TYPE_UNTYPED_COMPLEX);
}

bool type_is_numeric(const struct type *t) {
    return kind_between(t, TYPE_INT, TYPE_COMPLEX128) || kind_between(t, TYPE_UNTYPED_INT, TYPE_UNTYPED_COMPLEX);
}

bool type_is_string(const struct type *t) {
    return kind_between(t, TYPE_STRING, TYPE_STRING) || kind_between(t, TYPE_UNTYPED_STRING, TYPE_UNTYPED_STRING);
}

bool type_is_boolean(const struct type *t) {
    return kind_between(t, TYPE_BOOL, TYPE_BOOL) || kind_between(t, TYPE_UNTYPED_BOOL, TYPE_UNTYPED_BOOL);
}

bool type_is_interface(const struct type *t) {
    return under(t)->kind == TYPE_INTERFACE;
}

struct type *type_default(struct type *t) {
    switch (t->kind) {
    case TYPE_UNTYPED_BOOL: return type_basic(TYPE_BOOL);
    case TYPE_UNTYPED_INT: return type_basic(TYPE_INT);
    case TYPE_UNTYPED_RUNE: return type_rune();
    case TYPE_UNTYPED_FLOAT: return type_basic(TYPE_FLOAT64);
    case TYPE_UNTYPED_COMPLEX: return type_basic(TYPE_COMPLEX128);
    case TYPE_UNTYPED_STRING: return type_basic(TYPE_STRING);
    default: return t;
    }
}

/* ---- made types ---- */

static bool is_predeclared(const struct type *t) {
    return t->kind < TYPE_POINTER || t == type_any() || t == type_empty_interface() || t == type_error();
}

struct type *type_pointer_to(struct arena *a, struct type *elem) {
    if (!is_predeclared(elem) && elem->pointer_to)
        return elem->pointer_to;
    struct type *t = arena_new(a, struct type);
    t->kind = TYPE_POINTER;
    t->elem = elem;
    if (!is_predeclared(elem))
        elem->pointer_to = t;
    return t;
}

struct type *type_slice_of(struct arena *a, struct type *elem) {
    struct type *t = arena_new(a, struct type);
    t->kind = TYPE_SLICE;
    t->elem = elem;
    return t;
}

/* ---- identity (spec: Type identity) ---- */

static bool same_name(const char *x, const struct package *px, const char *y, const struct package *py) {
    return strcmp(x, y) == 0 && (px == py || name_is_exported(x));
}

/* Two interfaces that are being compared further out. An interface's method can mention a literal of the same interface, so that comparing
 * them comes back to them: then they are the same as far as this comparison goes. */
struct interface_pair {
    const struct type *a, *b;
    const struct interface_pair *outer;
};
static bool identical(const struct type *a, const struct type *b, const struct interface_pair *outer);

static bool lists_identical(struct type *const *x, struct type *const *y, int len, const struct interface_pair *outer) {
    for (int i = 0; i < len; i++) {
        if (!identical(x[i], y[i], outer))
            return false;
    }
    return true;
}

static bool interfaces_identical(const struct type *a, const struct type *b, const struct interface_pair *outer) {
    if (a->methods.len != b->methods.len)
        return false;
    for (const struct interface_pair *p = outer; p; p = p->outer) {
        if ((p->a == a && p->b == b) || (p->a == b && p->b == a))
            return true;
    }
    const struct interface_pair pair = {a, b, outer};
    vec_each(i, &a->methods) {
        const struct method *x = &a->methods.items[i], *y = &b->methods.items[i];
        if (!same_name(x->name, x->package, y->name, y->package) || !identical(x->type, y->type, &pair))
            return false;
    }
    return true;
}

static bool fields_identical(const struct object *x, const struct object *y, const struct interface_pair *outer) {
    return x->embedded == y->embedded && same_name(x->name, x->package, y->name, y->package) &&
           strcmp(x->tag ? x->tag : "", y->tag ? y->tag : "") == 0 && identical(x->type, y->type, outer);
}

static bool identical(const struct type *a, const struct type *b, const struct interface_pair *outer) {
    for (;;) {
        if (a == b)
            return true;
        if (!a || !b || a->kind != b->kind)
            return false;
        switch (a->kind) {
        case TYPE_POINTER:
        case TYPE_SLICE: break;
        case TYPE_ARRAY:
            if (a->count >= 0 && b->count >= 0 && a->count != b->count)
                return false;
            break;
        case TYPE_CHAN:
            if (a->dir != b->dir)
                return false;
            break;
        case TYPE_MAP:
            if (!identical(a->key, b->key, outer))
                return false;
            break;
        case TYPE_STRUCT:
            if (a->fields.len != b->fields.len)
                return false;
            vec_each(i, &a->fields) {
                if (!fields_identical(a->fields.items[i], b->fields.items[i], outer))
                    return false;
            }
            return true;
        case TYPE_FUNC:
        case TYPE_TUPLE:
            if (a->variadic != b->variadic || a->params.len != b->params.len || a->results.len != b->results.len)
                return false;
            return lists_identical(a->params.items, b->params.items, a->params.len, outer) &&
                   lists_identical(a->results.items, b->results.items, a->results.len, outer);
        case TYPE_INTERFACE: return interfaces_identical(a, b, outer);
        case TYPE_NAMED: return false;
        default: return true; /* basic: byte is uint8, rune is int32 */
        }
        a = a->elem;
        b = b->elem;
    }
}

bool types_identical(const struct type *a, const struct type *b) {
    return identical(a, b, NULL);
}

/* ---- layout ---- */

/* Sizes stop growing here; the checker refuses types that reach it (LARGEST_TYPE). */
static int64_t saturated_multiply(int64_t x, int64_t y) {
    int64_t product;
    return __builtin_mul_overflow(x, y, &product) ? INT64_MAX / 2 : product;
}

static int64_t saturated_add(int64_t x, int64_t y) {
    return x > INT64_MAX / 2 - y ? INT64_MAX / 2 : x + y;
}

static int64_t aligned_up(int64_t n, int64_t align) {
    return saturated_add(n, align - 1) / align * align;
}

static const int64_t basic_sizes[] = {
#define X(name, text, size) [TYPE_##name] = size,
    BASIC_KINDS(X)
#undef X
};

/* What is known of a type, and whether nothing of it was still under way. */
struct layout {
    int64_t size, align;
    bool final;
};

static struct layout layout_of(const struct type *t);

static struct layout struct_layout(const struct type *t) {
    struct layout whole = {0, 1, t->complete};
    int64_t last = -1;
    vec_each(i, &t->fields) {
        struct layout f = layout_of(t->fields.items[i]->type);
        whole.final &= f.final;
        whole.size = saturated_add(aligned_up(whole.size, f.align), f.size);
        if (f.align > whole.align)
            whole.align = f.align;
        last = f.size;
    }
    /* A pointer to a last field of no size must not point behind the object. */
    if (last == 0 && whole.size > 0)
        whole.size++;
    whole.size = aligned_up(whole.size, whole.align);
    return whole;
}

static struct layout layout_of(const struct type *t) {
    if (t && t->kind == TYPE_NAMED)
        t = t->underlying ? under(t) : NULL;
    if (!t)
        return (struct layout){0, 1, false};
    if (t->known.sized)
        return (struct layout){t->known.size, t->known.align, true};
    struct layout l = {8, 8, true};
    switch (t->kind) {
    case TYPE_INVALID: return (struct layout){0, 1, true};
    case TYPE_POINTER:
    case TYPE_MAP:
    case TYPE_CHAN:
    case TYPE_FUNC: return l;
    case TYPE_SLICE: return (struct layout){24, 8, true};
    case TYPE_INTERFACE: return (struct layout){16, 8, true};
    case TYPE_TUPLE: return (struct layout){0, 1, true};
    case TYPE_ARRAY:
    case TYPE_STRUCT: break;
    default: {
        int64_t size = basic_sizes[t->kind];
        int64_t align = t->kind == TYPE_COMPLEX64 ? 4 : size > 8 ? 8 : size > 0 ? size : 1;
        return (struct layout){size, align, true};
    }
    }
    if (t->known.visiting)
        return (struct layout){0, 1, false}; /* contains itself, which is reported elsewhere */
    struct type *memo = (struct type *)t;
    memo->known.visiting = true;
    if (t->kind == TYPE_ARRAY) {
        l = layout_of(t->elem);
        l.size = t->count > 0 ? saturated_multiply(l.size, t->count) : 0;
        l.final &= t->count >= 0;
    } else {
        l = struct_layout(t);
    }
    memo->known.visiting = false;
    if (l.final) {
        memo->known.size = l.size;
        memo->known.align = l.align;
        memo->known.sized = true;
    }
    return l;
}

int64_t type_size(const struct type *t) {
    return layout_of(t).size;
}

int64_t type_align(const struct type *t) {
    return layout_of(t).align;
}

int64_t field_offset(const struct type *struct_type, int field) {
    const struct type *t = under(struct_type);
    int64_t offset = 0;
    for (int i = 0; i <= field && i < t->fields.len; i++) {
        struct layout f = layout_of(t->fields.items[i]->type);
        offset = aligned_up(offset, f.align);
        if (i < field)
            offset = saturated_add(offset, f.size);
    }
    return offset;
}

/* ---- pointers and comparison ---- */

bool type_has_pointers(const struct type *t) {
    if (!t)
        return false;
    switch (t->kind) {
    case TYPE_POINTER:
    case TYPE_SLICE:
    case TYPE_MAP:
    case TYPE_CHAN:
    case TYPE_FUNC:
    case TYPE_INTERFACE:
    case TYPE_STRING:
    case TYPE_UNSAFE_POINTER: return true;
    case TYPE_NAMED: return type_has_pointers(under(t));
    case TYPE_ARRAY:
    case TYPE_STRUCT: break;
    default: return false;
    }
    if (t->known.has_pointers)
        return t->known.has_pointers > 0;
    if (t->known.visiting)
        return false; /* contains itself, which is reported elsewhere */
    struct type *memo = (struct type *)t;
    memo->known.visiting = true;
    bool any = t->kind == TYPE_ARRAY && t->count != 0 && type_has_pointers(t->elem);
    vec_each(i, &t->fields) any = any || type_has_pointers(t->fields.items[i]->type);
    memo->known.visiting = false;
    if (t->complete)
        memo->known.has_pointers = any ? 1 : -1;
    return any;
}

bool type_is_pointer_shaped(const struct type *t) {
    const struct type *u = under(t);
    switch (u->kind) {
    case TYPE_POINTER:
    case TYPE_MAP:
    case TYPE_CHAN:
    case TYPE_UNSAFE_POINTER: return true;
    case TYPE_ARRAY: return u->count == 1 && type_is_pointer_shaped(u->elem);
    case TYPE_STRUCT: return u->fields.len == 1 && type_is_pointer_shaped(u->fields.items[0]->type);
    default: return false;
    }
}

bool type_comparable(const struct type *t) {
    const struct type *u = under(t);
    switch (u->kind) {
    case TYPE_SLICE:
    case TYPE_MAP:
    case TYPE_FUNC:
    case TYPE_UNTYPED_NIL: return false;
    case TYPE_ARRAY:
    case TYPE_STRUCT: break;
    default: return true;
    }
    if (u->known.comparable)
        return u->known.comparable > 0;
    if (u->known.visiting)
        return true;
    struct type *memo = (struct type *)u;
    memo->known.visiting = true;
    bool all = u->kind == TYPE_STRUCT || type_comparable(u->elem);
    vec_each(i, &u->fields) all = all && type_comparable(u->fields.items[i]->type);
    memo->known.visiting = false;
    if (u->complete)
        memo->known.comparable = all ? 1 : -1;
    return all;
}

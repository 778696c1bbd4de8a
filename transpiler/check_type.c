/* Type expressions: from syntax to types (spec: Types). */
#include "transpiler/check_internal.h"

#include <stdlib.h>
#include <string.h>

struct type *under(struct type *t) {
    struct type *u = type_underlying(t);
    return u ? u : type_invalid();
}

struct type *new_type(struct checker *c, enum type_kind kind) {
    struct type *t = arena_new(c->arena, struct type);
    t->kind = kind;
    return t;
}

struct type *array_of(struct checker *c, struct type *elem, int64_t count) {
    struct type *t = new_type(c, TYPE_ARRAY);
    t->elem = elem;
    t->count = count;
    t->complete = true;
    return t;
}

void require_size_within_limit(struct checker *c, struct type *t, struct expr *at) {
    if (type_size(t) > LARGEST_TYPE)
        report_at(c, at, "type %s larger than address space", type_string(c, t));
}

/* Types come here in the order in which they contain each other, and remember the answers: nobody has to walk down a long chain of
 * them later. */
static void require_size(struct checker *c, void *type, struct expr *at) {
    require_size_within_limit(c, type, at);
    type_comparable(type);
    type_has_pointers(type);
}

int64_t check_array_length(struct checker *c, struct expr *e) {
    if (e->kind == EXPR_NAME) {
        const struct object *o = lookup(c, e->name, NULL);
        if (!o) {
            report_at(c, e, "undeclared name %s for array length", e->name);
            return -1;
        }
        if (o->kind != OBJECT_CONST) {
            report_at(c, e, "invalid array length %s", e->name);
            return -1;
        }
    }
    check_expr(c, e);
    if (e->mode != MODE_CONSTANT) {
        if (e->mode != MODE_INVALID)
            report_at(c, e, "array length %s must be constant", operand_string(c, e));
        return -1;
    }
    if (constant_kind(e->value) == CONSTANT_UNKNOWN)
        return -1;
    if (type_is_untyped(e->type) || type_is_integer(e->type)) {
        const struct constant *n = constant_kind(e->value) == CONSTANT_STRING || constant_kind(e->value) == CONSTANT_BOOL
                                       ? NULL
                                       : constant_to_int(c->arena, e->value);
        int64_t length;
        if (n && constant_fits_int64(n, &length)) {
            if (length >= 0) {
                if (type_is_untyped(e->type))
                    convert_untyped(c, e, type_basic(TYPE_INT));
                return length;
            }
            report_at(c, e, "invalid array length %s", operand_string(c, e));
            return -1;
        }
    }
    report_at(c, e, "array length %s must be integer", operand_string(c, e));
    return -1;
}

/* ---- structs ---- */

static struct expr *embedded_name(struct expr *type) {
    if (type->kind == EXPR_STAR && type->x->kind != EXPR_STAR)
        type = type->x;
    return type->kind == EXPR_NAME || type->kind == EXPR_SELECTOR ? type : NULL;
}

static void check_embedded(struct checker *c, void *type, struct expr *at) {
    struct type *t = type;
    bool pointer = t->kind == TYPE_POINTER;
    struct type *u = under(pointer ? t->elem : t);
    if (u->kind == TYPE_UNSAFE_POINTER)
        report_at(c, at, "embedded field type cannot be unsafe.Pointer");
    else if (u->kind == TYPE_POINTER)
        report_at(c, at, "embedded field type cannot be a pointer");
    else if (u->kind == TYPE_INTERFACE && pointer)
        report_at(c, at, "embedded field type cannot be a pointer to an interface");
}

static void add_field(struct checker *c, struct type *s, struct map *seen, struct field *f, const char *name, struct pos pos,
                      struct type *type) {
    struct object *o = new_object(c, OBJECT_VAR, name, pos);
    o->type = type;
    o->is_field = true;
    o->embedded = f->embedded;
    o->tag = f->tag;
    o->checking = CHECKED;
    f->object = o;
    if (strcmp(name, "_") != 0) {
        struct object *other = map_get(seen, name);
        if (other) {
            report(c, pos, "%s redeclared", name);
            report_more(c, other->pos, "other declaration of %s", name);
            return;
        }
        map_put(c->arena, seen, name, o);
    }
    vec_push(c->arena, &s->fields, o);
}

static void check_struct(struct checker *c, struct type *s, struct expr *e) {
    struct map seen = {0};
    struct expr *previous = NULL;
    struct type *type = NULL;
    for (int i = 0; i < e->fields.len; i++) {
        struct field *f = &e->fields.items[i];
        if (f->type != previous)
            type = check_type(c, f->type);
        previous = f->type;
        if (!f->embedded) {
            add_field(c, s, &seen, f, f->name->name, f->name->pos, type);
            f->name->object = f->object;
            continue;
        }
        struct pos pos = expr_start(f->type);
        struct expr *name = embedded_name(f->type);
        if (!name) {
            report(c, pos, "invalid embedded field type %s", expr_string(c, f->type));
            add_field(c, s, &seen, f, "_", pos, type_invalid());
            continue;
        }
        add_field(c, s, &seen, f, name->name, pos, type);
        if (type->kind != TYPE_INVALID)
            when_typed(c, check_embedded, type, f->type);
    }
    s->complete = true;
}

/* ---- interfaces ---- */

static int compare_method_items(const void *x, const void *y) {
    return compare_methods(x, y);
}

static void add_interface_method(struct checker *c, struct type *t, struct map *seen, struct method m, struct pos at,
                                 bool is_explicit) {
    /* Names that are not exported differ by package. */
    const char *key = name_is_exported(m.name) ? m.name : arena_printf(c->arena, "%s.%s", m.package->path, m.name);
    struct method *other = map_get(seen, key);
    if (other) {
        if (is_explicit || language_is_before(c, 14) || !types_identical(other->type, m.type)) {
            report(c, at, "duplicate method %s", m.name);
            report_more(c, other->pos, "other declaration of %s", m.name);
        }
        return;
    }
    map_put(c->arena, seen, key, arena_copy(c->arena, &m, sizeof m));
    vec_push(c->arena, &t->methods, m);
}

/* The whole method set, once the embedded interfaces are known (spec: Embedded interfaces). */
static void complete_interface(struct checker *c, void *interface, struct expr *e) {
    struct type *t = interface;
    if (t->complete)
        return;
    t->complete = true; /* also ends the walk through an interface that embeds itself, which is reported elsewhere */
    struct map seen = {0};
    VEC(struct method) declared = {t->methods.items, t->methods.len, t->methods.cap};
    t->methods.items = NULL;
    t->methods.len = t->methods.cap = 0;
    vec_each(i, &declared) add_interface_method(c, t, &seen, declared.items[i], declared.items[i].pos, true);
    int embedded = 0;
    for (int i = 0; e && i < e->fields.len; i++) {
        const struct field *f = &e->fields.items[i];
        if (f->name || embedded >= t->embedded.len)
            continue;
        struct type *u = under(t->embedded.items[embedded++]);
        if (u->kind == TYPE_INVALID)
            continue;
        if (u->kind != TYPE_INTERFACE) {
            const char *what = arena_printf(c->arena, "embedding non-interface type %s",
                                            type_string(c, t->embedded.items[embedded - 1]));
            if (require_version(c, expr_start(f->type), 18, what))
                report_at(c, f->type, "unsupported: %s (type sets belong to generics)", what);
            continue;
        }
        if (!u->complete)
            complete_interface(c, u, ptrmap_get(&c->interface_exprs, u));
        vec_each(k, &u->methods) add_interface_method(c, t, &seen, u->methods.items[k], expr_start(f->type), false);
    }
    if (t->methods.len)
        qsort(t->methods.items, (size_t)t->methods.len, sizeof *t->methods.items, compare_method_items);
}

static void check_interface(struct checker *c, struct type *t, struct expr *e) {
    for (int i = 0; i < e->fields.len; i++) {
        struct field *f = &e->fields.items[i];
        if (!f->name) {
            struct type *embedded = check_type(c, f->type);
            vec_push(c->arena, &t->embedded, embedded);
            continue;
        }
        if (is_blank(f->name)) {
            report_at(c, f->name, "methods must have a unique non-blank name");
            continue;
        }
        struct type *signature = check_type(c, f->type);
        if (signature->kind != TYPE_FUNC)
            continue;
        vec_push(c->arena, &t->methods,
                 ((struct method){.name = f->name->name, .type = signature, .pos = f->name->pos, .package = c->package}));
    }
    ptrmap_put(c->arena, &c->interface_exprs, t, e);
    when_typed(c, complete_interface, t, e);
}

/* ---- functions ---- */

/* One parameter list. The types are looked at in the scope around the function: parameters are not visible to each other's types. */
static void check_parameters(struct checker *c, field_list *list, bool variadic_allowed, bool *variadic, object_list *out) {
    struct expr *previous = NULL;
    struct type *type = NULL;
    for (int i = 0; i < list->len; i++) {
        struct field *f = &list->items[i];
        if (f->type != previous) {
            struct expr *written = f->type;
            if (written->kind == EXPR_DOTS_TYPE) {
                if (variadic_allowed && i == list->len - 1)
                    *variadic = true;
                else
                    report_at(c, written, "can only use ... with final parameter in list");
                written = written->y;
            }
            type = check_type(c, written);
            previous = f->type;
        }
        struct object *o = new_object(c, OBJECT_VAR, f->name ? f->name->name : NULL, f->name ? f->name->pos : f->pos);
        o->type = type;
        o->checking = CHECKED;
        if (f->name)
            f->name->object = o;
        f->object = o;
        vec_push(c->arena, out, o);
    }
    if (*variadic && variadic_allowed) {
        struct object *last = vec_last(out);
        last->type = type_slice_of(c->arena, last->type);
        struct expr *dots = list->items[list->len - 1].type;
        dots->mode = MODE_TYPE;
        dots->type = last->type;
    }
}

static void declare_parameters(struct checker *c, const object_list *list, struct func *f) {
    vec_each(i, list) {
        list->items[i]->func = f;
        declare(c, c->env.scope, list->items[i]);
    }
}

/* Fills `out`, a function type. f: the function whose signature it is, or NULL for a function type; its parameters are then declared in
 * the scope that the caller has opened. */
struct type *check_signature(struct checker *c, struct signature_expr *s, struct field *receiver, struct func *f, struct type *out) {
    object_list receivers = {0}, params = {0}, results = {0};
    bool variadic = false, no = false;
    struct scope *inner = c->env.scope;
    if (f)
        c->env.scope = inner->outer;
    if (receiver) {
        field_list one = {receiver, 1, 1};
        check_parameters(c, &one, false, &no, &receivers);
    }
    check_parameters(c, &s->params, true, &variadic, &params);
    check_parameters(c, &s->results, false, &no, &results);
    c->env.scope = inner;

    vec_each(i, &params) {
        vec_push(c->arena, &out->params, params.items[i]->type);
        vec_push(c->arena, &out->param_names, params.items[i]->name);
        params.items[i]->is_param = true;
    }
    vec_each(i, &results) {
        vec_push(c->arena, &out->results, results.items[i]->type);
        vec_push(c->arena, &out->result_names, results.items[i]->name);
        results.items[i]->is_result = true;
    }
    out->variadic = variadic;

    struct scope unnamed = {.outer = c->env.scope};
    struct func no_function = {0};
    if (!f) {
        unnamed.func = &no_function;
        c->env.scope = &unnamed; /* a function type's names must be distinct too */
    } else {
        if (receivers.len) {
            f->receiver = receivers.items[0];
            f->receiver->is_receiver = true;
        }
        vec_each(i, &params) vec_push(c->arena, &f->params, params.items[i]);
        vec_each(i, &results) vec_push(c->arena, &f->results, results.items[i]);
    }
    declare_parameters(c, &receivers, f);
    declare_parameters(c, &params, f);
    declare_parameters(c, &results, f);
    c->env.scope = inner;
    return out;
}

/* ---- any type ---- */

static void require_comparable_key(struct checker *c, void *map, struct expr *at) {
    struct type *t = map;
    if (t->key && t->key->kind != TYPE_INVALID && !type_comparable(t->key))
        report_at(c, at, "invalid map key type %s", type_string(c, t->key));
}

static void require_channel_element(struct checker *c, void *channel, struct expr *at) {
    if (type_size(((struct type *)channel)->elem) > LARGEST_CHANNEL_ELEMENT)
        report_at(c, at, "channel element type too large (>64kB)");
}

static struct type *check_named_type(struct checker *c, struct expr *e, struct type *def) {
    if (e->kind == EXPR_NAME)
        check_name(c, e, def, true);
    else
        check_selector(c, e, def);
    if (e->mode == MODE_TYPE)
        return e->type;
    if (e->mode != MODE_INVALID)
        report_at(c, e, "%s is not a type", e->mode == MODE_NO_VALUE ? expr_string(c, e) : operand_string(c, e));
    return NULL;
}

/* Slices of one type are written again and again: one struct serves them all. */
static struct type *slice_of(struct checker *c, struct type *elem) {
    struct type *t = ptrmap_get(&c->slices, elem);
    if (!t) {
        t = type_slice_of(c->arena, elem);
        ptrmap_put(c->arena, &c->slices, elem, t);
    }
    return t;
}

static struct type *defined_as(struct type *t, struct type *def) {
    if (def)
        def->underlying = t;
    return t;
}

static struct type *type_of_expr(struct checker *c, struct expr *e, struct type *def) {
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_SELECTOR: {
        struct type *t = check_named_type(c, e, def);
        return t ? defined_as(t, def) : NULL;
    }
    case EXPR_PAREN: return check_defined_type(c, e->x, def);
    case EXPR_ARRAY_TYPE: {
        struct type *t = defined_as(new_type(c, TYPE_ARRAY), def);
        t->count = -1;
        if (e->x)
            t->count = check_array_length(c, e->x);
        else
            report_at(c, e, "invalid use of [...] array (outside a composite literal)");
        t->elem = check_type(c, e->y);
        if (t->count < 0)
            return NULL;
        t->complete = true;
        when_typed(c, require_size, t, e);
        return t;
    }
    case EXPR_SLICE_TYPE: {
        if (!def)
            return slice_of(c, check_type(c, e->y));
        struct type *t = defined_as(new_type(c, TYPE_SLICE), def);
        t->elem = check_type(c, e->y);
        return t;
    }
    case EXPR_DOTS_TYPE:
        report_at(c, e, "invalid use of '...'");
        check_use(c, e->y);
        return NULL;
    case EXPR_STRUCT_TYPE: {
        struct type *t = defined_as(new_type(c, TYPE_STRUCT), def);
        check_struct(c, t, e);
        when_typed(c, require_size, t, e);
        return t;
    }
    case EXPR_STAR: {
        if (!def) {
            struct type *elem = check_type(c, e->x);
            return elem->kind == TYPE_INVALID ? NULL : type_pointer_to(c->arena, elem);
        }
        struct type *t = defined_as(new_type(c, TYPE_POINTER), def);
        t->elem = type_invalid();
        t->elem = check_type(c, e->x);
        return t->elem->kind == TYPE_INVALID ? NULL : t;
    }
    case EXPR_FUNC_TYPE:
        return check_signature(c, e->signature, NULL, NULL, defined_as(new_type(c, TYPE_FUNC), def));
    case EXPR_INTERFACE_TYPE: {
        if (!e->fields.len && !def)
            return type_empty_interface();
        struct type *t = defined_as(new_type(c, TYPE_INTERFACE), def);
        check_interface(c, t, e);
        return t;
    }
    case EXPR_MAP_TYPE: {
        struct type *t = defined_as(new_type(c, TYPE_MAP), def);
        t->key = check_type(c, e->x);
        t->elem = check_type(c, e->y);
        when_typed(c, require_comparable_key, t, e->x);
        return t;
    }
    case EXPR_CHAN_TYPE: {
        struct type *t = defined_as(new_type(c, TYPE_CHAN), def);
        t->dir = e->dir;
        t->elem = check_type(c, e->y);
        when_typed(c, require_channel_element, t, e);
        return t;
    }
    case EXPR_BAD: return NULL;
    case EXPR_INDEX: {
        struct type *t = check_type(c, e->x);
        if (t->kind != TYPE_INVALID)
            report_at(c, e, "%s is not a generic type", type_string(c, t));
        return NULL;
    }
    default:
        report_at(c, e, "%s is not a type", expr_string(c, e));
        check_use(c, e);
        return NULL;
    }
}

struct type *check_defined_type(struct checker *c, struct expr *e, struct type *def) {
    struct type *t = type_of_expr(c, e, def);
    if (!t) {
        t = type_invalid();
        defined_as(t, def);
    }
    e->mode = t->kind == TYPE_INVALID ? MODE_INVALID : MODE_TYPE;
    e->type = t;
    return t;
}

struct type *check_type(struct checker *c, struct expr *e) {
    return check_defined_type(c, e, NULL);
}

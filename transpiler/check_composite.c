/* Composite literals (spec: Composite literals). Elided types are written into the tree: every literal has its type, every field name
 * its field. */
#include "transpiler/check_internal.h"

#include <string.h>

/* Where messages about a whole element stand: a key-value pair's at its colon. */
static struct pos element_place(const struct expr *element) {
    return element->kind == EXPR_KEY_VALUE ? element->pos : expr_start(element);
}

/* ---- structs ---- */

static void check_field_values(struct checker *c, struct expr *e, struct type *s, struct type *whole) {
    bool *given = arena_array(c->arena, bool, s->fields.len);
    vec_each(i, &e->list) {
        struct expr *kv = e->list.items[i];
        if (kv->kind != EXPR_KEY_VALUE) {
            report_at(c, kv, "mixture of field:value and value elements in struct literal");
            continue;
        }
        struct expr *key = kv->x, *value = kv->y;
        int f = key->kind == EXPR_NAME ? field_index(c->arena, s, key->name, c->package) : -1;
        check_with_hint(c, value, NULL);
        if (key->kind != EXPR_NAME) {
            report(c, kv->pos, "invalid field name %s in struct literal", expr_string(c, key));
            continue;
        }
        if (f < 0) {
            report_at(c, key, "unknown field '%s' in struct literal of type %s", key->name, type_string(c, whole));
            continue;
        }
        key->object = s->fields.items[f];
        key->mode = MODE_VARIABLE;
        key->type = key->object->type;
        check_assignment(c, value, key->type, FOR("struct literal"));
        kv->mode = value->mode;
        kv->type = value->type;
        if (given[f])
            report(c, kv->pos, "duplicate field name %s in struct literal", key->name);
        given[f] = true;
    }
}

static void check_positional_fields(struct checker *c, struct expr *e, struct type *s, struct type *whole) {
    vec_each(i, &e->list) {
        struct expr *value = e->list.items[i];
        if (value->kind == EXPR_KEY_VALUE) {
            report(c, value->pos, "mixture of field:value and value elements in struct literal");
            continue;
        }
        check_expr(c, value);
        if (i >= s->fields.len) {
            report_at(c, value, "too many values in %s{…}", type_string(c, whole));
            break;
        }
        struct object *f = s->fields.items[i];
        if (f->package != c->package && !name_is_exported(f->name)) {
            report_at(c, value, "implicit assignment to unexported field %s in %s literal", f->name, type_string(c, e->type));
            continue;
        }
        check_assignment(c, value, f->type, FOR("struct literal"));
    }
    if (e->list.len < s->fields.len)
        report(c, e->close, "too few values in %s{…}", type_string(c, whole));
}

/* ---- arrays and slices ---- */

/* Which indices were given: in order for the most part, else by their text. */
struct given_indices {
    int64_t in_order; /* all below are there */
    struct map others;
};

static bool give_index(struct checker *c, struct given_indices *g, int64_t index) {
    if (index == g->in_order && !g->others.len) {
        g->in_order++;
        return true;
    }
    const char *key = arena_printf(c->arena, "%lld", (long long)index);
    if (index < g->in_order || map_has(&g->others, key))
        return false;
    map_put(c->arena, &g->others, key, g);
    return true;
}

/* Returns the length of the literal: its largest index plus one. */
static int64_t check_elements(struct checker *c, struct expr *e, struct type *elem, int64_t length) {
    struct given_indices given = {0};
    int64_t index = 0, longest = 0;
    vec_each(i, &e->list) {
        struct expr *element = e->list.items[i], *value = element;
        bool valid = false;
        if (element->kind == EXPR_KEY_VALUE) {
            value = element->y;
            bool is_index;
            int64_t constant = check_index(c, element->x, length, &is_index);
            if (constant >= 0) {
                index = constant;
                valid = true;
            } else if (is_index) {
                report(c, element_place(element), "index %s must be integer constant", expr_string(c, element->x));
            }
        } else if (length >= 0 && index >= length) {
            report(c, element_place(element), "index %lld is out of bounds (>= %lld)", (long long)index, (long long)length);
        } else {
            valid = true;
        }
        if (valid && !give_index(c, &given, index))
            report(c, element_place(element), "duplicate index %lld in array or slice literal", (long long)index);
        if (index < INT64_MAX)
            index++;
        if (index > longest)
            longest = index;
        check_with_hint(c, value, elem);
        check_assignment(c, value, elem, FOR("array or slice literal"));
        if (value != element) {
            element->mode = value->mode;
            element->type = value->type;
        }
    }
    return longest;
}

/* ---- maps ---- */

/* A text that equal constant keys share: numbers of different kinds with one value are equal. In maps with interface keys the type
 * counts as well. */
const char *constant_key(struct checker *c, const struct expr *key, bool with_type) {
    int len = 0;
    const char *value;
    const struct constant *whole = NULL;
    if (constant_kind(key->value) >= CONSTANT_INT && constant_kind(key->value) <= CONSTANT_COMPLEX)
        whole = constant_to_int(c->arena, key->value);
    if (constant_kind(key->value) == CONSTANT_STRING) {
        const char *bytes = constant_string(key->value, &len);
        /* NULs would end a table's key */
        struct buf b = {0};
        for (int i = 0; i < len; i++) {
            if (bytes[i] == '\0' || bytes[i] == '\\')
                buf_printf(&b, "\\%d", bytes[i]);
            else
                buf_char(&b, bytes[i]);
        }
        value = arena_strndup(c->arena, b.text ? b.text : "", b.len);
        buf_free(&b);
    } else if (whole) {
        value = constant_text(c->arena, whole);
    } else if (constant_kind(key->value) == CONSTANT_FLOAT || constant_kind(key->value) == CONSTANT_COMPLEX) {
        value = arena_printf(c->arena, "%a %a", constant_double(constant_real(c->arena, key->value)),
                             constant_double(constant_imag(c->arena, key->value)));
    } else {
        value = constant_text(c->arena, key->value);
    }
    return with_type ? arena_printf(c->arena, "%s %s", type_identity(c->arena, key->type), value) : value;
}

static void check_entries(struct checker *c, struct expr *e, struct type *m) {
    struct map given = {0};
    vec_each(i, &e->list) {
        struct expr *kv = e->list.items[i];
        if (kv->kind != EXPR_KEY_VALUE) {
            report_at(c, kv, "missing key in map literal");
            continue;
        }
        check_with_hint(c, kv->x, m->key);
        check_assignment(c, kv->x, m->key, FOR("map literal"));
        if (kv->x->mode == MODE_INVALID)
            continue;
        if (kv->x->mode == MODE_CONSTANT) {
            const char *key = constant_key(c, kv->x, type_is_interface(m->key));
            if (map_has(&given, key)) {
                report_at(c, kv->x, "duplicate key %s in map literal", constant_text(c->arena, kv->x->value));
                continue;
            }
            map_put(c->arena, &given, key, kv);
        }
        check_with_hint(c, kv->y, m->elem);
        check_assignment(c, kv->y, m->elem, FOR("map literal"));
        kv->mode = kv->y->mode;
        kv->type = kv->y->type;
    }
}

/* ---- any literal ---- */

/* The type as written, or the element type of the literal around; *base is what is made: {…} of a *T makes a T. */
static struct type *literal_type(struct checker *c, struct expr *e, struct type *hint, struct type **base) {
    if (e->x && e->x->kind == EXPR_ARRAY_TYPE && !e->x->x) {
        struct type *t = new_type(c, TYPE_ARRAY);
        t->count = -1;
        t->elem = check_type(c, e->x->y);
        set_value(e->x, MODE_TYPE, t);
        return *base = t;
    }
    if (e->x)
        return *base = check_type(c, e->x);
    if (!hint) {
        report_at(c, e, "missing type in composite literal");
        return NULL;
    }
    struct type *u = under(hint);
    *base = u->kind == TYPE_POINTER ? u->elem : hint;
    return hint;
}

static bool is_set_up(struct checker *c, struct expr *e, struct type *u) {
    bool known = u->kind == TYPE_STRUCT ? u->complete : u->kind == TYPE_MAP ? u->key && u->elem : u->elem != NULL;
    if (!known)
        report_at(c, e, "illegal cycle in type declaration");
    return known;
}

void check_composite(struct checker *c, struct expr *e, struct type *hint) {
    struct type *base = NULL, *t = literal_type(c, e, hint, &base);
    invalidate(e);
    if (!t)
        return;
    struct type *u = under(base);
    if (u->kind == TYPE_STRUCT || u->kind == TYPE_ARRAY || u->kind == TYPE_SLICE || u->kind == TYPE_MAP) {
        if (!is_set_up(c, e, u))
            return;
        e->type = t; /* for messages; the mode follows */
    }
    switch (u->kind) {
    case TYPE_STRUCT:
        if (e->list.len && e->list.items[0]->kind == EXPR_KEY_VALUE)
            check_field_values(c, e, u, base);
        else if (e->list.len)
            check_positional_fields(c, e, u, base);
        break;
    case TYPE_ARRAY: {
        int64_t length = check_elements(c, e, u->elem, u->count);
        if (u->count < 0) {
            u->count = length;
            u->complete = true;
            require_size_within_limit(c, u, e);
        }
        break;
    }
    case TYPE_SLICE: check_elements(c, e, u->elem, -1); break;
    case TYPE_MAP: check_entries(c, e, u); break;
    default:
        vec_each(i, &e->list) {
            struct expr *element = e->list.items[i];
            check_use(c, element->kind == EXPR_KEY_VALUE ? element->y : element);
        }
        if (u->kind != TYPE_INVALID)
            report_at(c, e, "invalid composite literal type %s", type_string(c, t));
        return;
    }
    set_value(e, MODE_VALUE, t);
}

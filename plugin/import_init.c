/* Initialiser lists, read as C17 6.7.9 says, with GNU's extensions.
 *
 * The two hosts show a list in the form in which it was written: braces may be left out, designators may jump, a designated
 * element is followed by what comes after it. The tree has one INIT_LIST per object that is an aggregate, each element with its
 * place. Both hosts could show a completed form too, but not the same one. */
#include "plugin/import.h"

/* An element wrapped with its designators: an INIT_LIST without a type, as a raw list is, told from it by its name. */
struct designated {
    struct cexpr head;
    const struct ast_designator *steps;
    int count;
};
static const char designated_name[] = "designated";

struct cexpr *raw_list_new(struct arena *a, struct c_spot place) {
    return cexpr_new(a, CEXPR_INIT_LIST, NULL, place);
}

struct cexpr *designated_new(struct arena *a, struct cexpr *value, const struct ast_designator *designators, int count) {
    struct designated *d = arena_new(a, struct designated);
    d->head.kind = CEXPR_INIT_LIST;
    d->head.place = value->place;
    d->head.name = designated_name;
    d->head.a = value;
    d->steps = designators;
    d->count = count;
    return &d->head;
}

static bool is_raw(const struct cexpr *e) {
    return e->kind == CEXPR_INIT_LIST && !e->type;
}

static bool is_designated(const struct cexpr *e) {
    return is_raw(e) && e->name == designated_name;
}

static bool is_aggregate(const struct ctype *t) {
    return t->kind == CTYPE_ARRAY || t->kind == CTYPE_RECORD;
}

/* Unnamed bit-fields take no initialiser; anonymous records do. */
static bool takes_initialiser(const struct cfield *f) {
    return f->name[0] || f->type->kind == CTYPE_RECORD;
}

static int skip_unnamed(const struct ctype *record, int field) {
    while (field < record->field_count && !takes_initialiser(&record->fields[field]))
        field++;
    return field;
}

int anonymous_path(const struct ctype *record, const struct ctype *wanted, int steps[MOST_ANONYMOUS_STEPS]) {
    /* Depth first, on the steps themselves: at each depth the field that is being looked into. */
    const struct ctype *at[MOST_ANONYMOUS_STEPS + 1] = {record};
    int depth = 0;
    int next = 0;
    while (at[depth] != wanted) {
        const struct ctype *r = at[depth];
        while (next < r->field_count && (r->fields[next].name[0] || r->fields[next].type->kind != CTYPE_RECORD))
            next++;
        if (next < r->field_count && depth < MOST_ANONYMOUS_STEPS) {
            at[depth + 1] = r->fields[next].type;
            steps[depth++] = next;
            next = 0;
        } else if (depth > 0) {
            next = steps[--depth] + 1;
        } else {
            return -1;
        }
    }
    return depth;
}

/* The object whose next part is to be initialised, and those around it. */
struct level {
    struct cexpr *list; /* typed INIT_LIST */
    long next;
};
struct cursor {
    struct arena *arena;
    VEC(struct level) levels;
};

static void put(struct arena *a, struct cexpr *list, struct cexpr *value, long place) {
    /* `places` grows in step with `args`. */
    int old_cap = list->args.cap;
    vec_push(a, &list->args, value);
    if (list->args.cap != old_cap) {
        int *places = arena_array(a, int, list->args.cap);
        for (int i = 0; i + 1 < list->args.len; i++)
            places[i] = list->places[i];
        list->places = places;
    }
    list->places[list->args.len - 1] = (int)place;
}

static struct cexpr *typed_list(struct arena *a, struct ctype *type, struct c_spot place) {
    return cexpr_new(a, CEXPR_INIT_LIST, type, place);
}

static struct ctype *part_type(const struct ctype *t, long place) {
    if (t->kind == CTYPE_ARRAY)
        return t->target;
    return place < t->field_count ? t->fields[place].type : NULL;
}

static bool is_full(const struct level *l) {
    const struct ctype *t = l->list->type;
    if (t->kind == CTYPE_ARRAY)
        return t->count >= 0 && l->next >= t->count;
    return l->next >= t->field_count || (t->is_union && l->list->args.len > 0);
}

static void push_level(struct cursor *c, struct cexpr *list) {
    struct level l = {list, list->type->kind == CTYPE_RECORD ? skip_unnamed(list->type, 0) : 0};
    vec_push(c->arena, &c->levels, l);
}

static void step_past(struct level *l, long place) {
    l->next = place + 1;
    if (l->list->type->kind == CTYPE_RECORD)
        l->next = skip_unnamed(l->list->type, (int)l->next);
}

/* The list of the part at `place`, the newest one if it was begun before (`.p.x = 1, .p.y = 2`). */
static struct cexpr *sublist(struct cursor *c, struct level *l, long place, struct c_spot where) {
    struct cexpr *list = l->list;
    if (list->args.len > 0 && list->places[list->args.len - 1] == place && list->args.items[list->args.len - 1]->kind == CEXPR_INIT_LIST &&
        list->args.items[list->args.len - 1]->type)
        return list->args.items[list->args.len - 1];
    struct cexpr *sub = typed_list(c->arena, part_type(list->type, place), where);
    put(c->arena, list, sub, place);
    return sub;
}

static bool fits_whole(const struct ctype *t, const struct cexpr *value) {
    if (!is_aggregate(t) || is_raw(value))
        return true;
    if (t->kind == CTYPE_ARRAY)
        return (value->kind == CEXPR_STRING && t->target->kind == CTYPE_NUMBER) || value->type == t;
    return value->type == t;
}

/* Goes to where the designators lead; the deepest level is then the one that holds the designated part, at *place. */
static bool follow(struct cursor *c, const struct designated *d, long *place) {
    c->levels.len = 1;
    for (int i = 0; i < d->count; i++) {
        struct level *l = &vec_last(&c->levels);
        const struct ast_designator *s = &d->steps[i];
        if (i > 0) {
            struct ctype *inner = part_type(l->list->type, *place);
            if (!inner || !is_aggregate(inner))
                return false;
            struct cexpr *sub = sublist(c, l, *place, d->head.place);
            step_past(l, *place);
            push_level(c, sub);
            l = &vec_last(&c->levels);
        }
        if (s->record) {
            int steps[MOST_ANONYMOUS_STEPS];
            int count = l->list->type->kind == CTYPE_RECORD ? anonymous_path(l->list->type, s->record, steps) : -1;
            if (count < 0)
                return false;
            for (int k = 0; k < count; k++) {
                struct cexpr *sub = sublist(c, l, steps[k], d->head.place);
                step_past(l, steps[k]);
                push_level(c, sub);
                l = &vec_last(&c->levels);
            }
        } else if (l->list->type->kind != CTYPE_ARRAY) {
            return false;
        }
        *place = s->index;
    }
    return true;
}

static void gather(struct arena *a, struct cexpr *into, struct cexpr *value) {
    if (is_designated(value))
        gather(a, into, value->a);
    else if (is_raw(value))
        vec_each(i, &value->args) gather(a, into, value->args.items[i]);
    else
        vec_push(a, &into->args, value);
}

static struct cexpr *unknown_element(struct arena *a, struct ctype *type, struct cexpr *value) {
    struct cexpr *u = cexpr_new(a, CEXPR_UNKNOWN, type, value->place);
    u->name = "initialiser";
    gather(a, u, value);
    return u;
}

static struct cexpr *resolve_list(struct arena *a, struct ctype *type, struct cexpr *raw) {
    struct cexpr *list = typed_list(a, type, raw->place);
    struct cursor c = {.arena = a};
    push_level(&c, list);
    vec_each(i, &raw->args) {
        struct cexpr *value = raw->args.items[i];
        struct level *l;
        long place = 0;
        if (is_designated(value)) {
            const struct designated *d = (const struct designated *)value;
            value = d->head.a;
            if (!follow(&c, d, &place)) {
                put(a, list, unknown_element(a, type, value), 0);
                continue;
            }
            l = &vec_last(&c.levels);
        } else {
            while (c.levels.len > 1 && is_full(&vec_last(&c.levels)))
                c.levels.len--;
            l = &vec_last(&c.levels);
            place = l->next;
        }
        struct ctype *t = part_type(l->list->type, place);
        while (t && !fits_whole(t, value)) { /* braces left out: the value is for the first part of the part */
            struct cexpr *sub = sublist(&c, l, place, value->place);
            step_past(l, place);
            push_level(&c, sub);
            l = &vec_last(&c.levels);
            place = l->next;
            t = part_type(sub->type, place);
        }
        if (!t) { /* more elements than parts, which clang warns of */
            put(a, list, unknown_element(a, type, value), 0);
            continue;
        }
        put(a, l->list, resolve_initialiser(a, t, value), place);
        step_past(l, place);
    }
    return list;
}

struct cexpr *resolve_initialiser(struct arena *a, struct ctype *type, struct cexpr *value) {
    if (!is_raw(value)) {
        if (type->kind == CTYPE_POINTER && value->type && (value->type->kind == CTYPE_ARRAY || value->type->kind == CTYPE_FUNCTION))
            return cast_expr(a, value, type, false, false);
        return value;
    }
    if (is_designated(value))
        return unknown_element(a, type, value);
    if (!is_aggregate(type) && type->kind != CTYPE_OTHER && value->args.len == 1) /* int x = {1}; */
        return resolve_initialiser(a, type, value->args.items[0]);
    if (!is_aggregate(type)) { /* a vector or complex number, part by part, or {} for a scalar */
        struct cexpr *list = typed_list(a, type, value->place);
        vec_each(i, &value->args) {
            struct cexpr *v = value->args.items[i];
            put(a, list, is_raw(v) ? unknown_element(a, type, v) : v, i);
        }
        return list;
    }
    if (value->args.len == 1 && !is_raw(value->args.items[0]) && type->kind == CTYPE_ARRAY && fits_whole(type, value->args.items[0]))
        return value->args.items[0]; /* char s[] = {"text"}; */
    return resolve_list(a, type, value);
}

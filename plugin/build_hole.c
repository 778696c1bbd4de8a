/* Holes: where the value of an expression goes, and the places it comes from.
 *
 * A walk over an expression ends at a location, and there the hole is filled: an assignment is complete, or an origin is collected. */
#include "plugin/build.h"

const struct op *op_new(struct arena *a, enum op_kind kind, long offset, const struct op *next) {
    struct op *op = arena_new(a, struct op);
    *op = (struct op){kind, offset, next};
    return op;
}

const struct op *ops_append(struct arena *a, const struct op *ops, enum op_kind kind, long offset) {
    const struct op *tail = op_new(a, kind, offset, NULL);
    if (!ops)
        return tail;
    struct op *copy = NULL, *last = NULL;
    for (const struct op *o = ops; o; o = o->next) {
        struct op *c = arena_new(a, struct op);
        *c = *o;
        if (last)
            last->next = c;
        else
            copy = c;
        last = c;
    }
    last->next = tail;
    return copy;
}

const struct step *step_new(struct builder *b, enum flow_reason reason, const struct cexpr *e, struct c_spot place,
                            const struct step *next) {
    struct step *s = arena_new(b->arena, struct step);
    *s = (struct step){.reason = reason, .expression = e, .place = place, .lowered = b->flows->lowered, .next = next};
    return s;
}

/* ---- expressions, seen through what changes nothing ---- */

const struct cexpr *strip_casts(const struct cexpr *e) {
    while (e && e->kind == CEXPR_CAST && (e->cast == CCAST_VALUE || e->cast == CCAST_FUNCTION_DECAY))
        e = e->a;
    return e;
}

struct cfunc *function_named(const struct cexpr *e) {
    e = strip_casts(e);
    while (e && (e->kind == CEXPR_ADDRESS || e->kind == CEXPR_DEREF))
        e = strip_casts(e->a);
    return e && e->kind == CEXPR_FUNC ? e->func : NULL;
}

/* ---- on the way ---- */

void push_step(struct builder *b, struct hole *k, enum flow_reason reason, const struct cexpr *e) {
    if (!is_idle(k))
        k->steps = step_new(b, reason, e, e->place, k->steps);
}

void push_op(struct builder *b, struct hole *k, enum op_kind kind, long offset) {
    k->followed = k->followed || kind == OP_LOAD;
    if (is_idle(k))
        return;
    if (kind == OP_LOAD && k->address && !k->ops)
        k->address = false; /* &*p is p */
    else if (kind != OP_FIELD || offset != 0)
        k->ops = op_new(b->arena, kind, offset, k->ops);
}

bool loads(const struct op *ops) {
    for (; ops; ops = ops->next) {
        if (ops->kind != OP_FIELD)
            return true;
    }
    return false;
}

bool wants_address(const struct hole *k) {
    return k->address && !loads(k->ops);
}

/* ---- at the end ---- */

/* A site's address becomes a value: for an expression of Go, "func literal (spill)". */
static const struct step *spilled(struct builder *b, struct location *site, const struct step *next) {
    struct step *s = (struct step *)step_new(b, FLOW_SPILL, NULL, site->place, next);
    s->object = site;
    return s;
}

void fill(struct builder *b, struct location *base, struct hole k) {
    if (wants_address(&k) && !k.for_store)
        base->address_taken = true;
    if (is_idle(&k))
        return;
    if (wants_address(&k) && !k.for_store && base->verdict && base->verdict->id)
        k.steps = spilled(b, base, k.steps);
    struct place src = {base, k.ops, k.address};
    if (k.kind == HOLE_ORIGINS) {
        struct origin o = {src, k.type, k.steps};
        vec_push(b->arena, &k.into->list, o);
        return;
    }
    struct assignment *s = arena_new(b->arena, struct assignment);
    *s = (struct assignment){.dst = k.dst, .src = src, .type = k.type, .steps = k.steps, .assumed = k.assumed, .c_only = k.c_only};
    struct function *user = b->function ? b->function : k.dst.base->kind == LOC_GLOBAL ? k.dst.base->function : b->naming;
    vec_push_moving(b->arena, &user->assignments, s);
}

void from_outside(struct builder *b, struct hole k) {
    if (is_idle(&k) || (!k.ops && k.address))
        return;
    k.ops = NULL; /* whatever is loaded from outside is from outside */
    k.address = true;
    k.for_store = true;
    fill(b, b->flows->heap, k);
}

struct location *temporary(struct builder *b, const char *name, struct ctype *type, struct c_spot place) {
    return location_new(b, LOC_TEMPORARY, name, type, place);
}

void fill_from(struct builder *b, struct place place, struct hole k) {
    /* place's own operations come first */
    const struct op *ops = k.ops;
    bool address = k.address;
    if (place.address) {
        if (!ops || ops->kind == OP_FIELD) {
            address = true;
        } else if (ops->kind == OP_LOAD) {
            ops = ops->next;
        } else {
            struct location *t = temporary(b, "{temp}", k.type, place.base->place);
            struct hole to = hole_to((struct place){.base = t}, NULL, k.steps);
            to.ops = place.ops;
            to.address = true;
            fill(b, place.base, to);
            fill(b, t, k);
            return;
        }
    }
    VEC(const struct op *) own = {0};
    for (const struct op *o = place.ops; o; o = o->next)
        vec_push(b->arena, &own, o);
    for (int i = own.len - 1; i >= 0; i--)
        ops = op_new(b->arena, own.items[i]->kind, own.items[i]->offset, ops);
    k.ops = ops;
    k.address = address;
    fill(b, place.base, k);
}

/* ---- what others want of a value ---- */

struct place pointed_at(struct builder *b, struct place pointer) {
    if (pointer.address)
        pointer.address = false;
    else
        pointer.ops = ops_append(b->arena, pointer.ops, OP_LOAD, 0);
    return pointer;
}

struct hole lost_hole(struct builder *b, const struct cexpr *e, enum flow_reason reason, const char *why) {
    struct hole k = hole_to((struct place){.base = b->flows->heap}, e->type, step_new(b, reason, e, e->place, NULL));
    k.assumed = why;
    return k;
}

struct origins origins_of(struct builder *b, const struct cexpr *e, const struct step *steps) {
    struct origins o = {0};
    struct hole k = hole_into(&o, e->type, steps);
    k.hint = e->type;
    eval(b, e, k);
    return o;
}

void places_of(struct builder *b, const struct cexpr *lvalue, struct origins *out) {
    struct hole k = hole_into(out, lvalue->type, NULL);
    k.address = true;
    k.for_store = true;
    eval(b, lvalue, k);
    vec_each(i, &out->list) out->list.items[i].place = pointed_at(b, out->list.items[i].place);
}

struct pair *pair_new(struct builder *b, struct cfunc *code, struct origins env, struct c_spot place) {
    struct pair *p = arena_new(b->arena, struct pair);
    *p = (struct pair){.code = function_of(b->flows, code), .env = env, .scope = b->scope, .place = place};
    if (b->function)
        vec_push(b->arena, &b->function->pairs, p);
    if (!b->flows->one_by_one)
        vec_push(b->arena, &p->code->bound, p);
    return p;
}

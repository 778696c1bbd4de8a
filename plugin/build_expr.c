/* Expressions as constraints.
 *
 * eval() pushes an expression's value into a hole (build.h). Two rules of the Go compiler shape it, and both are sound for C:
 *
 *   A value without pointers in its type moves no address, so where nothing is left to be loaded through it, nothing flows.
 *   What C adds to that is the cast from a pointer to a number: from there on the address can't be followed, and it is
 *   assumed to reach the heap, unless the number goes straight back into a pointer.
 *
 *   Operations cancel: *&x is x, a[i] on an array is the array (its elements are one place), &*p is p.
 *
 * Chains that C writes on one level (a + b + c + …, p->next->next->…, else-ifs) are walked in loops; C's own limit on nesting
 * (256 brackets) bounds the recursion that is left. */
#include "plugin/build.h"

#include "plugin/annotations.h"
#include "plugin/self_assign.h"

#include <limits.h>
#include <string.h>

/* ---- small parts ---- */

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

static bool is_pointer(const struct ctype *t) {
    return t && t->kind == CTYPE_POINTER;
}

static bool has_pointers(const struct ctype *t) {
    return !t || t->has_pointers;
}

static long element_bytes(const struct ctype *pointer) {
    return is_pointer(pointer) && pointer->target && pointer->target->bytes > 0 ? pointer->target->bytes : 0;
}

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

static bool is_zero(const struct cexpr *e) {
    return e->kind == CEXPR_CONST && e->has_value && e->value == 0;
}

/* ---- numbers in the places of pointers ---- */

/* An integer that the text tells, in the operators that sizes and addresses are written with. */
static bool is_constant(const struct cexpr *e, long *value) {
    e = strip_casts(e);
    if (e->kind == CEXPR_CONST && (e->has_value || e->is_size)) {
        *value = e->value;
        return true;
    }
    long a, b;
    if (e->kind == CEXPR_UNARY && e->name && strcmp(e->name, "-") == 0 && is_constant(e->a, &a))
        return !__builtin_sub_overflow(0L, a, value);
    if (e->kind != CEXPR_BINARY || !e->name || !is_constant(e->b, &b) || !is_constant(e->a, &a))
        return false;
    if (strcmp(e->name, "*") == 0)
        return !__builtin_mul_overflow(a, b, value);
    if (strcmp(e->name, "+") == 0)
        return !__builtin_add_overflow(a, b, value);
    if (strcmp(e->name, "-") == 0)
        return !__builtin_sub_overflow(a, b, value);
    if (strcmp(e->name, "<<") == 0 && b >= 0 && b < 63)
        return !__builtin_mul_overflow(a, 1L << b, value);
    *value = a | b;
    return strcmp(e->name, "|") == 0;
}

/* May this be where something is, a device's registers? Null and the numbers next to it are marks, as (void *)-1. */
static bool is_address(long constant) {
    enum { SMALLEST_PAGE = 4096 };
    return constant >= SMALLEST_PAGE || constant <= -SMALLEST_PAGE;
}

/* The array of which `e` is an element; NULL: it is none of an array that is there as such, or of one that is taken for an array of another
 * type. */
static const struct cexpr *array_around(const struct cexpr *e) {
    const struct cexpr *decayed = e->kind == CEXPR_INDEX ? strip_casts(e->a) : NULL;
    if (!decayed || decayed->kind != CEXPR_CAST || decayed->cast != CCAST_ARRAY_DECAY || decayed->a->kind == CEXPR_STRING)
        return NULL;
    const struct ctype *is = decayed->type->target, *read_as = e->a->type->target;
    bool is_cast = decayed != e->a && (is->bytes != read_as->bytes || (is->has_pointers && is->kind != read_as->kind));
    return is_cast ? NULL : decayed->a;
}

static bool is_array_element(const struct cexpr *e) {
    return array_around(e) != NULL;
}

static bool is_place(const struct cexpr *e) {
    return e->kind == CEXPR_VAR || e->kind == CEXPR_MEMBER || e->kind == CEXPR_DEREF || e->kind == CEXPR_INDEX;
}

/* What `e` is a member or an element of; NULL: it is an object of its own, or is behind a pointer. */
static const struct cexpr *whole_of(const struct cexpr *e) {
    return e->kind == CEXPR_MEMBER ? e->a : array_around(e);
}

/* Do the `bytes` at `offset` have some in common with a pointer in `t`? */
static bool overlaps_pointer(const struct ctype *t, long offset, long bytes) {
    if (!t->has_pointers || offset + bytes <= 0 || (t->bytes > 0 && offset >= t->bytes))
        return false;
    if (t->kind == CTYPE_ARRAY && t->target->bytes > 0) {
        if (offset < 0 || bytes >= t->target->bytes)
            return true;
        long at = offset % t->target->bytes;
        return overlaps_pointer(t->target, at, bytes) || overlaps_pointer(t->target, at - t->target->bytes, bytes);
    }
    for (int i = 0; i < t->field_count; i++) {
        if (overlaps_pointer(t->fields[i].type, offset - t->fields[i].offset, bytes))
            return true;
    }
    return t->kind != CTYPE_RECORD;
}

static long place_offset(const struct ctype *t, int place) {
    if (t->kind == CTYPE_RECORD && place >= 0 && place < t->field_count)
        return t->fields[place].offset;
    return 0; /* elements of an array are one place */
}

/* The union in which the number `e` shares bytes with a pointer; NULL: it is no such number. */
static const struct cexpr *union_over(const struct cexpr *e) {
    if (!e->type || has_pointers(e->type))
        return NULL;
    long offset = 0, bytes = e->type->bytes > 0 ? e->type->bytes : LONG_MAX / 4;
    for (const struct cexpr *whole = whole_of(e); whole && whole->type; e = whole, whole = whole_of(e)) {
        if (e->kind == CEXPR_MEMBER) {
            offset += place_offset(whole->type, e->field);
        } else { /* any of its elements */
            offset = 0;
            bytes = whole->type->bytes > 0 ? whole->type->bytes : LONG_MAX / 4;
        }
        if (whole->type->is_union && overlaps_pointer(whole->type, offset, bytes))
            return whole;
    }
    return NULL;
}

/* The type behind `void *`: of the expression before it was cast. */
static struct ctype *pointee_before_casts(const struct cexpr *e) {
    while (e->kind == CEXPR_CAST && e->cast == CCAST_VALUE && is_pointer(e->a->type) && e->type->target->kind == CTYPE_VOID)
        e = e->a;
    return is_pointer(e->type) ? e->type->target : NULL;
}

static bool is_byte(const struct ctype *t) {
    return t && t->kind == CTYPE_NUMBER && t->bytes == 1;
}

/* A number that was no pointer before: a constant, the outcome of a comparison. */
static bool tells_no_address(const struct cexpr *e) {
    while (e->kind == CEXPR_CAST || (e->kind == CEXPR_UNARY && strcmp(e->name ? e->name : "", "!") != 0))
        e = e->a;
    if (e->kind == CEXPR_INIT_LIST) {
        vec_each(i, &e->args) {
            if (!tells_no_address(e->args.items[i]))
                return false;
        }
        return true;
    }
    bool compares = e->kind == CEXPR_BINARY && e->name && (strchr("=!", e->name[0]) || (strchr("<>", e->name[0]) && e->name[1] != e->name[0]));
    return compares || e->kind == CEXPR_CONST || e->kind == CEXPR_STRING || e->kind == CEXPR_LOGICAL || e->kind == CEXPR_UNARY;
}

/* ---- holes ---- */

static const struct hole nowhere = {.kind = HOLE_NOWHERE};

static bool is_idle(const struct hole *k) {
    return k->kind == HOLE_NOWHERE || k->kind == HOLE_NUMBER;
}

static void push_step(struct builder *b, struct hole *k, enum flow_reason reason, const struct cexpr *e) {
    if (!is_idle(k))
        k->steps = step_new(b, reason, e, e->place, k->steps);
}

static void push_op(struct builder *b, struct hole *k, enum op_kind kind, long offset) {
    k->followed = k->followed || kind == OP_LOAD;
    if (is_idle(k))
        return;
    if (kind == OP_LOAD && k->address && !k->ops)
        k->address = false; /* &*p is p */
    else if (kind != OP_FIELD || offset != 0)
        k->ops = op_new(b->arena, kind, offset, k->ops);
}

static bool loads(const struct op *ops) {
    for (; ops; ops = ops->next) {
        if (ops->kind != OP_FIELD)
            return true;
    }
    return false;
}

/* Is what is wanted the address of the place itself, not something read out of it? */
static bool wants_address(const struct hole *k) {
    return k->address && !loads(k->ops);
}

static struct hole hole_to(struct place dst, struct ctype *type, const struct step *steps) {
    return (struct hole){.kind = HOLE_PLACE, .dst = dst, .type = type, .steps = steps};
}

static struct hole hole_into(struct origins *into, struct ctype *type, const struct step *steps) {
    return (struct hole){.kind = HOLE_ORIGINS, .into = into, .type = type, .steps = steps};
}

/* A site's address becomes a value: for an expression of Go, "func literal (spill)". */
static const struct step *spilled(struct builder *b, struct location *site, const struct step *next) {
    struct step *s = (struct step *)step_new(b, FLOW_SPILL, NULL, site->place, next);
    s->object = site;
    return s;
}

/* The hole is filled: by what is at `base`. */
static void emit(struct builder *b, struct location *base, struct hole k) {
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

/* A pointer from anywhere outside flows into `k`. */
static void from_outside(struct builder *b, struct hole k) {
    if (is_idle(&k) || (!k.ops && k.address))
        return;
    k.ops = NULL; /* whatever is loaded from outside is from outside */
    k.address = true;
    k.for_store = true;
    emit(b, b->flows->heap, k);
}

static struct location *temporary(struct builder *b, const char *name, struct ctype *type, struct c_spot place) {
    return location_new(b, LOC_TEMPORARY, name, type, place);
}

static void emit_origin(struct builder *b, struct place place, struct hole k) {
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
            emit(b, place.base, to);
            emit(b, t, k);
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
    emit(b, place.base, k);
}

/* ---- assignments ---- */

static struct hole lost_hole(struct builder *b, const struct cexpr *e, enum flow_reason reason, const char *why) {
    struct hole k = hole_to((struct place){.base = b->flows->heap}, e->type, step_new(b, reason, e, e->place, NULL));
    k.assumed = why;
    return k;
}

void eval_lost(struct builder *b, const struct cexpr *e, enum flow_reason reason, const char *why) {
    eval(b, e, lost_hole(b, e, reason, why));
}

/* The places an lvalue may stand for: its address is taken, and given back. */
static void places_of(struct builder *b, const struct cexpr *lvalue, struct origins *out) {
    struct hole k = hole_into(out, lvalue->type, NULL);
    k.address = true;
    k.for_store = true;
    eval(b, lvalue, k);
    vec_each(i, &out->list) {
        struct place *p = &out->list.items[i].place;
        if (p->address)
            p->address = false;
        else
            p->ops = ops_append(b->arena, p->ops, OP_LOAD, 0);
    }
}

/* Is the number `lhs` where a pointer may be kept: in a union, or behind a pointer to bytes, which may be those of anything? */
static bool is_kept_over_pointer(const struct builder *b, const struct cexpr *lhs) {
    if (b->flows->lowered)
        return false;
    if (union_over(lhs))
        return true;
    if (lhs->kind != CEXPR_DEREF && lhs->kind != CEXPR_INDEX)
        return false;
    struct ctype *before = pointee_before_casts(strip_casts(lhs->a));
    return is_byte(lhs->type) || (!is_array_element(lhs) && lhs->a->kind == CEXPR_CAST && before && before->has_pointers);
}

/* A number was stored there, by which a pointer in that place may have become any. */
static void written_as_number(struct builder *b, const struct cexpr *lhs) {
    struct origins places = {0};
    places_of(b, lhs, &places);
    vec_each(i, &places.list) from_outside(b, hole_to(places.list.items[i].place, lhs->type, NULL));
}

static void assign_to(struct builder *b, const struct cexpr *lhs, const struct cexpr *value, struct hole proto) {
    if (!has_pointers(lhs->type)) {
        if (is_kept_over_pointer(b, lhs) && !tells_no_address(value))
            written_as_number(b, lhs);
        else
            eval_effects(b, lhs);
        eval(b, value, (struct hole){.kind = HOLE_NUMBER});
        return;
    }
    struct origins places = {0};
    places_of(b, lhs, &places);
    if (places.list.len == 1) {
        proto.dst = places.list.items[0].place;
        eval(b, value, proto);
        return;
    }
    struct location *t = temporary(b, "{temp}", lhs->type, lhs->place);
    proto.dst = (struct place){.base = t};
    eval(b, value, proto);
    vec_each(i, &places.list) emit(b, t, hole_to(places.list.items[i].place, lhs->type, NULL));
}

void eval_written_by_assembly(struct builder *b, const struct cexpr *operand) {
    if (!is_place(operand) || !has_pointers(operand->type))
        return;
    struct origins places = {0};
    places_of(b, operand, &places);
    vec_each(i, &places.list) from_outside(b, hole_to(places.list.items[i].place, operand->type, NULL));
}

void eval_assign(struct builder *b, const struct cexpr *lhs, const struct cexpr *rhs, const struct cexpr *whole) {
    assign_to(b, lhs, rhs, hole_to((struct place){0}, lhs->type, step_new(b, FLOW_ASSIGN, whole, whole->place, NULL)));
}

void eval_init(struct builder *b, struct location *object, const struct cexpr *init, struct c_spot place) {
    if (!has_pointers(object->type)) {
        eval(b, init, (struct hole){.kind = HOLE_NUMBER});
        return;
    }
    struct step *s = (struct step *)step_new(b, FLOW_ASSIGN, init, place, NULL);
    s->initialised = object->name;
    s->object = object;
    eval(b, init, hole_to((struct place){.base = object}, object->type, s));
}

void eval_return(struct builder *b, const struct cexpr *e, struct c_spot place) {
    struct location *result = b->function->result;
    if (!result) {
        eval(b, e, (struct hole){.kind = HOLE_NUMBER});
        return;
    }
    eval(b, e, hole_to((struct place){.base = result}, result->type, step_new(b, FLOW_RETURN, e, place, NULL)));
}

/* Can `e` be evaluated twice? */
static bool is_pure(const struct cexpr *e) {
    while (e) {
        switch (e->kind) {
        case CEXPR_CONST:
        case CEXPR_STRING:
        case CEXPR_VAR:
        case CEXPR_FUNC:
            return true;
        case CEXPR_MEMBER:
        case CEXPR_DEREF:
        case CEXPR_ADDRESS:
        case CEXPR_CAST:
            e = e->a;
            break;
        default:
            return false;
        }
    }
    return true;
}

/* ---- initialiser lists ---- */

/* `{fn, env}`: a function value is made where a record gets a function's address beside another pointer. */
static struct pair *pair_new(struct builder *b, struct cfunc *code, struct origins env, struct c_spot place) {
    struct pair *p = arena_new(b->arena, struct pair);
    *p = (struct pair){.code = function_of(b->flows, code), .env = env, .scope = b->scope, .place = place};
    if (b->function)
        vec_push(b->arena, &b->function->pairs, p);
    if (!b->flows->one_by_one)
        vec_push(b->arena, &p->code->bound, p);
    return p;
}

static bool takes_environment(const struct cfunc *f) {
    return f->type->param_count > 0 && is_pointer(f->type->params[0]);
}

static bool is_data_pointer(const struct cexpr *e) {
    return is_pointer(e->type) && e->type->target && e->type->target->kind != CTYPE_FUNCTION && !function_named(e);
}

static void eval_list(struct builder *b, const struct cexpr *list, struct hole k) {
    struct ctype *t = list->type;
    if (is_idle(&k) || !has_pointers(t)) {
        vec_each(i, &list->args) eval(b, list->args.items[i], (struct hole){.kind = k.kind == HOLE_NOWHERE ? HOLE_NOWHERE : HOLE_NUMBER});
        return;
    }
    if (t->kind != CTYPE_RECORD && t->kind != CTYPE_ARRAY) { /* int *p = {&x} */
        vec_each(i, &list->args) eval(b, list->args.items[i], k);
        return;
    }
    if (k.ops || k.address || k.kind != HOLE_PLACE) {
        struct location *whole = temporary(b, "{temp}", t, list->place);
        eval_list(b, list, hole_to((struct place){.base = whole}, t, k.steps));
        emit(b, whole, k);
        return;
    }
    struct cfunc *code = NULL;
    if (t->kind == CTYPE_RECORD) {
        vec_each(i, &list->args) {
            struct cfunc *f = function_named(list->args.items[i]);
            if (f && !code && takes_environment(f))
                code = f;
        }
    }
    struct origins env = {0};
    vec_each(i, &list->args) {
        const struct cexpr *arg = list->args.items[i];
        struct hole part = k;
        part.hint = NULL;
        part.type = arg->type;
        long offset = place_offset(t, list->places ? list->places[i] : i);
        if (offset != 0)
            part.dst.ops = ops_append(b->arena, k.dst.ops, OP_FIELD, offset);
        if (!has_pointers(arg->type)) {
            eval(b, arg, (struct hole){.kind = HOLE_NUMBER});
            if (t->is_union && !tells_no_address(arg) && overlaps_pointer(t, offset, arg->type->bytes))
                from_outside(b, part);
            continue;
        }
        struct step *s = (struct step *)step_new(b, t->kind == CTYPE_RECORD ? FLOW_FIELD : FLOW_ELEMENT, list, arg->place, k.steps);
        s->object = k.dst.base;
        part.steps = s;
        if (code && is_data_pointer(arg)) {
            const struct step *paired = step_new(b, FLOW_PAIRED, list, list->place, NULL);
            if (is_pure(arg)) {
                eval(b, arg, hole_into(&env, arg->type, paired));
            } else {
                struct location *t1 = temporary(b, "{temp}", arg->type, arg->place);
                struct hole to = hole_to((struct place){.base = t1}, arg->type, part.steps);
                to.hint = arg->type;
                eval(b, arg, to);
                emit(b, t1, hole_into(&env, arg->type, paired));
                part.steps = k.steps;
                emit(b, t1, part);
                continue;
            }
        }
        eval(b, arg, part);
    }
    if (code)
        pair_new(b, code, env, list->place);
}

/* ---- calls ---- */

static struct origins origins_of(struct builder *b, const struct cexpr *e, const struct step *steps) {
    struct origins o = {0};
    struct hole k = hole_into(&o, e->type, steps);
    k.hint = e->type;
    eval(b, e, k);
    return o;
}

static const struct op *last_load(const struct op *ops) {
    const struct op *last = NULL;
    for (; ops; ops = ops->next) {
        if (ops->kind != OP_FIELD)
            last = ops;
    }
    return last;
}

/* Are both places parts of one record? */
static bool same_record(struct place a, struct place b) {
    if (a.base != b.base || a.address || b.address)
        return false;
    const struct op *a_end = last_load(a.ops), *b_end = last_load(b.ops);
    if (!a_end || !b_end)
        return a_end == b_end;
    const struct op *x = a.ops, *y = b.ops;
    for (;; x = x->next, y = y->next) {
        if (!x || !y || x->kind != y->kind || x->offset != y->offset)
            return false;
        if (x == a_end || y == b_end)
            return x == a_end && y == b_end;
    }
}

/* `f.fn(f.env, x)`: which argument is another field of the record that the callee is a field of? */
static int environment_argument(const struct origins *through, const struct origins *args, int count) {
    if (through->list.len == 0)
        return -1;
    struct place fn = through->list.items[0].place;
    for (int i = 0; i < count; i++) {
        if (args[i].list.len == 0)
            continue;
        if ((fn.ops || args[i].list.items[0].place.ops) && same_record(fn, args[i].list.items[0].place))
            return i;
    }
    return -1;
}

/* A number of more than a byte, or a vector of some, which may be made a pointer again where nobody sees it. */
static bool is_number(const struct ctype *t) {
    return t && ((t->kind == CTYPE_NUMBER && t->bytes > 1) || t->kind == CTYPE_OTHER);
}

/* The same, or several; not those that are read byte by byte. */
static bool is_numbers(const struct ctype *t) {
    while (t && t->kind == CTYPE_ARRAY)
        t = t->target;
    return t && !t->has_pointers && t->kind != CTYPE_VOID && t->kind != CTYPE_FUNCTION && t->bytes > 1;
}

/* Does the pointer lead to a byte that stands alone, or to bytes in a record of numbers? */
static bool leads_to_numbers(const struct cexpr *pointer) {
    const struct cexpr *e = strip_casts(pointer);
    if (e->kind != CEXPR_ADDRESS && !(e->kind == CEXPR_CAST && e->cast == CCAST_ARRAY_DECAY))
        return false;
    bool is_element = is_array_element(e->a);
    for (e = e->a; whole_of(e); e = whole_of(e)) {
        if (e->kind == CEXPR_MEMBER && is_numbers(e->a->type))
            return true;
    }
    return !is_element && is_byte(e->type);
}

/* memcpy and its family: *to = *from. */
static void eval_copy(struct builder *b, const struct cexpr *call, struct hole k) {
    const struct cexpr *to = call->args.items[0], *from = call->args.items[1];
    struct ctype *t = pointee_before_casts(to), *u = pointee_before_casts(from);
    bool told = t && t == u && t->kind != CTYPE_VOID && t->bytes != 1; /* bytes may be those of anything */
    struct ctype *moved = told ? t : NULL;
    const struct step *steps = step_new(b, FLOW_ASSIGN, call, call->place, NULL);
    if ((is_numbers(t) || leads_to_numbers(to)) && !is_numbers(u)) {
        struct hole lost = hole_to((struct place){.base = b->flows->heap}, NULL, steps);
        lost.ops = op_new(b->arena, OP_LOAD, 0, NULL);
        lost.assumed = "bytes of a pointer are copied to a number";
        eval(b, from, lost);
    }
    if (!moved || moved->has_pointers) {
        struct origins places = origins_of(b, to, NULL);
        struct location *content = NULL;
        vec_each(i, &places.list) {
            struct place dst = places.list.items[i].place;
            if (dst.address)
                dst.address = false;
            else
                dst.ops = ops_append(b->arena, dst.ops, OP_LOAD, 0);
            struct hole copy = hole_to(dst, moved, steps);
            if (places.list.len > 1) {
                if (!content) {
                    content = temporary(b, "{temp}", moved, call->place);
                    struct hole first = hole_to((struct place){.base = content}, moved, steps);
                    first.ops = op_new(b->arena, OP_LOAD, 0, NULL);
                    eval(b, from, first);
                }
                emit(b, content, copy);
            } else {
                copy.ops = op_new(b->arena, OP_LOAD, 0, NULL);
                eval(b, from, copy);
            }
        }
        if (strstr(function_named(call->a)->name, "mempcpy")) /* gives what stands behind the copy */
            push_op(b, &k, OP_SHIFT, 0);
        vec_each(i, &places.list) emit_origin(b, places.list.items[i].place, k);
    } else {
        eval(b, to, k);
        origins_of(b, from, NULL);
    }
    for (int i = 2; i < call->args.len; i++)
        eval(b, call->args.items[i], (struct hole){.kind = HOLE_NUMBER});
}

#define COPYING_FUNCTIONS(X)                                                                                       \
    X("memcpy") X("memmove") X("mempcpy") X("__builtin_memcpy") X("__builtin_memmove") X("__builtin___memcpy_chk") \
    X("__builtin___memmove_chk") X("__memcpy_chk") X("__memmove_chk") X("__builtin_memcpy_inline")                 \
    X("__builtin_mempcpy") X("__builtin___mempcpy_chk") X("__mempcpy_chk") X("__mempcpy")
static bool is_copy(const char *name) {
#define X(text)                     \
    if (strcmp(name, text) == 0)    \
        return true;
    COPYING_FUNCTIONS(X)
#undef X
    return false;
}

/* Functions that write bytes where anybody may read them: which argument points to these. */
static int argument_for_file(const char *name) {
    static const char *const second[] = {"write",   "pwrite",  "pwrite64", "send",     "sendto",  "writev",
                                         "pwritev", "pwritev2", "sendmsg",  "sendmmsg"};
    if (strcmp(name, "fwrite") == 0 || strcmp(name, "fwrite_unlocked") == 0)
        return 0;
    for (size_t i = 0; i < sizeof second / sizeof *second; i++) {
        if (strcmp(name, second[i]) == 0)
            return 1;
    }
    return -1;
}

/* From a pointer to a list of `struct iovec`, or of messages that lead to one, to what is in the buffers. NULL: it is no such pointer. */
static const struct op *content_of_buffers(struct arena *a, const struct ctype *list) {
    static const char *const ways[] = {"msg_hdr", "msg_iov", "iov_base"};
    const struct op *ops = ops_append(a, ops_append(a, NULL, OP_SHIFT, list->bytes), OP_LOAD, 0);
    for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
        for (int i = 0; i < list->field_count; i++) {
            const struct cfield *f = &list->fields[i];
            if (strcmp(f->name, ways[way]) != 0)
                continue;
            if (f->offset != 0)
                ops = ops_append(a, ops, OP_FIELD, f->offset);
            bool is_last = strcmp(f->name, "iov_base") == 0;
            if (is_pointer(f->type) && !is_last)
                ops = ops_append(a, ops, OP_SHIFT, f->type->target->bytes);
            if (is_pointer(f->type))
                ops = ops_append(a, ops, OP_LOAD, 0);
            if (is_last)
                return ops;
            list = is_pointer(f->type) ? f->type->target : f->type;
            break;
        }
    }
    return NULL;
}

/* A pointer whose bytes are written to a file, or sent to somebody, may come back. */
static void eval_written_to_file(struct builder *b, const struct cexpr *call, const char *name, const struct origins *args) {
    int i = argument_for_file(name);
    if (i < 0 || i >= call->args.len || b->flows->lowered || !is_pointer(call->args.items[i]->type))
        return;
    const struct cexpr *from = strip_casts(call->args.items[i]);
    struct ctype *t = is_pointer(from->type) ? from->type->target : NULL;
    if (is_numbers(t))
        return;
    struct hole lost = lost_hole(b, call, FLOW_CALL_PARAMETER, "bytes of a pointer are written to a file");
    lost.type = t && t->has_pointers ? t : is_byte(t) ? from->type : NULL;
    lost.ops = op_new(b->arena, OP_LOAD, 0, NULL);
    const struct op *content = t && t->kind == CTYPE_RECORD ? content_of_buffers(b->arena, t) : NULL;
    if (content) {
        lost.type = NULL;
        lost.ops = content;
    }
    vec_each(k, &args[i].list) emit_origin(b, args[i].list.items[k].place, lost);
}

/* ---- functions over elements ---- */

/* They get the size of an element, which need not be one of the array that the pointer seems to lead to: which arguments these are. */
static const struct element_function {
    const char *name;
    int elements, bytes;
    bool moves; /* elements to each other's places */
} element_functions[] = {
    {"bsearch", 1, 3, false}, {"lfind", 1, 3, false}, {"lsearch", 1, 3, false}, {"qsort", 0, 2, true}, {"qsort_r", 0, 2, true},
};

/* 0: not known. */
static long constant_size(const struct cexpr *e) {
    long value;
    return is_constant(e, &value) && value > 0 ? value : 0;
}

static const struct element_function *element_function(const struct builder *b, const struct cexpr *call, const char *name) {
    for (size_t i = 0; i < sizeof element_functions / sizeof *element_functions && !b->flows->lowered; i++) {
        const struct element_function *f = &element_functions[i];
        if (strcmp(name, f->name) == 0 && f->bytes < call->args.len && !is_numbers(pointee_before_casts(call->args.items[f->elements])))
            return f;
    }
    return NULL;
}

/* Any element may come to stand where another one was: *elements = *elements. Where an element is not what the pointer leads to, all that is in
 * the object may be mixed. */
static void eval_permuted(struct builder *b, const struct cexpr *call, const struct element_function *f, const struct origins *elements) {
    struct ctype *type = pointee_before_casts(call->args.items[f->elements]);
    while (type && type->kind == CTYPE_ARRAY)
        type = type->target;
    long bytes = constant_size(call->args.items[f->bytes]);
    bool told = type && type->bytes > 1 && bytes > 0 && bytes % type->bytes == 0;
    vec_each(i, &elements->list) {
        struct place at = elements->list.items[i].place, to = at;
        if (to.address && told)
            continue; /* elements of an array are one */
        if (to.address)
            to.address = false;
        else
            to.ops = ops_append(b->arena, to.ops, OP_LOAD, 0);
        struct hole k = hole_to(to, told ? type : NULL, step_new(b, FLOW_ASSIGN, call, call->place, NULL));
        k.ops = op_new(b->arena, OP_LOAD, 0, NULL);
        emit_origin(b, at, k);
    }
}

static bool is_alloca(const char *name) {
    static const char prefix[] = "__builtin_alloca"; /* …_with_align, …_uninitialized, …_with_align_uninitialized */
    return strcmp(name, "alloca") == 0 || strncmp(name, prefix, sizeof prefix - 1) == 0;
}

/* Until the function ends, or a block in which an array of variable length was declared before: the stack goes back to where it was
 * when that block began. */
static struct scope *life_of_alloca(const struct builder *b) {
    struct scope *s = b->scope;
    while (s->outer && !s->has_vla)
        s = s->outer;
    return s;
}

/* Where va_list is an array of a record, an expression of that type is a pointer to it; where it is a pointer to bytes, that is the list itself. */
static bool is_pointer_to_list(const struct cexpr *list) {
    return is_pointer(list->type) && list->type->target && list->type->target->kind == CTYPE_RECORD;
}

/* The variable argument lists of <stdarg.h>: a list is a place that holds the address of what was passed for `...`. */
static bool eval_va_call(struct builder *b, const struct cexpr *call, const char *name) {
    if (strcmp(name, "__builtin_va_end") == 0) {
        eval_effects(b, call->args.items[0]);
        return true;
    }
    bool starts = strcmp(name, "__builtin_va_start") == 0 || strcmp(name, "__builtin_stdarg_start") == 0 || strcmp(name, "__builtin_c23_va_start") == 0;
    if (!starts && strcmp(name, "__builtin_va_copy") != 0)
        return false;
    const struct cexpr *list = call->args.items[0];
    struct origins places = origins_of(b, list, NULL);
    vec_each(i, &places.list) {
        struct place dst = places.list.items[i].place;
        if (dst.address)
            dst.address = false;
        else if (is_pointer_to_list(list))
            dst.ops = ops_append(b->arena, dst.ops, OP_LOAD, 0);
        struct hole to = hole_to(dst, NULL, step_new(b, FLOW_ASSIGN, call, call->place, NULL));
        if (!starts) {
            if (is_pointer_to_list(call->args.items[1]))
                push_op(b, &to, OP_LOAD, 0);
            eval(b, call->args.items[1], to);
        } else if (b->function && b->function->rest) {
            to.address = true;
            to.for_store = true;
            emit(b, b->function->rest, to);
        } else {
            from_outside(b, to);
        }
    }
    return true;
}

static bool returns_an_argument(const struct function *f) {
    for (int i = 0; i <= f->param_count; i++) {
        vec_each(j, &f->flows[i].rules) {
            if (f->flows[i].rules.items[j].target == TO_RESULT)
                return true;
        }
    }
    return false;
}

/* The parameter that a function only checks and gives back (`go_nonnil`): FLOWS says that it flows to the result, and the body
 * returns nothing else. -1: it is no such function. A call of one is its argument. */
static int parameter_given_back(struct builder *b, struct function *f) {
    if (f->given_back_is_known)
        return f->given_back;
    f->given_back_is_known = true;
    f->given_back = -1;
    const struct cvar *returned = NULL;
    VEC(const struct cstmt *) todo = {0};
    if (f->flows_declared && f->decl->is_defined) {
        cunit_load(b->flows->unit, f->decl);
        vec_push(b->arena, &todo, f->decl->body);
    }
    while (todo.len > 0) {
        const struct cstmt *s = todo.items[--todo.len];
        if (s->kind == CSTMT_RETURN) {
            const struct cexpr *e = s->e ? strip_casts(s->e) : NULL;
            if (!e || e->kind != CEXPR_VAR || e->var->storage != CVAR_PARAM || (returned && returned != e->var))
                return -1;
            returned = e->var;
        } else if (s->kind != CSTMT_BLOCK && s->kind != CSTMT_IF && s->kind != CSTMT_EXPR) {
            return -1;
        } else if (s->kind == CSTMT_EXPR && s->e->kind != CEXPR_CALL) {
            return -1; /* it might change the parameter */
        }
        vec_each(i, &s->list) {
            if (s->list.items[i])
                vec_push(b->arena, &todo, s->list.items[i]);
        }
    }
    if (!returned || f->flows[returned->index].rules.len != 1)
        return -1;
    const struct flow_rule *r = &f->flows[returned->index].rules.items[0];
    if (r->target == TO_RESULT && r->derefs == 0)
        f->given_back = returned->index;
    return f->given_back;
}

/* A function of numbers: only that it is named matters. */
static bool moves_no_address(const struct cexpr *call) {
    vec_each(i, &call->args) {
        if (has_pointers(call->args.items[i]->type))
            return false;
    }
    return !has_pointers(call->type);
}

static void eval_atomic(struct builder *b, const struct cexpr *e, struct hole k);

static void eval_call(struct builder *b, const struct cexpr *e, struct hole k) {
    struct cfunc *named = function_named(e->a);
    if (named) {
        struct function *callee = function_of(b->flows, named);
        mention(b, callee);
        int given_back = parameter_given_back(b, callee);
        bool is_transparent = given_back >= 0 && given_back < e->args.len;
        if (is_transparent || moves_no_address(e)) {
            vec_each(i, &e->args) eval(b, e->args.items[i], is_transparent && i == given_back ? k : (struct hole){.kind = HOLE_NUMBER});
            return;
        }
    }
    if (named && !named->is_defined) {
        if (is_copy(named->name) && e->args.len >= 2) {
            eval_copy(b, e, k);
            return;
        }
        if (e->args.len >= 1 && eval_va_call(b, e, named->name))
            return;
        if (e->args.len >= 1 && strncmp(named->name, "__sync_", 7) == 0) {
            eval_atomic(b, e, k);
            return;
        }
        if (e->args.len == 1 && strcmp(named->name, "__builtin_addressof") == 0) { /* the operand comes as it is written */
            struct cexpr address = {.kind = CEXPR_ADDRESS, .type = e->type, .place = e->place, .a = e->args.items[0]};
            eval(b, arena_copy(b->arena, &address, sizeof address), k);
            return;
        }
    }
    struct call *c = arena_new(b->arena, struct call);
    c->scope = b->scope;
    c->loops = b->loops;
    c->expression = e;
    c->place = e->place;
    c->env_arg = -1;
    c->discarded = k.kind == HOLE_NOWHERE;
    if (named) {
        c->callee = function_of(b->flows, named);
    } else {
        c->through = origins_of(b, e->a, step_new(b, FLOW_INDIRECTION, e->a, e->a->place, NULL));
    }
    c->arg_count = e->args.len;
    c->args = arena_array(b->arena, struct origins, e->args.len + 1);
    c->arg_types = arena_array(b->arena, struct ctype *, e->args.len + 1);
    const struct element_function *over = named && !named->is_defined ? element_function(b, e, named->name) : NULL;
    vec_each(i, &e->args) {
        const struct cexpr *arg = e->args.items[i];
        c->arg_types[i] = arg->type;
        struct step *passed = (struct step *)step_new(b, FLOW_CALL_PARAMETER, e, e->place, NULL);
        passed->argument = (unsigned)i;
        if (!over || over->elements != i) {
            c->args[i] = origins_of(b, arg, passed);
            continue;
        }
        struct hole element = hole_into(&c->args[i], arg->type, passed); /* any of them is given back, and passed on */
        push_op(b, &element, OP_SHIFT, constant_size(e->args.items[over->bytes]));
        eval(b, arg, element);
    }
    if (over && over->moves)
        eval_permuted(b, e, over, &c->args[over->elements]);
    if (named && !named->is_defined)
        eval_written_to_file(b, e, named->name, c->args);
    if (!named)
        c->env_arg = environment_argument(&c->through, c->args, c->arg_count);

    const char *name = named ? named->name : "{call}";
    bool allocates = named && (c->callee->returns_memory || is_alloca(named->name));
    if (!is_idle(&k) && has_pointers(e->type) && (!allocates || returns_an_argument(c->callee))) {
        c->result = temporary(b, name, e->type, e->place);
        emit(b, c->result, k);
    }
    if (b->function)
        vec_push(b->arena, &b->function->calls, c);
    if (named)
        note_growth(b, named, e->place);

    /* f(&env, …): a literal that is called where it stands has its environment paired in the call; a function with declared flows is none */
    if (named && named->is_defined && !c->callee->flows_declared && c->arg_count > 0 && takes_environment(named) &&
        named->type->params[0]->target->kind == CTYPE_VOID && c->args[0].list.len == 1) {
        struct place env = c->args[0].list.items[0].place;
        if (env.address && !env.ops && env.base->kind == LOC_VARIABLE && env.base->type && env.base->type->kind == CTYPE_RECORD) {
            pair_new(b, named, c->args[0], e->place)->direct = true;
        }
    }
    if (allocates && !is_idle(&k)) {
        struct ctype *pointer = is_pointer(k.hint) ? k.hint : !k.ops && is_pointer(k.type) ? k.type : NULL;
        struct ctype *element = pointer && pointer->target && pointer->target->kind != CTYPE_VOID ? pointer->target : NULL;
        bool on_stack = is_alloca(named->name); /* then the name is one of a site */
        struct location *memory = location_new(b, LOC_ALLOCATED, cexpr_text(on_stack ? b->flows->arena : b->arena, e), element, e->place);
        memory->on_stack = on_stack;
        if (on_stack)
            memory->scope = life_of_alloca(b);
        struct hole to = k;
        if (to.ops && to.ops->kind == OP_LOAD) {
            to.ops = to.ops->next;
        } else if (to.ops) {
            struct location *t = temporary(b, name, e->type, e->place);
            struct hole first = hole_to((struct place){.base = t}, e->type, k.steps);
            first.address = true;
            emit(b, memory, first);
            emit(b, t, k);
            return;
        } else {
            to.address = true;
        }
        emit(b, memory, to);
    }
}

/* ---- numbers that were pointers ---- */

/* `(T *)((uintptr_t)p + 8)`: the pointer goes through the arithmetic. A number of any other origin may be anything. */
static void eval_integer_as_pointer(struct builder *b, const struct cexpr *e, struct hole k) {
    long constant;
    if (is_constant(e, &constant)) {
        if (is_address(constant))
            from_outside(b, k);
        return;
    }
    for (;;) {
        switch (e->kind) {
        case CEXPR_CONST:
            if (e->has_value && is_address(e->value))
                from_outside(b, k);
            return;
        case CEXPR_CAST:
            if (e->cast == CCAST_POINTER_TO_INT) {
                push_op(b, &k, OP_SHIFT, 0);
                push_step(b, &k, FLOW_ASSIGN, e);
                eval(b, e->a, k);
                return;
            }
            e = e->a;
            break;
        case CEXPR_UNARY:
            e = e->a;
            break;
        case CEXPR_BINARY:
            eval_integer_as_pointer(b, e->b, k);
            e = e->a;
            break;
        case CEXPR_COND:
            eval_effects(b, e->a);
            if (e->b)
                eval_integer_as_pointer(b, e->b, k);
            e = e->c;
            break;
        default:
            from_outside(b, k);
            eval(b, e, (struct hole){.kind = HOLE_NUMBER});
            return;
        }
    }
}

/* `p - (char *)0`. A difference of pointers into one object tells no address, and there is no other (C17 6.5.6p9). */
static bool tells_address(const struct cexpr *e) {
    const struct cexpr *from = strip_casts(e->b);
    return e->name && strcmp(e->name, "-") == 0 && is_pointer(e->a->type) && is_pointer(e->b->type) &&
           (from->kind == CEXPR_CONST || (from->kind == CEXPR_CAST && from->cast == CCAST_INT_TO_POINTER));
}

/* Reading a number out of a union that holds a pointer too. */
static void eval_union(struct builder *b, const struct cexpr *e, const struct cexpr *whole) {
    struct hole k = lost_hole(b, e, FLOW_CAST_TO_INTEGER, "a pointer is read as a number, through a union");
    k.c_only = true;
    k.type = NULL;
    for (const struct cexpr *part = e; part != whole; part = whole_of(part)) {
        if (part->kind == CEXPR_INDEX)
            eval_effects(b, part->b);
    }
    eval(b, whole, k);
}

/* Reading numbers where a pointer leads: if pointers are kept there, their bytes are read. Where there are none, as almost
 * always, nothing flows. */
static void eval_bytes(struct builder *b, const struct cexpr *e) {
    struct hole k = lost_hole(b, e, FLOW_CAST_TO_INTEGER, "bytes of a pointer are read as a number");
    k.c_only = true;
    bool is_direct = e->kind != CEXPR_DEREF && (e->kind != CEXPR_INDEX || is_array_element(e));
    k.type = e->type->bytes > 0 && e->type->bytes <= (long)sizeof(void *) && !is_direct ? e->a->type : NULL;
    if (e->kind == CEXPR_INDEX)
        eval_effects(b, e->b);
    if (is_direct) {
        struct origins places = {0};
        places_of(b, e, &places);
        k.type = is_byte(e->type) ? e->a->type : NULL;
        vec_each(i, &places.list) emit_origin(b, places.list.items[i].place, k);
        return;
    }
    push_op(b, &k, OP_LOAD, e->type->bytes > 1 ? e->type->bytes : 0);
    if (e->kind == CEXPR_INDEX && !is_zero(e->b))
        push_op(b, &k, OP_SHIFT, element_bytes(e->a->type));
    eval(b, e->a, k);
}

/* Who has the address of a number of a union may read and write it where nobody sees that it is one of a union. Bytes are followed. */
static void lose_number_over_pointer(struct builder *b, const struct cexpr *e) {
    const struct cexpr *whole = b->flows->lowered ? NULL : union_over(e);
    const struct ctype *t = e->type;
    while (t && t->kind == CTYPE_ARRAY)
        t = t->target;
    if (!whole || is_byte(t))
        return;
    eval_union(b, e, whole);
    written_as_number(b, e);
}

/* `(long *)&p`: the pointer that is there may be read as a number. `(int **)&n`: the number may be read as a pointer. */
static void eval_cast_of_address(struct builder *b, const struct cexpr *cast) {
    struct ctype *from = pointee_before_casts(cast->a), *to = cast->type->target;
    if (b->flows->lowered || !from || !from->has_pointers || from->kind == CTYPE_FUNCTION || !is_number(to))
        return;
    struct hole k = lost_hole(b, cast, FLOW_CAST_TO_INTEGER, "a pointer is read as a number, through a cast");
    k.c_only = true;
    k.type = from;
    push_op(b, &k, OP_LOAD, 0);
    eval(b, cast->a, k);
}

/* What a record begins with, inside of the records and arrays that it begins with. */
static const struct ctype *first_element(const struct ctype *record, bool *in_array) {
    const struct ctype *t = record;
    while (t->kind == CTYPE_RECORD && t->field_count > 0)
        t = t->fields[0].type;
    *in_array = t->kind == CTYPE_ARRAY;
    while (t->kind == CTYPE_ARRAY)
        t = t->target;
    return t;
}

/* From the address of a record that begins with an array, a pointer to elements leads on to what is behind that array: to bytes, which may
 * be those of anything, or to pointers. Behind `void *` there may be a record that begins with bytes. */
static bool leads_past_array(const struct builder *b, const struct cexpr *cast) {
    const struct ctype *to = is_pointer(cast->type) ? cast->type->target : NULL, *from = pointee_before_casts(cast->a);
    if (!to || !from || (!is_byte(to) && !is_pointer(to)))
        return false;
    if (from->kind == CTYPE_VOID)
        return is_byte(to) && !b->flows->lowered;
    if (from->kind != CTYPE_RECORD || !from->has_pointers)
        return false;
    bool in_array;
    const struct ctype *first = first_element(from, &in_array);
    return is_byte(to) ? is_byte(first) : in_array && is_pointer(first);
}

/* A record of numbers, some of which are bytes: these may be those of anything. */
static bool has_bytes(const struct ctype *t) {
    while (t->kind == CTYPE_ARRAY)
        t = t->target;
    for (int i = 0; i < t->field_count; i++) {
        if (has_bytes(t->fields[i].type))
            return true;
    }
    return is_byte(t);
}

static bool reads_bytes(const struct builder *b, const struct cexpr *e) {
    if (b->flows->lowered || !is_place(e) || !e->type || has_pointers(e->type))
        return false;
    if (e->type->kind == CTYPE_RECORD)
        return has_bytes(e->type);
    if ((e->type->kind != CTYPE_NUMBER && e->type->kind != CTYPE_OTHER) || e->kind == CEXPR_VAR || e->kind == CEXPR_MEMBER)
        return false;
    return !is_array_element(e) || is_byte(e->type);
}

/* ---- atomics and unknown constructs ---- */

/* A number that is read and written through a pointer; if that was made from one to a pointer, this is told where it is made. */
static void eval_atomic_number(struct builder *b, const struct cexpr *e, const struct ctype *value) {
    struct origins at = origins_of(b, e->args.items[0], NULL);
    for (int i = 1; i < e->args.len; i++)
        eval(b, e->args.items[i], (struct hole){.kind = HOLE_NUMBER});
    if (b->flows->lowered || !is_byte(value))
        return;
    struct hole lost = lost_hole(b, e, FLOW_CAST_TO_INTEGER, "bytes of a pointer are read as a number");
    lost.type = e->args.items[0]->type;
    lost.ops = op_new(b->arena, OP_LOAD, 0, NULL);
    vec_each(i, &at.list) {
        struct place dst = at.list.items[i].place;
        emit_origin(b, dst, lost);
        if (dst.address)
            dst.address = false;
        else
            dst.ops = ops_append(b->arena, dst.ops, OP_LOAD, 0);
        from_outside(b, hole_to(dst, e->args.items[0]->type, NULL));
    }
}

static void eval_atomic(struct builder *b, const struct cexpr *e, struct hole k) {
    if (e->args.len == 0)
        return;
    const struct cexpr *object = e->args.items[0];
    struct ctype *value = is_pointer(object->type) ? object->type->target : NULL;
    if (!has_pointers(value)) {
        eval_atomic_number(b, e, value);
        return;
    }
    struct origins at = origins_of(b, object, NULL);
    struct location *content = temporary(b, "{temp}", value, e->place);
    const struct step *steps = step_new(b, FLOW_ASSIGN, e, e->place, NULL);
    struct hole out = hole_to((struct place){.base = content}, value, steps);
    out.ops = op_new(b->arena, OP_LOAD, 0, NULL);
    vec_each(i, &at.list) emit_origin(b, at.list.items[i].place, out);
    /* Every other operand that can be a value of it, or points to one, is exchanged with it. */
    for (int i = 1; i < e->args.len; i++) {
        const struct cexpr *arg = e->args.items[i];
        if (!has_pointers(arg->type)) {
            eval(b, arg, (struct hole){.kind = HOLE_NUMBER});
            continue;
        }
        struct hole in = hole_to((struct place){.base = content}, value, steps);
        bool by_address = is_pointer(arg->type) && arg->type->target == value;
        struct origins other = origins_of(b, arg, steps);
        vec_each(j, &other.list) {
            struct hole h = in;
            if (by_address)
                h.ops = op_new(b->arena, OP_LOAD, 0, NULL);
            emit_origin(b, other.list.items[j].place, h);
            if (by_address) {
                struct place dst = other.list.items[j].place;
                if (dst.address)
                    dst.address = false;
                else
                    dst.ops = ops_append(b->arena, dst.ops, OP_LOAD, 0);
                emit(b, content, hole_to(dst, value, steps));
            }
        }
    }
    vec_each(i, &at.list) {
        struct place dst = at.list.items[i].place;
        if (dst.address)
            dst.address = false;
        else
            dst.ops = ops_append(b->arena, dst.ops, OP_LOAD, 0);
        emit(b, content, hole_to(dst, value, steps));
    }
    emit(b, content, k);
}

/* ---- the walk ---- */

/* For the Go compiler's model alone: an object's parts are assigned to each other. */
static void ignore_self_assignment(struct builder *b, const struct cexpr *e, int first) {
    const char *name = annotation(&b->function->decl->attrs, "outlive.go=");
    struct remark r = {cunit_place(b->flows->unit, e->place), FLOW_ASSIGN, arena_printf(b->arena, "%s ignoring self-assignment in %s", name ? name : b->function->decl->name,
                                              self_assignment_text(b->arena, e))};
    vec_push(b->arena, &b->flows->remarks, r);
    for (int i = first; i < b->function->assignments.len; i++)
        b->function->assignments.items[i]->c_only = true;
}

void eval_effects(struct builder *b, const struct cexpr *e) {
    eval(b, e, nowhere);
}

/* Chains of operators on one level lean to the left. */
static void eval_chain(struct builder *b, const struct cexpr *e, struct hole k) {
    enum cexpr_kind kind = e->kind;
    while (e->kind == kind) {
        eval(b, e->b, k);
        e = e->a;
    }
    eval(b, e, k);
}

void eval(struct builder *b, const struct cexpr *e, struct hole k) {
    for (;;) {
        /* A number moves no address; what is computed on the way to it may still have effects. (An object of numbers may be read as
         * something else, or as whatever is there.) */
        bool is_reread = is_place(e) && has_pointers(k.type);
        if (!is_idle(&k) && !k.address && !loads(k.ops) && e->type && !e->type->has_pointers && !is_reread) {
            k = (struct hole){.kind = HOLE_NUMBER};
        }
        if (k.kind == HOLE_NUMBER) {
            const struct cexpr *whole = union_over(e);
            if (whole) {
                eval_union(b, e, whole);
                return;
            }
            if (reads_bytes(b, e)) {
                eval_bytes(b, e);
                return;
            }
        }
        switch (e->kind) {
        case CEXPR_CONST:
            if (is_pointer(e->type) && e->has_value && is_address(e->value))
                from_outside(b, k);
            return;
        case CEXPR_LABEL_ADDRESS:
            return;
        case CEXPR_STRING:
            k.for_store = true;
            if (!k.ops)
                k.address = true;
            emit(b, b->flows->string, k);
            return;
        case CEXPR_VAR:
            if (variable_location(b, e->var)->kind == LOC_GLOBAL)
                mention(b, variable_location(b, e->var)->function);
            emit(b, variable_location(b, e->var), k);
            return;
        case CEXPR_FUNC: {
            struct function *f = function_of(b->flows, e->func);
            mention(b, f);
            k.ops = NULL;
            k.address = true;
            emit(b, f->code, k);
            return;
        }
        case CEXPR_MEMBER: {
            long offset = place_offset(e->a->type, e->field);
            bool through_pointer = e->a->kind == CEXPR_DEREF;
            push_step(b, &k, through_pointer ? FLOW_DOT_OF_POINTER : FLOW_DOT, e);
            push_op(b, &k, OP_FIELD, offset);
            e = e->a;
            if (through_pointer) {
                push_op(b, &k, OP_LOAD, 0);
                e = e->a;
            }
            break;
        }
        case CEXPR_DEREF:
            if (e->type->kind == CTYPE_FUNCTION) { /* (*fp)(…) is fp(…) */
                k.address = false;
                e = e->a;
                break;
            }
            push_step(b, &k, FLOW_INDIRECTION, e);
            push_op(b, &k, OP_LOAD, 0);
            e = e->a;
            break;
        case CEXPR_INDEX: {
            eval_effects(b, e->b);
            const struct cexpr *array = array_around(e);
            if (array) {
                push_step(b, &k, FLOW_FIXED_ARRAY_INDEX, e);
                e = array;
                break;
            }
            push_step(b, &k, FLOW_DOT_OF_POINTER, e);
            push_op(b, &k, OP_LOAD, 0);
            if (!is_zero(e->b))
                push_op(b, &k, OP_SHIFT, element_bytes(e->a->type));
            e = e->a;
            break;
        }
        case CEXPR_ADDRESS:
        decay:
            if (is_idle(&k)) {
                k.kind = HOLE_NOWHERE;
                if (e->kind == CEXPR_ADDRESS && e->a->kind == CEXPR_VAR) /* Go counts a discarded &x */
                    variable_location(b, e->a->var)->address_taken = true;
                e = e->a;
                break;
            }
            if (!k.ops) {
                lose_number_over_pointer(b, e->a);
                if (e->kind == CEXPR_ADDRESS)
                    push_step(b, &k, FLOW_ADDRESS_OF, e);
                k.address = true;
                e = e->a;
                break;
            }
            if (k.ops->kind == OP_LOAD) {
                k.ops = k.ops->next;
                e = e->a;
                break;
            }
            if (k.ops->kind == OP_SHIFT && e->kind == CEXPR_CAST && k.ops->offset > 0 &&
                k.ops->offset == element_bytes(e->type)) { /* array + i stays in the array */
                k.ops = k.ops->next;
                goto decay;
            }
            {
                struct location *t = temporary(b, "{temp}", e->type, e->place);
                struct hole first = hole_to((struct place){.base = t}, e->type, k.steps);
                first.address = true;
                eval(b, e->a, first);
                emit(b, t, k);
                return;
            }
        case CEXPR_CAST:
            switch (e->cast) {
            case CCAST_ARRAY_DECAY:
                goto decay;
            case CCAST_FUNCTION_DECAY:
                break;
            case CCAST_TO_UNION:
                if (has_pointers(e->type) && !has_pointers(e->a->type) && !tells_no_address(e->a))
                    from_outside(b, k);
                break;
            case CCAST_VALUE:
                if (!is_idle(&k) && is_pointer(e->type))
                    eval_cast_of_address(b, e);
                if (!is_idle(&k) && !k.ops && is_pointer(e->type) && e->type->target->kind != CTYPE_VOID && !is_pointer(k.hint))
                    k.hint = e->type;
                if (leads_past_array(b, e))
                    push_op(b, &k, OP_SHIFT, 0);
                break;
            case CCAST_POINTER_TO_INT:
                if (k.kind == HOLE_NUMBER) {
                    k = lost_hole(b, e, FLOW_CAST_TO_INTEGER, "a pointer is cast to an integer");
                    k.type = e->a->type;
                    k.c_only = true;
                }
                break;
            case CCAST_INT_TO_POINTER:
                eval_integer_as_pointer(b, e->a, k);
                return;
            case CCAST_TO_VOID:
                k = nowhere;
                break;
            }
            e = e->a;
            break;
        case CEXPR_CALL:
            eval_call(b, e, k);
            return;
        case CEXPR_ASSIGN:
            if (k.kind == HOLE_NOWHERE) {
                int first = b->function ? b->function->assignments.len : 0;
                eval_assign(b, e->a, e->b, e);
                if (b->flows->lowered && !b->flows->one_by_one && has_pointers(e->a->type) && is_self_assignment(e))
                    ignore_self_assignment(b, e, first);
            } else if (strip_casts(e->a)->kind == CEXPR_VAR || is_idle(&k)) {
                eval_assign(b, e->a, e->b, e);
                eval(b, e->a, k);
            } else {
                struct location *t = temporary(b, "{temp}", e->type, e->place);
                const struct step *steps = step_new(b, FLOW_ASSIGN, e, e->place, NULL);
                struct origins places = {0};
                eval(b, e->b, hole_to((struct place){.base = t}, e->type, steps));
                places_of(b, e->a, &places);
                vec_each(i, &places.list) emit(b, t, hole_to(places.list.items[i].place, e->type, NULL));
                emit(b, t, k);
            }
            return;
        case CEXPR_ASSIGN_OP:
        case CEXPR_INCDEC: {
            if (e->b)
                eval(b, e->b, (struct hole){.kind = HOLE_NUMBER});
            if (!is_pointer(e->type)) {
                if (is_kept_over_pointer(b, e->a)) {
                    eval(b, e->a, (struct hole){.kind = HOLE_NUMBER});
                    written_as_number(b, e->a);
                }
                e = e->a;
                break;
            }
            /* p += n: p is shifted into itself */
            struct origins places = {0};
            places_of(b, e->a, &places);
            vec_each(i, &places.list) {
                struct place p = places.list.items[i].place;
                struct hole to = hole_to(p, e->type, step_new(b, FLOW_ASSIGN, e, e->place, NULL));
                to.ops = op_new(b->arena, OP_SHIFT, element_bytes(e->type), NULL);
                emit_origin(b, p, to);
                emit_origin(b, p, k);
            }
            return;
        }
        case CEXPR_UNARY:
            if (strcmp(e->name ? e->name : "", "!") == 0)
                k.kind = HOLE_NOWHERE;
            e = e->a;
            break;
        case CEXPR_BINARY: {
            if (is_pointer(e->type)) {
                bool left = is_pointer(e->a->type);
                eval(b, left ? e->b : e->a, (struct hole){.kind = HOLE_NUMBER});
                push_op(b, &k, OP_SHIFT, element_bytes(e->type));
                e = left ? e->a : e->b;
                break;
            }
            /* A comparison, or a difference of pointers, tells no address. */
            if (k.kind == HOLE_NUMBER && tells_address(e)) {
                e = e->a;
                k = lost_hole(b, e, FLOW_CAST_TO_INTEGER, "a pointer becomes a number: it is subtracted from");
                k.c_only = true;
                break;
            }
            bool compares = is_pointer(e->a->type) || is_pointer(e->b->type) || strchr("<>=!", e->name && e->name[0] ? e->name[0] : '=');
            if (compares && !(e->name && (strcmp(e->name, "<<") == 0 || strcmp(e->name, ">>") == 0)))
                k = nowhere;
            eval_chain(b, e, is_idle(&k) ? k : (struct hole){.kind = HOLE_NUMBER});
            return;
        }
        case CEXPR_LOGICAL:
            eval_chain(b, e, nowhere);
            return;
        case CEXPR_COND:
            if (e->b) {
                eval_effects(b, e->a);
                eval(b, e->b, k);
            } else { /* a ?: c */
                eval(b, e->a, k);
            }
            e = e->c;
            break;
        case CEXPR_COMMA: {
            const struct cexpr *last = e->b;
            const struct cexpr *first = e->a;
            for (; first->kind == CEXPR_COMMA; first = first->a)
                eval_effects(b, first->b);
            eval_effects(b, first);
            e = last;
            break;
        }
        case CEXPR_INIT_LIST:
            eval_list(b, e, k);
            return;
        case CEXPR_COMPOUND_LITERAL:
            /* An object of its own only where its address matters. */
            if (e->object->type->kind == CTYPE_ARRAY || wants_address(&k) || e->object->storage != CVAR_LOCAL) {
                struct location *object = variable_location(b, e->object);
                if (e->object->init)
                    eval_init(b, object, e->object->init, e->place);
                emit(b, object, k);
            } else if (e->object->init) {
                eval(b, e->object->init, k);
            }
            return;
        case CEXPR_STMT_EXPR: {
            /* The value leaves the block, whose variables end before anything is done with it. */
            bool stays = b->flows->lowered || !has_pointers(e->type) || (is_idle(&k) && !k.followed);
            if (stays || (k.kind == HOLE_PLACE && !k.ops && !k.address)) {
                walk_block_value(b, e->body, k);
                return;
            }
            struct location *value = location_new(b, LOC_VARIABLE, "({…})", e->type, e->place);
            struct hole to = hole_to((struct place){.base = value}, e->type, step_new(b, FLOW_ASSIGN, e, e->place, NULL));
            to.hint = k.hint;
            walk_block_value(b, e->body, to);
            emit(b, value, k);
            return;
        }
        case CEXPR_VA_ARG:
            push_op(b, &k, OP_LOAD, 0);
            if (is_pointer_to_list(e->a))
                push_op(b, &k, OP_LOAD, 0);
            e = e->a;
            if (e->kind == CEXPR_CAST && e->cast == CCAST_ARRAY_DECAY) {
                e = e->a;
                if (!is_idle(&k) && k.ops && k.ops->kind == OP_LOAD)
                    k.ops = k.ops->next;
            }
            break;
        case CEXPR_ATOMIC:
            eval_atomic(b, e, k);
            return;
        case CEXPR_UNKNOWN:
            vec_each(i, &e->args) eval_lost(b, e->args.items[i], FLOW_ASSIGN,
                                           arena_printf(b->flows->arena, "it is used in a construct that is not understood (%s)", e->name ? e->name : "?"));
            from_outside(b, k);
            return;
        }
    }
}

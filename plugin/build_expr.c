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

static long element_bytes(const struct ctype *pointer) {
    return is_pointer(pointer) && pointer->target && pointer->target->bytes > 0 ? pointer->target->bytes : 0;
}

bool is_zero(const struct cexpr *e) {
    return e->kind == CEXPR_CONST && e->has_value && e->value == 0;
}

/* ---- numbers in the places of pointers ---- */

bool is_constant(const struct cexpr *e, long *value) {
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

bool is_array_element(const struct cexpr *e) {
    return array_around(e) != NULL;
}

static bool is_place(const struct cexpr *e) {
    return e->kind == CEXPR_VAR || e->kind == CEXPR_MEMBER || e->kind == CEXPR_DEREF || e->kind == CEXPR_INDEX;
}

const struct cexpr *whole_of(const struct cexpr *e) {
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

struct ctype *pointee_before_casts(const struct cexpr *e) {
    while (e->kind == CEXPR_CAST && e->cast == CCAST_VALUE && is_pointer(e->a->type) && e->type->target->kind == CTYPE_VOID)
        e = e->a;
    return is_pointer(e->type) ? e->type->target : NULL;
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

static const struct hole nowhere = {.kind = HOLE_NOWHERE};

/* ---- assignments ---- */

void eval_lost(struct builder *b, const struct cexpr *e, enum flow_reason reason, const char *why) {
    eval(b, e, lost_hole(b, e, reason, why));
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
    vec_each(i, &places.list) fill(b, t, hole_to(places.list.items[i].place, lhs->type, NULL));
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
        fill(b, whole, k);
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
                fill(b, t1, hole_into(&env, arg->type, paired));
                part.steps = k.steps;
                fill(b, t1, part);
                continue;
            }
        }
        eval(b, arg, part);
    }
    if (code)
        pair_new(b, code, env, list->place);
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
        vec_each(i, &places.list) fill_from(b, places.list.items[i].place, k);
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

/* A number of more than a byte, or a vector of some, which may be made a pointer again where nobody sees it. */
static bool is_number(const struct ctype *t) {
    return t && ((t->kind == CTYPE_NUMBER && t->bytes > 1) || t->kind == CTYPE_OTHER);
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
        struct place pointer = at.list.items[i].place;
        fill_from(b, pointer, lost);
        from_outside(b, hole_to(pointed_at(b, pointer), e->args.items[0]->type, NULL));
    }
}

void eval_atomic(struct builder *b, const struct cexpr *e, struct hole k) {
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
    vec_each(i, &at.list) fill_from(b, at.list.items[i].place, out);
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
            fill_from(b, other.list.items[j].place, h);
            if (by_address) {
                struct place dst = pointed_at(b, other.list.items[j].place);
                fill(b, content, hole_to(dst, value, steps));
            }
        }
    }
    vec_each(i, &at.list) {
        struct place dst = pointed_at(b, at.list.items[i].place);
        fill(b, content, hole_to(dst, value, steps));
    }
    fill(b, content, k);
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
            fill(b, b->flows->string, k);
            return;
        case CEXPR_VAR:
            if (variable_location(b, e->var)->kind == LOC_GLOBAL)
                mention(b, variable_location(b, e->var)->function);
            fill(b, variable_location(b, e->var), k);
            return;
        case CEXPR_FUNC: {
            struct function *f = function_of(b->flows, e->func);
            mention(b, f);
            k.ops = NULL;
            k.address = true;
            fill(b, f->code, k);
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
                fill(b, t, k);
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
                vec_each(i, &places.list) fill(b, t, hole_to(places.list.items[i].place, e->type, NULL));
                fill(b, t, k);
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
                fill_from(b, p, to);
                fill_from(b, p, k);
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
                fill(b, object, k);
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
            fill(b, value, k);
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

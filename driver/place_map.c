#include "driver/place_map.h"

#include "base/map.h"
#include "transpiler/ast.h"

#include <string.h>

struct origins {
    struct arena *arena;
    const struct lowered *lowered;
    const char *c_file;
    struct map operators; /* "file:line:col" of an assignment's start → struct pos * of its operator; filled when first asked */
};

static struct shown_place shown(struct pos p) {
    return (struct shown_place){p.source ? p.source->name : "", p.line, p.col};
}

static bool is_lowered(const struct origins *o, struct pos p) {
    return o->lowered && p.source && p.line >= 1 && p.line <= o->lowered->lines.len && !strcmp(p.source->name, o->c_file);
}

static struct shown_place show(void *context, const struct c_place *place) {
    const struct origins *o = context;
    struct pos p = place->physical;
    if (is_lowered(o, p)) {
        struct pos go = o->lowered->lines.items[p.line - 1].pos;
        if (go.line)
            return shown(go);
    }
    return shown(place->presumed.line ? place->presumed : p);
}

/* ---- operations ---- */

/* Is it the operation of this step? */
static bool does(const struct expr *e, enum flow_reason reason) {
    switch (reason) {
    case FLOW_CALL_PARAMETER:
    case FLOW_APPENDED:
    case FLOW_RESULT_OF_CALL:
        return e->kind == EXPR_CALL;
    case FLOW_DOT:
        return e->kind == EXPR_SELECTOR || e->kind == EXPR_TYPE_ASSERT;
    case FLOW_DOT_OF_POINTER:
        return e->kind == EXPR_SELECTOR;
    case FLOW_INDIRECTION:
        return e->kind == EXPR_STAR || e->kind == EXPR_INDEX;
    case FLOW_ADDRESS_OF:
        return e->kind == EXPR_UNARY || e->kind == EXPR_SELECTOR || e->kind == EXPR_SLICE;
    case FLOW_FIXED_ARRAY_INDEX:
    case FLOW_MAP_KEY:
        return e->kind == EXPR_INDEX;
    case FLOW_SLICE:
        return e->kind == EXPR_SLICE;
    case FLOW_ELEMENT:
    case FLOW_ARRAY_ELEMENT:
    case FLOW_FIELD:
        return e->kind == EXPR_COMPOSITE;
    default:
        return false;
    }
}

/* The first of the expressions that begin on a line of the C. */
static int first_on(const struct lowered *l, int line) {
    int low = 0, high = l->expressions.len;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (l->expressions.items[middle].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const char *key_of(struct arena *a, struct pos p) {
    return arena_printf(a, "%s:%d:%d", p.source->name, p.line, p.col);
}

/* NULL: no assignment or definition starts there. */
static const struct pos *operator_at(struct origins *o, struct pos start) {
    if (!o->operators.len) {
        vec_each(i, &o->lowered->assignments) {
            struct assignment_origin *a = &o->lowered->assignments.items[i];
            map_put(o->arena, &o->operators, key_of(o->arena, a->start), &a->op);
        }
    }
    return map_get(&o->operators, key_of(o->arena, start));
}

static struct shown_place show_step(void *context, const struct flow_step *step) {
    struct origins *o = context;
    struct pos p = step->place.physical;
    if (!is_lowered(o, p))
        return show(o, &step->place);
    const struct lowered *l = o->lowered;
    struct pos go = l->lines.items[p.line - 1].pos;
    const struct pos *operator = step->reason == FLOW_ASSIGN && go.line ? operator_at(o, go) : NULL;
    if (operator)
        return shown(*operator);
    for (int i = first_on(l, p.line); i < l->expressions.len && l->expressions.items[i].line == p.line; i++) {
        const struct expression_origin *e = &l->expressions.items[i];
        if (e->col != p.col || !does(e->go, step->reason))
            continue;
        bool of_sliced = step->reason == FLOW_ADDRESS_OF && e->go->kind == EXPR_SLICE; /* a[:] takes the address of a */
        return shown(expr_told_at(of_sliced ? e->go->x : e->go));
    }
    return show(o, &step->place);
}

/* C has `T x = v;` for both x := v and var x = v, which is no assignment of Go's. */
static const char *step_text(void *context, const struct flow_step *step) {
    struct origins *o = context;
    struct pos p = step->place.physical;
    const char *define = step->reason == FLOW_ASSIGN ? strstr(step->expression, " := ") : NULL;
    if (!define || !is_lowered(o, p))
        return step->expression;
    struct pos go = o->lowered->lines.items[p.line - 1].pos;
    if (!go.line || operator_at(o, go))
        return step->expression;
    return arena_printf(o->arena, "%.*s = %s", (int)(define - step->expression), step->expression, define + 4);
}

struct place_map place_map(struct arena *a, const struct lowered *l, const char *c_file) {
    struct origins *o = arena_new(a, struct origins);
    *o = (struct origins){.arena = a, .lowered = l, .c_file = c_file};
    return (struct place_map){show, l ? show_step : NULL, l ? step_text : NULL, o};
}

struct shown_place verdict_place(const struct verdict *v, const char *file, const struct place_map *places) {
    if (v->go_line)
        return (struct shown_place){v->go_file ? v->go_file : file, v->go_line, v->go_col};
    return places->show(places->context, &v->place);
}

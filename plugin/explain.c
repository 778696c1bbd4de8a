/* Paths for people: what the solver knows as edges between places, told as flows between names of the program. */
#include "plugin/explain.h"

#include "plugin/annotations.h"
#include "plugin/build.h"
#include "plugin/go_steps.h"

#include <stdlib.h>

#include <string.h>

static const char *step_text(struct arena *a, const struct step *s) {
    if (s->text)
        return s->text;
    if (!s->expression)
        return "…";
    const char *text = cexpr_text(a, s->expression);
    if (s->initialised)
        return arena_printf(a, "%s = %s", s->initialised, text);
    return s->reason == FLOW_RETURN ? arena_printf(a, "return %s", text) : text;
}

/* Who takes the argument, where the text says so. */
static void name_parameter(struct flow_step *step, const struct step *s) {
    const struct cfunc *callee = s->expression && s->expression->kind == CEXPR_CALL ? function_named(s->expression->a) : NULL;
    if (!callee)
        return;
    step->callee = callee->name;
    if ((int)s->argument >= callee->params.len)
        return;
    const struct cvar *parameter = callee->params.items[s->argument];
    bool is_operation = s->lowered && (!callee->is_defined || annotation(&parameter->attrs, "outlive.flows=")); /* of the runtime or the library */
    step->parameter = is_operation ? NULL : parameter->name;
}

static void add_steps(const struct cunit *u, struct flow *f, const struct step *s) {
    struct arena *a = u->arena;
    for (; s; s = s->next) {
        if (s->lowered) {
            f->lowered = true;
            add_go_step(u, f, s);
        }
        if (s->reason == FLOW_SPILL)
            continue; /* Go's word for `&x` of an object that has no name */
        struct flow_step step = {.reason = s->reason, .expression = step_text(a, s), .place = cunit_place(u, s->place)};
        if (s->reason == FLOW_CALL_PARAMETER)
            name_parameter(&step, s);
        if (f->steps.len > 0 && vec_last(&f->steps).reason == step.reason && strcmp(vec_last(&f->steps).expression, step.expression) == 0)
            continue; /* one operation, told by both sides of a temporary */
        vec_push(a, &f->steps, step);
    }
}

flow_path explain_path(const struct cunit *u, const struct hop *hops, int count) {
    flow_path path = {0};
    bool join = false;
    for (int i = 0; i < count; i++) {
        const struct hop *h = &hops[i];
        if (!join && h->derefs == 0 && h->steps && h->steps->lowered && strcmp(h->dst, h->src) == 0)
            continue; /* a named result of Go: in C a variable and a result */
        if (!join) {
            struct flow f = {.destination = h->dst, .source = h->src, .derefs = h->derefs};
            vec_push_moving(u->arena, &path, f);
        } else {
            struct flow *f = &vec_last(&path);
            f->destination = h->dst;
            f->derefs += h->derefs;
            if (f->derefs < -1)
                f->derefs = -1;
        }
        add_steps(u, &vec_last(&path), h->steps);
        join = h->into_temporary;
    }
    return path;
}

const char *result_name(struct arena *a, const struct function *f, int result) {
    if (result < f->result_name_count)
        return f->result_names[result];
    return arena_printf(a, "~r%d", result);
}

bool is_results(const struct ctype *t) {
    if (!t || t->kind != CTYPE_RECORD || t->is_union || t->field_count < 2)
        return false;
    for (int i = 0; i < t->field_count; i++) {
        const char *n = t->fields[i].name;
        if (n[0] != 'r' || atoi(n + 1) != i || !(n[1] >= '0' && n[1] <= '9'))
            return false;
    }
    return true;
}

void verdict_set_path(struct arena *a, struct verdict *v, const flow_path *path, const struct verdict *reached) {
    v->path.items = arena_copy(a, path->items, sizeof *path->items * (size_t)path->len);
    v->path.len = v->path.cap = path->len;
    if (v->path.len > 0)
        vec_last(&v->path).reached = reached;
}

/* Paths for people: what the solver knows as edges between places, told as flows between names of the program. */
#include "plugin/explain.h"

static const char *step_text(const struct step *s) {
    if (s->text)
        return s->text;
    if (s->expression && s->expression->text)
        return s->expression->text;
    return "…";
}

static void add_steps(struct arena *a, struct flow *f, const struct step *s) {
    for (; s; s = s->next) {
        struct flow_step step = {s->reason, step_text(s), s->place};
        if (f->steps.len > 0 && vec_last(&f->steps).reason == step.reason && vec_last(&f->steps).expression == step.expression)
            continue; /* one operation, told by both sides of a temporary */
        vec_push(a, &f->steps, step);
    }
}

flow_path explain_path(struct arena *a, const struct hop *hops, int count) {
    flow_path path = {0};
    bool join = false;
    for (int i = 0; i < count; i++) {
        const struct hop *h = &hops[i];
        if (!join) {
            struct flow f = {.destination = h->dst, .source = h->src, .derefs = h->derefs};
            vec_push(a, &path, f);
        } else {
            struct flow *f = &vec_last(&path);
            f->destination = h->dst;
            f->derefs += h->derefs;
            if (f->derefs < -1)
                f->derefs = -1;
        }
        add_steps(a, &vec_last(&path), h->steps);
        join = h->into_temporary;
    }
    return path;
}

#include "verdict.h"

#include <stdlib.h>
#include <string.h>

#include "diag.h"

const char *flow_reason_text(enum flow_reason r) {
    switch (r) {
#define X(name, text) \
    case FLOW_##name: \
        return text;
        FLOW_REASONS(X)
#undef X
    }
    die("there is no flow reason %d", (int)r);
}

static const struct {
    const char *name, *meaning;
} rules[] = {
#define X(name, text, meaning) {text, meaning},
    RULES(X)
#undef X
};

const char *rule_name(enum rule r) {
    return rules[r].name;
}

const char *rule_meaning(enum rule r) {
    return rules[r].meaning;
}

static int by_place(const void *x, const void *y) {
    const struct c_place *a = &(*(struct verdict *const *)x)->place, *b = &(*(struct verdict *const *)y)->place;
    int files = a->physical.source && b->physical.source ? strcmp(a->physical.source->name, b->physical.source->name) : 0;
    if (files)
        return files;
    if (a->physical.line != b->physical.line)
        return a->physical.line < b->physical.line ? -1 : 1;
    if (a->physical.col != b->physical.col)
        return a->physical.col < b->physical.col ? -1 : 1;
    return 0;
}

void verdict_follow(struct verdict *v, const struct ptrmap *moved) {
    const struct verdict *reached = v->path.len > 0 ? vec_last(&v->path).reached : NULL;
    if (reached)
        vec_last(&v->path).reached = ptrmap_get(moved, reached);
}

void verdicts_lay_out(struct arena *a, struct verdict **all, int count, struct verdicts *out, struct ptrmap *moved) {
    if (count > 0)
        qsort(all, (size_t)count, sizeof *all, by_place);
    out->list.items = arena_array(a, struct verdict, count + 1);
    out->list.len = out->list.cap = count;
    for (int i = 0; i < count; i++) {
        struct verdict *v = &out->list.items[i];
        *v = *all[i];
        ptrmap_put(a, moved, all[i], v);
        if (v->id)
            map_put(a, &out->by_id, v->id, v);
    }
    for (int i = 0; i < count; i++)
        verdict_follow(&out->list.items[i], moved);
}

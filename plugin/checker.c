/* check_unit and check_by_function: the checker as a pipeline. */
#include "plugin/checker.h"

#include "plugin/model.h"
#include "plugin/precise.h"

struct verdicts *check_unit(const struct cunit *u, const struct check_options *options) {
    struct verdicts *verdicts = arena_new(u->arena, struct verdicts);
    struct unit_flows *f = flows_build(u, verdicts);
    f->options = options;
    callgraph_order(f, true);
    solve_gc(f);
    vec_each(i, &f->remarks) vec_push(u->arena, &verdicts->remarks, f->remarks.items[i]);
    if (options->model == MODEL_PRECISE || options->wants_uses) {
        callgraph_order(f, false);
        solve_precise(f, options->model == MODEL_PRECISE);
    }
    if (options->dump_flow)
        flows_dump(f, options->dump_flow);
    if (options->dump_dot)
        flows_dump_dot(f, options->dump_dot);
    return verdicts;
}

/* ---- one function after the other ---- */

/* Functions are built as the search for batches meets them, so what was made since the first function of a batch was met belongs to this
 * batch alone, or to others that are complete: all of it is given back when the batch is decided. */
struct by_function {
    struct unit_flows *flows;
    struct precise *precise;
    VEC(struct verdict *) kept;
};

static void build(void *context, struct function *f) {
    struct by_function *c = context;
    if (!f->decl || !f->decl->is_defined)
        return;
    f->before = arena_mark(c->flows->unit->bodies);
    flows_build_function(c->flows, f);
}

/* The batch's verdicts that are worth it move to where they stay. */
static void keep_verdicts(struct by_function *c, struct function **functions, int count) {
    struct arena *a = c->flows->arena;
    struct ptrmap moved = {0};
    int first = c->kept.len;
    for (int i = 0; i < count; i++) {
        vec_each(j, &functions[i]->locations) {
            const struct verdict *v = functions[i]->locations.items[j]->verdict;
            if (!v || !v->heap)
                continue;
            struct verdict *copy = arena_copy(a, v, sizeof *v);
            vec_push(a, &c->kept, copy);
            ptrmap_put(a, &moved, v, copy);
        }
    }
    for (int i = first; i < c->kept.len; i++)
        verdict_follow(c->kept.items[i], &moved);
}

static bool solve(void *context, struct function **functions, int count) {
    struct by_function *c = context;
    precise_batch(c->precise, functions, count);
    keep_verdicts(c, functions, count);
    struct arena_mark before = functions[0]->before; /* the first one that was met */
    for (int i = 0; i < count; i++)
        function_forget(functions[i]);
    arena_release(c->flows->unit->bodies, before);
    return !c->precise->asks_go;
}

struct verdicts *check_by_function(const struct cunit *u) {
    const struct check_options options = {.model = MODEL_PRECISE};
    struct by_function c = {.flows = flows_start(u)};
    c.flows->options = &options;
    c.precise = precise_start(c.flows, true);
    visit_batches(c.flows, false, &(struct batch_visitor){build, solve, &c});
    precise_finish(c.precise);
    if (c.precise->asks_go)
        return NULL;
    struct verdicts *verdicts = arena_new(u->arena, struct verdicts);
    struct ptrmap moved = {0};
    verdicts_lay_out(u->arena, c.kept.items, c.kept.len, verdicts, &moved);
    return verdicts;
}

/* check_unit: the checker as a pipeline. */
#include "plugin/checker.h"

#include "plugin/model.h"

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

#include "base/buf.h"
#include "base/verdict.h"

static const char *const kinds[] = {
    [SITE_VARIABLE] = "variable",      [SITE_EXPRESSION] = "expression", [SITE_PARAMETER] = "parameter",
    [SITE_UNREPORTED] = "unreported", [SITE_PLAIN_C] = "plain",
};

static void dump_path(struct buf *out, const struct flow *path, int len) {
    for (int i = 0; i < len; i++) {
        buf_printf(out, "    flow %s <- %s derefs=%d\n", path[i].destination, path[i].source, path[i].derefs);
        vec_each(k, &path[i].steps) {
            const struct flow_step *step = &path[i].steps.items[k];
            buf_printf(out, "      %s (%s) at %d:%d\n", step->expression ? step->expression : "?",
                       flow_reason_text(step->reason), step->place.physical.line, step->place.physical.col);
        }
    }
}

static void dump_verdict(struct buf *out, const struct verdict *v) {
    buf_printf(out, "%s %s: %s %s", v->heap ? "heap" : "stack", v->id ? v->id : v->name, kinds[v->kind], v->c_name);
    if (v->function)
        buf_printf(out, " of %s", v->function);
    buf_printf(out, " at %d:%d, %ld bytes", v->place.physical.line, v->place.physical.col, v->bytes);
    if (v->is_environment)
        buf_printf(out, ", environment of %s", v->environment_of);
    if (v->by_nature)
        buf_add(out, ", by nature");
    if (v->assumed)
        buf_add(out, ", assumed");
    buf_printf(out, "\n  why: %s (%s)\n", v->why, rule_name(v->rule));
    if (v->outlived_by)
        buf_printf(out, "  outlived by %s\n", v->outlived_by);
    dump_path(out, v->path.items, v->path.len);
    vec_each(i, &v->leaks) {
        const struct leak *leak = &v->leaks.items[i];
        buf_printf(out, "  leaks to %s derefs=%d\n", leak->result < 0 ? "the heap" : leak->result_name, leak->derefs);
        dump_path(out, leak->path.items, leak->path.len);
    }
}

void verdicts_dump(const struct verdicts *v, struct buf *out) {
    vec_each(i, &v->list)
        dump_verdict(out, &v->list.items[i]);
}

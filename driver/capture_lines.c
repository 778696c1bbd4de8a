#include "driver/capture_lines.h"

#include "transpiler/captures.h"

/* A variable whose capture by reference was told has its address taken from then on, as the Go compiler sees it. */
static bool has_address_taken(struct ptrmap *told, struct arena *a, const struct object *v) {
    bool taken = v->address_taken || (v->by_reference && ptrmap_get(told, v));
    ptrmap_put(a, told, v, (void *)v);
    return taken;
}

void add_capture_lines(struct road *r) {
    struct ptrmap told = {0};
    vec_each(i, &r->program->packages) {
        const struct package *p = r->program->packages.items[i];
        if (p->is_library)
            continue;
        vec_each(j, &p->functions) {
            const struct func_info *info = p->functions.items[j]->info;
            for (int k = 0; info && k < info->captures.len; k++) {
                const struct object *v = info->captures.items[k].variable;
                struct remark line = {.place = {.physical = v->pos}, .reason = FLOW_CAPTURED};
                line.text = arena_printf(r->arena, "%s capturing by %s: %s (addr=%s assign=%s width=%lld)",
                                         v->func ? go_function_name(r->arena, r->program->main, v->func) : "glob.", v->by_reference ? "ref" : "value", v->name,
                                         has_address_taken(&told, r->arena, v) ? "true" : "false", v->reassigned ? "true" : "false",
                                         (long long)type_size(v->type));
                vec_push(r->arena, &r->verdicts->remarks, line);
            }
        }
    }
}

#include "driver/go_remarks.h"

#include "transpiler/captures.h"

#include <string.h>

static void add_remark(struct road *r, struct pos at, const char *text) {
    struct remark remark = {.place = {.physical = at}, .reason = FLOW_CAPTURED, .text = text};
    vec_push(r->arena, &r->verdicts->remarks, remark);
}

/* A variable whose capture by reference was told has its address taken from then on, as the Go compiler sees it. */
static bool has_address_taken(struct ptrmap *told, struct arena *a, const struct object *v) {
    bool taken = v->address_taken || (v->by_reference && ptrmap_get(told, v));
    ptrmap_put(a, told, v, (void *)v);
    return taken;
}

static void add_captures(struct road *r, const struct package *p, struct ptrmap *told) {
    vec_each(i, &p->functions) {
        const struct func_info *info = p->functions.items[i]->info;
        for (int k = 0; info && k < info->captures.len; k++) {
            const struct object *v = info->captures.items[k].variable;
            const char *around = v->func ? go_function_name(r->arena, r->program->main, v->func) : "glob.";
            add_remark(r, v->pos, arena_printf(r->arena, "%s capturing by %s: %s (addr=%s assign=%s width=%lld)", around,
                                               v->by_reference ? "ref" : "value", v->name, has_address_taken(told, r->arena, v) ? "true" : "false",
                                               v->reassigned ? "true" : "false", (long long)type_size(v->type)));
        }
    }
}

static bool is_noescape(const struct decl *d) {
    vec_each(i, &d->directives) {
        if (strcmp(d->directives.items[i], "go:noescape") == 0)
            return true;
    }
    return false;
}

static void add_parameters_without_body(struct road *r, const struct decl *d) {
    if (d->kind != DECL_FUNC || d->func->body)
        return;
    vec_each(i, &d->func->params) {
        const struct object *o = d->func->params.items[i];
        if (o->name && type_has_pointers(o->type))
            add_remark(r, o->pos, arena_printf(r->arena, is_noescape(d) ? "%s does not escape" : "leaking param: %s", o->name));
    }
}

void add_go_remarks(struct road *r, int level) {
    struct ptrmap told = {0};
    vec_each(i, &r->program->packages) {
        const struct package *p = r->program->packages.items[i];
        if (p->is_library)
            continue;
        vec_each(j, &p->files) {
            const struct file *f = p->files.items[j];
            vec_each(k, &f->decls) add_parameters_without_body(r, f->decls.items[k]);
        }
        if (level >= 2)
            add_captures(r, p, &told);
    }
}

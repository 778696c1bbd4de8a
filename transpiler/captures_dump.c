/* -dump=captures. */
#include "transpiler/captures.h"

static void dump_reason(struct buf *out, const struct object *o) {
    if (!o->by_reference)
        buf_add(out, "by value");
    else if (o->address_taken)
        buf_printf(out, "by reference: address taken at %d:%d", o->address_taken_at.line, o->address_taken_at.col);
    else if (o->reassigned)
        buf_printf(out, "by reference: reassigned at %d:%d", o->reassigned_at.line, o->reassigned_at.col);
    else
        buf_printf(out, "by reference: %lld bytes", (long long)type_size(o->type));
    buf_add(out, o->per_iteration ? ", one per iteration\n" : "\n");
}

static void dump_func(struct buf *out, const struct func *f, const char *name, bool is_literal) {
    const struct func_info *info = f->info;
    if (is_literal) {
        buf_printf(out, "%s:%d:%d: func literal in %s, loop depth %d%s\n", f->pos.source->name, f->pos.line, f->pos.col, name,
                   info->loop_depth, info->captures.len ? "" : ", captures nothing");
        vec_each(i, &info->captures) {
            const struct free_variable *v = &info->captures.items[i];
            buf_printf(out, "\t%s (declared at %d:%d, used at %d:%d) ", v->variable->name, v->variable->pos.line,
                       v->variable->pos.col, v->first_use.line, v->first_use.col);
            dump_reason(out, v->variable);
        }
    }
    vec_each(i, &info->sites) {
        const struct object *o = info->sites.items[i];
        buf_printf(out, "%s:%d:%d: %s needs a site: %s\n", o->pos.source->name, o->pos.line, o->pos.col, o->name,
                   o->captured && o->by_reference ? "captured by reference" : "its address is taken");
    }
    vec_each(i, &info->literals)
        dump_func(out, info->literals.items[i], name, true);
}

static void dump_literals_in(struct buf *out, const struct package *p, const struct decl *d) {
    vec_each(i, &p->functions) {
        const struct func *f = p->functions.items[i];
        if (f->decl == d && !f->outer)
            dump_func(out, f, "package initialization", true);
    }
}

void dump_captures(struct buf *out, const struct package *p) {
    vec_each(i, &p->files) {
        vec_each(k, &p->files.items[i]->decls) {
            const struct decl *d = p->files.items[i]->decls.items[k];
            if (d->kind == DECL_FUNC && d->func->info)
                dump_func(out, d->func, d->names.items[0]->name, false);
            else if (d->kind == DECL_VAR)
                dump_literals_in(out, p, d);
        }
    }
}

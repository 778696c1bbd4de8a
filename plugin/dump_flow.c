/* -dump=flow: the constraints of a unit as text. Names, never addresses. */
#include "plugin/flow.h"

#include "base/buf.h"

struct dump {
    const struct cunit *unit;
    struct buf *out;
};

static const char *const kind_names[] = {
    [LOC_VARIABLE] = "variable", [LOC_GLOBAL] = "global",     [LOC_RESULT] = "result", [LOC_TEMPORARY] = "temporary",
    [LOC_ALLOCATED] = "memory",  [LOC_FUNCTION] = "function", [LOC_STRING] = "string", [LOC_HEAP] = "heap",
};

static void dump_name(const struct dump *d, const struct location *l) {
    buf_add(d->out, l->name);
    if (l->kind == LOC_TEMPORARY || l->kind == LOC_ALLOCATED) {
        struct pos at = cunit_place(d->unit, l->place).physical;
        buf_printf(d->out, "@%d:%d", at.line, at.col);
    }
}

static void dump_place(const struct dump *d, struct place p) {
    struct buf *out = d->out;
    if (p.address)
        buf_char(out, '&');
    dump_name(d, p.base);
    for (const struct op *o = p.ops; o; o = o->next) {
        switch (o->kind) {
        case OP_FIELD:
            buf_printf(out, "+%ld", o->offset);
            break;
        case OP_LOAD:
            buf_add(out, "->");
            break;
        case OP_SHIFT:
            buf_printf(out, "[%ld]", o->offset);
            break;
        }
    }
}

static void dump_assignment(const struct dump *d, const struct assignment *s) {
    struct buf *out = d->out;
    buf_add(out, "  ");
    dump_place(d, s->dst);
    buf_add(out, " = ");
    dump_place(d, s->src);
    if (s->assumed)
        buf_printf(out, "    assumed: %s", s->assumed);
    buf_char(out, '\n');
}

static void dump_origins(const struct dump *d, const struct origins *o) {
    struct buf *out = d->out;
    if (o->list.len == 0)
        buf_char(out, '-');
    vec_each(i, &o->list) {
        if (i)
            buf_add(out, " | ");
        dump_place(d, o->list.items[i].place);
    }
}

static void dump_call(const struct dump *d, const struct call *c) {
    struct buf *out = d->out;
    buf_add(out, "  call ");
    if (c->result) {
        dump_name(d, c->result);
        buf_add(out, " = ");
    }
    if (c->callee)
        buf_add(out, c->callee->decl->name);
    else
        dump_origins(d, &c->through);
    buf_char(out, '(');
    for (int i = 0; i < c->arg_count; i++) {
        if (i)
            buf_add(out, ", ");
        dump_origins(d, &c->args[i]);
    }
    buf_add(out, ")\n");
}

static void dump_function(const struct dump *d, const struct function *f) {
    struct buf *out = d->out;
    buf_printf(out, "function %s: batch %d", f->decl->name, f->batch);
    if (f->enclosing)
        buf_printf(out, ", literal in %s%s", f->enclosing->decl->name, f->called_in_place ? ", called in place" : "");
    buf_char(out, '\n');
    vec_each(i, &f->locations) {
        const struct location *l = f->locations.items[i];
        if (l->kind == LOC_VARIABLE && (l->verdict || (l->type && l->type->has_pointers)))
            buf_printf(out, "  %s %s: block %d, loops %d%s\n", kind_names[l->kind], l->name, l->scope->depth, l->loops, l->verdict ? ", site" : "");
    }
    vec_each(i, &f->assignments) dump_assignment(d, f->assignments.items[i]);
    vec_each(i, &f->calls) dump_call(d, f->calls.items[i]);
    vec_each(i, &f->pairs) {
        buf_printf(out, "  pair %s with ", f->pairs.items[i]->code->decl->name);
        dump_origins(d, &f->pairs.items[i]->env);
        buf_add(out, f->pairs.items[i]->direct ? ", in place\n" : "\n");
    }
}

void flows_dump(const struct unit_flows *f, struct buf *out) {
    const struct dump d = {f->unit, out};
    bool any = false;
    vec_each(i, &f->functions) {
        const struct function *global = f->functions.items[i];
        if (global->decl)
            continue;
        if (!any && global->assignments.len > 0)
            buf_add(out, "globals\n");
        any = any || global->assignments.len > 0;
        vec_each(j, &global->assignments) dump_assignment(&d, global->assignments.items[j]);
    }
    vec_each(i, &f->by_batch) dump_function(&d, f->by_batch.items[i]);
}

/* -dump=flow: the constraints of a unit as text. Names, never addresses. */
#include "plugin/flow.h"

#include "base/buf.h"

static const char *const kind_names[] = {
    [LOC_VARIABLE] = "variable", [LOC_GLOBAL] = "global",     [LOC_RESULT] = "result", [LOC_TEMPORARY] = "temporary",
    [LOC_ALLOCATED] = "memory",  [LOC_FUNCTION] = "function", [LOC_STRING] = "string", [LOC_HEAP] = "heap",
};

static void dump_name(const struct location *l, struct buf *out) {
    buf_add(out, l->name);
    if (l->kind == LOC_TEMPORARY || l->kind == LOC_ALLOCATED)
        buf_printf(out, "@%d:%d", l->place.physical.line, l->place.physical.col);
}

static void dump_place(struct place p, struct buf *out) {
    if (p.address)
        buf_char(out, '&');
    dump_name(p.base, out);
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

static void dump_assignment(const struct assignment *s, struct buf *out) {
    buf_add(out, "  ");
    dump_place(s->dst, out);
    buf_add(out, " = ");
    dump_place(s->src, out);
    if (s->assumed)
        buf_printf(out, "    assumed: %s", s->assumed);
    buf_char(out, '\n');
}

static void dump_origins(const struct origins *o, struct buf *out) {
    if (o->list.len == 0)
        buf_char(out, '-');
    vec_each(i, &o->list) {
        if (i)
            buf_add(out, " | ");
        dump_place(o->list.items[i].place, out);
    }
}

static void dump_call(const struct call *c, struct buf *out) {
    buf_add(out, "  call ");
    if (c->result) {
        dump_name(c->result, out);
        buf_add(out, " = ");
    }
    if (c->callee)
        buf_add(out, c->callee->decl->name);
    else
        dump_origins(&c->through, out);
    buf_char(out, '(');
    for (int i = 0; i < c->arg_count; i++) {
        if (i)
            buf_add(out, ", ");
        dump_origins(&c->args[i], out);
    }
    buf_add(out, ")\n");
}

static void dump_function(const struct function *f, struct buf *out) {
    buf_printf(out, "function %s: batch %d", f->decl->name, f->batch);
    if (f->enclosing)
        buf_printf(out, ", literal in %s%s", f->enclosing->decl->name, f->called_in_place ? ", called in place" : "");
    buf_char(out, '\n');
    vec_each(i, &f->locations) {
        const struct location *l = f->locations.items[i];
        if (l->kind == LOC_VARIABLE && (l->verdict || (l->type && l->type->has_pointers)))
            buf_printf(out, "  %s %s: block %d, loops %d%s\n", kind_names[l->kind], l->name, l->scope->depth, l->loops, l->verdict ? ", site" : "");
    }
    vec_each(i, &f->assignments) dump_assignment(f->assignments.items[i], out);
    vec_each(i, &f->calls) dump_call(f->calls.items[i], out);
    vec_each(i, &f->pairs) {
        buf_printf(out, "  pair %s with ", f->pairs.items[i]->code->decl->name);
        dump_origins(&f->pairs.items[i]->env, out);
        buf_add(out, f->pairs.items[i]->direct ? ", in place\n" : "\n");
    }
}

void flows_dump(const struct unit_flows *f, struct buf *out) {
    if (f->globals.len > 0)
        buf_add(out, "globals\n");
    vec_each(i, &f->globals) dump_assignment(f->globals.items[i], out);
    vec_each(i, &f->by_batch) dump_function(f->by_batch.items[i], out);
}

/* -dump=dot: the constraints of a unit as a picture for Graphviz.
 *
 * An arrow goes the way of the value, from what is read to what is written: `x → p [&]` is p = &x, `q → r [*]` r = *q, and `s → t [into *]`
 * *t = s. Drawn are the functions of the file itself, those of its headers as one node each; and of all only what an arrow touches. */
#include "plugin/flow.h"

#include "base/buf.h"

#include <string.h>

struct drawing {
    const struct unit_flows *flows;
    struct buf *out;
    struct buf arrows;
    bool *drawn; /* by location number: an arrow touches it */
};

static void add_text(struct buf *out, const char *s) {
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_char(out, '\\');
        buf_char(out, *s == '\n' ? ' ' : *s);
    }
}

/* In full, that is: a function of the file, whose body is asked. */
static bool is_drawn(const struct drawing *d, const struct function *f) {
    const struct source *s = cunit_place(d->flows->unit, f->decl->place).physical.source;
    return s && !f->flows_declared && strcmp(s->name, d->flows->unit->main_file) == 0;
}

/* ---- arrows ---- */

/* ".count" for a step to a part of a record; the number of bytes where no field begins there. */
static void add_field(const struct ctype *t, long offset, struct buf *out) {
    for (int i = 0; t && t->kind == CTYPE_RECORD && i < t->field_count; i++) {
        if (t->fields[i].offset == offset) {
            buf_char(out, '.');
            add_text(out, t->fields[i].name);
            return;
        }
    }
    buf_printf(out, "+%ld", offset);
}

/* The operations of a place behind its base: "*.next" is a load, then a field. */
static void add_ops(struct place p, struct buf *out) {
    const struct ctype *t = p.base->type;
    for (const struct op *o = p.ops; o; o = o->next) {
        if (o->kind == OP_FIELD)
            add_field(t, o->offset, out);
        else
            buf_add(out, o->kind == OP_LOAD ? "*" : "[]");
        t = NULL; /* behind a pointer it is not known */
    }
}

static void add_arrow(struct drawing *d, struct place dst, struct place src, const char *label, const char *style) {
    struct buf *out = &d->arrows;
    d->drawn[src.base->number] = d->drawn[dst.base->number] = true;
    buf_printf(out, "  n%d -> n%d [label=\"", src.base->number, dst.base->number);
    if (src.address)
        buf_char(out, '&');
    add_ops(src, out);
    if (dst.ops) {
        buf_add(out, " into ");
        add_ops(dst, out);
    }
    add_text(out, label);
    buf_printf(out, "\"%s];\n", style);
}

static void add_origins(struct drawing *d, struct location *to, const struct origins *from, const char *label) {
    vec_each(i, &from->list) add_arrow(d, (struct place){.base = to}, from->list.items[i].place, label, " style=dotted");
}

static void add_call(struct drawing *d, const struct call *c) {
    struct location *callee = c->callee ? c->callee->code : d->flows->heap;
    for (int i = 0; i < c->arg_count; i++) {
        /* a parameter of a function that is drawn takes its argument itself */
        bool takes_it = c->callee && is_drawn(d, c->callee) && c->callee->params && i < c->callee->decl->params.len;
        add_origins(d, takes_it ? c->callee->params[i] : callee, &c->args[i], "");
    }
    if (!c->result || !c->callee)
        return;
    bool gives_it = is_drawn(d, c->callee) && c->callee->result;
    add_arrow(d, (struct place){.base = c->result}, (struct place){.base = gives_it ? c->callee->result : callee}, "", " style=dotted");
}

static void add_function(struct drawing *d, const struct function *f) {
    vec_each(i, &f->assignments) {
        const struct assignment *s = f->assignments.items[i];
        add_arrow(d, s->dst, s->src, "", s->assumed ? " style=dashed color=red" : "");
    }
    vec_each(i, &f->calls) add_call(d, f->calls.items[i]);
    vec_each(i, &f->pairs) {
        const struct pair *p = f->pairs.items[i];
        if (p->code->params && p->code->decl->params.len > 0 && is_drawn(d, p->code))
            add_origins(d, p->code->params[0], &p->env, " environment");
    }
}

/* ---- nodes ---- */

static const char *style_of(const struct location *l) {
    if (l->verdict)
        return l->verdict->heap ? "shape=box style=filled fillcolor=orange" : "shape=box style=filled fillcolor=palegreen";
    switch (l->kind) {
    case LOC_VARIABLE:
        return "shape=ellipse";
    case LOC_GLOBAL:
        return "shape=cylinder";
    case LOC_RESULT:
        return "shape=invhouse";
    case LOC_TEMPORARY:
        return "shape=plaintext fontcolor=gray40";
    case LOC_ALLOCATED:
        return "shape=component";
    case LOC_FUNCTION:
        return "shape=cds";
    case LOC_STRING:
        return "shape=note";
    case LOC_HEAP:
        break;
    }
    return "shape=doublecircle";
}

static void add_node(const struct drawing *d, const struct location *l) {
    if (!d->drawn[l->number])
        return;
    buf_printf(d->out, "    n%d [label=\"", l->number);
    add_text(d->out, l->name);
    buf_printf(d->out, "%s\" %s];\n", l->kind == LOC_FUNCTION ? "()" : "", style_of(l));
}

static void add_cluster(const struct drawing *d, const struct function *f) {
    bool any = false;
    vec_each(i, &f->locations) any = any || d->drawn[f->locations.items[i]->number];
    if (!any)
        return;
    buf_printf(d->out, "  subgraph cluster_%d {\n    label=\"", f->number);
    add_text(d->out, f->decl->name);
    buf_add(d->out, "\";\n");
    vec_each(i, &f->locations) add_node(d, f->locations.items[i]);
    buf_add(d->out, "  }\n");
}

void flows_dump_dot(const struct unit_flows *f, struct buf *out) {
    struct drawing d = {.flows = f, .out = out, .drawn = arena_array(f->arena, bool, f->locations.len + 1)};
    struct ptrmap clustered = {0};
    vec_each(i, &f->by_batch) {
        if (is_drawn(&d, f->by_batch.items[i]))
            add_function(&d, f->by_batch.items[i]);
    }
    buf_add(out, "digraph flows {\n  rankdir=LR;\n  node [fontname=\"monospace\"];\n  edge [fontname=\"monospace\" fontsize=10];\n"
                 "  graph [fontname=\"sans-serif\" labelloc=b style=rounded];\n"
                 "  label=\"boxes: objects whose place is decided; orange: on the heap, green: on the stack\\n& address, * load, dotted: arguments and results, dashed: assumed\";\n");
    vec_each(i, &f->by_batch) {
        const struct function *fn = f->by_batch.items[i];
        if (!is_drawn(&d, fn))
            continue;
        add_cluster(&d, fn);
        vec_each(j, &fn->locations) ptrmap_put(f->arena, &clustered, fn->locations.items[j], (void *)fn);
    }
    vec_each(i, &f->locations) {
        if (!ptrmap_get(&clustered, f->locations.items[i]))
            add_node(&d, f->locations.items[i]);
    }
    if (d.arrows.len)
        buf_addn(out, d.arrows.text, d.arrows.len);
    buf_add(out, "}\n");
    buf_free(&d.arrows);
}

/* The C tree as text, for tests and for the curious. One line a node; names, types and places, never an address. */
#include "base/buf.h"
#include "plugin/ctree.h"

#include <string.h>

struct dump {
    const struct cunit *unit;
    struct buf *out;
    const char *main_file;
    struct arena scratch;
    struct ptrmap records; /* those met, in order: printed at the end */
};

static const char *const expr_names[] = {
#define X(name, text) text,
    CEXPR_KINDS(X)
#undef X
};
static const char *const stmt_names[] = {
#define X(name, text) text,
    CSTMT_KINDS(X)
#undef X
};
static const char *const cast_names[] = {"value", "array-decay", "function-decay", "pointer-to-int", "int-to-pointer", "to-void", "to-union"};

/* What is still to be printed, newest last: an explicit stack, since trees can be 10,000 levels deep. */
struct item {
    const struct cexpr *e;
    const struct cstmt *s;
    const struct cvar *v;
    const char *role; /* "" for none */
    int depth;
};
typedef VEC(struct item) items;

static void meet(struct dump *d, const struct ctype *t) {
    while (t && (t->kind == CTYPE_POINTER || t->kind == CTYPE_ARRAY))
        t = t->target;
    if (t && t->kind == CTYPE_RECORD && !ptrmap_has(&d->records, t))
        ptrmap_put(&d->scratch, &d->records, t, (void *)t);
}

enum { MOST_INDENTATION = 64 };

/* Very deep trees (a sum of 10,000 terms) say their depth in digits: the dump stays linear in the size of the tree. */
static void indent(struct dump *d, int depth) {
    for (int i = 0; i < depth && i < MOST_INDENTATION; i++)
        buf_add(d->out, "  ");
    if (depth > MOST_INDENTATION)
        buf_printf(d->out, "(%d) ", depth);
}

static void type(struct dump *d, const struct ctype *t) {
    meet(d, t);
    buf_printf(d->out, " '%s'", t ? t->spelling : "?");
}

static const char *name_of(const struct pos *p) {
    return p->source ? p->source->name : "";
}

/* ` 4:2` in the main file, and ` (x.go:7:1)` behind it where #line says otherwise */
static void place(struct dump *d, struct c_spot spot) {
    const struct c_place at = cunit_place(d->unit, spot), *p = &at;
    if (!p->physical.line || strcmp(name_of(&p->physical), d->main_file) != 0)
        return;
    buf_printf(d->out, " %d:%d", p->physical.line, p->physical.col);
    if (p->presumed.line != p->physical.line || p->presumed.col != p->physical.col || strcmp(name_of(&p->presumed), d->main_file) != 0)
        buf_printf(d->out, " (%s:%d:%d)", name_of(&p->presumed), p->presumed.line, p->presumed.col);
}

static void attributes(struct dump *d, const struct cattrs *a) {
    if (a->noescape)
        buf_add(d->out, " noescape");
    if (a->lifetimebound)
        buf_add(d->out, " lifetimebound");
    if (a->malloc_like)
        buf_add(d->out, " malloc");
    if (a->noreturn_)
        buf_add(d->out, " noreturn");
    vec_each(i, &a->annotations) buf_printf(d->out, " \"%s\"", a->annotations.items[i]);
}

static void later(struct dump *d, items *stack, struct item i) {
    if (i.e || i.s || i.v)
        vec_push(&d->scratch, stack, i);
}

static void print_variable(struct dump *d, const struct item *it, items *stack) {
    static const char *const storages[] = {"local", "param", "static-local", "global"};
    const struct cvar *v = it->v;
    buf_printf(d->out, "%s %s", storages[v->storage], v->name[0] ? v->name : "-");
    type(d, v->type);
    if (v->is_extern)
        buf_add(d->out, " extern");
    if (v->is_internal)
        buf_add(d->out, " internal");
    if (v->is_thread_local)
        buf_add(d->out, " thread-local");
    attributes(d, &v->attrs);
    place(d, v->place);
    buf_char(d->out, '\n');
    later(d, stack, (struct item){.e = v->init, .role = "= ", .depth = it->depth + 1});
}

static void print_expression(struct dump *d, const struct item *it, items *stack) {
    const struct cexpr *e = it->e;
    buf_add(d->out, expr_names[e->kind]);
    if (e->kind == CEXPR_CAST)
        buf_printf(d->out, " %s", cast_names[e->cast]);
    if (e->name)
        buf_printf(d->out, " %s", e->name[0] ? e->name : "-");
    if (e->kind == CEXPR_CONST && (e->has_value || e->is_size))
        buf_printf(d->out, " %ld", e->value);
    type(d, e->type);
    place(d, e->place);
    buf_char(d->out, '\n');
    int below = it->depth + 1;
    for (int i = has_args(e) ? e->args.len - 1 : -1; i >= 0; i--) {
        const char *role = "";
        if (e->kind == CEXPR_INIT_LIST && e->type->kind == CTYPE_RECORD && e->args.items[i]->kind != CEXPR_UNKNOWN)
            role = arena_printf(&d->scratch, ".%s ", e->type->fields[e->places[i]].name);
        else if (e->kind == CEXPR_INIT_LIST)
            role = arena_printf(&d->scratch, "[%d] ", e->places[i]);
        later(d, stack, (struct item){.e = e->args.items[i], .role = role, .depth = below});
    }
    if (e->kind == CEXPR_STMT_EXPR)
        later(d, stack, (struct item){.s = e->body, .role = "", .depth = below});
    if (e->kind == CEXPR_COMPOUND_LITERAL)
        later(d, stack, (struct item){.v = e->object, .role = "", .depth = below});
    if (!has_args(e)) {
        later(d, stack, (struct item){.e = e->c, .role = e->kind == CEXPR_COND ? "else " : "", .depth = below});
        later(d, stack, (struct item){.e = e->b, .role = e->kind == CEXPR_COND ? "then " : "", .depth = below});
    }
    later(d, stack, (struct item){.e = e->a, .role = e->kind == CEXPR_CALL ? "callee " : "", .depth = below});
}

static void print_statement(struct dump *d, const struct item *it, items *stack) {
    const struct cstmt *s = it->s;
    buf_add(d->out, stmt_names[s->kind]);
    if (s->name)
        buf_printf(d->out, " %s", s->name);
    place(d, s->place);
    buf_char(d->out, '\n');
    int below = it->depth + 1;
    for (int i = s->vars.len - 1; i >= 0; i--)
        later(d, stack, (struct item){.v = s->vars.items[i], .role = "", .depth = below});
    for (int i = s->list.len - 1; i >= 0; i--)
        later(d, stack, (struct item){.s = s->list.items[i], .role = s->kind == CSTMT_IF ? (i ? "else " : "then ") : "", .depth = below});
    for (int i = s->args.len - 1; i >= 0; i--)
        later(d, stack, (struct item){.e = s->args.items[i], .role = "", .depth = below});
    later(d, stack, (struct item){.s = s->body, .role = "", .depth = below});
    later(d, stack, (struct item){.e = s->post, .role = "post ", .depth = below});
    later(d, stack, (struct item){.e = s->e, .role = "", .depth = below});
    later(d, stack, (struct item){.s = s->init, .role = "init ", .depth = below});
}

static void print_tree(struct dump *d, struct item root) {
    items stack = {0};
    later(d, &stack, root);
    while (stack.len) {
        struct item it = stack.items[--stack.len];
        indent(d, it.depth);
        buf_add(d->out, it.role);
        if (it.v)
            print_variable(d, &it, &stack);
        else if (it.e)
            print_expression(d, &it, &stack);
        else
            print_statement(d, &it, &stack);
    }
}

static void print_function(struct dump *d, const struct cfunc *f) {
    buf_printf(d->out, "function %s", f->name);
    type(d, f->type);
    if (f->is_static)
        buf_add(d->out, " static");
    if (f->in_system_header)
        buf_add(d->out, " system");
    attributes(d, &f->attrs);
    place(d, f->place);
    buf_char(d->out, '\n');
    vec_each(i, &f->params) print_tree(d, (struct item){.v = f->params.items[i], .role = "", .depth = 1});
    print_tree(d, (struct item){.s = f->body, .role = "", .depth = 1});
}

static void print_record(struct dump *d, const struct ctype *t) {
    buf_printf(d->out, "record '%s' %ld bytes%s%s\n", t->spelling, t->bytes, t->is_union ? " union" : "", t->has_pointers ? " pointers" : "");
    for (int i = 0; i < t->field_count; i++) {
        const struct cfield *f = &t->fields[i];
        buf_printf(d->out, "  %ld %s", f->offset, f->name[0] ? f->name : "-");
        type(d, f->type);
        buf_char(d->out, '\n');
    }
}

void ctree_dump(const struct cunit *u, struct buf *out) {
    struct dump d = {.out = out, .unit = u, .main_file = u->main_file};
    vec_each(i, &u->globals) print_tree(&d, (struct item){.v = u->globals.items[i], .role = ""});
    vec_each(i, &u->functions) print_function(&d, u->functions.items[i]);
    for (int i = 0; i < d.records.len; i++)
        print_record(&d, d.records.entries[i].value);
    arena_free(&d.scratch);
}

/* -dump=types: what the checker wrote into the tree, as text.
 *
 *   3:6: func counter: func() func() int
 *   4:2: var count: int
 *   4:11: 0: constant 0 of type int
 *   9:3: c.next.value: variable of type int, field next value
 *
 * Declarations come as "KIND NAME: TYPE", expressions as "TEXT: MODE …" from the outside in; names of declarations and parts of constant
 * expressions, which have no value of their own at run time, are left out. */
#include "transpiler/check.h"

#include <string.h>

struct dump {
    struct buf *out;
    struct arena arena;
    const struct package *package;
};

static void dump_expr(struct dump *d, const struct expr *e);
static void dump_stmt(struct dump *d, const struct stmt *s);
static void dump_func(struct dump *d, const struct func *f);

static const char *const mode_names[] = {
    [MODE_INVALID] = "invalid", [MODE_NO_VALUE] = "no value", [MODE_BUILTIN] = "builtin",   [MODE_TYPE] = "type",
    [MODE_CONSTANT] = "constant", [MODE_VARIABLE] = "variable", [MODE_MAP_INDEX] = "map index", [MODE_VALUE] = "value",
    [MODE_NIL] = "nil",         [MODE_COMMA_OK] = "value", [MODE_PACKAGE] = "package",
};

static void place(struct dump *d, struct pos pos) {
    buf_printf(d->out, "%d:%d: ", pos.line, pos.col);
}

static const char *type_name(struct dump *d, const struct type *t) {
    return type_text(&d->arena, t, d->package);
}

static void dump_object(struct dump *d, const struct object *o) {
    static const char *const kinds[] = {[OBJECT_VAR] = "var",         [OBJECT_CONST] = "const",     [OBJECT_TYPE] = "type",
                                        [OBJECT_FUNC] = "func",       [OBJECT_PACKAGE] = "package", [OBJECT_BUILTIN] = "builtin",
                                        [OBJECT_NIL] = "nil"};
    if (!o || !o->name || !o->type)
        return;
    place(d, o->pos);
    buf_printf(d->out, "%s %s%s%s: ", kinds[o->kind], o->receiver ? type_name(d, o->receiver) : "", o->receiver ? "." : "", o->name);
    if (o->kind == OBJECT_TYPE && !o->is_alias)
        buf_add(d->out, type_name(d, type_underlying(o->type)));
    else
        buf_printf(d->out, "%s%s", o->kind == OBJECT_TYPE ? "= " : "", type_name(d, o->type));
    if (o->value)
        buf_printf(d->out, " = %s", constant_text(&d->arena, o->value));
    buf_char(d->out, '\n');
}

static void dump_selection(struct dump *d, const struct selection *s) {
    static const char *const kinds[] = {[SELECT_FIELD] = "field",
                                        [SELECT_METHOD_VALUE] = "method",
                                        [SELECT_METHOD_EXPRESSION] = "method expression",
                                        [SELECT_INTERFACE_METHOD] = "interface method"};
    buf_printf(d->out, ", %s", kinds[s->kind]);
    const struct type *t = s->receiver;
    vec_each(i, &s->path) {
        t = type_underlying((struct type *)t);
        if (t->kind == TYPE_POINTER)
            t = type_underlying(t->elem);
        const struct object *f = t->fields.items[s->path.items[i]];
        buf_printf(d->out, " %s", f->name);
        t = f->type;
    }
    if (s->method)
        buf_printf(d->out, " (%s).%s", type_name(d, s->method->receiver), s->method->name);
    else if (s->method_index >= 0)
        buf_printf(d->out, " %d of %s", s->method_index, type_name(d, s->holder));
    if (s->address_needed)
        buf_add(d->out, ", address taken");
    if (s->deref_needed)
        buf_add(d->out, ", dereferenced");
}

static void dump_expr_list(struct dump *d, const expr_list *list) {
    vec_each(i, list) {
        if (list->items[i])
            dump_expr(d, list->items[i]);
    }
}

static void dump_parts(struct dump *d, const struct expr *e) {
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_LITERAL: break;
    case EXPR_FUNC_LITERAL: dump_func(d, e->func); break;
    case EXPR_COMPOSITE: dump_expr_list(d, &e->list); break;
    case EXPR_KEY_VALUE:
        if (e->x->kind != EXPR_NAME || !e->x->object || !e->x->object->is_field)
            dump_expr(d, e->x);
        dump_expr(d, e->y);
        break;
    case EXPR_CALL:
        if (e->call == CALL_FUNCTION)
            dump_expr(d, e->x);
        dump_expr_list(d, &e->list);
        break;
    case EXPR_SELECTOR:
        if (e->x->mode != MODE_PACKAGE)
            dump_expr(d, e->x);
        break;
    case EXPR_SLICE:
        dump_expr(d, e->x);
        if (e->lo)
            dump_expr(d, e->lo);
        if (e->hi)
            dump_expr(d, e->hi);
        if (e->max)
            dump_expr(d, e->max);
        break;
    default:
        if (e->x)
            dump_expr(d, e->x);
        if (e->y)
            dump_expr(d, e->y);
    }
}

static void dump_expr(struct dump *d, const struct expr *e) {
    if (e->mode == MODE_TYPE)
        return;
    if (e->kind != EXPR_KEY_VALUE) {
        place(d, expr_start(e));
        buf_printf(d->out, "%s: %s", expr_source(&d->arena, e), mode_names[e->mode]);
        if (e->value)
            buf_printf(d->out, " %s", constant_text(&d->arena, e->value));
        if (e->type && e->mode != MODE_NO_VALUE && e->mode != MODE_INVALID)
            buf_printf(d->out, " of type %s", type_name(d, e->type));
        if (e->comma_ok)
            buf_add(d->out, ", ok");
        if (e->kind == EXPR_CALL)
            buf_add(d->out, e->call == CALL_CONVERSION ? ", conversion" : e->call == CALL_BUILTIN ? ", builtin" : ", call");
        if (e->kind == EXPR_SELECTOR && e->selection)
            dump_selection(d, e->selection);
        buf_char(d->out, '\n');
    }
    if (!e->value)
        dump_parts(d, e);
}

static void dump_optional(struct dump *d, const struct expr *e) {
    if (e)
        dump_expr(d, e);
}

static void dump_list(struct dump *d, const stmt_list *list) {
    vec_each(i, list) dump_stmt(d, list->items[i]);
}

static void dump_decl(struct dump *d, const struct decl *decl) {
    vec_each(i, &decl->objects) dump_object(d, decl->objects.items[i]);
    if (decl->kind == DECL_VAR)
        dump_expr_list(d, &decl->values);
    if (decl->kind == DECL_FUNC)
        dump_func(d, decl->func);
}

static void dump_branch(struct dump *d, const struct stmt *s) {
    if (!s->target && !s->label)
        return;
    place(d, s->pos);
    struct pos to = s->target ? s->target->pos : s->label->pos;
    buf_printf(d->out, "%s to %d:%d\n", s->kind == STMT_BREAK ? "break" : s->kind == STMT_CONTINUE ? "continue" : "goto", to.line, to.col);
}

static void dump_stmt(struct dump *d, const struct stmt *s) {
    if (s->init)
        dump_stmt(d, s->init);
    if (s->kind == STMT_DEFINE || (s->kind == STMT_RANGE && s->is_define)) {
        vec_each(i, &s->defined) dump_object(d, s->defined.items[i]);
    }
    if (s->kind != STMT_DEFINE && !(s->kind == STMT_RANGE && s->is_define))
        dump_expr_list(d, &s->lhs);
    dump_optional(d, s->x);
    dump_optional(d, s->y);
    dump_expr_list(d, &s->rhs);
    vec_each(i, &s->decls) dump_decl(d, s->decls.items[i]);
    if (s->kind == STMT_BREAK || s->kind == STMT_CONTINUE || s->kind == STMT_GOTO)
        dump_branch(d, s);
    if (s->post)
        dump_stmt(d, s->post);
    if (s->block)
        dump_list(d, &s->block->list);
    vec_each(i, &s->clauses) {
        const struct clause *clause = &s->clauses.items[i];
        dump_expr_list(d, &clause->values);
        if (clause->bound) {
            place(d, clause->pos);
            buf_printf(d->out, "var %s: %s\n", clause->bound->name, type_name(d, clause->bound->type));
        }
        if (clause->comm)
            dump_stmt(d, clause->comm);
        dump_list(d, &clause->body);
    }
    if (s->other)
        dump_stmt(d, s->other);
}

static void dump_func(struct dump *d, const struct func *f) {
    dump_object(d, f->receiver);
    vec_each(i, &f->params) dump_object(d, f->params.items[i]);
    vec_each(i, &f->results) dump_object(d, f->results.items[i]);
    if (f->body)
        dump_list(d, &f->body->list);
}

void dump_types(const struct package *p, struct buf *out) {
    struct dump d = {.out = out, .package = p};
    buf_printf(out, "package %s\n", p->name);
    vec_each(i, &p->files) {
        vec_each(k, &p->files.items[i]->decls) {
            if (p->files.items[i]->decls.items[k]->kind != DECL_IMPORT)
                dump_decl(&d, p->files.items[i]->decls.items[k]);
        }
    }
    if (p->init_order.len) {
        buf_add(out, "initialized in order:");
        vec_each(i, &p->init_order) {
            vec_each(k, &p->init_order.items[i]->names) {
                buf_add(out, k ? ", " : " ");
                buf_add(out, p->init_order.items[i]->names.items[k]->name);
            }
        }
        buf_char(out, '\n');
    }
    arena_free(&d.arena);
}

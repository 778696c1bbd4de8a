#include "transpiler/ast_dump.h"

static const char *const expr_kind_names[] = {
#define X(name, text) text,
    EXPR_KINDS(X)
#undef X
};
static const char *const stmt_kind_names[] = {
#define X(name, text) text,
    STMT_KINDS(X)
#undef X
};

struct dump {
    struct buf *out;
    int depth;
};

static void dump_expr(struct dump *d, const char *role, const struct expr *e);
static void dump_stmt(struct dump *d, const char *role, const struct stmt *s);

/* Starts a line: indentation, role in the parent, what it is, where. The caller adds details and the newline. */
static void begin(struct dump *d, const char *role, const char *what, struct pos pos) {
    buf_printf(d->out, "%*s%s%s%s %d:%d", 2 * d->depth, "", role, *role ? ": " : "", what, pos.line, pos.col);
}

static void end(struct dump *d) {
    buf_char(d->out, '\n');
    d->depth++;
}

static void dump_optional(struct dump *d, const char *role, const struct expr *e) {
    if (e)
        dump_expr(d, role, e);
}

static void dump_list(struct dump *d, const char *role, const expr_list *list) {
    vec_each(i, list)
        dump_expr(d, role, list->items[i]);
}

static void dump_fields(struct dump *d, const char *role, const field_list *fields) {
    vec_each(i, fields) {
        const struct field *f = &fields->items[i];
        begin(d, role, f->name ? f->name->name : f->embedded ? "embedded" : "unnamed", f->pos);
        if (f->tag)
            buf_printf(d->out, " tag `%s`", f->tag);
        end(d);
        dump_expr(d, "", f->type);
        d->depth--;
    }
}

static void dump_signature(struct dump *d, const struct signature_expr *s) {
    dump_fields(d, "parameter", &s->params);
    dump_fields(d, "result", &s->results);
}

static void dump_stmts(struct dump *d, const stmt_list *list) {
    vec_each(i, list)
        dump_stmt(d, "", list->items[i]);
}

static void dump_block(struct dump *d, const char *role, const struct block *b) {
    if (!b)
        return;
    begin(d, role, "block", b->pos);
    buf_printf(d->out, " to %d:%d", b->close.line, b->close.col);
    end(d);
    dump_stmts(d, &b->list);
    d->depth--;
}

static void expr_details(struct dump *d, const struct expr *e) {
    static const char *const dirs[] = {[CHAN_BOTH] = "", [CHAN_SEND] = " send", [CHAN_RECV] = " receive"};
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_SELECTOR:
        buf_printf(d->out, " %s", e->name);
        break;
    case EXPR_LITERAL:
        buf_printf(d->out, " %s %s", token_spelling(e->literal), e->text);
        break;
    case EXPR_UNARY:
    case EXPR_BINARY:
        buf_printf(d->out, " %s", token_spelling(e->op));
        break;
    case EXPR_CALL:
        buf_add(d->out, e->has_dots ? " with ..." : "");
        break;
    case EXPR_CHAN_TYPE:
        buf_add(d->out, dirs[e->dir]);
        break;
    default:
        break;
    }
}

static void dump_expr(struct dump *d, const char *role, const struct expr *e) {
    begin(d, role, expr_kind_names[e->kind], e->pos);
    expr_details(d, e);
    end(d);
    dump_optional(d, "", e->x);
    switch (e->kind) {
    case EXPR_COMPOSITE:
        dump_list(d, "element", &e->list);
        break;
    case EXPR_CALL:
        dump_list(d, "argument", &e->list);
        break;
    case EXPR_FUNC_LITERAL:
        dump_signature(d, &e->func->signature);
        dump_block(d, "", e->func->body);
        break;
    case EXPR_SLICE:
        dump_optional(d, "low", e->lo);
        dump_optional(d, "high", e->hi);
        dump_optional(d, "max", e->max);
        break;
    case EXPR_STRUCT_TYPE:
        dump_fields(d, "field", &e->fields);
        break;
    case EXPR_INTERFACE_TYPE:
        dump_fields(d, "method", &e->fields);
        break;
    case EXPR_FUNC_TYPE:
        dump_signature(d, e->signature);
        break;
    default:
        break;
    }
    dump_optional(d, "", e->y);
    d->depth--;
}

static void dump_decl(struct dump *d, const struct decl *decl) {
    static const char *const kinds[] = {
        [DECL_IMPORT] = "import", [DECL_CONST] = "const", [DECL_TYPE] = "type", [DECL_VAR] = "var", [DECL_FUNC] = "func"};
    begin(d, "", kinds[decl->kind], decl->pos);
    vec_each(i, &decl->names)
        buf_printf(d->out, "%s %s", i ? "," : "", decl->names.items[i]->name);
    if (decl->path)
        buf_printf(d->out, " \"%s\"", decl->path);
    if (decl->kind == DECL_CONST)
        buf_printf(d->out, " iota %d%s", decl->iota, decl->inherited ? ", inherited" : "");
    if (decl->is_alias)
        buf_add(d->out, " alias");
    vec_each(i, &decl->directives)
        buf_printf(d->out, " //%s", decl->directives.items[i]);
    end(d);
    if (!decl->inherited) {
        dump_optional(d, "type", decl->type);
        dump_list(d, "value", &decl->values);
    }
    if (decl->receiver)
        dump_fields(d, "receiver", &(field_list){decl->receiver, 1, 1});
    if (decl->func) {
        dump_signature(d, &decl->func->signature);
        dump_block(d, "", decl->func->body);
    }
    d->depth--;
}

static void dump_clause(struct dump *d, const struct clause *c) {
    begin(d, "", c->is_default ? "default" : "case", c->pos);
    end(d);
    dump_list(d, "value", &c->values);
    if (c->comm)
        dump_stmt(d, "communication", c->comm);
    dump_stmts(d, &c->body);
    d->depth--;
}

static void dump_stmt(struct dump *d, const char *role, const struct stmt *s) {
    begin(d, role, stmt_kind_names[s->kind], s->pos);
    if (s->label_name)
        buf_printf(d->out, " %s", s->label_name);
    if (s->kind == STMT_INCDEC || s->kind == STMT_ASSIGN_OP)
        buf_printf(d->out, " %s%s", token_spelling(s->op), s->kind == STMT_INCDEC ? "" : "=");
    if (s->is_define)
        buf_add(d->out, " :=");
    end(d);
    if (s->init)
        dump_stmt(d, "init", s->init);
    dump_list(d, "left", &s->lhs);
    dump_list(d, "right", &s->rhs);
    dump_optional(d, "bind", s->bind);
    dump_optional(d, "", s->x);
    dump_optional(d, "", s->y);
    if (s->post)
        dump_stmt(d, "post", s->post);
    vec_each(i, &s->decls)
        dump_decl(d, s->decls.items[i]);
    dump_block(d, "", s->block);
    vec_each(i, &s->clauses)
        dump_clause(d, &s->clauses.items[i]);
    if (s->other)
        dump_stmt(d, s->kind == STMT_IF ? "else" : "", s->other);
    d->depth--;
}

void dump_ast(struct buf *out, const struct file *file) {
    struct dump d = {.out = out, .depth = 1};
    buf_printf(out, "file %s package %s", file->source->name, file->package_name ? file->package_name : "?");
    if (file->go_version)
        buf_printf(out, " %s", file->go_version);
    buf_add(out, file->ignored ? " ignored\n" : "\n");
    vec_each(i, &file->decls)
        dump_decl(&d, file->decls.items[i]);
}

/* Statements but for assignments, loops over ranges, switches, defers; and the small makers of C statements. */
#include "transpiler/lower.h"

#include <string.h>

/* ---- makers ---- */

struct code_stmt *emit_stmt(struct function *f, enum code_stmt_kind kind) {
    struct code_stmt *s = code_stmt_new(f->l->arena, kind, f->pos);
    code_append(f->out, s);
    return s;
}

struct code_stmt *emit(struct function *f, struct code *x) {
    struct code_stmt *s = emit_stmt(f, CODE_EXPR);
    s->x = x;
    f->effects_made += x->effects != 0;
    return s;
}

struct code_stmt *emit_decl(struct function *f, const char *type, const char *name, const char *attribute, struct code *x) {
    struct code_stmt *s = emit_stmt(f, CODE_DECL);
    s->type = type;
    s->name = name;
    s->attribute = attribute;
    s->x = x ? code_as_init(f->l->arena, type, x) : NULL;
    f->effects_made += x && x->effects != 0;
    return s;
}

struct code_stmt *emit_if(struct function *f, struct code *x) {
    struct code_stmt *s = emit_stmt(f, CODE_IF);
    s->x = x;
    f->effects_made++;
    return s;
}

struct code_stmt *emit_goto(struct function *f, const char *label) {
    struct code_stmt *s = emit_stmt(f, CODE_GOTO);
    s->name = label;
    return s;
}

void emit_label(struct function *f, const char *label) {
    struct code_stmt *s = emit_stmt(f, CODE_LABEL);
    s->name = label;
}

void emit_return(struct function *f, struct code *x) {
    struct code_stmt *s = emit_stmt(f, CODE_RETURN);
    s->x = x;
    f->returns = true;
}

struct code_block *enter_block(struct function *f, struct code_block *b) {
    struct code_block *outer = f->out;
    f->out = b;
    return outer;
}

struct code *temp(struct function *f, const char *base, const char *type, struct code *x) {
    const char *name = name_temp(f, base);
    emit_decl(f, type, name, NULL, x);
    return code_atom(f->l->arena, name);
}

/* ---- lists ---- */

/* Did the Go text leave a line free above this one? Then the C text does. */
static bool blank_above(struct function *f, struct pos pos) {
    const struct source *source = pos.source;
    if (!source || !source->text || pos.line < 2)
        return false;
    const struct line_index *index = line_index(f->l, source);
    if (pos.line - 2 >= index->starts.len)
        return false;
    for (const char *p = source->text + index->starts.items[pos.line - 2]; *p && *p != '\n'; p++)
        if (*p != ' ' && *p != '\t' && *p != '\r')
            return false;
    return true;
}

static void lower_list(struct function *f, struct stmt *const *items, int len);

/* A label that a later goto jumps back to makes a loop, which gets a C block of its own: all objects in it are new each time. */
static void lower_backward_loop(struct function *f, struct stmt *labeled, struct stmt *const *rest, int rest_len) {
    struct lifetime lifetime = {.outer = f->lifetime};
    emit_label(f, label_name(f, labeled->label));
    struct code_stmt *block = emit_stmt(f, CODE_BLOCK);
    lifetime.block = &block->body;
    f->lifetime = &lifetime;
    struct code_block *outer = enter_block(f, &block->body);
    lower_stmt(f, labeled->other);
    lower_list(f, rest, rest_len);
    f->out = outer;
    f->lifetime = lifetime.outer;
}

static void lower_list(struct function *f, struct stmt *const *items, int len) {
    for (int i = 0; i < len; i++) {
        struct stmt *s = items[i];
        if (s->kind == STMT_EMPTY)
            continue;
        f->pos = s->pos;
        struct pos start = stmt_start(s);
        if (i > 0 && f->out->last && start.line > items[i - 1]->pos.line && blank_above(f, start))
            emit_stmt(f, CODE_BLANK);
        if (s->kind == STMT_LABELED && s->label && s->label->backward) {
            lower_backward_loop(f, s, items + i + 1, rest_is_dead(items, len, i) ? 0 : len - i - 1);
            return;
        }
        lower_stmt(f, s);
        if (rest_is_dead(items, len, i))
            return;
    }
}

void lower_stmts(struct function *f, const stmt_list *list) {
    lower_list(f, list->items, list->len);
}

void lower_block(struct function *f, const struct block *b, struct code_block *into) {
    struct code_block *outer = enter_block(f, into);
    lower_stmts(f, &b->list);
    f->out = outer;
}

void lower_as_block(struct function *f, const stmt_list *list) {
    struct code_block inner = {0}, *outer = enter_block(f, &inner);
    lower_stmts(f, list);
    f->out = outer;
    if (inner.first)
        emit_stmt(f, CODE_BLOCK)->body = inner;
}

/* First line of a statement: its position may be that of an operator further on. */
struct pos stmt_start(const struct stmt *s) {
    if (s->lhs.len > 0 && s->lhs.items[0] && (s->kind == STMT_ASSIGN || s->kind == STMT_DEFINE || s->kind == STMT_ASSIGN_OP || s->kind == STMT_INCDEC))
        return expr_start(s->lhs.items[0]);
    if (s->kind == STMT_EXPR || s->kind == STMT_SEND)
        return expr_start(s->x);
    return s->pos;
}

/* ---- if ---- */

static void lower_if(struct function *f, struct stmt *s) {
    if (s->init)
        lower_stmt(f, s->init);
    f->pos = s->pos;
    enum truth truth = constant_truth(s->x);
    if (truth == ALWAYS) {
        lower_as_block(f, &s->block->list);
        return;
    }
    if (truth == NEVER) {
        if (s->other)
            lower_stmt(f, s->other);
        return;
    }
    struct code *condition = lower_expr(f, s->x);
    struct code_stmt *c = emit_if(f, condition);
    lower_block(f, s->block, &c->body);
    if (s->other) {
        struct code_block *outer = enter_block(f, &c->other);
        f->pos = s->other->pos;
        if (s->other->kind == STMT_BLOCK)
            lower_stmts(f, &s->other->block->list);
        else
            lower_stmt(f, s->other);
        f->out = outer;
    }
}

/* ---- jumps ---- */

const char *label_name(struct function *f, struct label *label) {
    const char *name = ptrmap_get(&f->labels, label);
    if (!name) {
        name = name_local(f, label->name);
        ptrmap_put(f->l->arena, &f->labels, label, (void *)name);
    }
    return name;
}

/* C's break leaves the innermost loop or switch; what Go's leaves may be further out. */
static void lower_break(struct function *f, struct stmt *s) {
    struct jump_target *t = f->targets;
    bool direct = true;
    for (; t && t->stmt != s->target; t = t->outer)
        direct &= !t->c_loop && !t->c_switch;
    if (!t)
        die("break leaves nothing");
    if (direct && (t->c_loop || t->c_switch)) {
        emit_stmt(f, CODE_BREAK);
        return;
    }
    if (!t->break_label)
        t->break_label = name_temp(f, "break");
    emit_goto(f, t->break_label);
}

static void lower_continue(struct function *f, struct stmt *s) {
    struct jump_target *t = f->targets;
    bool direct = true;
    for (; t && t->stmt != s->target; t = t->outer)
        direct &= !t->c_loop;
    if (!t)
        die("continue continues nothing");
    if (direct && !t->continue_needs_label) {
        emit_stmt(f, CODE_CONTINUE);
        return;
    }
    if (!t->continue_label)
        t->continue_label = name_temp(f, "continue");
    emit_goto(f, t->continue_label);
}

void enter_target(struct function *f, struct jump_target *t, struct stmt *s) {
    t->stmt = s;
    t->outer = f->targets;
    f->targets = t;
}

void leave_target(struct function *f, struct jump_target *t) {
    f->targets = t->outer;
    if (t->break_label)
        emit_label(f, t->break_label);
}

/* ---- one statement ---- */

static void lower_decl(struct function *f, struct decl *d) {
    if (d->kind == DECL_VAR)
        lower_var_decl(f, d); /* constants and types make no code */
}

void lower_stmt(struct function *f, struct stmt *s) {
    f->pos = s->pos;
    switch (s->kind) {
    case STMT_EMPTY:
    case STMT_FALLTHROUGH: /* lower_switch.c sees to it */
        break;
    case STMT_EXPR:
        f->pos = expr_start(s->x);
        lower_discard(f, s->x);
        break;
    case STMT_SEND:
        lower_send(f, s);
        break;
    case STMT_INCDEC:
    case STMT_ASSIGN:
    case STMT_ASSIGN_OP:
        lower_assign(f, s);
        break;
    case STMT_DEFINE:
        lower_define(f, s);
        break;
    case STMT_DECL:
        vec_each(i, &s->decls) lower_decl(f, s->decls.items[i]);
        break;
    case STMT_GO:
        lower_go(f, s);
        break;
    case STMT_DEFER:
        lower_defer(f, s);
        break;
    case STMT_RETURN:
        lower_return(f, s);
        break;
    case STMT_BREAK:
        lower_break(f, s);
        break;
    case STMT_CONTINUE:
        lower_continue(f, s);
        break;
    case STMT_GOTO:
        emit_goto(f, label_name(f, s->label));
        break;
    case STMT_BLOCK:
        lower_as_block(f, &s->block->list);
        break;
    case STMT_IF:
        lower_if(f, s);
        break;
    case STMT_SWITCH:
        lower_switch(f, s);
        break;
    case STMT_TYPE_SWITCH:
        lower_type_switch(f, s);
        break;
    case STMT_SELECT:
        lower_select(f, s);
        break;
    case STMT_FOR:
        lower_for(f, s);
        break;
    case STMT_RANGE:
        lower_range(f, s);
        break;
    case STMT_LABELED:
        if (s->label && (s->label->backward || ptrmap_has(&f->labels, s->label)))
            emit_label(f, label_name(f, s->label));
        lower_stmt(f, s->other);
        break;
    }
}

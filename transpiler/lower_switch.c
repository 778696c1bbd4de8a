/* switch and type switch (spec: Switch statements). A switch over constants of an integer type is C's; any other is a chain of
 * ifs, with the cases tried in order. */
#include "transpiler/lower.h"

#include <string.h>

/* The labels that fallthrough jumps to, one per clause that is fallen into. */
struct chain {
    struct stmt *s;
    const char **labels;
    struct jump_target target;
};

bool falls_through(const struct clause *c) {
    return c->body.len > 0 && c->body.items[c->body.len - 1]->kind == STMT_FALLTHROUGH;
}

static void lower_clause_body(struct function *f, struct chain *c, int i) {
    const struct clause *clause = &c->s->clauses.items[i];
    if (c->labels[i])
        emit_label(f, c->labels[i]);
    lower_stmts(f, &clause->body);
    if (falls_through(clause) && i + 1 < c->s->clauses.len)
        emit_goto(f, c->labels[i + 1]);
}

/* ---- C's switch ---- */

static bool is_c_switch(const struct stmt *s) {
    if (!s->x || !type_is_integer(type_underlying(s->x->type)) || s->x->value)
        return false;
    int cases = 0;
    vec_each(i, &s->clauses) {
        const struct clause *c = &s->clauses.items[i];
        vec_each(j, &c->values) {
            if (!c->values.items[j]->value || type_is_interface(c->values.items[j]->type))
                return false;
            cases++;
        }
    }
    return cases > 0;
}

static bool ends_with_jump(const struct code_block *b) {
    const struct code_stmt *s = b->last;
    return s && (s->kind == CODE_RETURN || s->kind == CODE_GOTO || s->kind == CODE_BREAK || s->kind == CODE_CONTINUE);
}

static void lower_c_switch(struct function *f, struct stmt *s) {
    struct code *tag = lower_expr(f, s->x);
    struct code_stmt *c_switch = emit_stmt(f, CODE_SWITCH);
    f->effects_made++;
    c_switch->x = tag;
    struct jump_target target = {.c_switch = true};
    enter_target(f, &target, s);
    struct code_block *outer = enter_block(f, &c_switch->body);
    vec_each(i, &s->clauses) {
        const struct clause *clause = &s->clauses.items[i];
        struct code_stmt *c = NULL;
        f->pos = clause->pos;
        vec_each(j, &clause->values) {
            f->pos = clause->values.items[j]->pos;
            c = emit_stmt(f, CODE_CASE);
            c->x = lower_constant(f->l, strip(clause->values.items[j]), s->x->type);
        }
        if (clause->is_default)
            c = emit_stmt(f, CODE_CASE);
        enter_block(f, &c->body);
        lower_stmts(f, &clause->body);
        f->pos = clause->pos;
        if (!falls_through(clause) && !ends_with_jump(&c->body))
            emit_stmt(f, CODE_BREAK);
        else if (falls_through(clause))
            emit_stmt(f, CODE_LINE)->name = "__attribute__((fallthrough));";
        f->out = &c_switch->body;
    }
    f->out = outer;
    leave_target(f, &target);
}

/* ---- a chain of ifs ---- */

static struct code *case_condition(struct function *f, struct expr *tag, struct code *x, struct expr *value) {
    struct lowering *l = f->l;
    value = strip(value);
    if (!tag && !type_is_interface(value->type))
        return lower_expr(f, value);
    if (!tag) { /* the tag is true */
        struct code *y = lower_stable(f, value, "tmp");
        return compare(f, true, y, value->type, code_atom(l->arena, "true"), type_basic(TYPE_BOOL));
    }
    struct type *xt = type_is_untyped(tag->type) ? type_default(tag->type) : tag->type;
    if (value->mode == MODE_NIL)
        return compare_nil(f, true, x, xt);
    struct type *yt = type_is_untyped(value->type) ? type_default(value->type) : value->type;
    struct code *y = lower_as(f, value, yt);
    if (needs_names_to_compare(xt) || needs_names_to_compare(yt))
        y = stable(f, y, "tmp", ctype(&l->types, yt));
    return compare(f, true, x, xt, y, yt);
}

/* One of the values matches. */
static struct code *clause_condition(struct function *f, struct expr *tag, struct code *x, const struct clause *c) {
    struct arena *a = f->l->arena;
    struct code *all = NULL;
    vec_each(i, &c->values) {
        struct code_block before = {0};
        struct code_block *outer = f->out;
        if (all)
            f->out = &before;
        f->pos = c->values.items[i]->pos;
        struct code *one = case_condition(f, tag, x, c->values.items[i]);
        f->out = outer;
        if (before.first) { /* this value's statements run only where no value before it matched */
            const char *name = name_temp(f, "match");
            emit_decl(f, "bool", name, NULL, all);
            all = code_atom(a, name);
            struct code_stmt *s = emit_if(f, code_unary(a, "!", all));
            s->body = before;
            f->out = &s->body;
            emit(f, code_assign(a, all, "=", one));
            f->out = outer;
        } else {
            all = all ? code_binary(a, all, "||", one) : one;
        }
    }
    return all;
}

static void lower_chain(struct function *f, struct stmt *s) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct chain chain = {.s = s, .labels = arena_array(a, const char *, s->clauses.len + 1)};
    struct expr *tag = s->x ? strip(s->x) : NULL;
    struct code *x = NULL;
    if (tag) {
        struct type *t = type_is_untyped(tag->type) ? type_default(tag->type) : tag->type;
        x = lower_as(f, tag, t);
        if (x->kind != CODE_ATOM || x->effects || !x->text || !tag->value)
            x = temp(f, "tag", ctype(&l->types, t), x);
    }
    vec_each(i, &s->clauses) if (falls_through(&s->clauses.items[i])) chain.labels[i + 1] = name_temp(f, "fall");
    enter_target(f, &chain.target, s);
    struct code_block *outer = f->out;
    int otherwise = -1;
    vec_each(i, &s->clauses) {
        if (s->clauses.items[i].is_default) {
            otherwise = i;
            continue;
        }
        struct code *condition = clause_condition(f, tag, x, &s->clauses.items[i]);
        f->pos = s->clauses.items[i].pos;
        struct code_stmt *test = emit_if(f, condition);
        f->out = &test->body;
        lower_clause_body(f, &chain, i);
        f->out = &test->other;
    }
    if (otherwise >= 0)
        lower_clause_body(f, &chain, otherwise);
    f->out = outer;
    f->pos = s->pos;
    leave_target(f, &chain.target);
}

static void lower_live_clause(struct function *f, struct stmt *s, const struct clause *clause) {
    struct jump_target target = {0};
    enter_target(f, &target, s);
    lower_as_block(f, &clause->body);
    leave_target(f, &target);
}

void lower_switch(struct function *f, struct stmt *s) {
    if (s->init)
        lower_stmt(f, s->init);
    f->pos = s->pos;
    int live = live_clause(f->l->arena, s);
    if (live != SEVERAL_CLAUSES) {
        if (live != NO_CLAUSE)
            lower_live_clause(f, s, &s->clauses.items[live]);
        return;
    }
    if (s->clauses.len == 0) {
        if (s->x)
            lower_discard(f, s->x);
    } else if (is_c_switch(s)) {
        lower_c_switch(f, s);
    } else {
        lower_chain(f, s);
    }
}

/* ---- type switch ---- */

static bool is_nil_case(const struct expr *e) {
    while (e->kind == EXPR_PAREN)
        e = e->x;
    return e->mode == MODE_NIL;
}

void lower_type_switch(struct function *f, struct stmt *s) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    if (s->init)
        lower_stmt(f, s->init);
    f->pos = s->pos;
    struct expr *operand = strip(s->x);
    if (operand->kind == EXPR_TYPE_ASSERT)
        operand = strip(operand->x);
    struct type *from = operand->type;
    struct code *x = temp(f, "tag", ctype(&l->types, from), lower_expr(f, operand));
    bool looks = false;
    vec_each(i, &s->clauses) looks |= s->clauses.items[i].values.len > 0;
    if (!looks)
        emit(f, code_cast(a, "void", x));
    struct jump_target target = {0};
    enter_target(f, &target, s);
    struct code_block *outer = f->out;
    int otherwise = -1;
    for (int i = 0; i <= s->clauses.len; i++) {
        if (i == s->clauses.len && otherwise < 0)
            break;
        int which = i == s->clauses.len ? otherwise : i;
        const struct clause *c = &s->clauses.items[which];
        if (c->is_default && i < s->clauses.len) {
            otherwise = i;
            continue;
        }
        f->pos = c->pos;
        struct code *condition = NULL;
        vec_each(k, &c->values) {
            struct expr *value = strip(c->values.items[k]);
            struct code *one = is_nil_case(value) ? compare_nil(f, true, x, from) : has_type(f, x, from, value->type);
            condition = condition ? code_binary(a, condition, "||", one) : one;
        }
        struct code_stmt *test = condition ? emit_if(f, condition) : NULL;
        if (test)
            f->out = &test->body;
        if (c->bound && c->bound->used) {
            bool one_type = c->values.len == 1 && !is_nil_case(strip(c->values.items[0]));
            struct code *value = one_type ? assert_type(f, x, from, c->bound->type) : x;
            declare_variable(f, c->bound, value);
        }
        lower_stmts(f, &c->body);
        if (test)
            f->out = &test->other;
    }
    f->out = outer;
    f->pos = s->pos;
    leave_target(f, &target);
}

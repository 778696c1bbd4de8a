/* for loops with condition and clauses (spec: For statements). A loop of C is exactly a loop of Go: nothing else makes one.
 *
 * Where each iteration has its own copy of a loop variable (Go 1.22) and somebody can see the difference, the counter is a hidden
 * variable, and the body starts with a copy of it under the Go name, which is copied back before the post statement. */
#include "transpiler/lower.h"

/* One plain statement fits into a for's header. */
static bool fits_header(const struct code_block *b, bool may_declare) {
    const struct code_stmt *s = b->first;
    if (!s || s->next)
        return false;
    return s->kind == CODE_EXPR || (may_declare && s->kind == CODE_DECL && !s->attribute && s->x);
}

/* What comes between the body and the next round, and the label that `continue` goes to for it. */
void lower_loop_end(struct function *f, struct jump_target *t, struct code_block *body, const struct code_block *last) {
    struct code_block *outer = enter_block(f, body);
    if (t->continue_label)
        emit_label(f, t->continue_label);
    f->out = outer;
    code_append_block(body, last);
}

/* The condition, as the header's expression or as a test at the top of the body. */
static void lower_condition(struct function *f, struct expr *e, struct code_stmt *loop) {
    struct code_block *outer = enter_block(f, &loop->body);
    f->pos = e->pos;
    struct code *condition = lower_expr(f, e);
    if (loop->body.first) {
        struct code_stmt *stop = emit_if(f, code_unary(f->l->arena, "!", condition));
        enter_block(f, &stop->body);
        emit_stmt(f, CODE_BREAK);
    } else {
        loop->x = condition;
    }
    f->out = outer;
}

typedef VEC(struct object *) object_list;

/* Loop variables of which each iteration has a copy, and their hidden counters. */
struct copies {
    object_list variables;
    const char **counters;
};

static struct copies copies_of(struct function *f, const struct stmt *s) {
    struct arena *a = f->l->arena;
    struct copies c = {0};
    if (s->init)
        vec_each(i, &s->init->defined) if (is_copied_each_time(s->init->defined.items[i])) vec_push(a, &c.variables, s->init->defined.items[i]);
    c.counters = arena_array(a, const char *, c.variables.len + 1);
    vec_each(i, &c.variables) c.counters[i] = ((const struct variable *)c.variables.items[i]->lower)->c_name;
    return c;
}

static void begin_iteration(struct function *f, const struct copies *c) {
    vec_each(i, &c->variables) {
        struct object *o = c->variables.items[i];
        f->pos = o->pos;
        declare_variable(f, o, code_atom(f->l->arena, c->counters[i]));
    }
}

static void end_iteration(struct function *f, const struct copies *c) {
    struct arena *a = f->l->arena;
    vec_each(i, &c->variables) emit(f, code_assign(a, code_atom(a, c->counters[i]), "=", variable_code(f, c->variables.items[i])));
}

static bool leak_in_header(const struct copies *c) {
    vec_each(i, &c->variables) if (c->variables.items[i]->leaks_in_header) return true;
    return false;
}

/* A loop of which condition and post statement look at the iteration's own variable, too: all happens in the body,
 *
 *     for (bool first = true;;) { copy; if (first) first = false; else post; if (!condition) break; …body…; copy back; }
 *
 * (spec: For statements with for clause: the variable is declared before the post statement, with the value of the previous one). */
static void lower_whole_iterations(struct function *f, struct stmt *s, struct code_stmt *loop, const struct copies *c) {
    struct arena *a = f->l->arena;
    const char *first = name_temp(f, "first");
    if (s->post) {
        loop->init = code_stmt_new(a, CODE_DECL, s->pos);
        loop->init->type = "bool";
        loop->init->name = first;
        loop->init->x = code_atom(a, "true");
    }
    f->out = &loop->body;
    begin_iteration(f, c);
    if (s->post) {
        f->pos = s->pos;
        struct code_stmt *which = emit_if(f, code_atom(a, first));
        enter_block(f, &which->body);
        emit(f, code_assign(a, code_atom(a, first), "=", code_atom(a, "false")));
        enter_block(f, &which->other);
        lower_stmt(f, s->post);
        f->out = &loop->body;
    }
    if (s->x)
        lower_condition(f, s->x, loop);
}

void lower_for(struct function *f, struct stmt *s) {
    struct code_block *outer = f->out;
    struct code_block init = {0};
    if (s->init) {
        f->out = &init;
        f->hiding = true;
        lower_stmt(f, s->init);
        f->hiding = false;
        f->out = outer;
    }
    struct copies copies = copies_of(f, s);
    bool whole = leak_in_header(&copies);
    bool init_in_header = !whole && fits_header(&init, true);
    if (!init_in_header)
        code_append_block(outer, &init);

    f->pos = s->pos;
    f->effects_made++;
    struct code_stmt *loop = emit_stmt(f, CODE_FOR);
    loop->init = init_in_header ? init.first : NULL;
    struct lifetime lifetime = {.outer = f->lifetime, .block = &loop->body};
    f->lifetime = &lifetime;

    struct code_block post = {0};
    bool post_in_header = false;
    if (whole) {
        lower_whole_iterations(f, s, loop, &copies);
    } else {
        if (s->x)
            lower_condition(f, s->x, loop);
        if (s->post) {
            f->out = &post;
            lower_stmt(f, s->post);
        }
        post_in_header = fits_header(&post, false) && !loop->body.first;
        if (post_in_header)
            loop->post = post.first->x;
    }

    struct code_block last = {0};
    struct jump_target target = {.c_loop = true, .continue_needs_label = copies.variables.len > 0 || (post.first && !post_in_header)};
    enter_target(f, &target, s);
    f->out = &loop->body;
    if (!whole)
        begin_iteration(f, &copies);
    lower_stmts(f, &s->block->list);
    f->pos = s->pos;
    f->out = &last;
    end_iteration(f, &copies);
    if (!post_in_header)
        code_append_block(&last, &post);
    lower_loop_end(f, &target, &loop->body, &last);
    f->lifetime = lifetime.outer;
    f->out = outer;
    leave_target(f, &target);
}

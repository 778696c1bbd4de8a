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

void lower_for(struct function *f, struct stmt *s) {
    struct arena *a = f->l->arena;
    struct code_block *outer = f->out;
    VEC(struct object *) copied = {0};

    struct code_block init = {0};
    if (s->init) {
        f->out = &init;
        f->hiding = true;
        lower_stmt(f, s->init);
        f->hiding = false;
        f->out = outer;
        vec_each(i, &s->init->defined) if (is_copied_each_time(s->init->defined.items[i])) vec_push(a, &copied, s->init->defined.items[i]);
    }
    bool init_in_header = fits_header(&init, true);
    if (!init_in_header)
        code_append_block(outer, &init);

    f->pos = s->pos;
    f->effects_made++;
    struct code_stmt *loop = emit_stmt(f, CODE_FOR);
    loop->init = init_in_header ? init.first : NULL;
    struct lifetime lifetime = {.outer = f->lifetime, .block = &loop->body};
    f->lifetime = &lifetime;
    if (s->x)
        lower_condition(f, s->x, loop);

    struct code_block post = {0};
    if (s->post) {
        f->out = &post;
        lower_stmt(f, s->post);
    }
    struct code_block last = {0};
    bool post_in_header = fits_header(&post, false) && !loop->body.first;
    if (post_in_header)
        loop->post = post.first->x;

    struct jump_target target = {.c_loop = true, .continue_needs_label = copied.len > 0 || (post.first && !post_in_header)};
    enter_target(f, &target, s);
    const char **counters = arena_array(a, const char *, copied.len + 1);
    f->out = &loop->body;
    vec_each(i, &copied) {
        struct object *o = copied.items[i];
        counters[i] = ((const struct variable *)o->lower)->c_name;
        f->pos = o->pos;
        declare_variable(f, o, code_atom(a, counters[i]));
    }
    lower_stmts(f, &s->block->list);
    f->pos = s->pos;
    f->out = &last;
    vec_each(i, &copied) emit(f, code_assign(a, code_atom(a, counters[i]), "=", variable_code(f, copied.items[i])));
    if (!post_in_header)
        code_append_block(&last, &post);
    lower_loop_end(f, &target, &loop->body, &last);
    f->lifetime = lifetime.outer;
    f->out = outer;
    leave_target(f, &target);
}

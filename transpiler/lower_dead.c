/* What is never run because a condition is constant: `if debug`, `switch runtime.GOOS`. The Go compiler takes it away before it looks for
 * escapes (cmd/compile/internal/deadcode, Go 1.19), so what stands there must not be in the C that is analysed. Whatever else follows
 * from constants is the C compiler's. */
#include "transpiler/lower.h"

#include "transpiler/constant.h"

enum truth constant_truth(const struct expr *e) {
    e = strip((struct expr *)e);
    if (e->value && e->mode == MODE_CONSTANT)
        return constant_bool(e->value) ? ALWAYS : NEVER;
    if (e->kind != EXPR_BINARY || (e->op != TOKEN_LAND && e->op != TOKEN_LOR))
        return DEPENDS;
    enum truth decides = e->op == TOKEN_LAND ? NEVER : ALWAYS; /* then the right side is not evaluated */
    enum truth left = constant_truth(e->x);
    return left == DEPENDS || left == decides ? left : constant_truth(e->y);
}

static bool is_panic(const struct expr *e) {
    return e->kind == EXPR_CALL && e->call == CALL_BUILTIN && e->builtin == BUILTIN_PANIC;
}

static bool leaves(const stmt_list *body) {
    const struct stmt *last = body->len > 0 ? vec_last(body) : NULL;
    return last && (last->kind == STMT_RETURN || (last->kind == STMT_EXPR && is_panic(strip(last->x))));
}

bool rest_is_dead(struct stmt *const *items, int len, int i) {
    const struct stmt *s = items[i];
    while (s->kind == STMT_LABELED)
        s = s->other;
    enum truth truth = s->kind == STMT_IF ? constant_truth(s->x) : DEPENDS;
    const struct block *taken = truth == ALWAYS                                                 ? s->block
                                : truth == NEVER && s->other && s->other->kind == STMT_BLOCK ? s->other->block
                                                                                             : NULL;
    if (!taken || !leaves(&taken->list))
        return false;
    for (int k = i + 1; k < len; k++)
        if (items[k]->kind == STMT_LABELED) /* some goto may lead there */
            return false;
    return true;
}

int live_clause(struct arena *a, const struct stmt *s) {
    const struct expr *tag = s->x ? strip(s->x) : NULL;
    if (tag && !tag->value)
        return SEVERAL_CLAUSES;
    int otherwise = NO_CLAUSE;
    vec_each(i, &s->clauses) {
        const struct clause *c = &s->clauses.items[i];
        if (c->is_default)
            otherwise = i;
        vec_each(k, &c->values) {
            const struct expr *value = strip(c->values.items[k]);
            if (!value->value || value->mode != MODE_CONSTANT)
                return SEVERAL_CLAUSES;
            if (tag ? constant_compare(a, tag->value, TOKEN_EQ, value->value) : constant_bool(value->value))
                return falls_through(c) ? SEVERAL_CLAUSES : i;
        }
    }
    return otherwise >= 0 && falls_through(&s->clauses.items[otherwise]) ? SEVERAL_CLAUSES : otherwise;
}

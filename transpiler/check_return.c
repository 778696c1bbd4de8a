/* Does a function end in a terminating statement? (spec: Terminating statements). Requires that breaks have their targets. */
#include "transpiler/check_internal.h"

static bool is_terminating(const struct stmt *s);

static bool list_is_terminating(const stmt_list *list) {
    for (int i = list->len - 1; i >= 0; i--) {
        if (list->items[i]->kind != STMT_EMPTY)
            return is_terminating(list->items[i]);
    }
    return false;
}

bool block_is_terminating(const struct block *b) {
    return list_is_terminating(&b->list);
}

static bool clauses_are_terminating(const struct stmt *s, bool needs_default) {
    bool has_default = !needs_default;
    vec_each(i, &s->clauses) {
        has_default |= s->clauses.items[i].is_default;
        if (!list_is_terminating(&s->clauses.items[i].body))
            return false;
    }
    return has_default && !s->left_by_break;
}

static bool is_terminating(const struct stmt *s) {
    switch (s->kind) {
    case STMT_RETURN:
    case STMT_GOTO:
    case STMT_FALLTHROUGH: return true;
    case STMT_EXPR: {
        const struct expr *e = unparen(s->x);
        return e->kind == EXPR_CALL && e->call == CALL_BUILTIN && e->builtin == BUILTIN_PANIC;
    }
    case STMT_BLOCK: return block_is_terminating(s->block);
    case STMT_IF:
        while (s->kind == STMT_IF) { /* else if chains are long */
            if (!s->other || !block_is_terminating(s->block))
                return false;
            s = s->other;
        }
        return is_terminating(s);
    case STMT_FOR: return !s->x && !s->left_by_break;
    case STMT_SWITCH:
    case STMT_TYPE_SWITCH: return clauses_are_terminating(s, true);
    case STMT_SELECT: return clauses_are_terminating(s, false);
    case STMT_LABELED: return is_terminating(s->other);
    default: return false;
    }
}

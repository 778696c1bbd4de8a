/* Labels, and where break, continue and goto go (spec: Labeled statements, Break, Continue, Goto, Fallthrough statements).
 *
 * A goto forward waits in a list until its label comes. At the end of a block, the ones that wait become the outer block's. A label in
 * a block that has ended can no longer be jumped to. */
#include "transpiler/check_internal.h"

#include <string.h>

/* A block of statements, and the labelled statement that it is the body of. */
struct branch_block {
    const struct branch_block *outer;
    struct pos start;
    struct stmt *labeled; /* NULL if none */
};

/* A label and the block that it stands in. */
struct known_label {
    struct label *label;
    const struct branch_block *block;
    struct pos block_start;
};

struct forward_goto {
    struct stmt *stmt;
    int at; /* number of variable declarations of the block that it came before */
};
typedef VEC(struct forward_goto) goto_list;

struct branches {
    struct checker *checker;
    struct map labels; /* name → struct known_label * */
};

/* What an unlabelled break or continue means here. */
struct targets {
    struct stmt *breaks, *continues;
    int clause; /* number of the switch clause whose list this is; -1 elsewhere */
};

static void walk_block(struct branches *b, const struct branch_block *outer, struct targets t, struct stmt *labeled, struct pos start,
                       const stmt_list *list, goto_list *waiting_outside);

/* The statements of a block, as far as it was walked. */
struct walk {
    struct branches *b;
    struct branch_block *block; /* in the arena: labels remember it */
    struct targets targets;
    goto_list waiting;
    int declarations; /* of variables so far */
    struct pos last_declaration;
    const struct stmt *last_declared;
};

static void inner_block(struct walk *w, struct targets t, struct stmt *labeled, struct pos start, const stmt_list *list) {
    goto_list from_inside = {0};
    walk_block(w->b, w->block, t, labeled, start, list, &from_inside);
    vec_each(i, &from_inside)
        vec_push(w->b->checker->arena, &w->waiting, ((struct forward_goto){from_inside.items[i].stmt, w->declarations}));
}

static void note_declaration(struct walk *w, struct pos pos, const struct stmt *s) {
    w->declarations++;
    w->last_declaration = pos;
    w->last_declared = s;
}

/* The names of the declaration that a goto must not jump over, as the message has them. */
static const char *declared_names(struct checker *c, const struct stmt *s) {
    if (s->kind == STMT_DECL) {
        vec_each(i, &s->decls) {
            if (s->decls.items[i]->kind == DECL_VAR)
                return s->decls.items[i]->names.items[0]->name;
        }
    }
    const char *names = "";
    vec_each(i, &s->lhs) names = arena_printf(c->arena, "%s%s%s", names, i ? ", " : "", expr_string(c, s->lhs.items[i]));
    return names;
}

static void declare_label(struct walk *w, struct stmt *s) {
    struct checker *c = w->b->checker;
    struct label *l = arena_new(c->arena, struct label);
    *l = (struct label){.name = s->label_name, .pos = s->label_pos, .stmt = s};
    s->label = l;
    if (strcmp(l->name, "_") == 0)
        return;
    struct known_label *other = map_get(&w->b->labels, l->name);
    if (other) {
        report(c, l->pos, "label %s already defined at %s:%d:%d", l->name, other->label->pos.source ? other->label->pos.source->name : "",
               other->label->pos.line, other->label->pos.col);
        return;
    }
    struct known_label *known = arena_new(c->arena, struct known_label);
    *known = (struct known_label){l, w->block, w->block->start};
    map_put(c->arena, &w->b->labels, l->name, known);

    int kept = 0;
    vec_each(i, &w->waiting) {
        struct forward_goto g = w->waiting.items[i];
        if (strcmp(g.stmt->label_name, l->name) != 0) {
            w->waiting.items[kept++] = g;
            continue;
        }
        g.stmt->label = l;
        l->used = true;
        if (g.at < w->declarations)
            report(c, g.stmt->label_pos, "goto %s jumps over declaration of %s at %s:%d:%d", l->name,
                   declared_names(c, w->last_declared),
                   w->last_declaration.source ? w->last_declaration.source->name : "", w->last_declaration.line,
                   w->last_declaration.col);
    }
    w->waiting.len = kept;
}

static bool is_inside(const struct branch_block *block, const struct branch_block *wanted) {
    while (block && block != wanted)
        block = block->outer;
    return block != NULL;
}

static void walk_goto(struct walk *w, struct stmt *s) {
    struct known_label *known = map_get(&w->b->labels, s->label_name);
    if (known)
        known->label->used = true;
    if (known && is_inside(w->block, known->block)) {
        s->label = known->label;
        known->label->backward = true;
        return;
    }
    vec_push(w->b->checker->arena, &w->waiting, ((struct forward_goto){s, w->declarations}));
}

static bool is_loop(const struct stmt *s) {
    return s->kind == STMT_FOR || s->kind == STMT_RANGE;
}

static bool is_breakable(const struct stmt *s) {
    return is_loop(s) || s->kind == STMT_SWITCH || s->kind == STMT_TYPE_SWITCH || s->kind == STMT_SELECT;
}

static void walk_labeled_branch(struct walk *w, struct stmt *s) {
    struct checker *c = w->b->checker;
    const char *word = s->kind == STMT_BREAK ? "break" : "continue";
    struct known_label *known = map_get(&w->b->labels, s->label_name);
    if (!known) {
        report(c, s->label_pos, "%s label not defined: %s", word, s->label_name);
        return;
    }
    known->label->used = true;
    struct stmt *target = NULL;
    for (const struct branch_block *block = w->block; block && !target; block = block->outer) {
        if (block->labeled == known->label->stmt)
            target = known->label->stmt->other;
    }
    if (!target || !(s->kind == STMT_BREAK ? is_breakable(target) : is_loop(target))) {
        report(c, s->label_pos, "invalid %s label %s", word, s->label_name);
        return;
    }
    s->label = known->label;
    s->target = target;
}

static void walk_fallthrough(struct walk *w, const struct stmt *s, bool is_last) {
    const struct stmt *around = w->targets.breaks;
    const char *problem = "fallthrough statement out of place";
    if (around && around->kind == STMT_TYPE_SWITCH)
        problem = "cannot fallthrough in type switch";
    else if (around && around->kind == STMT_SWITCH && w->targets.clause >= 0 && is_last)
        problem = w->targets.clause + 1 == around->clauses.len ? "cannot fallthrough final case in switch" : NULL;
    if (problem)
        report(w->b->checker, s->pos, "%s", problem);
}

static void walk_branch(struct walk *w, struct stmt *s, bool is_last) {
    struct checker *c = w->b->checker;
    if (s->kind == STMT_GOTO) {
        walk_goto(w, s);
    } else if (s->kind == STMT_FALLTHROUGH) {
        walk_fallthrough(w, s, is_last);
    } else if (s->label_name) {
        walk_labeled_branch(w, s);
    } else if (s->kind == STMT_BREAK) {
        s->target = w->targets.breaks;
        if (!s->target)
            report(c, s->pos, "break is not in a loop, switch, or select");
    } else {
        s->target = w->targets.continues;
        if (!s->target)
            report(c, s->pos, "continue is not in a loop");
    }
    if (s->kind == STMT_BREAK && s->target)
        s->target->left_by_break = true;
}

static void walk_clauses(struct walk *w, struct stmt *s, struct stmt *labeled) {
    vec_each(i, &s->clauses) {
        struct clause *clause = &s->clauses.items[i];
        inner_block(w, (struct targets){s, w->targets.continues, i}, labeled, clause->pos, &clause->body);
    }
}

static void walk_stmt(struct walk *w, struct stmt *s, bool is_last) {
    struct stmt *labeled = NULL;
    while (s->kind == STMT_LABELED) {
        declare_label(w, s);
        labeled = s;
        s = s->other;
    }
    struct targets plain = {w->targets.breaks, w->targets.continues, -1}, loop = {s, s, -1};
    switch (s->kind) {
    case STMT_DECL:
        vec_each(i, &s->decls) {
            if (s->decls.items[i]->kind != DECL_VAR)
                continue;
            note_declaration(w, s->decls.items[i]->pos, s);
            break;
        }
        break;
    case STMT_DEFINE: note_declaration(w, s->pos, s); break;
    case STMT_BREAK:
    case STMT_CONTINUE:
    case STMT_GOTO:
    case STMT_FALLTHROUGH: walk_branch(w, s, is_last); break;
    case STMT_BLOCK: inner_block(w, plain, labeled, s->block->pos, &s->block->list); break;
    case STMT_IF:
        inner_block(w, plain, labeled, s->block->pos, &s->block->list);
        if (s->other) {
            struct stmt *only[] = {s->other};
            stmt_list other = {only, 1, 1};
            inner_block(w, plain, labeled, s->other->pos, &other);
        }
        break;
    case STMT_FOR:
    case STMT_RANGE: inner_block(w, loop, labeled, s->block->pos, &s->block->list); break;
    case STMT_SWITCH:
    case STMT_TYPE_SWITCH:
    case STMT_SELECT: walk_clauses(w, s, labeled); break;
    default: break;
    }
}

static void walk_block(struct branches *b, const struct branch_block *outer, struct targets t, struct stmt *labeled, struct pos start,
                       const stmt_list *list, goto_list *waiting_outside) {
    struct walk w = {.b = b, .block = arena_new(b->checker->arena, struct branch_block), .targets = t};
    *w.block = (struct branch_block){outer, start, labeled};
    int last = list->len - 1;
    while (last >= 0 && list->items[last]->kind == STMT_EMPTY)
        last--;
    for (int i = 0; i <= last; i++)
        walk_stmt(&w, list->items[i], i == last);
    *waiting_outside = w.waiting;
}

void check_branches(struct checker *c, struct block *body) {
    struct branches b = {.checker = c};
    goto_list waiting = {0};
    walk_block(&b, NULL, (struct targets){NULL, NULL, -1}, NULL, body->pos, &body->list, &waiting);
    vec_each(i, &waiting) {
        const struct stmt *s = waiting.items[i].stmt;
        struct known_label *known = map_get(&b.labels, s->label_name);
        if (!known) {
            report(c, s->label_pos, "label %s not defined", s->label_name);
            continue;
        }
        known->label->used = true;
        report(c, s->label_pos, "goto %s jumps into block starting at %s:%d:%d", s->label_name,
               known->block_start.source ? known->block_start.source->name : "", known->block_start.line, known->block_start.col);
    }
    for (int i = 0; i < b.labels.len; i++) {
        const struct label *l = ((struct known_label *)b.labels.entries[i].value)->label;
        if (!l->used)
            report(c, l->pos, "label %s defined and not used", l->name);
    }
}

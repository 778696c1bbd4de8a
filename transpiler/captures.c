/* Finds captures and decides their mode (gc-escape reference, sections 2, 7 and 12; cmd/compile/internal/escape).
 *
 * The rule is about the order of statements, as the Go compiler walks them: an assignment that comes before the first literal
 * which captures the variable does not count, if that literal is at the loop depth of the variable's declaration, for then
 * nothing can assign after the capture. So
 *
 *     x := 1; x = 2; f := func() { use(x) }                by value
 *     x := 1; f := func() { use(x) }; x = 2                by reference
 *     x := 1; for … { f := func() { use(x) }; … }          by value: never assigned
 *     x := 1; for … { x = 2; f := func() { use(x) } }      by reference: the next time round assigns after the capture
 *
 * Whether a loop's variables are copied for each iteration, which changes the depth of their declaration, is known only when
 * the loop was walked to its end. So the walk over an outermost function notes events (literals and assignments) in that order,
 * and they are replayed when it is done. Everything else (who captures what, whose address is taken) is noted on the way. */
#include "transpiler/captures.h"

#include <stdlib.h>

/* Loop variables of this and later language versions are new ones in each iteration, if that can be told (section 12). */
#define PER_ITERATION_SINCE 22

struct event {
    struct func *literal;        /* a literal begins; or else */
    struct object *assigned;     /* a variable is assigned */
    struct pos pos;
    int loop_depth;
    bool by_range;               /* assigned: by the range clause that may declare it */
};

/* What is known of a function while it is walked. */
struct walk {
    struct arena *arena;
    struct func *func;           /* NULL in an initialiser at package level */
    struct walk *outer;
    int go_minor;
    int loop_depth;
    bool in_return;              /* what a return statement leaks, it leaks from the last iteration */
    const struct stmt *header;   /* the loop whose condition or post statement is walked */
    struct ptrmap *captured_here;/* variables in info->captures → 1 + their index */
    VEC(struct object *) declared; /* in order of declaration */

    /* Of the outermost function; literals inside it share them. */
    struct shared {
        VEC(struct event) events;
        VEC(struct object *) loop_variables; /* those that a loop of a new enough version defines */
        struct ptrmap leaked;    /* loop variables that a literal captures, or whose address is taken, but in a return */
    } *shared;
};

static void walk_expr(struct walk *w, const struct expr *e);
static void walk_stmt(struct walk *w, const struct stmt *s);
static void walk_block(struct walk *w, const struct block *b);

/* ---- variables ---- */

static const struct expr *unparenthesized(const struct expr *e) {
    while (e->kind == EXPR_PAREN)
        e = e->x;
    return e;
}

/* The local variable that a name denotes, or NULL. */
static struct object *local_variable(const struct expr *name) {
    struct object *o = name->object;
    return o && o->kind == OBJECT_VAR && !o->is_field && o->func ? o : NULL;
}

/* Does the way from x to the selected field, or to the holder of the selected method, lead through a pointer? */
static bool leads_through_pointer(const struct selection *s) {
    struct type *t = type_underlying(s->receiver);
    int steps = s->kind == SELECT_FIELD ? s->path.len - 1 : s->path.len;
    for (int i = 0;; i++) {
        if (t->kind == TYPE_POINTER)
            return true;
        if (i >= steps)
            return false;
        t = type_underlying(t->fields.items[s->path.items[i]]->type);
    }
}

/* The local variable that the value of e is a part of (itself, a field of it, an element of an array in it), or NULL. To assign
 * to e, or to take its address, is to do that to this variable. */
static struct object *variable_around(const struct expr *e) {
    for (;;) {
        e = unparenthesized(e);
        if (e->kind == EXPR_NAME)
            return local_variable(e);
        if (e->kind == EXPR_SELECTOR) {
            if (!e->selection || e->selection->kind != SELECT_FIELD || leads_through_pointer(e->selection))
                return NULL;
        } else if (e->kind != EXPR_INDEX || !e->x->type || type_underlying(e->x->type)->kind != TYPE_ARRAY) {
            return NULL;
        }
        e = e->x;
    }
}

static void declare(struct walk *w, struct object *o) {
    if (!o || o->kind != OBJECT_VAR)
        return;
    o->loop_depth = w->loop_depth;
    vec_push(w->arena, &w->declared, o);
}

static void note_assigned(struct walk *w, const struct expr *target, struct pos pos, bool by_range) {
    struct object *o = variable_around(target);
    if (o)
        vec_push(w->arena, &w->shared->events, ((struct event){.assigned = o, .pos = pos, .by_range = by_range}));
}

static bool defines(const struct stmt *s, const struct object *o) {
    vec_each(i, &s->defined)
        if (s->defined.items[i] == o)
            return true;
    return false;
}

static void note_leaked(struct walk *w, struct object *o) {
    o->leaks_in_header |= w->header && w->header->init && defines(w->header->init, o);
    if (!w->in_return)
        ptrmap_put(w->arena, &w->shared->leaked, o, o);
}

static void note_address_taken(struct walk *w, const struct expr *operand, struct pos pos) {
    struct object *o = variable_around(operand);
    if (!o)
        return;
    if (!o->address_taken)
        o->address_taken_at = pos;
    o->address_taken = true;
    note_leaked(w, o);
}

/* A use of a variable: every literal between here and the function that declares it captures it. */
static void note_use(struct walk *w, struct object *o, struct pos pos) {
    for (; w && w->func != o->func; w = w->outer) {
        struct func_info *info = w->func->info;
        long known = (long)(intptr_t)ptrmap_get(w->captured_here, o);
        if (known) {
            struct pos *first = &info->captures.items[known - 1].first_use;
            if (pos.line < first->line || (pos.line == first->line && pos.col < first->col))
                *first = pos;
            continue;
        }
        vec_push(w->arena, &info->captures, ((struct free_variable){o, pos}));
        ptrmap_put(w->arena, w->captured_here, o, (void *)(intptr_t)info->captures.len);
        note_leaked(w->outer, o);
    }
}

/* ---- functions ---- */

static int compare_first_use(const void *x, const void *y) {
    const struct pos a = ((const struct free_variable *)x)->first_use, b = ((const struct free_variable *)y)->first_use;
    return a.line != b.line ? a.line - b.line : a.col - b.col;
}

static int compare_func_pos(const void *x, const void *y) {
    const struct pos a = (*(struct func *const *)x)->pos, b = (*(struct func *const *)y)->pos;
    return a.line != b.line ? a.line - b.line : a.col - b.col;
}

static int compare_object_pos(const void *x, const void *y) {
    const struct pos a = (*(struct object *const *)x)->pos, b = (*(struct object *const *)y)->pos;
    return a.line != b.line ? a.line - b.line : a.col - b.col;
}

/* Walks parameters, results and body. The sites are chosen later, when modes are known: until then `sites` holds all that is
 * declared here. The walk's order is the Go compiler's, which is not always that of the source: lists are sorted at the end. */
static void walk_func(struct walk *w, struct func *f) {
    f->info = arena_new(w->arena, struct func_info);
    w->func = f;
    w->loop_depth = 1;
    declare(w, f->receiver);
    vec_each(i, &f->params)
        declare(w, f->params.items[i]);
    vec_each(i, &f->results)
        declare(w, f->results.items[i]);
    walk_block(w, f->body);

    f->info->sites.items = w->declared.items;
    f->info->sites.len = w->declared.len;
    f->info->sites.cap = w->declared.cap;
    if (f->info->sites.len)
        qsort(f->info->sites.items, (size_t)f->info->sites.len, sizeof *f->info->sites.items, compare_object_pos);
    if (f->info->captures.len)
        qsort(f->info->captures.items, (size_t)f->info->captures.len, sizeof *f->info->captures.items, compare_first_use);
    if (f->info->literals.len)
        qsort(f->info->literals.items, (size_t)f->info->literals.len, sizeof *f->info->literals.items, compare_func_pos);
}

/* The literal begins, for the order of events, before its body: its body may assign what it captures. */
static void walk_literal(struct walk *w, struct func *f) {
    vec_push(w->arena, &w->shared->events, ((struct event){.literal = f, .pos = f->pos, .loop_depth = w->loop_depth}));
    struct ptrmap captured_here = {0};
    struct walk inner = {.arena = w->arena, .outer = w, .go_minor = w->go_minor, .captured_here = &captured_here, .shared = w->shared};
    int loop_depth = w->loop_depth;
    walk_func(&inner, f);
    f->info->loop_depth = loop_depth;
    if (w->func)
        vec_push(w->arena, &w->func->info->literals, f);
}

/* ---- expressions ---- */

static void walk_list(struct walk *w, const expr_list *list) {
    vec_each(i, list)
        walk_expr(w, list->items[i]);
}

static bool is_struct_literal(const struct expr *e) {
    struct type *t = e->type ? type_underlying(e->type) : NULL;
    if (t && t->kind == TYPE_POINTER)
        t = type_underlying(t->elem);
    return t && t->kind == TYPE_STRUCT;
}

static void walk_elements(struct walk *w, const struct expr *literal) {
    bool keys_are_fields = is_struct_literal(literal);
    vec_each(i, &literal->list) {
        const struct expr *element = literal->list.items[i];
        if (element->kind == EXPR_KEY_VALUE && !keys_are_fields)
            walk_expr(w, element->x);
        walk_expr(w, element->kind == EXPR_KEY_VALUE ? element->y : element);
    }
}

/* Constant expressions are gone before captures are looked at, and what they mention with them: len of an array variable does
 * not capture it. Types mention no variables but in such expressions. */
static void walk_expr(struct walk *w, const struct expr *e) {
    if (!e || e->value || e->mode == MODE_TYPE)
        return;
    switch (e->kind) {
    case EXPR_NAME:
        if (local_variable(e))
            note_use(w, e->object, e->pos);
        break;
    case EXPR_FUNC_LITERAL:
        walk_literal(w, e->func);
        break;
    case EXPR_COMPOSITE:
        walk_elements(w, e);
        break;
    case EXPR_SELECTOR:
        if (e->selection && e->selection->address_needed && !leads_through_pointer(e->selection))
            note_address_taken(w, e->x, e->pos);
        walk_expr(w, e->x);
        break;
    case EXPR_UNARY:
        if (e->op == TOKEN_AND)
            note_address_taken(w, e->x, e->pos);
        walk_expr(w, e->x);
        break;
    case EXPR_SLICE:
        if (e->x->type && type_underlying(e->x->type)->kind == TYPE_ARRAY)
            note_address_taken(w, e->x, e->pos);
        walk_expr(w, e->x);
        walk_expr(w, e->lo);
        walk_expr(w, e->hi);
        walk_expr(w, e->max);
        break;
    case EXPR_CALL:
        walk_expr(w, e->x);
        walk_list(w, &e->list);
        break;
    default:
        walk_expr(w, e->x);
        walk_expr(w, e->y);
    }
}

/* ---- statements ---- */

static void walk_stmts(struct walk *w, const stmt_list *list) {
    vec_each(i, list)
        walk_stmt(w, list->items[i]);
}

/* A labelled loop made by a backward goto lasts to the end of the enclosing body, and no bare block ends it (section 2). */
static void walk_body(struct walk *w, const stmt_list *list) {
    int outer = w->loop_depth;
    walk_stmts(w, list);
    w->loop_depth = outer;
}

static void walk_block(struct walk *w, const struct block *b) {
    if (b)
        walk_body(w, &b->list);
}

static void declare_all(struct walk *w, const struct stmt *s) {
    vec_each(i, &s->defined)
        declare(w, s->defined.items[i]);
}

/* Right sides come before the assignment itself: a literal on the right begins before its variable is assigned. */
static void walk_assignment(struct walk *w, const struct stmt *s) {
    vec_each(i, &s->lhs) {
        bool defined = s->kind == STMT_DEFINE && i < s->defined.len && s->defined.items[i];
        if (!defined)
            walk_expr(w, s->lhs.items[i]);
    }
    walk_list(w, &s->rhs);
    vec_each(i, &s->lhs) {
        bool defined = s->kind == STMT_DEFINE && i < s->defined.len && s->defined.items[i];
        if (!defined)
            note_assigned(w, s->lhs.items[i], s->pos, false);
    }
    declare_all(w, s);
}

static void walk_declarations(struct walk *w, const struct stmt *s) {
    vec_each(i, &s->decls) {
        const struct decl *d = s->decls.items[i];
        if (d->kind != DECL_VAR)
            continue;
        walk_list(w, &d->values);
        vec_each(k, &d->objects)
            declare(w, d->objects.items[k]);
    }
}

/* Every return assigns the named results, also one without operands. */
static void walk_return(struct walk *w, const struct stmt *s) {
    w->in_return = true;
    walk_list(w, &s->rhs);
    w->in_return = false;
    vec_each(i, &w->func->results) {
        struct object *o = w->func->results.items[i];
        if (o && o->name)
            vec_push(w->arena, &w->shared->events, ((struct event){.assigned = o, .pos = s->pos}));
    }
}

/* The variables that a loop defines and that later versions of the language renew in each iteration. */
static void note_loop_variables(struct walk *w, const struct stmt *definition) {
    vec_each(i, &definition->defined)
        if (definition->defined.items[i] && w->go_minor >= PER_ITERATION_SINCE)
            vec_push(w->arena, &w->shared->loop_variables, definition->defined.items[i]);
}

/* The post statement comes before the body: for a variable per iteration it belongs to the start of the next one. */
static void walk_for(struct walk *w, const struct stmt *s) {
    if (s->init) {
        walk_stmt(w, s->init);
        if (s->init->kind == STMT_DEFINE)
            note_loop_variables(w, s->init);
    }
    w->loop_depth++;
    w->header = s;
    walk_expr(w, s->x);
    if (s->post)
        walk_stmt(w, s->post);
    w->header = NULL;
    walk_block(w, s->block);
    w->loop_depth--;
}

static void walk_range(struct walk *w, const struct stmt *s) {
    walk_expr(w, s->x);
    if (s->is_define) {
        declare_all(w, s);
        note_loop_variables(w, s);
    }
    w->loop_depth++;
    vec_each(i, &s->lhs) {
        if (!s->lhs.items[i])
            continue;
        if (!s->is_define)
            walk_expr(w, s->lhs.items[i]);
        note_assigned(w, s->lhs.items[i], s->pos, s->is_define);
    }
    walk_block(w, s->block);
    w->loop_depth--;
}

/* Clauses come before the operand of a type switch or the tag, since the Go compiler looks at those last. */
static void walk_clauses(struct walk *w, const struct stmt *s) {
    vec_each(i, &s->clauses) {
        const struct clause *c = &s->clauses.items[i];
        declare(w, c->bound);
        if (c->comm)
            walk_stmt(w, c->comm);
        walk_list(w, &c->values);
        walk_body(w, &c->body);
    }
}

static void walk_stmt(struct walk *w, const struct stmt *s) {
    switch (s->kind) {
    case STMT_EMPTY:
    case STMT_BREAK:
    case STMT_CONTINUE:
    case STMT_GOTO:
    case STMT_FALLTHROUGH:
        break;
    case STMT_EXPR:
    case STMT_SEND:
    case STMT_GO:
    case STMT_DEFER:
        walk_expr(w, s->x);
        walk_expr(w, s->y);
        break;
    case STMT_INCDEC:
    case STMT_ASSIGN:
    case STMT_ASSIGN_OP:
    case STMT_DEFINE:
        walk_assignment(w, s);
        break;
    case STMT_DECL:
        walk_declarations(w, s);
        break;
    case STMT_RETURN:
        walk_return(w, s);
        break;
    case STMT_BLOCK:
        walk_stmts(w, &s->block->list);
        break;
    case STMT_IF:
        if (s->init)
            walk_stmt(w, s->init);
        walk_expr(w, s->x);
        walk_block(w, s->block);
        if (s->other) {
            int outer = w->loop_depth;
            walk_stmt(w, s->other);
            w->loop_depth = outer;
        }
        break;
    case STMT_SWITCH:
    case STMT_TYPE_SWITCH:
    case STMT_SELECT:
        if (s->init)
            walk_stmt(w, s->init);
        walk_clauses(w, s);
        walk_expr(w, s->x);
        break;
    case STMT_FOR:
        walk_for(w, s);
        break;
    case STMT_RANGE:
        walk_range(w, s);
        break;
    case STMT_LABELED:
        if (s->label && s->label->backward)
            w->loop_depth++;
        walk_stmt(w, s->other);
        break;
    }
}

/* ---- decisions ---- */

static void replay(const struct shared *shared) {
    vec_each(i, &shared->loop_variables) {
        struct object *o = shared->loop_variables.items[i];
        if (ptrmap_has(&shared->leaked, o)) {
            o->per_iteration = true;
            o->loop_depth++;
        }
    }
    vec_each(i, &shared->events) {
        const struct event *e = &shared->events.items[i];
        if (e->assigned) {
            if (e->by_range && e->assigned->per_iteration)
                continue;
            if (!e->assigned->reassigned)
                e->assigned->reassigned_at = e->pos;
            e->assigned->reassigned = true;
            continue;
        }
        const struct func_info *info = e->literal->info;
        vec_each(k, &info->captures) {
            struct object *o = info->captures.items[k].variable;
            if (!o->captured && o->loop_depth == e->loop_depth)
                o->reassigned = false;
            o->captured = true;
        }
    }
}

static void decide_modes(const struct shared *shared) {
    vec_each(i, &shared->events) {
        if (!shared->events.items[i].literal)
            continue;
        const struct func_info *info = shared->events.items[i].literal->info;
        vec_each(k, &info->captures) {
            struct object *o = info->captures.items[k].variable;
            o->by_reference = o->address_taken || o->reassigned || type_size(o->type) > LARGEST_BY_VALUE;
        }
    }
}

/* Of all that is declared in a function, keeps what needs a site. */
static void choose_sites(struct func_info *info) {
    int kept = 0;
    vec_each(i, &info->sites) {
        struct object *o = info->sites.items[i];
        if (!o->reassigned)
            o->reassigned_at = (struct pos){0};
        if (o->address_taken || (o->captured && o->by_reference))
            info->sites.items[kept++] = o;
    }
    info->sites.len = kept;
}

/* Walks one outermost function, or one initialiser at package level, and decides all that is inside. */
static void finish_outermost(struct shared *shared, struct func *f) {
    replay(shared);
    decide_modes(shared);
    if (f)
        choose_sites(f->info);
    vec_each(i, &shared->events)
        if (shared->events.items[i].literal)
            choose_sites(shared->events.items[i].literal->info);
}

static void find_in_declaration(struct arena *a, const struct decl *d) {
    struct shared shared = {0};
    struct ptrmap captured_here = {0};
    struct walk w = {.arena = a, .go_minor = d->file->go_minor, .loop_depth = 1, .captured_here = &captured_here, .shared = &shared};
    if (d->kind == DECL_VAR)
        walk_list(&w, &d->values);
    else if (d->kind == DECL_FUNC && d->func->body)
        walk_func(&w, d->func);
    else
        return;
    finish_outermost(&shared, d->kind == DECL_FUNC ? d->func : NULL);
}

void find_captures(struct arena *a, struct package *p) {
    vec_each(i, &p->files)
        vec_each(k, &p->files.items[i]->decls)
            find_in_declaration(a, p->files.items[i]->decls.items[k]);
}

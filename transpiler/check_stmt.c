/* Statements and function bodies (spec: Statements). Labels and the targets of branches are check_branches.c's. */
#include "transpiler/check_internal.h"

#include <string.h>

static void check_stmt(struct checker *c, struct stmt *s);

static void check_list(struct checker *c, const stmt_list *list) {
    vec_each(i, list) check_stmt(c, list->items[i]);
}

static void check_block(struct checker *c, struct block *b) {
    b->scope = open_scope(c);
    b->scope->end = b->close;
    check_list(c, &b->list);
    close_scope(c);
}

/* ---- simple statements ---- */

static void check_expr_stmt(struct checker *c, struct stmt *s) {
    enum expr_use use = check_raw(c, s->x, NULL);
    const char *problem = s->x->mode == MODE_BUILTIN ? "must be called"
                          : s->x->mode == MODE_TYPE  ? "is not an expression"
                          : use != USE_STATEMENT     ? "is not used"
                                                     : NULL;
    if (problem)
        report_at(c, s->x, "%s %s", operand_string(c, s->x), problem);
}

static void check_send(struct checker *c, struct stmt *s) {
    check_expr(c, s->x);
    check_expr(c, s->y);
    if (s->x->mode == MODE_INVALID || s->y->mode == MODE_INVALID)
        return;
    struct type *u = under(s->x->type);
    if (u->kind != TYPE_CHAN)
        report_at(c, s->x, "invalid operation: cannot send to non-channel %s", operand_string(c, s->x));
    else if (u->dir == CHAN_RECV)
        report_at(c, s->x, "invalid operation: cannot send to receive-only channel %s", operand_string(c, s->x));
    else
        check_assignment(c, s->y, u->elem, FOR("send"));
}

static void check_go_or_defer(struct checker *c, struct stmt *s) {
    const char *keyword = s->kind == STMT_GO ? "go" : "defer";
    if (s->kind == STMT_DEFER)
        c->env.func->has_defer = true;
    enum expr_use use = check_raw(c, s->x, NULL);
    if (s->x->mode == MODE_INVALID || use == USE_STATEMENT)
        return;
    report_at(c, s->x, "%s %s %s", keyword, use == USE_CONVERSION ? "requires function call, not conversion" : "discards result of",
              operand_string(c, s->x));
}

static void check_return(struct checker *c, struct stmt *s) {
    struct func *f = c->env.func;
    object_list results = {f->results.items, f->results.len, f->results.cap};
    if (s->rhs.len || !results.len || !results.items[0]->name) {
        if (s->rhs.len || results.len)
            init_variables(c, &results, &s->rhs, s);
        return;
    }
    vec_each(i, &results) {
        struct object *o = results.items[i], *found = lookup(c, o->name, NULL);
        if (!found || found == o || strcmp(o->name, "_") == 0)
            continue;
        report(c, s->pos, "result parameter %s not in scope at return", o->name);
        report_more(c, found->pos, "inner declaration of %s %s %s",
                    found->kind == OBJECT_CONST  ? "const"
                    : found->kind == OBJECT_TYPE ? "type"
                                                 : "var",
                    found->name, type_string(c, found->type));
    }
}

static void require_condition(struct checker *c, struct expr *e, const char *statement) {
    check_expr(c, e);
    if (e->mode == MODE_INVALID)
        return;
    if (!type_is_boolean(e->type))
        report_at(c, e, "non-boolean condition in %s statement", statement);
    else if (type_is_untyped(e->type))
        convert_untyped(c, e, type_basic(TYPE_BOOL));
}

/* ---- if and for ---- */

static void check_if(struct checker *c, struct stmt *s) {
    s->scope = open_scope(c);
    if (s->init)
        check_stmt(c, s->init);
    require_condition(c, s->x, "if");
    check_block(c, s->block);
    if (s->other)
        check_stmt(c, s->other);
    close_scope(c);
}

static void check_for(struct checker *c, struct stmt *s) {
    s->scope = open_scope(c);
    if (s->init)
        check_stmt(c, s->init);
    if (s->x)
        require_condition(c, s->x, "for");
    if (s->post)
        check_stmt(c, s->post);
    check_block(c, s->block);
    close_scope(c);
}

/* func(yield func(K, V) bool), with K and V or without (spec: For statements with range clause, since Go 1.23). */
static bool is_iterator(struct type *u) {
    if (u->kind != TYPE_FUNC || u->params.len != 1 || u->results.len || u->variadic)
        return false;
    const struct type *yield = under(u->params.items[0]);
    return yield->kind == TYPE_FUNC && yield->params.len <= 2 && yield->results.len == 1 && !yield->variadic &&
           type_is_boolean(under(yield->results.items[0]));
}

/* What a range clause over x gives: NULL types where it gives none. False where x cannot be ranged over. */
static bool range_types(struct checker *c, struct expr *x, struct type **key, struct type **value, const char **cause) {
    struct type *u = under(x->type);
    if (u->kind == TYPE_POINTER && under(u->elem)->kind == TYPE_ARRAY)
        u = under(u->elem);
    *key = type_basic(TYPE_INT);
    *value = NULL;
    *cause = NULL;
    switch (u->kind) {
    case TYPE_STRING:
    case TYPE_UNTYPED_STRING: *value = type_rune(); return true;
    case TYPE_ARRAY:
    case TYPE_SLICE: *value = u->elem; return true;
    case TYPE_MAP:
        *key = u->key;
        *value = u->elem;
        return true;
    case TYPE_CHAN:
        *key = u->elem;
        if (u->dir != CHAN_SEND)
            return true;
        *cause = "receive from send-only channel";
        return false;
    default: break;
    }
    if (!type_is_integer(u))
        return false;
    if (language_is_before(c, 22)) {
        *cause = "requires go1.22 or later";
        return false;
    }
    *key = x->type;
    return true;
}

static void define_range_variables(struct checker *c, struct stmt *s, struct type *const types[2]) {
    object_list fresh = {0};
    vec_each(i, &s->lhs) {
        struct expr *e = s->lhs.items[i];
        struct object *o = NULL;
        if (!e) {
            vec_push(c->arena, &s->defined, o);
            continue;
        }
        if (e->kind == EXPR_NAME) {
            o = e->object = new_object(c, OBJECT_VAR, e->name, e->pos);
            if (!is_blank(e))
                vec_push(c->arena, &fresh, o);
        } else {
            report_at(c, e, "cannot declare %s", expr_string(c, e));
            o = new_object(c, OBJECT_VAR, "_", e->pos);
        }
        o->checking = CHECKED;
        if (i < 2 && types[i]) {
            struct expr value = *e;
            set_value(&value, MODE_VALUE, types[i]);
            init_variable(c, o, &value, "range clause");
        } else {
            o->type = type_invalid();
            o->used = true;
        }
        set_value(e, MODE_VARIABLE, o->type);
        vec_push(c->arena, &s->defined, o);
    }
    if (!fresh.len)
        report(c, s->pos, "no new variables on left side of :=");
    vec_each(i, &fresh) {
        declare(c, c->env.scope, fresh.items[i]);
        vec_push(c->arena, &c->locals, fresh.items[i]);
    }
}

static void assign_range_variables(struct checker *c, struct stmt *s, struct type *const types[2]) {
    vec_each(i, &s->lhs) {
        if (!s->lhs.items[i] || i >= 2 || !types[i])
            continue;
        struct expr value = *s->lhs.items[i];
        set_value(&value, MODE_VALUE, types[i]);
        assign_to(c, s->lhs.items[i], &value);
    }
}

/* An untyped number to count to has the type of the variable that counts, else its default type (spec: For statements with range
 * clause, range over integer). */
static struct type *counter_type(struct checker *c, struct stmt *s, struct expr *x) {
    struct type *t = type_default(x->type);
    struct expr *lhs = s->lhs.len ? s->lhs.items[0] : NULL;
    if (lhs && !s->is_define && !is_blank(lhs)) {
        struct object *o = lhs->kind == EXPR_NAME ? lookup(c, lhs->name, NULL) : NULL;
        bool used = o && o->used;
        check_expr(c, lhs);
        if (o && o->package == c->package && o->kind == OBJECT_VAR)
            o->used = used;
        if (lhs->mode != MODE_INVALID)
            t = lhs->type;
    }
    convert_untyped(c, x, t);
    return x->mode == MODE_INVALID ? NULL : x->type;
}

static void check_range(struct checker *c, struct stmt *s) {
    struct expr *x = s->x;
    struct type *types[2] = {NULL, NULL};
    const char *cause;
    check_expr(c, x);
    if (x->mode != MODE_INVALID) {
        struct expr *second = s->lhs.len > 1 ? s->lhs.items[1] : NULL;
        bool ok = range_types(c, x, &types[0], &types[1], &cause);
        if (!ok && is_iterator(under(x->type)) && !language_is_before(c, 23))
            report_at(c, x, "unsupported: range over a function");
        else if (!ok && cause)
            report_at(c, x, "cannot range over %s (%s)", operand_string(c, x), cause);
        else if (!ok)
            report_at(c, x, "cannot range over %s", operand_string(c, x));
        else if (second && !types[1])
            report_at(c, second, "range over %s permits only one iteration variable", operand_string(c, x));
        if (!ok)
            types[0] = types[1] = NULL;
        else if (type_is_untyped(x->type) && type_is_string(x->type))
            convert_untyped(c, x, type_basic(TYPE_STRING));
        else if (type_is_untyped(x->type))
            types[0] = counter_type(c, s, x);
    }
    s->scope = open_scope(c);
    if (s->is_define)
        define_range_variables(c, s, types);
    else
        assign_range_variables(c, s, types);
    check_block(c, s->block);
    close_scope(c);
}

/* ---- switch and select ---- */

static void report_second_default(struct checker *c, const struct stmt *s) {
    const struct clause *first = NULL;
    vec_each(i, &s->clauses) {
        const struct clause *clause = &s->clauses.items[i];
        if (!clause->is_default)
            continue;
        if (first)
            report(c, clause->pos, "multiple defaults (first at %s:%d:%d)", first->pos.source ? first->pos.source->name : "",
                   first->pos.line, first->pos.col);
        else
            first = clause;
    }
}

static struct scope *open_clause(struct checker *c, struct clause *clause) {
    return clause->scope = open_scope(c);
}

/* Is the value a number or a string that was a case before? */
static void require_new_case(struct checker *c, struct expr *v, struct map *seen) {
    enum constant_kind k = constant_kind(v->value);
    if (k != CONSTANT_INT && k != CONSTANT_FLOAT && k != CONSTANT_STRING)
        return;
    const char *key = constant_key(c, v, true);
    const struct expr *other = map_get(seen, key);
    if (!other) {
        map_put(c->arena, seen, key, v);
        return;
    }
    report_at(c, v, "duplicate case %s in expression switch", operand_string(c, v));
    report_more(c, expr_start(other), "previous case");
}

static void check_case(struct checker *c, struct expr *v, struct expr *tag, struct map *seen) {
    check_expr(c, v);
    if (v->mode == MODE_INVALID || tag->mode == MODE_INVALID)
        return;
    convert_untyped(c, v, tag->type);
    if (v->mode == MODE_INVALID)
        return;
    struct expr result = {.kind = EXPR_BAD};
    check_comparison(c, &result, v, tag, TOKEN_EQ);
    if (result.mode != MODE_INVALID && v->mode == MODE_CONSTANT)
        require_new_case(c, v, seen);
}

static void check_switch(struct checker *c, struct stmt *s) {
    s->scope = open_scope(c);
    if (s->init)
        check_stmt(c, s->init);
    struct expr is_true = {.kind = EXPR_NAME, .pos = s->pos, .name = "true"}, *tag = s->x;
    if (tag) {
        check_expr(c, tag);
        check_assignment(c, tag, NULL, FOR("switch expression"));
        if (tag->mode != MODE_INVALID && !type_comparable(tag->type) && !has_nil(tag->type)) {
            report_at(c, tag, "cannot switch on %s (%s is not comparable)", operand_string(c, tag), type_string(c, tag->type));
            invalidate(tag);
        }
    } else {
        set_constant(&is_true, type_basic(TYPE_BOOL), constant_from_bool(true));
        tag = &is_true;
    }
    report_second_default(c, s);
    struct map seen = {0};
    vec_each(i, &s->clauses) {
        struct clause *clause = &s->clauses.items[i];
        vec_each(k, &clause->values) check_case(c, clause->values.items[k], tag, &seen);
        open_clause(c, clause);
        check_list(c, &clause->body);
        close_scope(c);
    }
    close_scope(c);
}

static bool is_nil_name(struct checker *c, struct expr *e) {
    e = unparen(e);
    const struct object *o = e->kind == EXPR_NAME ? lookup(c, e->name, NULL) : NULL;
    return o && o->kind == OBJECT_NIL;
}

/* One type, or nil, of a type switch's case. Returns the type, NULL for nil. */
static struct type *check_type_case(struct checker *c, struct expr *e, struct expr *x, struct map *seen) {
    struct type *t = NULL;
    const char *text = "nil", *key = "nil";
    if (is_nil_name(c, e)) {
        check_expr(c, e);
        if (x)
            update_expr_type(c, e, x->type, true);
    } else {
        t = check_type(c, e);
        if (t->kind == TYPE_INVALID)
            return t;
        text = type_string(c, t);
        key = type_identity(c->arena, t);
    }
    const struct expr *other = map_get(seen, key);
    if (other) {
        report_at(c, e, "duplicate case %s in type switch", text);
        report_more(c, expr_start(other), "previous case");
        return t;
    }
    map_put(c->arena, seen, key, e);
    struct missing_method m;
    if (x && t && is_impossible_assertion(c, x->type, t, &m))
        report_at(c, e, "impossible type switch case: %s\n\t%s cannot have dynamic type %s %s", expr_string(c, e),
                  operand_string(c, x), type_string(c, t), missing_method_reason(c, t, x->type, &m));
    return t;
}

static void check_type_switch(struct checker *c, struct stmt *s) {
    s->scope = open_scope(c);
    if (s->init)
        check_stmt(c, s->init);
    struct expr *bind = s->bind, *x = s->x;
    if (bind && is_blank(bind)) {
        report_at(c, bind, "no new variable on left side of :=");
        bind = NULL;
    }
    check_expr(c, x);
    if (x->mode == MODE_INVALID) {
        close_scope(c);
        return;
    }
    bool is_interface = type_is_interface(x->type);
    if (!is_interface)
        report_at(c, x, "%s is not an interface", operand_string(c, x));
    report_second_default(c, s);
    struct map seen = {0};
    bool used = false;
    vec_each(i, &s->clauses) {
        struct clause *clause = &s->clauses.items[i];
        struct type *t = NULL;
        vec_each(k, &clause->values) t = check_type_case(c, clause->values.items[k], is_interface ? x : NULL, &seen);
        open_clause(c, clause);
        if (bind) {
            /* Each clause has a variable of its own, and cmd/compile says of it that it is declared at the colon. */
            struct object *o = clause->bound = new_object(c, OBJECT_VAR, bind->name, clause->colon);
            o->type = clause->values.len == 1 && t ? t : x->type;
            o->checking = CHECKED;
            used |= o->type->kind == TYPE_INVALID;
            declare(c, c->env.scope, o);
        }
        int bodies = c->bodies.len;
        check_list(c, &clause->body);
        run_bodies(c, bodies);
        if (clause->bound)
            used |= clause->bound->used;
        close_scope(c);
    }
    if (bind && !used && c->options->unused)
        report_at(c, bind, "%s declared but not used", bind->name);
    close_scope(c);
}

static void check_select(struct checker *c, struct stmt *s) {
    report_second_default(c, s);
    vec_each(i, &s->clauses) {
        struct clause *clause = &s->clauses.items[i];
        open_clause(c, clause);
        if (clause->comm)
            check_stmt(c, clause->comm);
        check_list(c, &clause->body);
        close_scope(c);
    }
}

/* ---- all of them ---- */

static void check_stmt(struct checker *c, struct stmt *s) {
    int bodies = c->bodies.len;
    switch (s->kind) {
    case STMT_EMPTY:
    case STMT_BREAK:
    case STMT_CONTINUE:
    case STMT_GOTO:
    case STMT_FALLTHROUGH: break;
    case STMT_EXPR: check_expr_stmt(c, s); break;
    case STMT_SEND: check_send(c, s); break;
    case STMT_INCDEC:
    case STMT_ASSIGN:
    case STMT_ASSIGN_OP: check_assign_stmt(c, s); break;
    case STMT_DEFINE: check_define_stmt(c, s); break;
    case STMT_DECL:
        vec_each(i, &s->decls) check_local_decl(c, s->decls.items[i]);
        break;
    case STMT_GO:
    case STMT_DEFER: check_go_or_defer(c, s); break;
    case STMT_RETURN: check_return(c, s); break;
    case STMT_BLOCK: check_block(c, s->block); break;
    case STMT_IF: check_if(c, s); break;
    case STMT_FOR: check_for(c, s); break;
    case STMT_RANGE: check_range(c, s); break;
    case STMT_SWITCH: check_switch(c, s); break;
    case STMT_TYPE_SWITCH: check_type_switch(c, s); break;
    case STMT_SELECT: check_select(c, s); break;
    case STMT_LABELED: check_stmt(c, s->other); break;
    }
    run_bodies(c, bodies);
}

void check_body(struct checker *c, struct waiting_body body) {
    struct environment saved = c->env;
    struct func *f = body.func;
    c->env = (struct environment){.decl = body.decl, .file = body.file, .scope = body.scope, .func = f, .iota = body.iota};
    f->body->scope = body.scope; /* parameters and the body's own variables share a block */
    body.scope->end = f->body->close;
    vec_push(c->arena, &c->package->functions, f);
    check_list(c, &f->body->list);
    check_branches(c, f->body);
    if (f->results.len && !block_is_terminating(f->body))
        report(c, f->body->close, "missing return");
    c->env = saved;
}

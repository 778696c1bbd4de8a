/* Where values go: assignment, initialisation, results and arguments (spec: Assignments, Short variable declarations, Return
 * statements). */
#include "transpiler/check_internal.h"

#include <string.h>

static const char *purpose_text(struct checker *c, struct purpose p) {
    return p.callee ? arena_printf(c->arena, "%s%s", p.what, expr_string(c, p.callee)) : p.what;
}

void check_assignment(struct checker *c, struct expr *e, struct type *t, struct purpose purpose) {
    require_single_value(c, e);
    switch (e->mode) {
    case MODE_INVALID: return;
    case MODE_CONSTANT:
    case MODE_VARIABLE:
    case MODE_MAP_INDEX:
    case MODE_VALUE:
    case MODE_NIL:
    case MODE_COMMA_OK: break;
    default:
        report_at(c, e, "cannot assign %s to %s in %s", operand_string(c, e), t ? type_string(c, t) : "_", purpose_text(c, purpose));
        invalidate(e);
        return;
    }
    if (type_is_untyped(e->type)) {
        struct type *target = t;
        if (is_nil(e)) {
            if (!t) {
                report_at(c, e, "use of untyped nil in %s", purpose_text(c, purpose));
                invalidate(e);
                return;
            }
        } else if (!t || type_is_interface(t)) {
            target = type_default(e->type);
        }
        struct constant *value;
        enum failure why;
        struct type *became = implicit_type(c, e, target, &value, &why);
        if (!became) {
            const char *suffix = why == TRUNCATED ? " (truncated)" : why == OVERFLOWS ? " (overflows)" : "";
            report_at(c, e, "cannot use %s as %s value in %s%s", operand_string(c, e), type_string(c, target),
                      purpose_text(c, purpose), suffix);
            invalidate(e);
            return;
        }
        if (became != e->type) {
            update_expr_type(c, e, became, false);
            if (e->mode == MODE_INVALID)
                return;
        }
        if (value)
            e->value = value;
    }
    if (!t)
        return;
    const char *reason = NULL;
    if (is_assignable(c, e, t, &reason))
        return;
    if (reason)
        report_at(c, e, "cannot use %s as type %s in %s:\n\t%s", operand_string(c, e), type_string(c, t), purpose_text(c, purpose),
                  reason);
    else
        report_at(c, e, "cannot use %s as type %s in %s", operand_string(c, e), type_string(c, t), purpose_text(c, purpose));
    invalidate(e);
}

/* ---- initialisation ---- */

void init_constant(struct checker *c, struct object *o, struct expr *e) {
    bool invalid = e->mode == MODE_INVALID || e->type->kind == TYPE_INVALID || (o->type && o->type->kind == TYPE_INVALID);
    if (!invalid && e->mode != MODE_CONSTANT) {
        report_at(c, e, "%s is not constant", operand_string(c, e));
        invalid = true;
    }
    if (invalid) {
        if (!o->type)
            o->type = type_invalid();
        return;
    }
    if (!o->type)
        o->type = e->type;
    /* The tree of an inherited value is shared: what it becomes here must not be what the next constant starts from. */
    struct expr own = *e;
    if (type_is_untyped(o->type)) {
        o->value = e->value;
        return;
    }
    check_assignment(c, &own, o->type, FOR("constant declaration"));
    if (own.mode != MODE_INVALID)
        o->value = own.value;
}

bool init_variable(struct checker *c, struct object *o, struct expr *e, const char *what) {
    if (e->mode == MODE_INVALID || e->type->kind == TYPE_INVALID || (o->type && o->type->kind == TYPE_INVALID)) {
        if (!o->type)
            o->type = type_invalid();
        o->used = true; /* no second error */
        return false;
    }
    if (!o->type) {
        struct type *t = e->type;
        if (type_is_untyped(t)) {
            if (is_nil(e)) {
                report_at(c, e, "use of untyped nil in %s", what);
                o->type = type_invalid();
                return false;
            }
            t = type_default(t);
        }
        o->type = t;
    }
    check_assignment(c, e, o->type, FOR(what));
    if (e->mode == MODE_INVALID) {
        o->used = true;
        return false;
    }
    return true;
}

const char *types_summary(struct checker *c, struct type *const *types, int len, bool variadic) {
    struct buf b = {0};
    buf_char(&b, '(');
    for (int i = 0; i < len; i++) {
        struct type *t = types[i];
        if (i)
            buf_add(&b, ", ");
        if (!t || t->kind == TYPE_INVALID)
            buf_add(&b, "<T>");
        else if (type_is_untyped(t))
            buf_add(&b, type_is_numeric(t) ? "number" : t->basic_name + strlen("untyped "));
        else if (variadic && i == len - 1)
            buf_printf(&b, "...%s", type_string(c, t->elem));
        else
            buf_add(&b, type_string(c, t));
    }
    buf_char(&b, ')');
    char *text = arena_strndup(c->arena, b.text, b.len);
    buf_free(&b);
    return text;
}

static const char *count_of(struct checker *c, int n, const char *unit) {
    return arena_printf(c->arena, "%d %s%s", n, unit, n == 1 ? "" : "s");
}

static void report_mismatch(struct checker *c, const expr_list *values, int variables, int found) {
    const struct expr *first = values->items[0], *call = unparen((struct expr *)first);
    const char *wanted = count_of(c, variables, "variable"), *have = count_of(c, found, "value");
    if (values->len == 1 && call->kind == EXPR_CALL)
        report_at(c, first, "assignment mismatch: %s but %s returns %s", wanted, expr_string(c, call->x), have);
    else
        report_at(c, first, "assignment mismatch: %s but %s", wanted, have);
}

static void report_result_count(struct checker *c, struct stmt *s, const object_list *wanted, const expr_list *found) {
    struct pos at = found->len > wanted->len ? expr_start(found->items[wanted->len])
                    : found->len             ? expr_start(vec_last(found))
                                             : s->pos;
    struct type **have = arena_array(c->arena, struct type *, found->len), **want = arena_array(c->arena, struct type *, wanted->len);
    vec_each(i, found) have[i] = found->items[i]->type;
    vec_each(i, wanted) want[i] = wanted->items[i]->type;
    report(c, at, "%s return values", found->len > wanted->len ? "too many" : "not enough");
    report_more(c, (struct pos){0}, "have %s", types_summary(c, have, found->len, false));
    report_more(c, (struct pos){0}, "want %s", types_summary(c, want, wanted->len, false));
}

static bool any_invalid(const expr_list *list) {
    vec_each(i, list) {
        if (list->items[i]->mode == MODE_INVALID)
            return true;
    }
    return false;
}

/* The expression that stands for two values. */
void mark_comma_ok(struct expr *e) {
    for (;; e = e->x) {
        e->comma_ok = true;
        if (e->kind != EXPR_PAREN)
            return;
    }
}

void init_variables(struct checker *c, const object_list *lhs, const expr_list *values, struct stmt *return_stmt) {
    bool comma_ok;
    expr_list found = check_values(c, values, lhs->len == 2 && !return_stmt, &comma_ok);
    if (found.len != lhs->len) {
        vec_each(i, lhs) {
            lhs->items[i]->used = true;
            if (!lhs->items[i]->type)
                lhs->items[i]->type = type_invalid();
        }
        if (any_invalid(&found))
            return;
        if (return_stmt)
            report_result_count(c, return_stmt, lhs, &found);
        else
            report_mismatch(c, values, lhs->len, found.len);
        return;
    }
    const char *what = return_stmt ? "return statement" : "assignment";
    bool ok = true;
    vec_each(i, lhs) ok &= init_variable(c, lhs->items[i], found.items[i], what);
    if (comma_ok)
        mark_comma_ok(values->items[0]);
    for (int i = 0; !ok && i < lhs->len; i++)
        lhs->items[i]->used = true;
}

/* ---- assignment ---- */

bool require_assignable(struct checker *c, struct expr *lhs) {
    if (lhs->mode == MODE_INVALID || lhs->type->kind == TYPE_INVALID)
        return false;
    if (lhs->mode == MODE_VARIABLE || lhs->mode == MODE_MAP_INDEX)
        return true;
    const struct expr *e = unparen(lhs);
    if (e->kind == EXPR_SELECTOR && e->x->mode == MODE_MAP_INDEX)
        report_at(c, lhs, "cannot assign to struct field %s in map", expr_string(c, e));
    else
        report_at(c, lhs, "cannot assign to %s", operand_string(c, lhs));
    return false;
}

/* A local variable that an assignment names. Assigning is no use. */
static struct object *assigned_variable(struct checker *c, struct expr *lhs) {
    struct expr *e = unparen(lhs);
    struct object *o = e->kind == EXPR_NAME ? lookup(c, e->name, NULL) : NULL;
    return o && o->kind == OBJECT_VAR && o->package == c->package ? o : NULL;
}

bool assign_to(struct checker *c, struct expr *lhs, struct expr *e) {
    if (e->mode == MODE_INVALID || e->type->kind == TYPE_INVALID) {
        check_use(c, lhs);
        return false;
    }
    if (is_blank(unparen(lhs))) {
        check_assignment(c, e, NULL, FOR("assignment to _ identifier"));
        set_value(lhs, MODE_VARIABLE, e->type);
        return e->mode != MODE_INVALID;
    }
    struct object *o = assigned_variable(c, lhs);
    bool used = o && o->used;
    check_expr(c, lhs);
    if (o)
        o->used = used;
    if (!require_assignable(c, lhs))
        return false;
    check_assignment(c, e, lhs->type, FOR("assignment"));
    return e->mode != MODE_INVALID;
}

static void assign_values(struct checker *c, struct stmt *s) {
    bool comma_ok;
    expr_list found = check_values(c, &s->rhs, s->lhs.len == 2, &comma_ok);
    if (found.len != s->lhs.len) {
        check_use_list(c, &s->lhs);
        if (!any_invalid(&found))
            report_mismatch(c, &s->rhs, s->lhs.len, found.len);
        return;
    }
    bool ok = true;
    vec_each(i, &s->lhs) ok &= assign_to(c, s->lhs.items[i], found.items[i]);
    if (comma_ok)
        mark_comma_ok(s->rhs.items[0]);
    for (int i = 0; !ok && i < s->lhs.len; i++) {
        struct object *o = assigned_variable(c, s->lhs.items[i]);
        if (o)
            o->used = true;
    }
}

/* x++ and x op= y: the left side is evaluated once, and its value is used. */
static void assign_operation(struct checker *c, struct stmt *s) {
    struct expr *lhs = s->lhs.items[0];
    if (s->kind == STMT_INCDEC) {
        check_expr(c, lhs);
        if (lhs->mode == MODE_INVALID)
            return;
        const char *operation = token_spelling(s->op);
        if (type_is_numeric(lhs->type))
            require_assignable(c, lhs);
        else
            report_at(c, lhs, "invalid operation: %s%s (non-numeric type %s)", expr_string(c, lhs), operation,
                      type_string(c, lhs->type));
        return;
    }
    struct expr whole = {.kind = EXPR_BINARY, .pos = s->pos, .op = s->op, .x = lhs, .y = s->rhs.items[0]};
    check_expr(c, lhs);
    check_operation(c, &whole);
    if (whole.mode == MODE_INVALID || !require_assignable(c, lhs))
        return;
    check_assignment(c, &whole, lhs->type, FOR("assignment"));
}

void check_assign_stmt(struct checker *c, struct stmt *s) {
    if (s->kind == STMT_ASSIGN)
        assign_values(c, s);
    else if (s->lhs.len == 1 && (s->kind == STMT_INCDEC || s->rhs.len == 1))
        assign_operation(c, s);
    else
        report(c, s->pos, "assignment operation %s requires single-valued expressions", token_spelling(s->op));
}

void check_define_stmt(struct checker *c, struct stmt *s) {
    int bodies = c->bodies.len;
    struct map seen = {0};
    object_list variables = {0}, fresh = {0};
    bool error = false;
    vec_each(i, &s->lhs) {
        struct expr *e = s->lhs.items[i];
        struct object *o = NULL, *defined = NULL;
        if (e->kind != EXPR_NAME) {
            check_use(c, e);
            report_at(c, e, "non-name %s on left side of :=", expr_string(c, e));
            error = true;
        } else if (!is_blank(e) && s->lhs.len > 1 && map_has(&seen, e->name)) {
            report_at(c, e, "%s repeated on left side of :=", e->name);
            error = true;
        } else {
            if (!is_blank(e) && s->lhs.len > 1)
                map_put(c->arena, &seen, e->name, e);
            struct object *other = is_blank(e) ? NULL : scope_lookup(c->env.scope, e->name);
            if (other && other->kind == OBJECT_VAR) {
                o = e->object = other;
            } else if (other) {
                report_at(c, e, "cannot assign to %s", e->name);
                error = true;
            } else {
                o = defined = e->object = new_object(c, OBJECT_VAR, e->name, e->pos);
                if (!is_blank(e))
                    vec_push(c->arena, &fresh, o);
            }
        }
        if (!o)
            o = new_object(c, OBJECT_VAR, "_", e->pos);
        vec_push(c->arena, &variables, o);
        vec_push(c->arena, &s->defined, defined);
    }
    init_variables(c, &variables, &s->rhs, NULL);
    vec_each(i, &s->lhs) {
        if (s->lhs.items[i]->kind == EXPR_NAME)
            set_value(s->lhs.items[i], MODE_VARIABLE, variables.items[i]->type);
        variables.items[i]->checking = CHECKED;
    }
    run_bodies(c, bodies);
    if (!fresh.len && !error)
        report(c, s->pos, "no new variables on left side of :=");
    vec_each(i, &fresh) {
        declare(c, c->env.scope, fresh.items[i]);
        vec_push(c->arena, &c->locals, fresh.items[i]);
    }
}

/* Calls and selectors (spec: Calls, Selectors, Method expressions, Method values, Qualified identifiers). */
#include "transpiler/check_internal.h"

#include <string.h>

/* ---- arguments ---- */

expr_list check_values(struct checker *c, const expr_list *list, bool allow_comma_ok, bool *comma_ok) {
    expr_list values = {0};
    *comma_ok = false;
    if (list->len != 1) {
        vec_each(i, list) check_expr(c, list->items[i]);
        return *list;
    }
    struct expr *e = list->items[0];
    check_multi(c, e);
    if (e->mode == MODE_VALUE && e->type->kind == TYPE_TUPLE) {
        vec_each(i, &e->type->results) {
            struct expr *result = arena_copy(c->arena, e, sizeof *e);
            result->type = e->type->results.items[i];
            vec_push(c->arena, &values, result);
        }
        return values;
    }
    if (!allow_comma_ok || (e->mode != MODE_MAP_INDEX && e->mode != MODE_COMMA_OK))
        return *list;
    struct expr *ok = arena_copy(c->arena, e, sizeof *e);
    set_value(ok, MODE_VALUE, type_basic(TYPE_UNTYPED_BOOL));
    vec_push(c->arena, &values, e);
    vec_push(c->arena, &values, ok);
    *comma_ok = true;
    return values;
}

static void report_count(struct checker *c, struct expr *call, struct type *f, const expr_list *args, int wanted) {
    bool too_many = args->len > wanted;
    struct pos at = too_many ? expr_start(args->items[wanted]) : args->len ? expr_start(vec_last(args)) : expr_start(call);
    struct type **have = arena_array(c->arena, struct type *, args->len);
    vec_each(i, args) have[i] = args->items[i]->type;
    report(c, at, "%s arguments in call to %s", too_many ? "too many" : "not enough", expr_string(c, call->x));
    report_more(c, (struct pos){0}, "have %s", types_summary(c, have, args->len, false));
    report_more(c, (struct pos){0}, "want %s", types_summary(c, f->params.items, f->params.len, f->variadic));
}

void check_arguments(struct checker *c, struct expr *call, struct type *f, const expr_list *args) {
    vec_each(i, args) {
        if (args->items[i]->mode == MODE_INVALID)
            return;
    }
    int wanted = f->params.len;
    if (call->has_dots) {
        if (!f->variadic) {
            report_at(c, call, "cannot use ... in call to non-variadic %s", expr_string(c, call->x));
            return;
        }
        if (call->list.len == 1 && args->len > 1) {
            report_at(c, call, "cannot use ... with %d-valued %s", args->len, expr_string(c, call->list.items[0]));
            return;
        }
    } else if (f->variadic) {
        wanted = args->len >= f->params.len - 1 ? args->len : f->params.len - 1;
    }
    if (args->len != wanted) {
        report_count(c, call, f, args, wanted);
        return;
    }
    struct purpose purpose = {"argument to ", call->x};
    vec_each(i, args) {
        struct type *t;
        if (f->variadic && !call->has_dots && i >= f->params.len - 1)
            t = vec_last(&f->params)->elem;
        else
            t = f->params.items[i];
        check_assignment(c, args->items[i], t, purpose);
    }
}

/* ---- calls ---- */

static enum expr_use check_conversion_call(struct checker *c, struct expr *e) {
    struct type *t = e->x->type;
    e->call = CALL_CONVERSION;
    invalidate(e);
    if (e->list.len == 0) {
        report_at(c, e, "missing argument in conversion to %s", type_string(c, t));
    } else if (e->list.len > 1) {
        check_use_list(c, &e->list);
        report_at(c, vec_last(&e->list), "too many arguments in conversion to %s", type_string(c, t));
    } else {
        struct expr *x = e->list.items[0];
        check_expr(c, x);
        if (x->mode != MODE_INVALID && e->has_dots)
            report_at(c, x, "invalid use of ... in type conversion to %s", type_string(c, t));
        else if (x->mode != MODE_INVALID)
            check_conversion(c, e, x, t);
    }
    return e->mode == MODE_INVALID ? USE_STATEMENT : USE_CONVERSION;
}

static struct type *tuple_of(struct checker *c, struct type *f) {
    struct type *t = new_type(c, TYPE_TUPLE);
    t->results.items = f->results.items;
    t->results.len = t->results.cap = f->results.len;
    t->result_names.items = f->result_names.items;
    t->result_names.len = t->result_names.cap = f->result_names.len;
    return t;
}

enum expr_use check_call(struct checker *c, struct expr *e) {
    struct expr *callee = e->x;
    check_expr_or_type(c, callee);
    e->call = CALL_FUNCTION;
    switch (callee->mode) {
    case MODE_INVALID:
        check_use_list(c, &e->list);
        invalidate(e);
        return USE_STATEMENT;
    case MODE_TYPE: return check_conversion_call(c, e);
    case MODE_BUILTIN: {
        e->call = CALL_BUILTIN;
        e->builtin = (int)unparen(callee)->object->builtin;
        enum expr_use use = check_builtin_call(c, e, (enum builtin)e->builtin);
        if (e->mode != MODE_INVALID && e->mode != MODE_CONSTANT)
            c->env.has_call_or_receive = true;
        return use;
    }
    default: break;
    }
    struct type *f = under(callee->type);
    invalidate(e);
    if (f->kind != TYPE_FUNC) {
        report_at(c, callee, "invalid operation: cannot call non-function %s", operand_string(c, callee));
        check_use_list(c, &e->list);
        return USE_STATEMENT;
    }
    bool comma_ok;
    expr_list args = check_values(c, &e->list, false, &comma_ok);
    check_arguments(c, e, f, &args);
    if (f->results.len == 0)
        set_value(e, MODE_NO_VALUE, type_invalid());
    else if (f->results.len == 1)
        set_value(e, MODE_VALUE, f->results.items[0]);
    else
        set_value(e, MODE_VALUE, tuple_of(c, f));
    c->env.has_call_or_receive = true;
    return USE_STATEMENT;
}

/* ---- selectors ---- */

static void check_qualified(struct checker *c, struct expr *e, struct object *import) {
    e->x->object = import;
    e->x->mode = MODE_PACKAGE;
    e->x->type = type_invalid();
    import->used = true;
    if (!import->imported)
        return; /* could not be loaded, which was reported */
    struct object *o = scope_lookup(import->imported->scope, e->name);
    if (!o || !name_is_exported(o->name)) {
        report(c, e->pos, "undefined: %s.%s%s", import->imported->name, e->name,
               import->imported->is_library ? " (not in what is supported of this package)" : "");
        return;
    }
    e->object = o;
    switch (o->kind) {
    case OBJECT_CONST:
        if (o->type->kind != TYPE_INVALID)
            set_constant(e, o->type, o->value);
        break;
    case OBJECT_TYPE:
        if (o->type->kind != TYPE_INVALID)
            set_value(e, MODE_TYPE, o->type);
        break;
    case OBJECT_VAR:
        if (o->type->kind != TYPE_INVALID)
            set_value(e, MODE_VARIABLE, o->type);
        break;
    case OBJECT_FUNC: set_value(e, MODE_VALUE, o->type); break;
    default: set_value(e, MODE_BUILTIN, o->type); break;
    }
}

static void report_missing(struct checker *c, struct expr *e) {
    struct type *t = e->x->type, *u = under(t);
    const char *why;
    if (u->kind == TYPE_POINTER && type_is_interface(u->elem)) {
        why = arena_printf(c->arena, "type %s is pointer to interface, not interface", type_string(c, t));
    } else {
        why = arena_printf(c->arena, "type %s has no field or method %s", type_string(c, t), e->name);
        char *other = arena_strdup(c->arena, e->name);
        if ((*other | 0x20) >= 'a' && (*other | 0x20) <= 'z')
            *other ^= 0x20;
        const struct selection *s = lookup_field_or_method(c->arena, t, other, c->package);
        if (s && (s->kind == SELECT_FIELD || in_method_set(s) || e->x->mode == MODE_VARIABLE))
            why = arena_printf(c->arena, "%s, but does have %s", why, other);
    }
    report(c, e->pos, "%s.%s undefined (%s)", expr_string(c, e->x), e->name, why);
}

/* T.method: a function whose first parameter is the receiver. */
static struct type *method_expression_type(struct checker *c, const struct selection *s, struct type *receiver) {
    const struct type *method = selection_method_type(s);
    struct type *f = new_type(c, TYPE_FUNC);
    bool named = method->param_names.len && method->param_names.items[0];
    const char *name = named ? "_" : NULL;
    if (named && s->method && s->method->func && s->method->func->receiver && s->method->func->receiver->name)
        name = s->method->func->receiver->name;
    vec_push(c->arena, &f->params, receiver);
    vec_push(c->arena, &f->param_names, name);
    vec_each(i, &method->params) {
        vec_push(c->arena, &f->params, method->params.items[i]);
        vec_push(c->arena, &f->param_names, method->param_names.items[i]);
    }
    vec_each(i, &method->results) {
        vec_push(c->arena, &f->results, method->results.items[i]);
        vec_push(c->arena, &f->result_names, i < method->result_names.len ? method->result_names.items[i] : NULL);
    }
    f->variadic = method->variadic;
    return f;
}

void check_selector(struct checker *c, struct expr *e, struct type *def) {
    struct expr *x = e->x;
    invalidate(e);
    e->object = NULL;
    e->selection = NULL;
    if (x->kind == EXPR_NAME) {
        struct object *o = lookup(c, x->name, NULL);
        if (o && o->kind == OBJECT_PACKAGE) {
            check_qualified(c, e, o);
            return;
        }
    }
    check_expr_or_type(c, x);
    if (x->mode == MODE_INVALID)
        return;
    if (x->mode == MODE_TYPE && def && x->type == def) {
        report_cycle(c, &def->object, 1);
        return;
    }
    if (x->mode == MODE_BUILTIN) {
        report(c, e->pos, "cannot select on %s", operand_string(c, x));
        return;
    }
    if (is_blank(e->x) || strcmp(e->name, "_") == 0) {
        report(c, e->pos, "cannot refer to blank field or method");
        return;
    }
    bool ambiguous;
    struct selection *s = find_selection(c->arena, x->type, e->name, c->package, &ambiguous);
    if (!s) {
        if (ambiguous)
            report(c, e->pos, "ambiguous selector %s.%s", expr_string(c, x), e->name);
        else if (under(x->type)->kind != TYPE_INVALID)
            report_missing(c, e);
        return;
    }
    if (s->kind != SELECT_FIELD && !in_method_set(s) && x->mode != MODE_VARIABLE) {
        report(c, e->pos, "cannot call pointer method %s on %s", e->name, type_string(c, x->type));
        return;
    }
    if (s->method && s->method->package == c->package) {
        check_object(c, s->method, NULL);
        add_dependency(c, s->method);
    }
    if (x->mode == MODE_TYPE && s->kind == SELECT_FIELD) {
        report(c, e->pos, "%s.%s undefined (type %s has no method %s)", expr_string(c, x), e->name, type_string(c, x->type), e->name);
        return;
    }
    if (s->kind != SELECT_FIELD && !selection_method_type(s)) {
        report_at(c, e, "illegal cycle in method declaration");
        return;
    }
    e->selection = s;
    if (x->mode == MODE_TYPE) {
        s->kind = SELECT_METHOD_EXPRESSION;
        set_value(e, MODE_VALUE, method_expression_type(c, s, x->type));
    } else if (s->kind == SELECT_FIELD) {
        set_value(e, x->mode == MODE_VARIABLE || s->indirect ? MODE_VARIABLE : MODE_VALUE,
                  s->field->type ? s->field->type : type_invalid());
    } else {
        set_value(e, MODE_VALUE, selection_method_type(s));
    }
}

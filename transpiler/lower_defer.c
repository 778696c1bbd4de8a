/* defer and go (spec: Defer statements, Go statements; docs/lowered-form.md). Both want a function without parameters or results
 * and its environment. A func literal of that kind is used as it is; any other call gets a synthetic one, whose record holds the
 * evaluated operands and whose body makes the call. */
#include "transpiler/lower.h"

#include <string.h>

/* ---- who may recover ---- */

/* A deferred call can stop a panic only if what it calls says recover() itself, or is not known. Library functions do not. */
static bool call_may_recover(struct expr *e) {
    if (e->kind != EXPR_CALL || e->call != CALL_FUNCTION)
        return false;
    struct expr *x = strip(e->x);
    if (x->kind == EXPR_FUNC_LITERAL)
        return x->func->has_recover;
    const struct object *o = NULL;
    if (x->kind == EXPR_NAME || (x->kind == EXPR_SELECTOR && !x->selection))
        o = x->object && x->object->kind == OBJECT_FUNC ? x->object : NULL;
    else if (x->kind == EXPR_SELECTOR && x->selection->kind == SELECT_METHOD_VALUE)
        o = x->selection->method;
    if (!o)
        return true;
    if (o->package && o->package->is_library)
        return false;
    return !o->func || o->func->has_recover;
}

static bool list_may_recover(const stmt_list *list);

static bool stmt_may_recover(const struct stmt *s) {
    if (!s)
        return false;
    if (s->kind == STMT_DEFER)
        return call_may_recover(strip(s->x));
    if (s->block && list_may_recover(&s->block->list))
        return true;
    vec_each(i, &s->clauses) if (list_may_recover(&s->clauses.items[i].body)) return true;
    return stmt_may_recover(s->other);
}

static bool list_may_recover(const stmt_list *list) {
    vec_each(i, list) if (stmt_may_recover(list->items[i])) return true;
    return false;
}

bool defers_may_recover(struct function *f) {
    return list_may_recover(&f->func->body->list);
}

/* ---- the call as a function without parameters ---- */

static bool is_ready(const struct expr *e) {
    struct expr *x = strip(e->x);
    return e->call == CALL_FUNCTION && x->kind == EXPR_FUNC_LITERAL && e->list.len == 0 && type_underlying(x->type)->results.len == 0;
}

/* A synthetic function under construction: the record's fields on one side, the body on the other. */
struct synthetic {
    const char *name, *site;   /* of the record */
    struct code_text fields;
    struct function body;
    VEC(struct code *) values; /* what the fields get */
    VEC(const char *) names;
    bool has_pointers;
};

static void synthetic_start(struct function *f, struct synthetic *y, struct pos pos, const char *what) {
    struct lowering *l = f->l;
    y->site = site_id(l, pos, arena_printf(l->arena, "~%s", what));
    const char *outer = strcmp(f->c_name, "go_main") == 0 ? "main" : f->c_name;
    y->name = ctypes_unique_name(&l->types, arena_printf(l->lasting, "%s_%s%d", outer, what, ++*f->synthetics));
    y->fields.arena = l->arena;
    function_start(&y->body, l, f->func, y->name);
    y->body.pos = f->pos;
    y->body.literals = f->literals;
    y->body.synthetics = f->synthetics;
}

/* A value that is computed now and used in the body: returns how the body reads it. */
static struct code *keep(struct function *f, struct synthetic *y, const char *field, const char *type, bool has_pointers, struct code *x) {
    struct arena *a = f->l->arena;
    text_line(&y->fields, f->pos, "    %s;", code_declarator(a, type, field));
    vec_push(a, &y->values, x);
    vec_push(a, &y->names, field);
    y->has_pointers |= has_pointers;
    struct code *kept = code_member(a, code_deref(a, code_atom(a, "env")), field);
    kept->effects = 0;
    return kept;
}

struct code *part_of_record(struct function *f, const char *type, const char *field, struct code *value) {
    struct arena *a = f->l->arena;
    text_line(f->record, f->pos, "    %s;", code_declarator(a, type, field));
    struct code *part = code_member(a, code_deref(a, code_atom(a, "env")), field);
    emit(f, code_assign(a, part, "=", as_expression(f->l, type, value)));
    return part;
}

/* Prints record and function, makes the record here, and gives the function value. */
static struct code *synthetic_finish(struct function *f, struct synthetic *y, struct pos pos, const char *what) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    bool keeps = y->values.len > 0;
    text_line(&l->functions, pos, "/* %s:%d:%d: %s */", pos.source->name, pos.line, pos.col, what);
    if (keeps) {
        text_line(&l->functions, pos, "struct %s {", y->name);
        text_append(&l->functions, &y->fields);
        text_line(&l->functions, (struct pos){0}, "};");
        text_line(&l->functions, (struct pos){0}, "%s", "");
    }
    text_line(&l->functions, pos, "static void %s(void *env_%s) {", y->name, keeps ? "" : " UNUSED");
    if (keeps) {
        text_line(&l->functions, pos, "    struct %s *env = env_;", y->name);
        text_line(&l->functions, (struct pos){0}, "%s", "");
    }
    text_block(&l->functions, &y->body.body);
    text_line(&l->functions, pos, "}");
    text_line(&l->functions, (struct pos){0}, "%s", "");
    buf_free(&y->fields.text);

    struct code *environment = code_atom(a, "NULL");
    if (keeps) {
        struct code *record = object_of_site(f, y->site, "env", arena_printf(a, "struct %s", y->name), y->has_pointers, NULL);
        vec_each(i, &y->values) emit(f, code_assign(a, code_member(a, record, y->names.items[i]), "=", y->values.items[i]));
        environment = code_address(a, record);
    }
    struct code *value = code_literal(a, "func_void");
    code_push(a, value, code_atom(a, y->name));
    code_push(a, value, environment);
    return value;
}

/* A function that may recover has to know that the synthetic one only passes the call on. */
static void pass_on(struct synthetic *y, const struct call *c, const struct code *call) {
    struct function *b = &y->body;
    struct arena *a = b->l->arena;
    if (c->function && !call_may_recover(c->e))
        return;
    emit(b, code_calln(a, "go_passes_call", 2, code_atomf(a, "(go_code)%s", y->name), code_cast(a, "go_code", call->a)));
}

static struct code *synthetic_call(struct function *f, struct expr *e, struct pos pos, const char *what, bool values_stay) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct call c;
    call_prepare(f, e, &c);
    if (c.through_interface) /* nil.M panics now, not when the call is made */
        emit(f, code_check(a, "NONNIL", 1, code_member(a, c.operands.list.items[0].code, "methods")));
    bool is_value = !c.function && !c.through_interface && c.signature->params.len == 0 && c.signature->results.len == 0;
    if (is_value && values_stay)
        return c.operands.list.items[0].code;
    struct synthetic y = {0};
    synthetic_start(f, &y, pos, what);
    vec_each(i, &c.operands.list) {
        struct operand *o = &c.operands.list.items[i];
        const char *field = i >= c.receiver      ? arena_printf(a, "arg%d", i - c.receiver + 1)
                            : c.function         ? (strip(e->x)->kind == EXPR_FUNC_LITERAL ? "inner" : "receiver")
                                                 : "callee";
        o->code = keep(f, &y, field, o->type, true, o->code);
    }
    /* Made there, as the Go compiler does: the array lives no longer than the call. What a function value does with it, nobody can tell who
     * finds that value in memory; so where the record is on the heap, the array is in it. */
    if (!c.function && site_on_heap(l, y.site))
        y.body.record = &y.fields;
    call_gather(&y.body, &c);
    struct code *call = call_finish(&y.body, &c);
    pass_on(&y, &c, call);
    y.body.pos = e->pos;
    emit(&y.body, call);
    return synthetic_finish(f, &y, pos, what);
}

/* Built-in functions are lowered in the synthetic body, on variables that stand for the operands that were evaluated here. */
static struct code *synthetic_builtin(struct function *f, struct expr *e, struct pos pos, const char *what) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct operands o = {0};
    struct type **types = arena_array(a, struct type *, e->list.len + 1);
    vec_each(i, &e->list) {
        struct expr *x = strip(e->list.items[i]);
        struct type *t = type_is_untyped(x->type) ? type_default(x->type) : x->type;
        if (e->call == CALL_BUILTIN && e->builtin == BUILTIN_PANIC)
            t = type_any();
        types[i] = t;
        operand_add(f, &o, lower_as(f, x, t), ctype(&l->types, t));
    }
    operands_settle(f, &o);
    struct synthetic y = {0};
    synthetic_start(f, &y, pos, what);
    struct expr *inner = arena_copy(a, e, sizeof *e);
    inner->list = (expr_list){0};
    vec_each(i, &o.list) {
        struct operand *operand = &o.list.items[i];
        const char *field = arena_printf(a, "arg%d", i + 1);
        keep(f, &y, field, operand->type, type_has_pointers(types[i]), operand->code);
        vec_push(a, &inner->list, stand_in(l, arena_printf(a, "env->%s", field), types[i], e->list.items[i]->pos));
    }
    if (!(e->call == CALL_BUILTIN && e->builtin == BUILTIN_RECOVER)) /* which is not called by a deferred function: it finds nothing */
        lower_discard(&y.body, inner);
    return synthetic_finish(f, &y, pos, what);
}

/* The call `e` of the statement `what` as a value of type func(). values_stay: where it calls such a value, that is given as it is. */
static struct code *as_function(struct function *f, struct expr *e, struct pos pos, const char *what, bool values_stay) {
    struct arena *a = f->l->arena;
    f->l->function = NULL; /* the call stands in another function, above this one */
    e = strip(e);
    if (e->kind != EXPR_CALL || e->call != CALL_FUNCTION)
        return synthetic_builtin(f, e, pos, what);
    if (!is_ready(e))
        return synthetic_call(f, e, pos, what, values_stay);
    const char *function;
    struct code *environment = lower_environment(f, strip(e->x), &function, false);
    struct code *value = code_literal(a, "func_void");
    code_push(a, value, code_atom(a, function));
    code_push(a, value, environment);
    return value;
}

/* ---- the statements ---- */

void lower_defer(struct function *f, struct stmt *s) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const struct object *function = l->function;
    struct code *call = as_function(f, s->x, s->pos, "defer", false);
    l->function = function;
    f->pos = s->pos;
    if (f->lifetime->outer) {
        emit(f, code_calln(a, "go_defer_in_loop", 2, code_address(a, code_atom(a, f->frame)), call));
        return;
    }
    struct code *record = site_object(f, s->pos, "defer", "defer", "go_defer", true, NULL);
    struct code *defers = code_atomf(a, "%s.defers", f->frame);
    emit(f, code_assign(a, code_member(a, record, "call"), "=", call));
    emit(f, code_assign(a, code_member(a, record, "next"), "=", defers));
    emit(f, code_assign(a, defers, "=", code_address(a, record)));
}

void lower_go(struct function *f, struct stmt *s) {
    const struct object *function = f->l->function;
    struct code *call = as_function(f, s->x, s->pos, "go", true); /* go_spawn finds that it is nil */
    f->l->function = function;
    f->pos = s->pos;
    emit(f, code_calln(f->l->arena, "go_spawn", 1, call));
}

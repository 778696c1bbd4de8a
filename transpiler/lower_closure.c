/* Function values: func literals with their environments, declared functions, method values and method expressions
 * (docs/lowered-form.md, "Functions and calls"). */
#include "transpiler/lower.h"

#include <string.h>

static struct code *pair(struct function *f, struct type *t, const char *function, struct code *environment) {
    struct arena *a = f->l->arena;
    struct code *x = code_literal(a, ctype(&f->l->types, t));
    code_push(a, x, code_atom(a, function));
    code_push(a, x, environment ? environment : code_atom(a, "NULL"));
    return x;
}

/* ---- func literals ---- */

/* What the field of the environment gets: the variable's value, or where it lives. */
static struct code *captured(struct function *f, struct object *o) {
    struct code *x = variable_code(f, o);
    return o->by_reference ? code_address(f->l->arena, x) : x;
}

struct code *lower_environment(struct function *f, struct expr *e, const char **c_name, bool in_place) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct func *func = e->func;
    func->c_name = *c_name = name_of_literal(f, func);
    lower_literal_body(f, func, *c_name);
    struct pos outer = f->pos;
    const struct func_info *info = func->info;
    if (info->captures.len == 0) {
        /* no bytes, and no need for any: the analysed form has an object, so that its verdict can be said; and decided C, where the literal
         * is called where it stands, so that it is still known for one */
        const char *id = site_id(l, e->pos, "func literal");
        if (site_on_heap(l, id) || (l->options->storage == STORAGE_DECIDED && !in_place))
            return code_atom(a, "NULL");
        const char *name = name_temp(f, "env");
        struct code_stmt *s = code_stmt_new(a, CODE_DECL, e->pos);
        s->type = "struct go_no_captures";
        s->name = name;
        s->attribute = site_attribute(l, id);
        if (f->out == f->lifetime->block)
            code_append(f->out, s);
        else
            emit_hoisted(f, s);
        return code_atomf(a, "&%s", name);
    }
    bool has_pointers = false;
    vec_each(i, &info->captures) {
        const struct object *o = info->captures.items[i].variable;
        has_pointers |= o->by_reference || type_has_pointers(o->type);
    }
    f->pos = e->pos;
    struct code *record = site_object(f, e->pos, "func literal", "env", arena_printf(a, "struct %s", *c_name), has_pointers, NULL);
    struct map names = {0};
    vec_each(i, &info->captures) {
        const struct free_variable *v = &info->captures.items[i];
        f->pos = v->first_use;
        emit(f, code_assign(a, code_member(a, record, capture_field(l, &names, v->variable)), "=", captured(f, v->variable)));
    }
    f->pos = outer;
    return code_address(a, record);
}

/* Fields of an environment are called like the variables; of two variables with one name, the second is x_2. */
const char *capture_field(struct lowering *l, struct map *names, const struct object *o) {
    const char *base = ctypes_reserved(o->name) ? arena_printf(l->arena, "%s_", o->name) : o->name;
    const char *field = base;
    for (int n = 2; map_has(names, field); n++)
        field = arena_printf(l->arena, "%s_%d", base, n);
    map_put(l->arena, names, field, names);
    return field;
}

struct code *lower_literal(struct function *f, struct expr *e) {
    const char *c_name;
    struct code *environment = lower_environment(f, e, &c_name, false);
    return pair(f, e->type, c_name, environment);
}

/* ---- adapters: functions with an environment in front of ones that have none ---- */

/* "void *env_, go_int arg1": and the arguments are pushed to the call that the adapter makes. */
static const char *adapter_params(struct lowering *l, const struct type *signature, const char *first, struct code *call) {
    struct arena *a = l->arena;
    const char *text = first;
    vec_each(i, &signature->params) {
        const char *name = arena_printf(a, "arg%d", i + 1);
        text = arena_printf(a, "%s, %s", text, code_declarator(a, ctype(&l->types, signature->params.items[i]), name));
        code_push(a, call, code_atom(a, name));
    }
    return text;
}

static void print_adapter(struct lowering *l, struct type *signature, const char *name, const char *params, const char *unpack,
                          const char *passes, struct code *call) {
    struct arena *a = l->arena;
    const char *result = ctype_results(&l->types, signature);
    text_line(&l->functions, (struct pos){0}, "static %s(%s) {", code_declarator(a, result, name), params);
    if (unpack)
        text_line(&l->functions, (struct pos){0}, "    %s", unpack);
    if (passes)
        text_line(&l->functions, (struct pos){0}, "    go_passes_call((go_code)%s, (go_code)%s);", name, passes);
    struct buf text = {0};
    text_code(&text, call);
    text_line(&l->functions, (struct pos){0}, strcmp(result, "void") == 0 ? "    %s;" : "    return %s;", text.text);
    buf_free(&text);
    text_line(&l->functions, (struct pos){0}, "}");
    text_line(&l->functions, (struct pos){0}, "%s", "");
}

/* The name of a function for an adapter, which stands above whatever is being lowered. */
static const char *reference_from_above(struct lowering *l, struct object *o) {
    const struct object *function = l->function;
    l->function = NULL;
    const char *name = function_reference(l, o);
    l->function = function;
    return name;
}

static bool first_time(struct lowering *l, const char *adapter) {
    if (map_has(&l->adapters, adapter))
        return false;
    map_put(l->lasting, &l->adapters, arena_strdup(l->lasting, adapter), l);
    return true;
}

/* A function that uses recover has to know that the adapter only passed the call on. */
static const char *passes(const struct object *o, const char *function) {
    return o && o->func && o->func->has_recover ? function : NULL;
}

struct code *function_value(struct function *f, struct object *o, struct type *t) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const char *function = reference_from_above(l, o);
    const char *adapter = arena_printf(a, "%s_value", function);
    if (first_time(l, adapter)) {
        struct code *call = code_call(a, code_atom(a, function));
        const char *params = adapter_params(l, type_underlying(o->type), "void *env_ UNUSED", call);
        text_line(&l->functions, (struct pos){0}, "/* %s as a value */", o->name);
        print_adapter(l, o->type, adapter, params, NULL, passes(o, function), call);
    }
    return pair(f, t, adapter, NULL);
}

/* ---- x.M ---- */

static struct type *method_signature(const struct selection *s) {
    if (s->method_index >= 0)
        return type_underlying(s->holder)->methods.items[s->method_index].type;
    return s->method->type;
}

/* The type of what the method takes as its receiver, in the C of a call. */
static struct type *taken_receiver(const struct selection *s) {
    return s->method_index >= 0 ? s->holder : s->method->receiver;
}

/* The call of the selected method on a receiver that is at hand. */
static struct code *method_call(struct lowering *l, const struct selection *s, struct code *receiver) {
    struct arena *a = l->arena;
    if (s->method_index < 0) {
        struct code *call = code_call(a, code_atom(a, reference_from_above(l, s->method)));
        code_push(a, call, receiver);
        return call;
    }
    const char *name = ctype_interface_method(&l->types, type_underlying(s->holder), s->method_index);
    struct code *call = code_call(a, code_member(a, code_deref(a, code_member(a, receiver, "methods")), name));
    code_push(a, call, code_member(a, receiver, "data"));
    return call;
}

static const char *method_word(struct lowering *l, const struct selection *s, const char *name) {
    if (s->method_index < 0)
        return reference_from_above(l, s->method);
    return arena_printf(l->arena, "%s_%s", ctype_word(&l->types, s->holder), name);
}

struct code *lower_method_value(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const struct selection *s = e->selection;
    struct type *signature = method_signature(s);
    struct type *taken = taken_receiver(s);
    const char *adapter = arena_printf(a, "%s_value", method_word(l, s, e->name));
    if (first_time(l, adapter)) {
        struct code *env = code_deref(a, code_atom(a, "env"));
        struct code *call = method_call(l, s, code_member(a, env, "receiver"));
        text_line(&l->functions, (struct pos){0}, "/* method value %s of a receiver that is kept */", e->name);
        text_line(&l->functions, (struct pos){0}, "struct %s {", adapter);
        text_line(&l->functions, (struct pos){0}, "    %s;", code_declarator(a, ctype(&l->types, taken), "receiver"));
        text_line(&l->functions, (struct pos){0}, "};");
        text_line(&l->functions, (struct pos){0}, "%s", "");
        print_adapter(l, signature, adapter, adapter_params(l, signature, "void *env_", call),
                      arena_printf(a, "struct %s *env = env_;", adapter), s->method ? passes(s->method, reference_from_above(l, s->method)) : NULL, call);
    }
    struct code *receiver = lower_receiver(f, e->x, s);
    if (!receiver->go)
        receiver->go = e;
    if (s->method_index >= 0) {
        receiver = stable(f, receiver, "tmp", ctype(&l->types, taken));
        emit(f, code_check(a, "NONNIL", 1, code_member(a, receiver, "methods"))); /* nil.M panics here, not when it is called */
    }
    struct code *record = site_object(f, expr_told_at(e), display(f->l, e), "env", arena_printf(a, "struct %s", adapter), type_has_pointers(taken), NULL);
    emit(f, code_assign(a, code_member(a, record, "receiver"), "=", receiver));
    return pair(f, e->type, adapter, code_address(a, record));
}

/* T.M: a function with the receiver as its first parameter. */
struct code *lower_method_expression(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const struct selection *s = e->selection;
    struct type *signature = type_underlying(e->type);
    const char *adapter = arena_printf(a, "%s_%s_expression", ctype_word(&l->types, s->receiver), e->name);
    if (first_time(l, adapter)) {
        struct type *t = s->receiver;
        struct code *receiver = lower_path(f, code_atom(a, "arg1"), &t, s->path.items, s->path.len);
        if (s->address_needed)
            receiver = code_address(a, receiver);
        else if (s->deref_needed)
            receiver = code_deref(a, non_nil(f, receiver));
        struct code *all = code_call(a, code_atom(a, ""));
        const char *params = adapter_params(l, signature, "void *env_ UNUSED", all);
        struct code *call = method_call(l, s, receiver);
        for (int i = 1; i < all->list_len; i++)
            code_push(a, call, all->list[i]);
        text_line(&l->functions, (struct pos){0}, "/* method expression %s */", display(f->l, e));
        print_adapter(l, e->type, adapter, params, NULL, s->method ? passes(s->method, reference_from_above(l, s->method)) : NULL, call);
    }
    return pair(f, e->type, adapter, NULL);
}

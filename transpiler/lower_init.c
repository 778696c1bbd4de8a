/* Package variables and their initialisation (spec: Package initialization). What is constant is an initialiser of C; the rest
 * happens in go_init, imported packages first. */
#include "transpiler/lower.h"
#include "transpiler/utf8.h"

#include <string.h>

static bool is_blank(const struct object *o) {
    return !o || !o->name || strcmp(o->name, "_") == 0;
}

/* ---- what needs no code ---- */

/* A constant as an initialiser of a static object. */
static struct code *constant_init(struct lowering *l, struct expr *e, struct type *t) {
    if (!type_is_string(type_underlying(t)))
        return lower_constant(l, e, t);
    int len = 0;
    const char *bytes = constant_string(e->value, &len);
    return code_atomf(l->arena, "STR_INIT(%s)", c_string(l->arena, bytes, len));
}

static struct code *static_init(struct function *f, struct code *place, struct expr *e, struct type *t);

/* An object without a Go name: behind a pointer or a slice, or in an interface. It is declared after those in its own initialiser. */
static const char *static_name(struct lowering *l) {
    return ctypes_unique_name(&l->types, arena_printf(l->lasting, "data%d", ++l->static_objects));
}

static void static_object(struct lowering *l, const char *name, const char *type, struct code *init) {
    vec_push(l->arena, &l->package_variables, ((struct global){.name = name, .type = type, .init = init}));
}

static struct code *static_composite(struct function *f, struct code *place, struct expr *e, struct type *t) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *u = type_underlying(t);
    bool is_struct = u->kind == TYPE_STRUCT;
    if (e->list.len == 0)
        return zero_init(l, t);
    struct code *values = code_braces(a);
    bool sparse = !is_struct && literal_is_sparse(e);
    int64_t index = 0;
    vec_each(i, &e->list) {
        struct expr *value = e->list.items[i];
        int field = i;
        if (value->kind == EXPR_KEY_VALUE) {
            if (!is_struct)
                constant_fits_int64(value->x->value, &index);
            vec_each(k, &u->fields) if (strcmp(u->fields.items[k]->name, value->x->name) == 0) field = k;
            value = value->y;
        }
        const char *name = is_struct ? ctype_field(&l->types, t, field) : NULL;
        struct code *part = is_struct ? code_member(a, place, name) : code_index(a, code_member(a, place, "at"), code_atomf(a, "%lld", (long long)index));
        if (sparse) {
            emit(f, code_assign(a, part, "=", lower_as(f, value, u->elem)));
            index++;
            continue;
        }
        struct code *x = static_init(f, part, value, is_struct ? u->fields.items[field]->type : u->elem);
        const char *designator = is_struct ? arena_printf(a, ".%s", name) : arena_printf(a, "[%lld]", (long long)index);
        bool in_order = is_struct ? e->list.items[0]->kind != EXPR_KEY_VALUE : index == i;
        code_push(a, values, in_order ? x : code_designated(a, designator, x));
        index++;
    }
    if (is_struct)
        return values;
    if (sparse)
        return zero_init(l, t);
    struct code *init = code_braces(a);
    code_push(a, init, values);
    return init;
}

/* The slice of all that an array without a Go name holds. */
static struct code *slice_of_static(struct lowering *l, const char *name, struct type *array, struct type *t) {
    struct arena *a = l->arena;
    struct code *x = slice_over(l, t, code_atom(a, name), code_atomf(a, "%lld", (long long)array->count), array->count);
    return code_as_init(a, x->text, x);
}

static struct code *static_slice(struct function *f, struct expr *e, struct type *t) {
    struct lowering *l = f->l;
    struct type *array = counted_array(l, type_underlying(t)->elem, element_count(e));
    const char *name = static_name(l);
    const char *type = ctype(&l->types, array);
    static_object(l, name, type, static_composite(f, code_atom(l->arena, name), e, array));
    return slice_of_static(l, name, array, t);
}

/* &T{…}, or T{…} where the & was left out: the address of an object of its own. */
static struct code *static_pointer(struct function *f, struct expr *literal, struct type *elem) {
    struct lowering *l = f->l;
    const char *type = ctype(&l->types, elem);
    enum type_kind k = type_underlying(elem)->kind;
    bool whole = k == TYPE_STRUCT || k == TYPE_ARRAY;
    if (!whole && k != TYPE_SLICE && !types_identical(literal->type, elem))
        return NULL; /* of a map, where the & was left out */
    const char *name = static_name(l);
    struct code *place = code_atom(l->arena, name);
    struct code *init = whole             ? static_composite(f, place, literal, elem)
                        : k == TYPE_SLICE ? static_slice(f, literal, elem)
                                          : static_init(f, place, literal, elem);
    static_object(l, name, type, init);
    return code_atomf(l->arena, "&%s", name);
}

/* The operand of []byte("…") or []rune("…"); NULL: e is something else. */
static struct expr *text_made_elements(const struct expr *e, const struct type *u) {
    bool is_conversion = e->kind == EXPR_CALL && e->call == CALL_CONVERSION && u->kind == TYPE_SLICE;
    struct expr *x = is_conversion ? strip(e->list.items[0]) : NULL;
    return x && x->value && x->mode == MODE_CONSTANT && type_is_string(type_underlying(x->type)) ? x : NULL;
}

static struct code *static_text(struct lowering *l, struct expr *text, struct type *t) {
    struct arena *a = l->arena;
    struct type *elem = type_underlying(t)->elem;
    struct code *values = code_braces(a);
    int len = 0, count = 0;
    const char *bytes = constant_string(text->value, &len);
    if (type_underlying(elem)->kind == TYPE_UINT8) {
        values = code_atom(a, c_string(a, bytes, len));
        count = len;
    } else {
        for (const char *s = bytes; s < bytes + len; count++) {
            int width;
            int32_t rune = utf8_decode(s, bytes + len - s, &width);
            code_push(a, values, code_atomf(a, "%ld", (long)(rune < 0 ? 0xFFFD : rune)));
            s += width;
        }
    }
    struct type *array = counted_array(l, elem, count);
    struct code *init = code_braces(a);
    code_push(a, init, values);
    const char *name = static_name(l), *type = ctype(&l->types, array);
    static_object(l, name, type, count ? init : NULL);
    return slice_of_static(l, name, array, t);
}

static struct code *static_interface(struct function *f, struct expr *e, struct type *t) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *from = type_is_untyped(e->type) ? type_default(e->type) : e->type;
    const char *type = ctype(&l->types, from);
    struct code *data = NULL;
    e = strip(e);
    if (e->value && e->mode == MODE_CONSTANT) {
        const char *name = static_name(l);
        static_object(l, name, arena_printf(a, "const %s", type), constant_init(l, e, from));
        data = code_atomf(a, "(void *)&%s", name);
    } else if (!type_is_pointer_shaped(from)) {
        const char *name = static_name(l);
        static_object(l, name, type, static_init(f, code_atom(a, name), e, from));
        data = code_atomf(a, "(void *)&%s", name);
    } else if (e->kind == EXPR_UNARY && e->op == TOKEN_AND && strip(e->x)->kind == EXPR_COMPOSITE) {
        data = static_pointer(f, strip(e->x), strip(e->x)->type); /* the word in the interface is the pointer itself */
    }
    if (!data)
        return NULL;
    struct code *x = code_braces(a);
    code_push(a, x, type_underlying(t)->methods.len ? code_atomf(a, "&%s", ctype_methods(&l->types, from, t))
                                                    : code_atom(a, ctype_descriptor(&l->types, from)));
    code_push(a, x, data);
    return x;
}

static struct code *static_function(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    if (e->func->info->captures.len)
        return NULL;
    const char *name = name_of_literal(f, e->func);
    e->func->c_name = name;
    const char *prototype = lower_literal_body(f, e->func, name);
    text_line(&l->prototypes, (struct pos){0}, "%s;", prototype);
    struct code *x = code_braces(a);
    code_push(a, x, code_atom(a, name));
    code_push(a, x, code_atom(a, "NULL"));
    return x;
}

/* The initialiser of the static object `place`; what of it is known only when the program runs is assigned in f, as the Go
 * compiler does (cmd/compile/internal/staticinit). */
static struct code *static_init(struct function *f, struct code *place, struct expr *e, struct type *t) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    e = strip(e);
    while (type_is_interface(t) && e->kind == EXPR_CALL && e->call == CALL_CONVERSION && type_is_interface(e->type))
        e = strip(e->list.items[0]);
    struct code *x = NULL;
    struct type *u = type_underlying(t);
    struct expr *text = text_made_elements(e, u);
    if (e->mode == MODE_NIL)
        return zero_init(l, t);
    if (type_is_interface(t) && !type_is_interface(e->type))
        x = static_interface(f, e, t);
    else if (text)
        x = static_text(l, text, t);
    else if (e->value && e->mode == MODE_CONSTANT)
        x = constant_init(l, e, t);
    else if (e->kind == EXPR_COMPOSITE && types_identical(e->type, t) && (u->kind == TYPE_STRUCT || u->kind == TYPE_ARRAY))
        x = static_composite(f, place, e, t);
    else if (e->kind == EXPR_COMPOSITE && u->kind == TYPE_SLICE)
        x = static_slice(f, e, t);
    else if (e->kind == EXPR_COMPOSITE && u->kind == TYPE_POINTER)
        x = static_pointer(f, e, u->elem);
    else if (e->kind == EXPR_UNARY && e->op == TOKEN_AND && strip(e->x)->kind == EXPR_COMPOSITE)
        x = static_pointer(f, strip(e->x), strip(e->x)->type);
    else if (e->kind == EXPR_FUNC_LITERAL)
        x = static_function(f, e);
    if (x)
        return x;
    emit(f, code_assign(a, place, "=", lower_as(f, e, t)));
    return zero_init(l, t);
}

static void declare_global(struct lowering *l, struct object *o, struct code *init) {
    ctype(&l->types, o->type);
    vec_push(l->lasting, &l->variables, ((struct lowered_variable){NULL, name_of_object(l, o), o}));
    vec_push(l->arena, &l->package_variables, ((struct global){.object = o, .init = init}));
}

/* Objects without a name stand before the variables that point to them. */
void print_globals(struct lowering *l) {
    vec_each(i, &l->package_variables) {
        const struct global *g = &l->package_variables.items[i];
        struct object *o = g->object;
        const struct variable *v = o ? o->lower : NULL;
        const char *type = o ? ctype(&l->types, o->type) : g->type;
        const char *declarator = code_declarator(l->arena, type, o ? name_of_object(l, o) : g->name);
        bool external = o && is_external(l, o);
        bool used = external || !o || (v && v->references > 0);
        struct code_block b = {0};
        struct code_stmt *s = code_stmt_new(l->arena, CODE_DECL, o ? o->pos : (struct pos){0});
        s->type = external ? "" : "static";
        s->name = declarator;
        s->attribute = used ? NULL : "UNUSED";
        s->x = g->init;
        code_append(&b, s);
        l->globals.indent = -1;
        text_block(&l->globals, &b);
        l->globals.indent = 0;
    }
}

static void init_several(struct function *f, struct decl *d) {
    struct stmt *s = arena_new(f->l->arena, struct stmt);
    s->kind = STMT_ASSIGN;
    s->pos = d->pos;
    s->lhs = d->names;
    vec_each(i, &d->names) { /* names of declarations are no expressions yet */
        d->names.items[i]->type = d->objects.items[i]->type;
        d->names.items[i]->object = d->objects.items[i];
    }
    s->rhs = d->values;
    lower_assign(f, s);
}

/* Can nobody tell whether it was evaluated? Of `var _ Shape = Square{}`, say (cmd/compile/internal/staticinit: AnySideEffects). */
static bool has_no_effect(const struct expr *e) {
    e = strip((struct expr *)e);
    if (e->value || e->mode == MODE_TYPE || e->mode == MODE_NIL || e->kind == EXPR_NAME)
        return true;
    if (e->kind == EXPR_KEY_VALUE)
        return has_no_effect(e->x) && has_no_effect(e->y);
    if (e->kind == EXPR_UNARY && e->op == TOKEN_AND)
        return has_no_effect(e->x);
    bool may_panic = e->kind == EXPR_CALL && e->list.len == 1 && type_underlying(e->type)->kind != TYPE_SLICE &&
                     type_underlying(e->list.items[0]->type)->kind == TYPE_SLICE; /* a slice becomes an array */
    if (may_panic || (e->kind != EXPR_COMPOSITE && (e->kind != EXPR_CALL || e->call != CALL_CONVERSION)))
        return false;
    vec_each(i, &e->list) {
        if (!has_no_effect(e->list.items[i]))
            return false;
    }
    return true;
}

static void init_one(struct function *f, struct object *o, struct expr *value) {
    struct lowering *l = f->l;
    f->pos = o->pos;
    if (is_blank(o)) {
        if (!has_no_effect(value))
            lower_discard(f, value);
        return;
    }
    struct code *place = variable_code(f, o);
    not_read(o);
    struct code *init = static_init(f, place, value, o->type);
    declare_global(l, o, init);
}

static void declare_globals(struct lowering *l, const struct decl *d) {
    vec_each(i, &d->objects) if (!is_blank(d->objects.items[i])) declare_global(l, d->objects.items[i], NULL);
}

void lower_package_variables(struct function *f, struct package *p) {
    vec_each(i, &p->files) {
        vec_each(k, &p->files.items[i]->decls) {
            const struct decl *d = p->files.items[i]->decls.items[k];
            if (d->kind == DECL_VAR && d->values.len == 0)
                declare_globals(f->l, d);
        }
    }
    vec_each(i, &p->init_order) {
        struct decl *d = p->init_order.items[i];
        if (d->values.len == d->objects.len) {
            vec_each(k, &d->objects) init_one(f, d->objects.items[k], d->values.items[k]);
        } else {
            declare_globals(f->l, d);
            init_several(f, d);
        }
    }
}

/* Conversions, boxing in interfaces, assertions, comparison (spec: Conversions, Assignability, Type assertions, Comparison
 * operators). */
#include "transpiler/lower.h"

#include <string.h>

/* ---- interfaces ---- */

static bool has_methods(struct type *interface) {
    return type_underlying(interface)->methods.len > 0;
}

/* The two words of an interface value. */
static struct code *interface_value(struct function *f, struct type *to, struct code *first, struct code *data) {
    struct arena *a = f->l->arena;
    struct code *x = code_literal(a, ctype(&f->l->types, to));
    code_push(a, x, first);
    code_push(a, x, data);
    return x;
}

/* What an interface of type `to` holds of concrete type `from`: its descriptor or its method table. */
static struct code *first_word(struct function *f, struct type *from, struct type *to) {
    struct lowering *l = f->l;
    if (has_methods(to))
        return code_atomf(l->arena, "&%s", ctype_methods(&l->types, from, to));
    return code_atom(l->arena, ctype_descriptor(&l->types, from));
}

static struct code *data_of_pointer_shaped(struct function *f, struct code *x, struct type *from) {
    struct lowering *l = f->l;
    switch (type_underlying(from)->kind) {
    case TYPE_STRUCT:
    case TYPE_ARRAY: { /* of one pointer */
        x = stable(f, x, "tmp", ctype(&l->types, from));
        return code_deref(l->arena, code_cast(l->arena, "void **", code_address(l->arena, x)));
    }
    default:
        return x;
    }
}

/* Constants in interfaces are data of the program, as the Go compiler has them; only the analysed form gives each an object, so
 * that its verdict can be said. */
static struct code *box_constant(struct function *f, struct code *x, struct type *from, struct type *to, const char *id, const char *type) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const char *name = name_temp(f, "box");
    if (l->options->storage == STORAGE_STACK) {
        struct code_stmt *s = code_stmt_new(a, CODE_DECL, f->pos);
        s->type = type;
        s->name = name;
        s->attribute = site_attribute(l, id);
        s->x = x;
        if (f->out == f->lifetime->block)
            code_append(f->out, s);
        else
            emit_hoisted(f, s);
        return interface_value(f, to, first_word(f, from, to), code_atomf(a, "&%s", name));
    }
    emit_decl(f, arena_printf(a, "static const %s", type), name, NULL, x);
    return interface_value(f, to, first_word(f, from, to), code_atomf(a, "(void *)&%s", name));
}

struct code *box_value(struct function *f, struct code *x, struct type *from, struct type *to, struct pos pos, const char *name) {
    struct lowering *l = f->l;
    if (type_is_pointer_shaped(from))
        return interface_value(f, to, first_word(f, from, to), data_of_pointer_shaped(f, x, from));
    struct type *u = type_underlying(from);
    const char *display = arena_printf(l->arena, u->kind == TYPE_FUNC ? "~box of %s" : "box of %s", name);
    struct code *object = site_object(f, pos, display, "box", ctype(&l->types, from), type_has_pointers(from), x);
    return interface_value(f, to, first_word(f, from, to), code_address(l->arena, object));
}

struct code *box(struct function *f, struct expr *e, struct type *to, struct pos pos, const char *name) {
    struct lowering *l = f->l;
    struct expr *x = strip(e);
    struct type *from = type_is_untyped(x->type) ? type_default(x->type) : x->type;
    const char *type = ctype(&l->types, from);
    if (x->value && x->mode == MODE_CONSTANT) {
        struct code *value = lower_constant(l, x, from);
        if (type_is_string(type_underlying(from))) {
            /* an initialiser that C takes for static objects */
            int len = 0;
            const char *bytes = constant_string(x->value, &len);
            value = code_atomf(l->arena, "STR_INIT(%s)", c_string(l->arena, bytes, len));
        }
        return box_constant(f, value, from, to, site_id(l, pos, arena_printf(l->arena, "constant %s", name)), type);
    }
    return box_value(f, lower_init(f, x, from), from, to, pos, name);
}

static struct code *dynamic_type(struct function *f, struct code *x, struct type *t) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    if (has_methods(t))
        return code_pure(a, "go_type_of", 1, code_member(a, x, "methods"));
    return code_member(a, x, "type");
}

/* One interface type to another that has no more methods. */
static struct code *convert_interface(struct function *f, struct code *x, struct type *from, struct type *to) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    if (ctype_same(&l->types, from, to) || types_identical(type_underlying(from), type_underlying(to))) {
        if (strcmp(ctype(&l->types, from), ctype(&l->types, to)) == 0)
            return x;
    }
    x = stable(f, x, "tmp", ctype(&l->types, from));
    struct code *data = code_member(a, x, "data");
    struct code *dynamic = dynamic_type(f, x, from);
    if (!has_methods(to))
        return interface_value(f, to, dynamic, data);
    return interface_value(f, to, code_pure(a, "go_implements", 2, dynamic, code_atom(a, ctype_descriptor(&l->types, to))), data);
}

/* A value of a type whose C type is another one, though Go's underlying types are the same. */
static struct code *reinterpret(struct function *f, struct code *x, struct type *from, struct type *to) {
    struct lowering *l = f->l;
    const char *type = ctype(&l->types, to);
    x = stable(f, x, "tmp", ctype(&l->types, from));
    const char *pointer = arena_printf(l->arena, type[strlen(type) - 1] == '*' ? "%s*" : "%s *", type);
    return code_deref(l->arena, code_cast(l->arena, pointer, code_address(l->arena, x)));
}

struct code *convert_value(struct function *f, struct code *x, struct type *from, struct type *to) {
    struct lowering *l = f->l;
    if (from == to || types_identical(from, to))
        return x;
    if (type_is_interface(from) && type_is_interface(to))
        return convert_interface(f, x, from, to);
    if (ctype_same(&l->types, from, to))
        return x;
    switch (type_underlying(to)->kind) {
    case TYPE_STRUCT:
    case TYPE_ARRAY:
    case TYPE_SLICE:
    case TYPE_FUNC:
    case TYPE_STRING:
        return reinterpret(f, x, from, to);
    default:
        return strcmp(ctype(&l->types, from), ctype(&l->types, to)) == 0 ? x : code_cast(l->arena, ctype(&l->types, to), x);
    }
}

struct code *convert(struct function *f, struct code *x, struct type *from, struct type *to, struct pos pos, const char *name) {
    if (type_is_interface(to) && !type_is_interface(from))
        return box_value(f, x, from, to, pos, name);
    return convert_value(f, x, from, to);
}

/* ---- T(x) ---- */

static struct code *convert_number(struct function *f, struct code *x, struct type *from, struct type *to) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *u = type_underlying(to), *v = type_underlying(from);
    if (type_is_float(v) && type_is_integer(u))
        return code_cast(a, ctype(&l->types, to), code_pure(a, arena_printf(a, "go_%s_from_float", type_basic(u->kind)->basic_name), 1, x));
    if (u->kind == v->kind && u == to && v == from)
        return x;
    return code_cast(a, ctype(&l->types, to), x);
}

static bool is_slice_of(struct type *t, enum type_kind k) {
    struct type *u = type_underlying(t);
    return u->kind == TYPE_SLICE && type_underlying(u->elem)->kind == k;
}

struct code *as_slice_of(struct function *f, struct code *x, struct type *from, struct type *to) {
    return strcmp(ctype_word(&f->l->types, type_underlying(from)), ctype_word(&f->l->types, type_underlying(to))) == 0
               ? x
               : reinterpret(f, x, from, to);
}

/* string(b), []byte(s) and the like: new memory. */
static struct code *convert_string(struct function *f, struct expr *e, struct type *from, struct type *to) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const char *name = display(f->l, e);
    struct code *x = lower_expr(f, e->list.items[0]);
    struct expr *operand = strip(e->list.items[0]);
    if (type_is_untyped(operand->type))
        x = lower_as(f, operand, type_default(operand->type));
    if (type_is_integer(type_underlying(from)))
        return code_pure(a, "go_string_of_rune", 2, room(f, e->pos, name, "string", "go_uint8", 4), x);
    const char *function = is_slice_of(from, TYPE_UINT8)   ? "go_string_of_bytes"
                           : is_slice_of(from, TYPE_INT32) ? "go_string_of_runes"
                           : is_slice_of(to, TYPE_UINT8)   ? "go_bytes_of_string"
                                                           : "go_runes_of_string";
    bool runes = is_slice_of(to, TYPE_INT32);
    const char *base = type_is_string(type_underlying(to)) ? "string" : runes ? "runes" : "bytes";
    if (x->effects & EFFECT_CALLS)
        x = temp(f, "tmp", ctype(&l->types, from), x);
    /* the runtime knows slices of uint8 and int32; of a named byte they are another C type */
    struct type *plain = type_slice_of(l->lasting, type_basic(runes || is_slice_of(from, TYPE_INT32) ? TYPE_INT32 : TYPE_UINT8));
    if (!type_is_string(type_underlying(from)))
        x = as_slice_of(f, x, from, plain);
    x = code_pure(a, function, 2, room(f, e->pos, name, base, runes ? "go_int32" : "go_uint8", 32), x);
    return type_is_string(type_underlying(to)) ? x : as_slice_of(f, x, plain, to);
}

/* A slice as an array or as a pointer to one. */
static struct code *convert_slice(struct function *f, struct code *x, struct type *from, struct type *to) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *u = type_underlying(to);
    struct type *array = u->kind == TYPE_POINTER ? type_underlying(u->elem) : u;
    x = stable(f, x, "tmp", ctype(&l->types, from));
    const char *type = ctype(&l->types, u->kind == TYPE_POINTER ? u->elem : to);
    const char *pointer = arena_printf(a, "%s *", type);
    struct code *checked = code_check(a, "go_slice_to_array", 3, code_member(a, x, "ptr"), code_member(a, x, "len"),
                                      code_atomf(a, "%lld", (long long)array->count));
    struct code *p = code_cast(a, pointer, checked);
    return u->kind == TYPE_POINTER ? p : code_deref(a, p);
}

static struct code *convert_unsafe(struct function *f, struct code *x, struct type *from, struct type *to) {
    struct lowering *l = f->l;
    (void)from;
    return code_cast(l->arena, ctype(&l->types, to), x);
}

struct code *lower_conversion(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct expr *operand = strip(e->list.items[0]);
    struct type *to = e->type;
    struct type *from = operand->type;
    struct type *u = type_underlying(to), *v = type_underlying(from);
    if (operand->mode == MODE_NIL) {
        struct code *zero = zero_value(l, to);
        return u->kind == TYPE_POINTER ? code_cast(l->arena, ctype(&l->types, to), zero) : zero;
    }
    if (type_is_interface(to) && !type_is_interface(from))
        return box(f, operand, to, e->pos, display(f->l, e));
    if (type_is_untyped(from)) {
        from = type_default(from);
        v = type_underlying(from);
    }
    if ((type_is_string(u) && !type_is_string(v)) ||
        (type_is_string(v) && u->kind == TYPE_SLICE))
        return convert_string(f, e, from, to);
    if (v->kind == TYPE_SLICE && (u->kind == TYPE_ARRAY || (u->kind == TYPE_POINTER && type_underlying(u->elem)->kind == TYPE_ARRAY)))
        return convert_slice(f, lower_expr(f, operand), from, to);
    if (u->kind == TYPE_UNSAFE_POINTER || v->kind == TYPE_UNSAFE_POINTER)
        return convert_unsafe(f, lower_expr(f, operand), from, to);
    if (operand->value && operand->mode == MODE_CONSTANT && type_is_numeric(u))
        return code_cast(l->arena, ctype(&l->types, to), lower_constant(l, operand, from));
    if (type_is_numeric(u) && type_is_numeric(v))
        return convert_number(f, lower_expr(f, operand), from, to);
    return convert_value(f, lower_wide(f, operand), from, to);
}

/* ---- assertions ---- */

static struct code *descriptor(struct function *f, struct type *t) {
    return code_atom(f->l->arena, ctype_descriptor(&f->l->types, t));
}

/* The value behind a data word. */
static struct code *unbox(struct function *f, struct code *data, struct type *to) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const char *type = ctype(&l->types, to);
    const char *pointer = arena_printf(a, type[strlen(type) - 1] == '*' ? "%s*" : "%s *", type);
    if (!type_is_pointer_shaped(to))
        return code_deref(a, code_cast(a, pointer, data));
    enum type_kind k = type_underlying(to)->kind;
    if (k == TYPE_STRUCT || k == TYPE_ARRAY)
        return code_deref(a, code_cast(a, pointer, code_address(a, stable(f, data, "tmp", "void *"))));
    return code_cast(a, type, data);
}

struct code *has_type(struct function *f, struct code *x, struct type *from, struct type *to) {
    struct arena *a = f->l->arena;
    struct code *dynamic = dynamic_type(f, x, from);
    if (!type_is_interface(to))
        return code_pure(a, "go_is", 2, dynamic, descriptor(f, to));
    if (!has_methods(to))
        return code_binary(a, dynamic, "!=", code_atom(a, "NULL"));
    return code_binary(a, code_pure(a, "go_implements", 2, dynamic, descriptor(f, to)), "!=", code_atom(a, "NULL"));
}

struct code *assert_type(struct function *f, struct code *x, struct type *from, struct type *to) {
    struct arena *a = f->l->arena;
    struct code *data = code_member(a, x, "data");
    if (!type_is_interface(to))
        return unbox(f, data, to);
    struct code *dynamic = dynamic_type(f, x, from);
    if (!has_methods(to))
        return interface_value(f, to, dynamic, data);
    return interface_value(f, to, code_pure(a, "go_implements", 2, dynamic, descriptor(f, to)), data);
}

struct code *lower_assertion(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *from = e->x->type, *to = e->type;
    struct code *x = lower_expr(f, e->x);
    if (x->effects & EFFECT_CALLS)
        x = temp(f, "tmp", ctype(&l->types, from), x);
    x = stable(f, x, "tmp", ctype(&l->types, from));
    struct code *dynamic = dynamic_type(f, x, from);
    if (type_is_interface(to)) {
        struct code *table = code_check(a, "go_assert_interface", 2, dynamic, descriptor(f, to));
        return interface_value(f, to, table, code_member(a, x, "data"));
    }
    return unbox(f, code_check(a, "go_assert", 4, dynamic, code_member(a, x, "data"), descriptor(f, to), descriptor(f, from)), to);
}

void lower_comma_ok(struct function *f, struct expr *e, struct code **value, struct code **ok) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    e = strip(e);
    if (e->kind == EXPR_INDEX) {
        struct type *m = type_underlying(e->x->type);
        const char *word = ctype_word(&l->types, m);
        struct operands o = {0};
        operand_add(f, &o, lower_expr(f, e->x), ctype(&l->types, e->x->type));
        operand_add(f, &o, lower_as(f, e->y, m->key), ctype(&l->types, m->key));
        operands_settle(f, &o);
        struct code *call = code_check(a, arena_printf(a, "%s_find", word), 2, o.list.items[0].code, o.list.items[1].code);
        struct code *found = temp(f, "found", arena_printf(a, "struct %s_found", word), call);
        *value = code_member(a, found, "r0");
        *ok = code_member(a, found, "r1");
        return;
    }
    if (e->kind == EXPR_UNARY) {
        struct code *call = lower_receive(f, e);
        struct type *chan = type_underlying(e->x->type);
        const char *type = arena_printf(a, "struct %s_received", ctype_word(&l->types, chan));
        struct code *received = temp(f, "received", type, call);
        *value = code_member(a, received, "r0");
        *ok = code_member(a, received, "r1");
        return;
    }
    struct type *from = e->x->type, *to = e->type;
    struct code *x = lower_expr(f, e->x);
    x = stable(f, x, "tmp", ctype(&l->types, from));
    struct code *is = temp(f, "is", "bool", has_type(f, x, from, to));
    *value = code_cond(a, is, assert_type(f, x, from, to), zero_value(l, to));
    *ok = is;
}

/* ---- comparison ---- */

bool needs_names_to_compare(struct type *t) {
    struct type *u = type_underlying(t);
    return u->kind == TYPE_STRUCT || u->kind == TYPE_ARRAY || u->kind == TYPE_INTERFACE;
}

static struct code *negated_unless(struct function *f, bool equal, struct code *x) {
    return equal ? x : code_unary(f->l->arena, "!", x);
}

static const char *text_of(struct function *f, const struct code *x) {
    struct buf text = {0};
    text_code(&text, x);
    const char *copy = arena_strndup(f->l->arena, text.text, text.len);
    buf_free(&text);
    return copy;
}

static struct code *interfaces_equal(struct arena *a, struct code *x, struct code *y, struct type *t) {
    if (!has_methods(t))
        return code_pure(a, "go_any_equal", 2, x, y);
    return code_pure(a, "go_interface_equal", 4, code_member(a, x, "methods"), code_member(a, x, "data"), code_member(a, y, "methods"),
                     code_member(a, y, "data"));
}

/* An interface and a concrete value: the type first, then the value; nothing is boxed. */
static struct code *compare_mixed(struct function *f, struct code *x, struct type *xt, struct code *y, struct type *yt) {
    struct arena *a = f->l->arena;
    struct code *value = unbox(f, code_member(a, x, "data"), yt);
    return code_binary(a, has_type(f, x, xt, yt), "&&", compare(f, true, value, yt, y, yt));
}

struct code *compare(struct function *f, bool equal, struct code *x, struct type *xt, struct code *y, struct type *yt) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    bool xi = type_is_interface(xt), yi = type_is_interface(yt);
    if (xi && !yi)
        return negated_unless(f, equal, compare_mixed(f, x, xt, y, yt));
    if (yi && !xi)
        return negated_unless(f, equal, compare_mixed(f, y, yt, x, xt));
    if (xi && !types_identical(type_underlying(xt), type_underlying(yt))) {
        x = convert_interface(f, x, xt, type_any());
        y = convert_interface(f, y, yt, type_any());
        xt = type_any();
    }
    struct type *u = type_underlying(xt);
    if (u->kind == TYPE_STRUCT || u->kind == TYPE_ARRAY)
        y = convert_value(f, y, yt, xt); /* one of them may be of a type without a name, which is another in C */
    if (code_same_atom(x, y) && !type_is_float(u) && !type_is_complex(u) && !needs_names_to_compare(xt)) /* compilers warn of x == x */
        return code_atom(a, equal ? "true" : "false");
    switch (u->kind) {
    case TYPE_STRING:
    case TYPE_UNTYPED_STRING:
    case TYPE_STRUCT:
    case TYPE_ARRAY:
    case TYPE_INTERFACE: {
        struct code *call = u->kind == TYPE_INTERFACE ? interfaces_equal(a, x, y, xt) : code_atom(a, ctype_equal(&l->types, xt, text_of(f, x), text_of(f, y)));
        call->effects = (unsigned char)(x->effects | y->effects | EFFECT_READS);
        return negated_unless(f, equal, call);
    }
    default:
        if (strcmp(ctype(&l->types, xt), ctype(&l->types, yt)) != 0 && u->kind == TYPE_POINTER)
            y = code_cast(a, ctype(&l->types, xt), y);
        return code_binary(a, x, equal ? "==" : "!=", y);
    }
}

struct code *compare_nil(struct function *f, bool equal, struct code *x, struct type *t) {
    struct arena *a = f->l->arena;
    switch (type_underlying(t)->kind) {
    case TYPE_SLICE:
        x = code_member(a, x, "ptr");
        break;
    case TYPE_FUNC:
        x = code_member(a, x, "fn");
        break;
    case TYPE_INTERFACE:
        x = code_member(a, x, has_methods(t) ? "methods" : "type");
        break;
    default:
        break;
    }
    return code_binary(a, x, equal ? "==" : "!=", code_atom(a, "NULL"));
}

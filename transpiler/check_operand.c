/* Operands: how messages describe them, what untyped ones become, and where values can go (spec: Constants, Representability,
 * Assignability). */
#include "transpiler/check_internal.h"

#include <string.h>

/* ---- description ---- */

static const char *const mode_names[] = {
    [MODE_INVALID] = "invalid operand",  [MODE_NO_VALUE] = "no value",
    [MODE_BUILTIN] = "built-in",         [MODE_TYPE] = "type",
    [MODE_CONSTANT] = "constant",        [MODE_VARIABLE] = "variable",
    [MODE_MAP_INDEX] = "map index expression", [MODE_VALUE] = "value",
    [MODE_NIL] = "nil",                  [MODE_COMMA_OK] = "comma, ok expression",
    [MODE_PACKAGE] = "package",
};

/* "x (variable of type int)", "1 << 2 (untyped int constant 4)", "f() (no value)" */
const char *operand_string(struct checker *c, const struct expr *e) {
    if (e->mode == MODE_NIL) {
        if (!e->type || e->type->kind == TYPE_INVALID)
            return "nil (with invalid type)";
        return e->type->kind == TYPE_UNTYPED_NIL ? "nil" : arena_printf(c->arena, "nil (of type %s)", type_string(c, e->type));
    }
    struct buf b = {0};
    const char *text = expr_string(c, e);
    buf_printf(&b, "%s (", text);
    bool typed = false;
    if (e->mode != MODE_INVALID && e->mode != MODE_NO_VALUE && e->mode != MODE_BUILTIN && e->mode != MODE_TYPE && e->type) {
        if (type_is_untyped(e->type))
            buf_printf(&b, "%s ", e->type->basic_name);
        else
            typed = true;
    }
    buf_add(&b, mode_names[e->mode]);
    if (e->mode == MODE_CONSTANT && e->value) {
        const char *value = constant_text(c->arena, e->value);
        if (strcmp(value, text) != 0)
            buf_printf(&b, " %s", value);
    }
    if (typed && e->type->kind == TYPE_INVALID)
        buf_add(&b, " with invalid type");
    else if (typed)
        buf_printf(&b, " of type %s", type_string(c, e->type));
    buf_char(&b, ')');
    char *copy = arena_strndup(c->arena, b.text, b.len);
    buf_free(&b);
    return copy;
}

void invalidate(struct expr *e) {
    e->mode = MODE_INVALID;
    e->type = type_invalid();
    e->value = NULL;
}

void set_value(struct expr *e, enum expr_mode mode, struct type *type) {
    e->mode = mode;
    e->type = type;
    e->value = NULL;
}

void set_constant(struct expr *e, struct type *type, struct constant *value) {
    e->mode = MODE_CONSTANT;
    e->type = type;
    e->value = value;
}

/* ---- kinds of types ---- */

bool is_nil(const struct expr *e) {
    return e->mode == MODE_NIL;
}

bool has_nil(struct type *t) {
    switch (under(t)->kind) {
    case TYPE_UNSAFE_POINTER:
    case TYPE_POINTER:
    case TYPE_SLICE:
    case TYPE_MAP:
    case TYPE_CHAN:
    case TYPE_FUNC:
    case TYPE_INTERFACE: return true;
    default: return false;
    }
}

bool is_ordered(struct type *t) {
    return (type_is_numeric(t) && !type_is_complex(t)) || type_is_string(t);
}

/* Basic types, but unsafe.Pointer and untyped nil. */
bool is_constant_type(struct type *t) {
    enum type_kind k = under(t)->kind;
    return k != TYPE_INVALID && k < TYPE_UNTYPED_NIL && k != TYPE_UNSAFE_POINTER;
}

bool is_bytes_or_runes(struct type *t) {
    struct type *u = under(t);
    if (u->kind != TYPE_SLICE)
        return false;
    enum type_kind k = under(u->elem)->kind;
    return k == TYPE_UINT8 || k == TYPE_INT32;
}

bool has_name(const struct type *t) {
    return t->kind < TYPE_POINTER || t->kind == TYPE_NAMED;
}

/* ---- constants in types ---- */

static bool fits_integer_type(const struct constant *c, enum type_kind k) {
    if (k == TYPE_UNTYPED_INT || k == TYPE_UNTYPED_RUNE)
        return true;
    int64_t i;
    uint64_t u;
    switch (k) {
    case TYPE_INT:
    case TYPE_INT64: return constant_fits_int64(c, &i);
    case TYPE_INT8: return constant_fits_int64(c, &i) && i == (int8_t)i;
    case TYPE_INT16: return constant_fits_int64(c, &i) && i == (int16_t)i;
    case TYPE_INT32: return constant_fits_int64(c, &i) && i == (int32_t)i;
    case TYPE_UINT8: return constant_fits_uint64(c, &u) && u == (uint8_t)u;
    case TYPE_UINT16: return constant_fits_uint64(c, &u) && u == (uint16_t)u;
    case TYPE_UINT32: return constant_fits_uint64(c, &u) && u == (uint32_t)u;
    default: return constant_fits_uint64(c, &u);
    }
}

/* The constant as a value of basic type `t` (spec: Representability); NULL where it is none. */
static struct constant *represented(struct arena *a, struct constant *c, struct type *t) {
    enum constant_kind k = constant_kind(c);
    if (k == CONSTANT_UNKNOWN)
        return c;
    if (type_is_string(t))
        return k == CONSTANT_STRING ? c : NULL;
    if (type_is_boolean(t))
        return k == CONSTANT_BOOL ? c : NULL;
    if (k == CONSTANT_STRING || k == CONSTANT_BOOL)
        return NULL;
    if (type_is_integer(t)) {
        struct constant *i = constant_to_int(a, c);
        return i && fits_integer_type(i, t->kind) ? i : NULL;
    }
    if (type_is_float(t)) {
        struct constant *f = constant_to_float(a, c);
        if (!f || t->kind == TYPE_UNTYPED_FLOAT)
            return f;
        return t->kind == TYPE_FLOAT32 ? constant_round_float32(a, f) : constant_round_float64(a, f);
    }
    if (type_is_complex(t)) {
        struct constant *z = constant_to_complex(a, c);
        if (!z || t->kind == TYPE_UNTYPED_COMPLEX)
            return z;
        return t->kind == TYPE_COMPLEX64 ? constant_round_float32(a, z) : constant_round_float64(a, z);
    }
    return NULL;
}

struct constant *representation(struct checker *c, const struct expr *e, struct type *t, enum failure *why) {
    struct constant *v = represented(c->arena, e->value, t);
    *why = CONVERTS;
    if (v)
        return v;
    if (!type_is_numeric(e->type) || !type_is_numeric(t))
        *why = NOT_REPRESENTABLE;
    else
        *why = !type_is_integer(e->type) && type_is_integer(t) ? TRUNCATED : OVERFLOWS;
    return NULL;
}

static void report_failure(struct checker *c, struct expr *e, struct type *t, enum failure why) {
    const char *operand = operand_string(c, e), *type = type_string(c, t);
    if (why == TRUNCATED)
        report_at(c, e, "%s truncated to %s", operand, type);
    else if (why == OVERFLOWS)
        report_at(c, e, "%s overflows %s", operand, type);
    else
        report_at(c, e, "cannot convert %s to %s", operand, type);
}

void require_representable(struct checker *c, struct expr *e, struct type *t) {
    enum failure why;
    struct constant *v = representation(c, e, t, &why);
    if (v) {
        e->value = v;
        return;
    }
    report_failure(c, e, t, why);
    invalidate(e);
}

/* ---- untyped operands ---- */

struct type *implicit_type(struct checker *c, struct expr *e, struct type *target, struct constant **value, enum failure *why) {
    *value = NULL;
    *why = CONVERTS;
    if (e->mode == MODE_INVALID || !type_is_untyped(e->type) || target->kind == TYPE_INVALID)
        return e->type;
    *why = NOT_CONVERTIBLE;
    if (type_is_untyped(target)) {
        bool numbers = type_is_numeric(e->type) && type_is_numeric(target);
        if (!numbers && e->type->kind != target->kind)
            return NULL;
        *why = CONVERTS;
        return numbers && e->type->kind < target->kind ? target : e->type;
    }
    if (is_nil(e)) {
        if (!has_nil(target))
            return NULL;
        *why = CONVERTS;
        return target;
    }
    struct type *u = under(target);
    if (u->kind == TYPE_INTERFACE) {
        /* Values need concrete dynamic types. */
        if (u->methods.len)
            return NULL;
        *why = CONVERTS;
        return type_default(e->type);
    }
    if (u->kind >= TYPE_POINTER || u->kind == TYPE_INVALID)
        return NULL;
    if (e->mode == MODE_CONSTANT) {
        *value = representation(c, e, u, why);
        return *value ? target : NULL;
    }
    /* Values that are no constants: results of comparisons, and shifts whose type is not known yet. */
    bool fits = e->type->kind == TYPE_UNTYPED_BOOL     ? type_is_boolean(u)
                : e->type->kind == TYPE_UNTYPED_STRING ? type_is_string(u)
                                                       : type_is_numeric(u);
    if (!fits)
        return NULL;
    *why = CONVERTS;
    return target;
}

static bool is_comparison_operator(enum token op) {
    return op >= TOKEN_EQ && op <= TOKEN_GE;
}

/* Gives e, which is untyped, type t, and all operands below that have the same type. Not final: t may be untyped itself. */
void update_expr_type(struct checker *c, struct expr *e, struct type *t, bool final) {
    struct expr *parent = NULL;
    while (e && e->mode != MODE_INVALID && type_is_untyped(e->type)) {
        struct expr *next = NULL;
        bool same = e->kind == EXPR_PAREN;
        if (!e->value) {
            if (e->kind == EXPR_UNARY) {
                same = true;
            } else if (e->kind == EXPR_BINARY && !is_comparison_operator(e->op)) {
                same = true;
                if (e->op != TOKEN_SHL && e->op != TOKEN_SHR)
                    update_expr_type(c, e->y, t, final);
            }
        }
        if (same)
            next = e->x;
        if (!final && type_is_untyped(t)) {
            e->type = t;
        } else {
            if (e->delayed_shift && !type_is_integer(t)) {
                report_at(c, e, "invalid operation: %s (shift of type %s)", expr_string(c, parent ? parent : e), type_string(c, t));
                invalidate(e);
                return;
            }
            if (e->value && !type_is_untyped(t)) {
                struct constant *value;
                enum failure why;
                struct type *result = implicit_type(c, e, t, &value, &why);
                if (!result) {
                    report_failure(c, e, under(t), why);
                    invalidate(e);
                    return;
                }
                if (value)
                    e->value = value;
            }
            e->type = t;
        }
        parent = e;
        e = next;
    }
}

void convert_untyped(struct checker *c, struct expr *e, struct type *target) {
    struct constant *value;
    enum failure why;
    struct type *t = implicit_type(c, e, target, &value, &why);
    if (!t) {
        report_failure(c, e, under(target), why);
        invalidate(e);
        return;
    }
    if (t != e->type)
        update_expr_type(c, e, t, false);
    if (value && e->mode != MODE_INVALID)
        e->value = value;
}

/* ---- assignability ---- */

static bool is_pointer_to_interface(struct type *t) {
    struct type *u = under(t);
    return u->kind == TYPE_POINTER && type_is_interface(u->elem);
}

static const char *method_string(struct checker *c, const char *name, const struct type *signature) {
    return arena_printf(c->arena, "%s%s", name, signature_text(c->arena, signature, c->package));
}

/* A method that has the wanted name but for upper and lower case. */
static struct selection *find_other_case(struct checker *c, struct type *t, const char *name) {
    char *other = arena_strdup(c->arena, name);
    if ((*other >= 'a' && *other <= 'z') || (*other >= 'A' && *other <= 'Z'))
        *other ^= 0x20;
    struct selection *s = lookup_field_or_method(c->arena, t, other, c->package);
    return s && s->kind != SELECT_FIELD ? s : NULL;
}

const char *missing_method_reason(struct checker *c, struct type *t, struct type *i, const struct missing_method *m) {
    const char *name = m->wanted->name;
    struct selection *found = m->found;
    if (found && m->pointer_receiver && !m->wrong_type)
        return arena_printf(c->arena, "(%s method has pointer receiver)", name);
    const char *problem = found ? "wrong type for" : "missing";
    if (!found && !type_is_interface(t))
        found = find_other_case(c, t, name);
    if (found && selection_method_type(found)) {
        const char *have = found->method_index >= 0 ? type_underlying(found->holder)->methods.items[found->method_index].name
                                                    : found->method->name;
        return arena_printf(c->arena, "(%s %s method)\n\t\thave %s\n\t\twant %s", problem, name,
                            method_string(c, have, selection_method_type(found)), method_string(c, name, m->wanted->type));
    }
    if (is_pointer_to_interface(t))
        return arena_printf(c->arena, "(type %s is pointer to interface, not interface)", type_string(c, t));
    if (is_pointer_to_interface(i))
        return arena_printf(c->arena, "(type %s is pointer to interface, not interface)", type_string(c, i));
    return arena_printf(c->arena, "(missing %s method)", name);
}

/* The signatures of t's methods may not have been looked at yet. */
void require_signatures(struct checker *c, struct type *t, struct type *interface) {
    struct type *i = under(interface);
    vec_each(k, &i->methods) {
        struct selection *s = lookup_field_or_method(c->arena, t, i->methods.items[k].name, i->methods.items[k].package);
        if (s && s->kind == SELECT_METHOD_VALUE && s->method->package == c->package)
            check_object(c, s->method, NULL);
    }
}

static bool implements(struct checker *c, struct type *t, struct type *i, const char **reason) {
    struct type *u = under(t), *iu = under(i);
    if (u->kind == TYPE_INVALID || iu->kind == TYPE_INVALID || (u->kind == TYPE_POINTER && under(u->elem)->kind == TYPE_INVALID))
        return true;
    if (iu->kind != TYPE_INTERFACE) {
        if (reason)
            *reason = arena_printf(c->arena, "%s does not implement %s (type %s is pointer to interface, not interface)",
                                   type_string(c, t), type_string(c, i), type_string(c, i));
        return false;
    }
    if (!iu->methods.len)
        return true;
    require_signatures(c, t, i);
    struct missing_method m;
    if (!find_missing_method(c->arena, t, i, false, &m))
        return true;
    if (reason)
        *reason = arena_printf(c->arena, "%s does not implement %s %s", type_string(c, t), type_string(c, i),
                               missing_method_reason(c, t, i, &m));
    return false;
}

bool is_assignable(struct checker *c, struct expr *e, struct type *t, const char **reason) {
    struct type *v = e->type;
    if (e->mode == MODE_INVALID || v->kind == TYPE_INVALID || t->kind == TYPE_INVALID || types_identical(v, t))
        return true;
    struct type *vu = under(v), *tu = under(t);
    if (vu->kind == TYPE_INVALID || tu->kind == TYPE_INVALID)
        return true; /* an invalid recursive type, which was reported */
    if (type_is_untyped(vu)) {
        struct constant *value;
        enum failure why;
        return implicit_type(c, e, t, &value, &why) != NULL;
    }
    if (types_identical(vu, tu) && (!has_name(v) || !has_name(t)))
        return true;
    if (tu->kind == TYPE_INTERFACE || is_pointer_to_interface(tu))
        return implements(c, v, t, reason);
    if (vu->kind == TYPE_INTERFACE && implements(c, t, v, NULL)) {
        if (reason)
            *reason = "need type assertion";
        return false;
    }
    if (vu->kind == TYPE_CHAN && vu->dir == CHAN_BOTH && tu->kind == TYPE_CHAN && types_identical(vu->elem, tu->elem))
        return !has_name(v) || !has_name(t);
    return false;
}

bool type_assignable(struct arena *a, struct type *from, struct type *to) {
    if (types_identical(from, to))
        return true;
    struct type *vu = under(from), *tu = under(to);
    if (types_identical(vu, tu) && (!has_name(from) || !has_name(to)))
        return true;
    if (tu->kind == TYPE_INTERFACE)
        return type_implements(a, from, to, NULL, NULL);
    return vu->kind == TYPE_CHAN && vu->dir == CHAN_BOTH && tu->kind == TYPE_CHAN && types_identical(vu->elem, tu->elem) &&
           (!has_name(from) || !has_name(to));
}

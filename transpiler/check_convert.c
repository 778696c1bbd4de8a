/* Conversions (spec: Conversions). */
#include "transpiler/check_internal.h"

#include "transpiler/utf8.h"

static bool is_integer_or_float(struct type *t) {
    return type_is_integer(t) || type_is_float(t);
}

/* Identity without struct tags. */
static bool identical_without_tags(struct type *a, struct type *b) {
    if (a == b || types_identical(a, b))
        return true;
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case TYPE_POINTER:
    case TYPE_SLICE: return identical_without_tags(a->elem, b->elem);
    case TYPE_ARRAY: return a->count == b->count && identical_without_tags(a->elem, b->elem);
    case TYPE_CHAN: return a->dir == b->dir && identical_without_tags(a->elem, b->elem);
    case TYPE_MAP: return identical_without_tags(a->key, b->key) && identical_without_tags(a->elem, b->elem);
    case TYPE_STRUCT:
        if (a->fields.len != b->fields.len)
            return false;
        vec_each(i, &a->fields) {
            struct object x = *a->fields.items[i], y = *b->fields.items[i];
            if (!identical_without_tags(x.type, y.type))
                return false;
            x.tag = y.tag = NULL;
            y.type = x.type;
            struct object *px = &x, *py = &y;
            const struct type one = {.kind = TYPE_STRUCT, .fields = {&px, 1, 1}}, other = {.kind = TYPE_STRUCT, .fields = {&py, 1, 1}};
            if (!types_identical(&one, &other))
                return false;
        }
        return true;
    case TYPE_FUNC:
        if (a->variadic != b->variadic || a->params.len != b->params.len || a->results.len != b->results.len)
            return false;
        vec_each(i, &a->params) {
            if (!identical_without_tags(a->params.items[i], b->params.items[i]))
                return false;
        }
        vec_each(i, &a->results) {
            if (!identical_without_tags(a->results.items[i], b->results.items[i]))
                return false;
        }
        return true;
    default: return false;
    }
}

static bool is_convertible(struct checker *c, struct expr *x, struct type *t, const char **cause) {
    if (is_assignable(c, x, t, cause))
        return true;
    struct type *v = x->type, *vu = under(v), *tu = under(t);
    if (identical_without_tags(vu, tu))
        return true;
    if (v->kind == TYPE_POINTER && t->kind == TYPE_POINTER && identical_without_tags(under(v->elem), under(t->elem)))
        return true;
    if ((is_integer_or_float(vu) && is_integer_or_float(tu)) || (type_is_complex(vu) && type_is_complex(tu)))
        return true;
    if (type_is_string(tu) && (type_is_integer(vu) || is_bytes_or_runes(vu)))
        return true;
    if (type_is_string(vu) && is_bytes_or_runes(tu))
        return true;
    if (tu->kind == TYPE_UNSAFE_POINTER && (vu->kind == TYPE_POINTER || vu->kind == TYPE_UINTPTR))
        return true;
    if (vu->kind == TYPE_UNSAFE_POINTER && (tu->kind == TYPE_POINTER || tu->kind == TYPE_UINTPTR))
        return true;
    if (vu->kind == TYPE_SLICE && tu->kind == TYPE_POINTER && under(tu->elem)->kind == TYPE_ARRAY &&
        types_identical(vu->elem, under(tu->elem)->elem)) {
        if (!language_is_before(c, 17))
            return true;
        *cause = "conversion of slices to array pointers requires go1.17 or later";
        return false;
    }
    if (vu->kind == TYPE_SLICE && tu->kind == TYPE_ARRAY && types_identical(vu->elem, tu->elem) && !language_is_before(c, 20))
        return true;
    return false;
}

/* string(65) is "A". */
static struct constant *string_of_rune(struct checker *c, const struct constant *rune) {
    uint64_t value;
    char text[4];
    int len = utf8_encode(constant_fits_uint64(rune, &value) && value <= 0x10FFFF ? (int32_t)value : 0xFFFD, text);
    return constant_from_string(c->arena, arena_strndup(c->arena, text, (size_t)len), len);
}

static struct constant *converted_constant(struct checker *c, struct expr *x, struct type *t) {
    enum failure why;
    struct constant *v = representation(c, x, under(t), &why);
    if (!v && type_is_integer(x->type) && type_is_string(t))
        v = string_of_rune(c, x->value);
    return v;
}

void check_conversion(struct checker *c, struct expr *e, struct expr *x, struct type *t) {
    const char *cause = NULL;
    bool constant_operand = x->mode == MODE_CONSTANT;
    struct constant *value = NULL;
    bool ok;
    if (constant_operand && is_constant_type(t)) {
        value = converted_constant(c, x, t);
        ok = value != NULL;
    } else {
        ok = is_convertible(c, x, t, &cause);
    }
    if (!ok) {
        if (cause)
            report_at(c, x, "cannot convert %s to type %s:\n\t%s", operand_string(c, x), type_string(c, t), cause);
        else
            report_at(c, x, "cannot convert %s to type %s", operand_string(c, x), type_string(c, t));
        return;
    }
    bool rune_to_string = value && type_is_integer(x->type) && type_is_string(t); /* its operand need not fit any type */
    if (type_is_untyped(x->type) && !rune_to_string) {
        bool keeps_default = x->type->kind != TYPE_UNTYPED_NIL && (type_is_interface(t) || (constant_operand && !is_constant_type(t)));
        update_expr_type(c, x, keeps_default ? type_default(x->type) : t, true);
        if (x->mode == MODE_INVALID)
            return;
    }
    if (value)
        set_constant(e, t, value);
    else
        set_value(e, MODE_VALUE, t);
}

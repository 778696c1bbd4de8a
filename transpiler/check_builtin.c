/* Calls of predeclared functions and of those of package unsafe (spec: Built-in functions, Package unsafe). */
#include "transpiler/check_internal.h"

#include <string.h>

/* id, fewest arguments, variadic, use of a call */
#define BUILTIN_SHAPES(X)                          \
    X(APPEND, 1, true, USE_EXPRESSION)             \
    X(CAP, 1, false, USE_EXPRESSION)               \
    X(CLEAR, 1, false, USE_STATEMENT)              \
    X(CLOSE, 1, false, USE_STATEMENT)              \
    X(COMPLEX, 2, false, USE_EXPRESSION)           \
    X(COPY, 2, false, USE_STATEMENT)               \
    X(DELETE, 2, false, USE_STATEMENT)             \
    X(IMAG, 1, false, USE_EXPRESSION)              \
    X(LEN, 1, false, USE_EXPRESSION)               \
    X(MAKE, 1, true, USE_EXPRESSION)               \
    X(MAX, 1, true, USE_EXPRESSION)                \
    X(MIN, 1, true, USE_EXPRESSION)                \
    X(NEW, 1, false, USE_EXPRESSION)               \
    X(PANIC, 1, false, USE_STATEMENT)              \
    X(PRINT, 0, true, USE_STATEMENT)               \
    X(PRINTLN, 0, true, USE_STATEMENT)             \
    X(REAL, 1, false, USE_EXPRESSION)              \
    X(RECOVER, 0, false, USE_STATEMENT)            \
    X(UNSAFE_ADD, 2, false, USE_EXPRESSION)        \
    X(UNSAFE_ALIGNOF, 1, false, USE_EXPRESSION)    \
    X(UNSAFE_OFFSETOF, 1, false, USE_EXPRESSION)   \
    X(UNSAFE_SIZEOF, 1, false, USE_EXPRESSION)     \
    X(UNSAFE_SLICE, 2, false, USE_EXPRESSION)

static const struct shape {
    int arguments;
    bool variadic;
    enum expr_use use;
} shapes[] = {
#define X(id, n, variadic, use) [BUILTIN_##id] = {n, variadic, use},
    BUILTIN_SHAPES(X)
#undef X
};

static const char *const names[] = {
#define X(id, text) [BUILTIN_##id] = text,
    BUILTINS(X)
#undef X
};

/* Each of these has checked arguments, as many as it takes, the first of them valid. It fills e, or reports and leaves it invalid. */

static void check_append(struct checker *c, struct expr *e, const expr_list *args) {
    struct expr *slice = args->items[0];
    struct type *s = slice->type, *u = under(s);
    if (u->kind != TYPE_SLICE) {
        report_at(c, slice, "first argument to append must be a slice; have %s",
                  is_nil(slice) ? "untyped nil" : operand_string(c, slice));
        return;
    }
    if (args->len == 2 && e->has_dots && type_is_string(args->items[1]->type) && under(u->elem)->kind == TYPE_UINT8) {
        struct expr *text = args->items[1];
        if (type_is_untyped(text->type))
            convert_untyped(c, text, type_basic(TYPE_STRING));
        set_value(e, MODE_VALUE, s);
        return;
    }
    struct type *signature = new_type(c, TYPE_FUNC);
    vec_push(c->arena, &signature->params, s);
    vec_push(c->arena, &signature->params, type_slice_of(c->arena, u->elem));
    signature->variadic = true;
    check_arguments(c, e, signature, args);
    set_value(e, MODE_VALUE, s);
}

static void check_length(struct checker *c, struct expr *e, struct expr *x, bool is_len) {
    struct type *u = under(x->type);
    if (u->kind == TYPE_POINTER && under(u->elem)->kind == TYPE_ARRAY)
        u = under(u->elem);
    switch (u->kind) {
    case TYPE_STRING:
    case TYPE_UNTYPED_STRING:
        if (!is_len)
            break;
        if (x->mode == MODE_CONSTANT) {
            int len = 0;
            if (constant_kind(x->value) == CONSTANT_STRING)
                constant_string(x->value, &len);
            set_constant(e, type_basic(TYPE_INT), constant_from_int64(c->arena, len));
            if (type_is_untyped(x->type))
                convert_untyped(c, x, type_basic(TYPE_STRING));
        } else {
            set_value(e, MODE_VALUE, type_basic(TYPE_INT));
        }
        return;
    case TYPE_ARRAY:
        /* spec: constant if x has no receives or (non-constant) calls; x is not evaluated then */
        if (c->env.has_call_or_receive)
            set_value(e, MODE_VALUE, type_basic(TYPE_INT));
        else
            set_constant(e, type_basic(TYPE_INT),
                         u->count >= 0 ? constant_from_int64(c->arena, u->count) : constant_unknown());
        return;
    case TYPE_MAP:
        if (!is_len)
            break;
        /* fallthrough */
    case TYPE_SLICE:
    case TYPE_CHAN: set_value(e, MODE_VALUE, type_basic(TYPE_INT)); return;
    default: break;
    }
    if (u->kind != TYPE_INVALID)
        report_at(c, x, "invalid argument: %s for %s", operand_string(c, x), is_len ? "len" : "cap");
}

static void check_clear(struct checker *c, struct expr *e, struct expr *x) {
    struct type *u = under(x->type);
    if (u->kind == TYPE_MAP || u->kind == TYPE_SLICE)
        set_value(e, MODE_NO_VALUE, type_invalid());
    else
        report_at(c, x, "invalid argument: clear(%s) (no value): argument must be (or constrained by) map or slice",
                  expr_string(c, x));
}

static void check_close(struct checker *c, struct expr *e, struct expr *x) {
    struct type *u = under(x->type);
    if (u->kind != TYPE_CHAN)
        report_at(c, x, "invalid operation: cannot close non-channel %s", operand_string(c, x));
    else if (u->dir == CHAN_RECV)
        report_at(c, x, "invalid operation: cannot close receive-only channel %s", operand_string(c, x));
    else
        set_value(e, MODE_NO_VALUE, type_invalid());
}

static void untyped_to_float(struct expr *e) {
    if (type_is_numeric(e->type) && constant_sign(constant_imag(NULL, e->value)) == 0)
        e->type = type_basic(TYPE_UNTYPED_FLOAT);
}

static void check_complex(struct checker *c, struct expr *e, struct expr *x, struct expr *y) {
    bool x_untyped = type_is_untyped(x->type), y_untyped = type_is_untyped(y->type);
    if (x_untyped && y_untyped) {
        if (x->mode == MODE_CONSTANT && y->mode == MODE_CONSTANT) {
            untyped_to_float(x);
            untyped_to_float(y);
        } else {
            convert_untyped(c, x, type_basic(TYPE_FLOAT64));
            convert_untyped(c, y, type_basic(TYPE_FLOAT64));
        }
    } else if (x_untyped) {
        convert_untyped(c, x, y->type);
    } else if (y_untyped) {
        convert_untyped(c, y, x->type);
    }
    if (x->mode == MODE_INVALID || y->mode == MODE_INVALID)
        return;
    if (!types_identical(x->type, y->type)) {
        report_at(c, x, "invalid operation: %s (mismatched types %s and %s)", expr_string(c, e), type_string(c, x->type),
                  type_string(c, y->type));
        return;
    }
    enum type_kind k = under(x->type)->kind;
    if (k != TYPE_FLOAT32 && k != TYPE_FLOAT64 && k != TYPE_UNTYPED_FLOAT) {
        report_at(c, x, "invalid argument: arguments have type %s, expected floating-point", type_string(c, x->type));
        return;
    }
    struct type *result = type_basic(k == TYPE_FLOAT32   ? TYPE_COMPLEX64
                                     : k == TYPE_FLOAT64 ? TYPE_COMPLEX128
                                                         : TYPE_UNTYPED_COMPLEX);
    if (x->mode == MODE_CONSTANT && y->mode == MODE_CONSTANT)
        set_constant(e, result,
                     constant_complex(c->arena, constant_to_float(c->arena, x->value), constant_to_float(c->arena, y->value)));
    else
        set_value(e, MODE_VALUE, result);
}

static void check_complex_part(struct checker *c, struct expr *e, struct expr *x, bool real) {
    if (type_is_untyped(x->type)) {
        if (x->mode != MODE_CONSTANT)
            convert_untyped(c, x, type_basic(TYPE_COMPLEX128));
        else if (type_is_numeric(x->type))
            x->type = type_basic(TYPE_UNTYPED_COMPLEX);
        if (x->mode == MODE_INVALID)
            return;
    }
    enum type_kind k = under(x->type)->kind;
    if (k != TYPE_COMPLEX64 && k != TYPE_COMPLEX128 && k != TYPE_UNTYPED_COMPLEX) {
        report_at(c, x, "invalid argument: argument has type %s, expected complex type", type_string(c, x->type));
        return;
    }
    struct type *result = type_basic(k == TYPE_COMPLEX64    ? TYPE_FLOAT32
                                     : k == TYPE_COMPLEX128 ? TYPE_FLOAT64
                                                            : TYPE_UNTYPED_FLOAT);
    if (x->mode == MODE_CONSTANT)
        set_constant(e, result, real ? constant_real(c->arena, x->value) : constant_imag(c->arena, x->value));
    else
        set_value(e, MODE_VALUE, result);
}

static void check_copy(struct checker *c, struct expr *e, struct expr *to, struct expr *from) {
    struct type *dst = under(to->type), *src = under(from->type);
    bool text = type_is_string(src);
    if (dst->kind != TYPE_SLICE || (src->kind != TYPE_SLICE && !text)) {
        report_at(c, to, "invalid argument: copy expects slice arguments; found %s and %s", operand_string(c, to),
                  operand_string(c, from));
        return;
    }
    struct type *elem = text ? type_byte() : src->elem;
    if (!types_identical(dst->elem, elem)) {
        report_at(c, to, "invalid argument: arguments to copy %s and %s have different element types %s and %s", operand_string(c, to),
                  operand_string(c, from), type_string(c, dst->elem), type_string(c, elem));
        return;
    }
    if (type_is_untyped(from->type))
        convert_untyped(c, from, type_basic(TYPE_STRING));
    set_value(e, MODE_VALUE, type_basic(TYPE_INT));
}

static void check_delete(struct checker *c, struct expr *e, struct expr *m, struct expr *key) {
    struct type *u = under(m->type);
    if (u->kind != TYPE_MAP) {
        report_at(c, m, "invalid argument: %s is not a map", operand_string(c, m));
        return;
    }
    check_assignment(c, key, u->key, FOR("argument to delete"));
    if (key->mode != MODE_INVALID)
        set_value(e, MODE_NO_VALUE, type_invalid());
}

/* min and max: constant where all arguments are; else all have one ordered type (spec: Min and max). */
static void check_extremum(struct checker *c, struct expr *e, const expr_list *args, bool max) {
    vec_each(i, args) {
        if (!is_ordered(args->items[i]->type)) {
            report_at(c, args->items[i], "invalid argument: %s cannot be ordered", operand_string(c, args->items[i]));
            return;
        }
    }
    struct expr result = *args->items[0];
    for (int i = 1; i < args->len; i++) {
        struct expr *y = args->items[i];
        struct type *t = result.type;
        if (type_is_untyped(t)) {
            for (int k = 0; k < i; k++)
                convert_untyped(c, args->items[k], y->type);
            if (args->items[0]->mode == MODE_INVALID)
                return;
            t = args->items[0]->type;
        }
        convert_untyped(c, y, t);
        if (y->mode == MODE_INVALID)
            return;
        if (!types_identical(t, y->type)) {
            report_at(c, y, "invalid argument: mismatched types %s (previous argument) and %s (type of %s)", type_string(c, t),
                      type_string(c, y->type), expr_string(c, y));
            return;
        }
        bool constants = result.mode == MODE_CONSTANT && y->mode == MODE_CONSTANT;
        if (!constants)
            result.mode = MODE_VALUE;
        else if (constant_compare(c->arena, y->value, max ? TOKEN_GT : TOKEN_LT, result.value))
            result.value = y->value;
        result.type = t;
    }
    /* Untyped constants beside a variable have got its type; those before it in the list too. */
    vec_each(i, args) {
        if (result.mode != MODE_CONSTANT && type_is_untyped(args->items[i]->type))
            convert_untyped(c, args->items[i], type_is_untyped(result.type) ? type_default(result.type) : result.type);
    }
    if (result.mode == MODE_CONSTANT)
        set_constant(e, result.type, result.value);
    else
        set_value(e, MODE_VALUE, type_is_untyped(result.type) ? type_default(result.type) : result.type);
}

static void check_make(struct checker *c, struct expr *e) {
    struct expr *first = e->list.items[0];
    struct type *t = check_type(c, first);
    if (t->kind == TYPE_INVALID) {
        for (int i = 1; i < e->list.len; i++)
            check_use(c, e->list.items[i]);
        return;
    }
    enum type_kind k = under(t)->kind;
    if (k != TYPE_SLICE && k != TYPE_MAP && k != TYPE_CHAN) {
        report_at(c, first, "invalid argument: cannot make %s; type must be slice, map, or channel", expr_string(c, first));
        return;
    }
    int fewest = k == TYPE_SLICE ? 2 : 1;
    if (e->list.len < fewest || e->list.len > fewest + 1) {
        report_at(c, e, "invalid operation: %s expects %d or %d arguments; found %d", expr_string(c, e), fewest, fewest + 1,
                  e->list.len);
        return;
    }
    int64_t sizes[2] = {-1, -1};
    for (int i = 1; i < e->list.len; i++) {
        bool valid;
        sizes[i - 1] = check_index(c, e->list.items[i], -1, &valid);
    }
    if (sizes[0] >= 0 && sizes[1] >= 0 && sizes[0] > sizes[1])
        report_at(c, e->list.items[1], "invalid argument: length and capacity swapped");
    set_value(e, MODE_VALUE, t);
}

static void check_new(struct checker *c, struct expr *e) {
    struct type *t = check_type(c, e->list.items[0]);
    if (t->kind != TYPE_INVALID)
        set_value(e, MODE_VALUE, type_pointer_to(c->arena, t));
}

static void check_panic(struct checker *c, struct expr *e, struct expr *x) {
    check_assignment(c, x, type_empty_interface(), FOR("argument to panic"));
    if (x->mode != MODE_INVALID)
        set_value(e, MODE_NO_VALUE, type_invalid());
}

static void check_print(struct checker *c, struct expr *e, const expr_list *args, enum builtin b) {
    const char *what = b == BUILTIN_PRINT ? "argument to print" : "argument to println";
    vec_each(i, args) {
        check_assignment(c, args->items[i], NULL, FOR(what));
        if (args->items[i]->mode == MODE_INVALID)
            return;
    }
    set_value(e, MODE_NO_VALUE, type_invalid());
}

static void check_unsafe_offset(struct checker *c, struct expr *e) {
    struct expr *arg = e->list.items[0], *selector = unparen(arg);
    if (selector->kind != EXPR_SELECTOR) {
        report_at(c, arg, "invalid argument: %s is not a selector expression", expr_string(c, arg));
        check_use(c, arg);
        return;
    }
    check_expr(c, selector->x);
    struct type *base = selector->x->type;
    if (selector->x->mode == MODE_INVALID)
        return;
    if (under(base)->kind == TYPE_POINTER && under(under(base)->elem)->kind == TYPE_STRUCT)
        base = under(base)->elem;
    struct selection *s = lookup_field_or_method(c->arena, base, selector->name, c->package);
    if (!s) {
        report_at(c, selector->x, "invalid argument: %s has no single field %s", type_string(c, base), selector->name);
        return;
    }
    if (s->kind != SELECT_FIELD) {
        report_at(c, arg, "invalid argument: %s is a method value", expr_string(c, arg));
        return;
    }
    if (s->indirect) {
        report_at(c, selector->x, "invalid argument: field %s is embedded via a pointer in %s", selector->name, type_string(c, base));
        return;
    }
    selector->selection = s;
    set_value(selector, MODE_VARIABLE, s->field->type);
    int64_t offset = 0;
    vec_each(i, &s->path) {
        offset += field_offset(base, s->path.items[i]);
        base = under(base)->fields.items[s->path.items[i]]->type;
    }
    set_constant(e, type_basic(TYPE_UINTPTR), constant_from_int64(c->arena, offset));
}

static void check_unsafe_size(struct checker *c, struct expr *e, struct expr *x, enum builtin b) {
    check_assignment(c, x, NULL, FOR(b == BUILTIN_UNSAFE_SIZEOF ? "argument to unsafe.Sizeof" : "argument to unsafe.Alignof"));
    if (x->mode == MODE_INVALID)
        return;
    int64_t n = b == BUILTIN_UNSAFE_SIZEOF ? type_size(x->type) : type_align(x->type);
    set_constant(e, type_basic(TYPE_UINTPTR), constant_from_int64(c->arena, n));
}

static void check_unsafe_add(struct checker *c, struct expr *e, struct expr *pointer, struct expr *len) {
    if (!require_version(c, expr_start(e->x), 17, "unsafe.Add"))
        return;
    check_assignment(c, pointer, type_basic(TYPE_UNSAFE_POINTER), FOR("argument to unsafe.Add"));
    if (pointer->mode != MODE_INVALID && is_valid_index(c, len, "length", true))
        set_value(e, MODE_VALUE, type_basic(TYPE_UNSAFE_POINTER));
}

static void check_unsafe_slice(struct checker *c, struct expr *e, struct expr *pointer, struct expr *len) {
    if (!require_version(c, expr_start(e->x), 17, "unsafe.Slice"))
        return;
    struct type *u = under(pointer->type);
    if (u->kind != TYPE_POINTER)
        report_at(c, pointer, "invalid argument: %s is not a pointer", operand_string(c, pointer));
    else if (is_valid_index(c, len, "length", false))
        set_value(e, MODE_VALUE, type_slice_of(c->arena, u->elem));
}

static bool require_count(struct checker *c, struct expr *e, const struct shape *s, int count) {
    const char *problem = count < s->arguments ? "not enough" : !s->variadic && count > s->arguments ? "too many" : NULL;
    if (problem)
        report_at(c, e, "invalid operation: %s arguments for %s (expected %d, found %d)", problem, expr_string(c, e), s->arguments, count);
    return !problem;
}

static bool all_valid(const expr_list *args) {
    vec_each(i, args) {
        if (args->items[i]->mode == MODE_INVALID)
            return false;
    }
    return true;
}

enum expr_use check_builtin_call(struct checker *c, struct expr *e, enum builtin b) {
    const struct shape *shape = &shapes[b];
    invalidate(e);
    if (e->has_dots && b != BUILTIN_APPEND) {
        report_at(c, e, "invalid operation: invalid use of ... with built-in %s", names[b]);
        check_use_list(c, &e->list);
        return shape->use;
    }
    if ((b == BUILTIN_MIN || b == BUILTIN_MAX || b == BUILTIN_CLEAR) && !require_version(c, expr_start(e), 21, names[b])) {
        check_use_list(c, &e->list);
        return shape->use;
    }
    if (b == BUILTIN_MAKE || b == BUILTIN_NEW || b == BUILTIN_UNSAFE_OFFSETOF) {
        if (!require_count(c, e, shape, e->list.len))
            return shape->use;
        if (b == BUILTIN_MAKE)
            check_make(c, e);
        else if (b == BUILTIN_NEW)
            check_new(c, e);
        else
            check_unsafe_offset(c, e);
        return shape->use;
    }

    bool outer_call = c->env.has_call_or_receive;
    if (b == BUILTIN_LEN || b == BUILTIN_CAP)
        c->env.has_call_or_receive = false;
    bool comma_ok;
    expr_list args = check_values(c, &e->list, false, &comma_ok);
    if (!all_valid(&args) || !require_count(c, e, shape, args.len)) {
        c->env.has_call_or_receive |= outer_call;
        return USE_STATEMENT;
    }
    struct expr *x = args.len > 0 ? args.items[0] : NULL, *y = args.len > 1 ? args.items[1] : NULL;
    switch (b) {
    case BUILTIN_APPEND: check_append(c, e, &args); break;
    case BUILTIN_CAP:
    case BUILTIN_LEN:
        check_length(c, e, x, b == BUILTIN_LEN);
        c->env.has_call_or_receive = outer_call;
        break;
    case BUILTIN_CLEAR: check_clear(c, e, x); break;
    case BUILTIN_CLOSE: check_close(c, e, x); break;
    case BUILTIN_COMPLEX: check_complex(c, e, x, y); break;
    case BUILTIN_COPY: check_copy(c, e, x, y); break;
    case BUILTIN_DELETE: check_delete(c, e, x, y); break;
    case BUILTIN_IMAG:
    case BUILTIN_REAL: check_complex_part(c, e, x, b == BUILTIN_REAL); break;
    case BUILTIN_MAX:
    case BUILTIN_MIN: check_extremum(c, e, &args, b == BUILTIN_MAX); break;
    case BUILTIN_PANIC: check_panic(c, e, x); break;
    case BUILTIN_PRINT:
    case BUILTIN_PRINTLN: check_print(c, e, &args, b); break;
    case BUILTIN_RECOVER:
        set_value(e, MODE_VALUE, type_empty_interface());
        if (c->env.func)
            c->env.func->has_recover = true;
        break;
    case BUILTIN_UNSAFE_ADD: check_unsafe_add(c, e, x, y); break;
    case BUILTIN_UNSAFE_ALIGNOF:
    case BUILTIN_UNSAFE_SIZEOF: check_unsafe_size(c, e, x, b); break;
    case BUILTIN_UNSAFE_SLICE: check_unsafe_slice(c, e, x, y); break;
    case BUILTIN_MAKE:
    case BUILTIN_NEW:
    case BUILTIN_UNSAFE_OFFSETOF: break; /* above: their arguments are no plain values */
    }
    return e->mode == MODE_INVALID ? USE_STATEMENT : shape->use;
}

/* Expressions (spec: Expressions): names, literals, operators, and the dispatch to the larger forms in files of their own. */
#include "transpiler/check_internal.h"

#include <string.h>

/* ---- names ---- */

static void mark_dot_import_used(struct checker *c, const struct scope *found_in, const char *name) {
    const struct map *by = c->dot_imports.len ? ptrmap_get(&c->dot_imports, found_in) : NULL;
    struct object *import = by ? map_get(by, name) : NULL;
    if (import)
        import->used = true;
}

void check_name(struct checker *c, struct expr *e, struct type *def, bool want_type) {
    invalidate(e);
    struct scope *found_in;
    struct object *o = lookup(c, e->name, &found_in);
    if (!o) {
        if (is_blank(e))
            report_at(c, e, "cannot use _ as value or type");
        else
            report_at(c, e, "undefined: %s", e->name);
        return;
    }
    e->object = o;
    if (!o->type || (o->kind == OBJECT_TYPE && want_type))
        check_object(c, o, def);
    if (o->package != c->package)
        mark_dot_import_used(c, found_in, e->name);
    switch (o->kind) {
    case OBJECT_PACKAGE: report_at(c, e, "use of package %s not in selector", o->name); return;
    case OBJECT_CONST:
        add_dependency(c, o);
        if (o->type->kind == TYPE_INVALID)
            return;
        if (!is_iota(o)) {
            set_constant(e, o->type, o->value);
        } else if (c->env.iota) {
            set_constant(e, o->type, (struct constant *)c->env.iota);
        } else {
            report_at(c, e, "cannot use iota outside constant declaration");
        }
        return;
    case OBJECT_TYPE:
        if (o->is_alias && o->checking == CHECKING && o->type->kind == TYPE_INVALID) {
            report_at(c, e, "invalid use of type alias %s in recursive type (see issue #50729)", o->name);
            return;
        }
        if (o->type->kind != TYPE_INVALID)
            set_value(e, MODE_TYPE, o->type);
        return;
    case OBJECT_VAR:
        if (o->package == c->package)
            o->used = true;
        add_dependency(c, o);
        if (o->type->kind != TYPE_INVALID)
            set_value(e, MODE_VARIABLE, o->type);
        return;
    case OBJECT_FUNC:
        add_dependency(c, o);
        set_value(e, MODE_VALUE, o->type);
        return;
    case OBJECT_BUILTIN: set_value(e, MODE_BUILTIN, o->type); return;
    case OBJECT_NIL: set_value(e, MODE_NIL, o->type); return;
    }
}

/* ---- literals ---- */

/* Forms of numbers that came with Go 1.13. */
static void require_literal_version(struct checker *c, const struct expr *e) {
    if (e->literal == TOKEN_CHAR || !language_is_before(c, 13))
        return;
    char prefix = e->text[0] == '0' ? (char)(e->text[1] | 0x20) : '\0';
    const char *form = strchr(e->text, '_')                            ? "underscores in numeric literals"
                       : prefix == 'b'                                 ? "binary literals"
                       : prefix == 'o'                                 ? "0o/0O-style octal literals"
                       : prefix == 'x' && e->literal != TOKEN_INT      ? "hexadecimal floating-point literals"
                                                                       : NULL;
    if (form)
        require_version(c, e->pos, 13, form);
}

static void check_literal(struct checker *c, struct expr *e) {
    enum { LONGEST_NUMBER = 10000 };
    if (e->literal == TOKEN_STRING) {
        set_constant(e, type_basic(TYPE_UNTYPED_STRING), constant_from_string(c->arena, e->string, e->string_len));
        return;
    }
    require_literal_version(c, e);
    size_t len = strlen(e->text);
    if (len > LONGEST_NUMBER) {
        report_at(c, e, "excessively long constant: %.10s... (%zu chars)", e->text, len);
        invalidate(e);
        return;
    }
    struct constant *value = constant_from_literal(c->arena, e->literal, e->text);
    bool known = constant_kind(value) != CONSTANT_UNKNOWN;
    if (!known) {
        report_at(c, e, "malformed constant: %s", e->text);
        invalidate(e);
        return;
    }
    set_constant(e,
                 type_basic(e->literal == TOKEN_INT     ? TYPE_UNTYPED_INT
                            : e->literal == TOKEN_FLOAT ? TYPE_UNTYPED_FLOAT
                            : e->literal == TOKEN_IMAG  ? TYPE_UNTYPED_COMPLEX
                                                        : TYPE_UNTYPED_RUNE),
                 value);
}

static void check_func_literal(struct checker *c, struct expr *e) {
    struct func *f = e->func;
    if (!f->type) { /* else the same tree is looked at again: an inherited constant value */
        f->outer = c->env.func;
        f->decl = c->env.decl ? c->env.decl->decl : NULL;
        f->type = new_type(c, TYPE_FUNC);
        struct scope *scope = open_scope(c);
        scope->func = f;
        check_signature(c, &f->signature, NULL, f, f->type);
        close_scope(c);
        if (f->body && c->options->bodies)
            vec_push(c->arena, &c->bodies, ((struct waiting_body){f, c->env.decl, c->env.file, scope, c->env.iota}));
    }
    set_value(e, MODE_VALUE, f->type);
}

/* ---- operators ---- */

static struct pos operator_place(const struct expr *e) {
    return e->kind == EXPR_BINARY || e->kind == EXPR_UNARY ? e->pos : expr_start(e);
}

static const char *overflowing_operation(const struct expr *e) {
    if (e->kind == EXPR_UNARY)
        return e->op == TOKEN_XOR ? "bitwise complement" : "";
    if (e->kind != EXPR_BINARY)
        return "";
    switch (e->op) {
    case TOKEN_ADD: return "addition";
    case TOKEN_SUB: return "subtraction";
    case TOKEN_XOR: return "bitwise XOR";
    case TOKEN_MUL: return "multiplication";
    case TOKEN_SHL: return "shift";
    default: return "";
    }
}

/* A typed constant must fit its type after every operation; an untyped one must not grow without end. */
static void check_overflow(struct checker *c, struct expr *e) {
    enum { MOST_BITS = 512 };
    if (constant_kind(e->value) == CONSTANT_UNKNOWN) {
        report(c, operator_place(e), "constant result is not representable");
        invalidate(e);
    } else if (!type_is_untyped(e->type)) {
        require_representable(c, e, under(e->type));
    } else if (constant_kind(e->value) == CONSTANT_INT && constant_bit_length(e->value) > MOST_BITS) {
        report(c, operator_place(e), "constant %s overflow", overflowing_operation(e));
        e->value = constant_unknown();
    }
}

static bool is_defined_on(enum token op, bool unary, struct type *t) {
    switch (op) {
    case TOKEN_ADD: return type_is_numeric(t) || (!unary && type_is_string(t));
    case TOKEN_SUB:
    case TOKEN_MUL:
    case TOKEN_DIV: return type_is_numeric(t);
    case TOKEN_LAND:
    case TOKEN_LOR:
    case TOKEN_NOT: return type_is_boolean(t);
    default: return type_is_integer(t);
    }
}

static bool require_operator(struct checker *c, struct expr *x, enum token op, bool unary) {
    if (is_defined_on(op, unary, x->type))
        return true;
    report_at(c, x, "invalid operation: operator %s not defined on %s", token_spelling(op), operand_string(c, x));
    return false;
}

static void check_receive(struct checker *c, struct expr *e) {
    struct type *u = under(e->x->type);
    invalidate(e);
    if (u->kind != TYPE_CHAN) {
        report_at(c, e->x, "invalid operation: cannot receive from non-channel %s", operand_string(c, e->x));
        return;
    }
    if (u->dir == CHAN_SEND) {
        report_at(c, e->x, "invalid operation: cannot receive from send-only channel %s", operand_string(c, e->x));
        return;
    }
    set_value(e, MODE_COMMA_OK, u->elem);
    c->env.has_call_or_receive = true;
}

static void check_unary(struct checker *c, struct expr *e) {
    struct expr *x = e->x;
    check_expr(c, x);
    invalidate(e);
    if (x->mode == MODE_INVALID)
        return;
    switch (e->op) {
    case TOKEN_AND:
        if (unparen(x)->kind != EXPR_COMPOSITE && x->mode != MODE_VARIABLE)
            report_at(c, x, "invalid operation: cannot take address of %s", operand_string(c, x));
        else
            set_value(e, MODE_VALUE, type_pointer_to(c->arena, x->type));
        return;
    case TOKEN_ARROW: check_receive(c, e); return;
    case TOKEN_TILDE: report_at(c, e, "cannot use ~ outside of interface or type constraint"); return;
    default: break;
    }
    if (!require_operator(c, x, e->op, true))
        return;
    if (x->mode != MODE_CONSTANT) {
        set_value(e, MODE_VALUE, x->type);
        return;
    }
    int unsigned_bits = type_is_unsigned(x->type) ? (int)type_size(x->type) * 8 : 0;
    set_constant(e, x->type, constant_unary(c->arena, e->op, x->value, unsigned_bits));
    if (constant_kind(x->value) != CONSTANT_UNKNOWN)
        check_overflow(c, e);
}

/* ---- shifts ---- */

static struct constant *as_integer(struct checker *c, const struct expr *e) {
    if (e->mode != MODE_CONSTANT || constant_kind(e->value) == CONSTANT_BOOL || constant_kind(e->value) == CONSTANT_STRING)
        return NULL;
    return constant_to_int(c->arena, e->value);
}

static bool check_shift_count(struct checker *c, struct expr *y) {
    if (y->mode == MODE_CONSTANT) {
        const struct constant *count = as_integer(c, y);
        if (count && constant_kind(count) == CONSTANT_INT && constant_sign(count) < 0) {
            report_at(c, y, "invalid operation: negative shift count %s", operand_string(c, y));
            return false;
        }
        if (type_is_untyped(y->type)) {
            require_representable(c, y, type_basic(TYPE_UINT));
            return y->mode != MODE_INVALID;
        }
        if (type_is_integer(y->type))
            return true;
    } else if (type_is_integer(y->type) && !type_is_untyped(y->type)) {
        if (type_is_unsigned(y->type) || !language_is_before(c, 13))
            return true;
        report_at(c, y, "invalid operation: signed shift count %s requires go1.13 or later", operand_string(c, y));
        return false;
    } else if (type_is_untyped(y->type)) {
        convert_untyped(c, y, type_basic(TYPE_UINT));
        return y->mode != MODE_INVALID;
    }
    report_at(c, y, "invalid operation: shift count %s must be integer", operand_string(c, y));
    return false;
}

static void check_constant_shift(struct checker *c, struct expr *e) {
    enum { MOST_SHIFT = 1023 - 1 + 52 }; /* so that the smallest float64 can be written */
    struct expr *x = e->x, *y = e->y;
    struct type *t = type_is_integer(x->type) ? x->type : type_basic(TYPE_UNTYPED_INT);
    if (constant_kind(x->value) == CONSTANT_UNKNOWN || constant_kind(y->value) == CONSTANT_UNKNOWN) {
        set_constant(e, t, constant_unknown());
        return;
    }
    uint64_t count;
    if (!constant_fits_uint64(y->value, &count) || count > MOST_SHIFT) {
        report_at(c, y, "invalid operation: invalid shift count %s", operand_string(c, y));
        return;
    }
    set_constant(e, t, constant_shift(c->arena, as_integer(c, x), e->op, (unsigned)count));
    check_overflow(c, e);
}

static void check_shift(struct checker *c, struct expr *e) {
    struct expr *x = e->x, *y = e->y;
    if (!type_is_integer(x->type) && !(type_is_untyped(x->type) && as_integer(c, x))) {
        report_at(c, x, "invalid operation: shifted operand %s must be integer", operand_string(c, x));
        return;
    }
    if (!check_shift_count(c, y))
        return;
    if (x->mode == MODE_CONSTANT && y->mode == MODE_CONSTANT) {
        check_constant_shift(c, e);
        return;
    }
    if (y->mode == MODE_CONSTANT && type_is_untyped(y->type))
        update_expr_type(c, y, type_basic(TYPE_UINT), true);
    if (x->mode == MODE_CONSTANT && type_is_untyped(x->type)) {
        /* spec: the constant has the type that it would have were the shift replaced by it alone. That is known later. */
        x->delayed_shift = true;
        set_value(e, MODE_VALUE, x->type);
        return;
    }
    if (!type_is_integer(x->type)) {
        report_at(c, x, "invalid operation: shifted operand %s must be integer", operand_string(c, x));
        return;
    }
    set_value(e, MODE_VALUE, x->type);
}

/* ---- comparison ---- */

static const char *kind_string(struct checker *c, struct type *t) {
    switch (under(t)->kind) {
    case TYPE_ARRAY: return "array";
    case TYPE_SLICE: return "slice";
    case TYPE_STRUCT: return "struct";
    case TYPE_POINTER: return "pointer";
    case TYPE_FUNC: return "func";
    case TYPE_INTERFACE: return "interface";
    case TYPE_MAP: return "map";
    case TYPE_CHAN: return "chan";
    default: return type_string(c, t);
    }
}

static const char *incomparable_cause(struct checker *c, struct type *t) {
    struct type *u = under(t);
    switch (u->kind) {
    case TYPE_SLICE:
    case TYPE_FUNC:
    case TYPE_MAP: return arena_printf(c->arena, "%s can only be compared to nil", kind_string(c, t));
    case TYPE_ARRAY: return arena_printf(c->arena, "%s cannot be compared", type_string(c, t));
    case TYPE_STRUCT:
        vec_each(i, &u->fields) {
            if (!type_comparable(u->fields.items[i]->type))
                return arena_printf(c->arena, "struct containing %s cannot be compared", type_string(c, u->fields.items[i]->type));
        }
        return NULL;
    default: return NULL;
    }
}

/* What is wrong with comparing x and y; NULL if nothing. *culprit is the operand to report. */
static const char *comparison_problem(struct checker *c, struct expr *x, struct expr *y, enum token op, struct expr **culprit) {
    *culprit = y;
    if (!is_assignable(c, x, y->type, NULL) && !is_assignable(c, y, x->type, NULL))
        return arena_printf(c->arena, "mismatched types %s and %s", type_string(c, x->type), type_string(c, y->type));
    bool equality = op == TOKEN_EQ || op == TOKEN_NE;
    if (equality && (is_nil(x) || is_nil(y))) {
        if (has_nil(is_nil(x) ? y->type : x->type))
            return NULL;
        return arena_printf(c->arena, "operator %s not defined on %s", token_spelling(op),
                            y->type->kind == TYPE_UNTYPED_NIL ? "nil" : kind_string(c, y->type));
    }
    struct expr *operands[] = {x, y};
    for (int i = 0; i < 2; i++) {
        struct type *t = operands[i]->type;
        if (equality ? type_comparable(t) : is_ordered(t))
            continue;
        *culprit = operands[i];
        const char *cause = equality ? incomparable_cause(c, t) : NULL;
        return cause ? cause : arena_printf(c->arena, "operator %s not defined on %s", token_spelling(op), kind_string(c, t));
    }
    return NULL;
}

/* The result goes to e. A case of a switch is compared with the tag like this too: e is then made up and its op is ==. */
void check_comparison(struct checker *c, struct expr *e, struct expr *x, struct expr *y, enum token op) {
    struct expr *culprit;
    const char *problem = comparison_problem(c, x, y, op, &culprit);
    bool switch_case = e->kind == EXPR_BAD;
    if (problem) {
        if (switch_case)
            report_at(c, x, "invalid case %s in switch on %s (%s)", expr_string(c, x), expr_string(c, y), problem);
        else
            report_at(c, culprit, "invalid operation: %s %s %s (%s)", expr_string(c, x), token_spelling(op), expr_string(c, y),
                      problem);
        invalidate(e);
        return;
    }
    if (x->mode == MODE_CONSTANT && y->mode == MODE_CONSTANT) {
        set_constant(e, type_basic(TYPE_UNTYPED_BOOL), constant_from_bool(constant_compare(c->arena, x->value, op, y->value)));
        return;
    }
    update_expr_type(c, x, type_default(x->type), true);
    update_expr_type(c, y, type_default(y->type), true);
    set_value(e, MODE_VALUE, type_basic(TYPE_UNTYPED_BOOL));
}

/* ---- binary operators ---- */

static bool can_mix(struct expr *x, struct expr *y) {
    if (type_is_interface(x->type) || type_is_interface(y->type))
        return true;
    return type_is_boolean(x->type) == type_is_boolean(y->type) && type_is_string(x->type) == type_is_string(y->type) &&
           !(is_nil(x) && !has_nil(y->type)) && !(is_nil(y) && !has_nil(x->type));
}

static struct constant *square(struct checker *c, const struct constant *x) {
    return constant_binary(c->arena, x, TOKEN_MUL, x, false);
}

/* A complex constant divides by the sum of the squares of its parts, which can be zero where they are not. */
static bool is_zero_divisor(struct checker *c, const struct expr *x, const struct expr *y) {
    if (y->mode != MODE_CONSTANT || constant_kind(y->value) == CONSTANT_UNKNOWN)
        return false;
    if (x->mode == MODE_CONSTANT && type_is_complex(x->type))
        return constant_sign(square(c, constant_real(c->arena, y->value))) == 0 &&
               constant_sign(square(c, constant_imag(c->arena, y->value))) == 0;
    return (x->mode == MODE_CONSTANT || type_is_integer(x->type)) && constant_sign(y->value) == 0;
}

static void finish_binary(struct checker *c, struct expr *e, bool assign_op) {
    struct expr *x = e->x, *y = e->y;
    invalidate(e);
    if (x->mode == MODE_INVALID || y->mode == MODE_INVALID)
        return;
    if (e->op == TOKEN_SHL || e->op == TOKEN_SHR) {
        check_shift(c, e);
        return;
    }
    if (can_mix(x, y)) {
        convert_untyped(c, x, y->type);
        if (x->mode != MODE_INVALID)
            convert_untyped(c, y, x->type);
        if (x->mode == MODE_INVALID || y->mode == MODE_INVALID)
            return;
    }
    if (e->op >= TOKEN_EQ && e->op <= TOKEN_GE) {
        check_comparison(c, e, x, y, e->op);
        return;
    }
    if (!types_identical(x->type, y->type)) {
        if (x->type->kind == TYPE_INVALID || y->type->kind == TYPE_INVALID)
            return;
        const char *operation = assign_op ? arena_printf(c->arena, "%s %s= %s", expr_string(c, x), token_spelling(e->op), expr_string(c, y))
                                          : expr_string(c, e);
        report_at(c, x, "invalid operation: %s (mismatched types %s and %s)", operation, type_string(c, x->type),
                  type_string(c, y->type));
        return;
    }
    if (!require_operator(c, x, e->op, false))
        return;
    if ((e->op == TOKEN_DIV || e->op == TOKEN_REM) && is_zero_divisor(c, x, y)) {
        report_at(c, y, "invalid operation: division by zero");
        return;
    }
    if (x->mode == MODE_CONSTANT && y->mode == MODE_CONSTANT) {
        bool unknown = constant_kind(x->value) == CONSTANT_UNKNOWN || constant_kind(y->value) == CONSTANT_UNKNOWN;
        set_constant(e, x->type, constant_binary(c->arena, x->value, e->op, y->value, type_is_integer(x->type)));
        if (!unknown)
            check_overflow(c, e);
        return;
    }
    set_value(e, MODE_VALUE, x->type);
}

void check_operation(struct checker *c, struct expr *e) {
    check_expr(c, e->y);
    finish_binary(c, e, true);
}

static void check_binary(struct checker *c, struct expr *e) {
    /* a + b + c + … nests to the left as deep as it is long: no recursion there. */
    int bottom = c->spine.len;
    struct expr *leftmost = e;
    do {
        vec_push(c->arena, &c->spine, leftmost);
        leftmost = leftmost->x;
    } while (leftmost->kind == EXPR_BINARY);
    check_expr(c, leftmost);
    while (c->spine.len > bottom) {
        struct expr *inner = c->spine.items[--c->spine.len];
        check_expr(c, inner->y);
        finish_binary(c, inner, false);
    }
}

/* ---- other forms ---- */

static void check_star(struct checker *c, struct expr *e) {
    check_expr_or_type(c, e->x);
    invalidate(e);
    if (e->x->mode == MODE_INVALID)
        return;
    if (e->x->mode == MODE_TYPE) {
        set_value(e, MODE_TYPE, type_pointer_to(c->arena, e->x->type));
        return;
    }
    struct type *u = under(e->x->type);
    if (u->kind == TYPE_POINTER)
        set_value(e, MODE_VARIABLE, u->elem);
    else
        report_at(c, e->x, "invalid operation: cannot indirect %s", operand_string(c, e->x));
}

static void check_type_assertion(struct checker *c, struct expr *e) {
    check_expr(c, e->x);
    invalidate(e);
    if (e->x->mode == MODE_INVALID)
        return;
    if (!type_is_interface(e->x->type)) {
        report_at(c, e->x, "invalid operation: %s is not an interface", operand_string(c, e->x));
        return;
    }
    if (!e->y) {
        report_at(c, e, "use of .(type) outside type switch");
        return;
    }
    struct type *t = check_type(c, e->y);
    if (t->kind == TYPE_INVALID)
        return;
    struct missing_method m;
    if (is_impossible_assertion(c, e->x->type, t, &m))
        report_at(c, e, "impossible type assertion: %s\n\t%s does not implement %s %s", expr_string(c, e), type_string(c, t),
                  type_string(c, e->x->type), missing_method_reason(c, t, e->x->type, &m));
    set_value(e, MODE_COMMA_OK, t);
}

bool is_impossible_assertion(struct checker *c, struct type *interface, struct type *t, struct missing_method *m) {
    if (type_is_interface(t))
        return false;
    require_signatures(c, t, interface);
    return find_missing_method(c->arena, t, interface, true, m);
}

enum expr_use check_raw(struct checker *c, struct expr *e, struct type *hint) {
    switch (e->kind) {
    case EXPR_NAME: check_name(c, e, NULL, false); break;
    case EXPR_LITERAL: check_literal(c, e); break;
    case EXPR_COMPOSITE: check_composite(c, e, hint); break;
    case EXPR_FUNC_LITERAL: check_func_literal(c, e); break;
    case EXPR_PAREN: {
        enum expr_use use = check_raw(c, e->x, NULL);
        e->mode = e->x->mode;
        e->type = e->x->type;
        e->value = e->x->value;
        return use;
    }
    case EXPR_SELECTOR: check_selector(c, e, NULL); break;
    case EXPR_INDEX: check_index_expr(c, e); break;
    case EXPR_SLICE: check_slice_expr(c, e); break;
    case EXPR_TYPE_ASSERT: check_type_assertion(c, e); break;
    case EXPR_CALL: return check_call(c, e);
    case EXPR_STAR: check_star(c, e); break;
    case EXPR_UNARY:
        check_unary(c, e);
        return e->op == TOKEN_ARROW || e->mode == MODE_INVALID ? USE_STATEMENT : USE_EXPRESSION;
    case EXPR_BINARY: check_binary(c, e); break;
    case EXPR_KEY_VALUE:
        report_at(c, e, "no key:value expected");
        invalidate(e);
        break;
    case EXPR_DOTS_TYPE:
        report_at(c, e, "invalid use of '...'");
        invalidate(e);
        break;
    case EXPR_BAD: invalidate(e); break;
    default: check_type(c, e);
    }
    return e->mode == MODE_INVALID ? USE_STATEMENT : USE_EXPRESSION; /* no second error */
}

/* ---- what kind of operand is wanted ---- */

static void require_value(struct checker *c, struct expr *e) {
    const char *problem = e->mode == MODE_NO_VALUE  ? "used as value"
                          : e->mode == MODE_BUILTIN ? "must be called"
                          : e->mode == MODE_TYPE    ? "is not an expression"
                                                    : NULL;
    if (!problem)
        return;
    report_at(c, e, "%s %s", operand_string(c, e), problem);
    invalidate(e);
}

void require_single_value(struct checker *c, struct expr *e) {
    if (e->mode == MODE_VALUE && e->type->kind == TYPE_TUPLE) {
        report_at(c, e, "multiple-value %s in single-value context", operand_string(c, e));
        invalidate(e);
    }
}

void check_multi(struct checker *c, struct expr *e) {
    check_raw(c, e, NULL);
    require_value(c, e);
}

void check_expr(struct checker *c, struct expr *e) {
    check_multi(c, e);
    require_single_value(c, e);
}

void check_with_hint(struct checker *c, struct expr *e, struct type *hint) {
    check_raw(c, e, hint);
    require_value(c, e);
    require_single_value(c, e);
}

void check_expr_or_type(struct checker *c, struct expr *e) {
    check_raw(c, e, NULL);
    if (e->mode == MODE_NO_VALUE) {
        report_at(c, e, "%s used as value or type", operand_string(c, e));
        invalidate(e);
    }
    require_single_value(c, e);
}

void check_use(struct checker *c, struct expr *e) {
    if (e && !is_blank(e))
        check_raw(c, e, NULL);
}

void check_use_list(struct checker *c, const expr_list *list) {
    vec_each(i, list) check_use(c, list->items[i]);
}

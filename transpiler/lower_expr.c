/* Expressions: names, selectors, indexing, slices, operators; and the order in which operands are evaluated.
 *
 * Go fixes the order of calls, receives and everything that writes (spec: Order of evaluation); between those and the reading of
 * variables it fixes nothing, and C fixes nothing at all. So of several operands at most one is left to be a call in the C
 * expression, and only where nothing else beside it could see its effects; the others become temporaries, in Go's order. Variables
 * are then read after the calls, which is also what the Go compiler does. */
#include "transpiler/lower.h"

#include <string.h>

/* ---- order of evaluation ---- */

void operand_add(struct function *f, struct operands *o, struct code *code, const char *type) {
    struct operand operand = {.code = code, .type = type, .block = f->out, .mark = f->out->last, .effects_made = f->effects_made};
    vec_push(f->l->arena, &o->list, operand);
}

/* Puts the value into a temporary, at the place where it was lowered. */
static void spill(struct function *f, struct operand *o, struct code_stmt *after) {
    const char *name = name_temp(f, "tmp");
    struct code_stmt *s = code_stmt_new(f->l->arena, CODE_DECL, f->pos);
    s->type = o->type;
    s->name = name;
    s->x = o->code;
    code_insert_after(o->block, after, s);
    o->spilled = s;
    o->code = code_atom(f->l->arena, name);
    f->effects_made++;
}

void operands_settle(struct function *f, struct operands *o) {
    vec_each(i, &o->list) {
        struct operand *x = &o->list.items[i];
        bool calls = x->code->effects & EFFECT_CALLS;
        if (!calls && !(x->code->effects & EFFECT_ORDERED))
            continue;
        bool disturbs = f->effects_made != x->effects_made;
        vec_each(j, &o->list) {
            unsigned others = o->list.items[j].code->effects;
            disturbs |= calls ? j != i && others != 0 : j > i && (others & EFFECT_CALLS);
        }
        if (!disturbs)
            continue;
        /* those before it that went to the same place stay before it */
        struct code_stmt *after = x->mark;
        for (int j = 0; j < i; j++)
            if (o->list.items[j].spilled && o->list.items[j].mark == x->mark)
                after = o->list.items[j].spilled;
        spill(f, x, after);
    }
}

/* ---- values that are printed more than once ---- */

/* Names, members and dereferences of names: reading them twice is reading them once, as long as nothing is called between. */
static bool is_repeatable(const struct code *x) {
    switch (x->kind) {
    case CODE_ATOM:
        return true;
    case CODE_MEMBER:
        return is_repeatable(x->a);
    case CODE_UNARY:
        return (strcmp(x->text, "*") == 0 || strcmp(x->text, "&") == 0) && is_repeatable(x->a);
    case CODE_INDEX:
        return is_repeatable(x->a) && x->b->kind == CODE_ATOM;
    default:
        return false;
    }
}

struct code *stable(struct function *f, struct code *x, const char *base, const char *type) {
    return is_repeatable(x) ? x : temp(f, base, type, x);
}

struct code *lower_stable(struct function *f, struct expr *e, const char *base) {
    return stable(f, lower_expr(f, e), base, ctype(&f->l->types, e->type));
}

/* Several values, each to be printed more than once. */
static void settle_stable(struct function *f, struct operands *o) {
    operands_settle(f, o);
    vec_each(i, &o->list) {
        struct operand *x = &o->list.items[i];
        x->code = stable(f, x->code, "tmp", x->type);
    }
}

/* Does the assignment under way write the variable of this name? */
static bool is_assigned_now(const struct function *f, const char *c_name) {
    vec_each(i, f->assigned) {
        const struct expr *e = f->assigned->items[i];
        const struct variable *v = e && e->kind == EXPR_NAME && e->object && e->object->kind == OBJECT_VAR ? e->object->lower : NULL;
        if (v && strcmp(v->c_name, c_name) == 0)
            return true;
    }
    return false;
}

/* NONNIL is a macro that writes its operand twice (the second time for its type only), so that checks in checks would double
 * the text with each level: the way a.b.c.d… stops at a variable now and then. */
enum { MOST_NESTED_CHECKS = 3 };

static bool is_check_of_checks(const struct code *x) {
    for (int checks = 0;;) {
        if (x->kind == CODE_CALL) {
            if (x->list_len != 1 || x->a->kind != CODE_ATOM || strcmp(x->a->text, "NONNIL") != 0)
                return false;
            if (++checks == MOST_NESTED_CHECKS)
                return true;
            x = x->list[0];
        } else if (x->kind == CODE_MEMBER || x->kind == CODE_INDEX || x->kind == CODE_CAST ||
                   (x->kind == CODE_UNARY && strcmp(x->text, "*") == 0)) {
            x = x->a;
        } else {
            return false;
        }
    }
}

/* A pointer, index or slice on the way to a place. Where the place is written after other things have happened, those must not
 * change what it is. */
static struct code *place_operand(struct function *f, struct code *x, const char *type) {
    bool moves = is_check_of_checks(x);
    if (f->place == PLACE_ONCE)
        moves |= (x->effects & EFFECT_CALLS) != 0;
    else if (f->place == PLACE_KEPT)
        moves |= x->effects || x->kind != CODE_ATOM || is_assigned_now(f, x->text);
    return moves ? temp(f, "tmp", type, x) : x;
}

struct code *narrow(struct function *f, struct code *x, struct type *t) {
    if (!x->wide)
        return x;
    return code_cast(f->l->arena, ctype(&f->l->types, t), x);
}

/* ---- names and fields ---- */

static struct code *lower_name(struct function *f, struct expr *e, struct object *o) {
    switch (o->kind) {
    case OBJECT_VAR:
        return variable_code(f, o);
    case OBJECT_FUNC:
        return function_value(f, o, o->type);
    case OBJECT_NIL:
        return zero_value(f->l, e->type);
    default:
        die("%s is no value", o->name);
    }
}

struct code *non_nil(struct function *f, struct code *pointer) {
    if (pointer->kind == CODE_UNARY && strcmp(pointer->text, "&") == 0)
        return pointer;
    struct variable *v = pointer->variable;
    if (v && v->non_nil)
        return pointer;
    /* a check at the top level of the function comes before all that stands below it, unless a goto jumped over it */
    if (v && f->out == &f->body && f->labels.len == 0)
        v->non_nil = true;
    struct code *x = code_check(f->l->arena, "NONNIL", 1, pointer);
    x->effects |= pointer->effects;
    return x;
}

static struct type *pointed(struct type *t) {
    struct type *u = type_underlying(t);
    return u->kind == TYPE_POINTER ? u->elem : NULL;
}

struct code *lower_path(struct function *f, struct code *x, struct type **t, const int *path, int count) {
    struct lowering *l = f->l;
    for (int i = 0; i < count; i++) {
        struct type *elem = pointed(*t);
        if (elem) {
            x = place_operand(f, x, ctype(&l->types, *t));
            x = code_deref(l->arena, non_nil(f, x));
            *t = elem;
        }
        x = code_member(l->arena, x, ctype_field(&l->types, *t, path[i]));
        *t = type_underlying(*t)->fields.items[path[i]]->type;
    }
    return x;
}

static struct code *lower_selector(struct function *f, struct expr *e) {
    if (!e->selection)
        return lower_name(f, e, e->object);
    const struct selection *s = e->selection;
    switch (s->kind) {
    case SELECT_FIELD: {
        struct type *t = e->x->type;
        struct code *x = pointed(t) ? lower_expr(f, e->x) : lower_place_or_value(f, e->x);
        return lower_path(f, x, &t, s->path.items, s->path.len);
    }
    case SELECT_METHOD_EXPRESSION:
        return lower_method_expression(f, e);
    default:
        return lower_method_value(f, e);
    }
}

/* ---- indexing and slicing ---- */

static bool is_wide_unsigned(struct type *t) {
    enum type_kind k = type_underlying(t)->kind;
    return k == TYPE_UINT || k == TYPE_UINT64 || k == TYPE_UINTPTR;
}

static bool constant_index(const struct expr *e, int64_t *value) {
    return e->value && constant_fits_int64(e->value, value);
}

/* The index, checked against a length. */
static struct code *checked_index(struct function *f, struct expr *index, struct code *i, struct code *len) {
    const char *check = !index->value && is_wide_unsigned(index->type) ? "go_index_unsigned" : "go_index";
    return code_check(f->l->arena, check, 2, i, len);
}

static struct code *array_element(struct function *f, struct code *array, int64_t count, struct expr *index, struct code *i) {
    struct arena *a = f->l->arena;
    int64_t known;
    if (!(constant_index(index, &known) && known >= 0 && known < count))
        i = checked_index(f, index, i, code_atomf(a, "%lld", (long long)count));
    return code_index(a, code_member(a, array, "at"), i);
}

/* m[k], read. */
static struct code *lower_map_index(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct type *m = type_underlying(e->x->type);
    struct operands o = {0};
    operand_add(f, &o, lower_expr(f, e->x), ctype(&l->types, e->x->type));
    operand_add(f, &o, lower_as(f, e->y, m->key), ctype(&l->types, m->key));
    operands_settle(f, &o);
    const char *get = arena_printf(l->arena, "%s_get", ctype_word(&l->types, m));
    return code_check(l->arena, get, 2, o.list.items[0].code, o.list.items[1].code);
}

static struct code *lower_index(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *t = type_underlying(e->x->type);
    if (t->kind == TYPE_MAP)
        return lower_map_index(f, e);
    struct operands o = {0};
    const char *type = ctype(&l->types, e->x->type);
    struct type *array = t->kind == TYPE_POINTER ? type_underlying(t->elem) : t->kind == TYPE_ARRAY ? t : NULL;
    struct code *x = t->kind == TYPE_ARRAY ? lower_place_or_value(f, e->x) : lower_expr(f, e->x);
    if (t->kind != TYPE_ARRAY)
        x = place_operand(f, x, type);
    operand_add(f, &o, x, type);
    struct code *index = lower_expr(f, e->y);
    const char *index_type = ctype(&l->types, e->y->type);
    operand_add(f, &o, place_operand(f, index, index_type), index_type);
    operands_settle(f, &o);
    x = o.list.items[0].code;
    index = o.list.items[1].code;
    if (t->kind == TYPE_ARRAY)
        return array_element(f, x, array->count, e->y, index);
    if (t->kind == TYPE_POINTER) {
        x = code_deref(a, non_nil(f, x));
        return array_element(f, x, array->count, e->y, index);
    }
    if (index->effects & EFFECT_CALLS)
        index = temp(f, "tmp", index_type, index);
    x = stable(f, x, "tmp", type);
    struct code *element = code_index(a, code_member(a, x, "ptr"), checked_index(f, e->y, index, code_member(a, x, "len")));
    element->effects |= EFFECT_READS;
    return element;
}

/* A bound of a slice expression as a go_int; NULL where it is left out. */
static void add_bound(struct function *f, struct operands *o, struct expr *e) {
    if (e)
        operand_add(f, o, lower_expr(f, e), "go_int");
}

static struct code *lower_slice(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *t = type_underlying(e->x->type);
    struct type *array = t->kind == TYPE_POINTER ? type_underlying(t->elem) : t->kind == TYPE_ARRAY ? t : NULL;
    struct operands o = {0};
    if (t->kind == TYPE_ARRAY) {
        operand_add(f, &o, lower_place(f, e->x, PLACE_ONCE), ctype(&l->types, e->x->type));
    } else {
        struct code *x = lower_expr(f, e->x);
        if (t->kind == TYPE_POINTER)
            x = code_deref(a, non_nil(f, stable(f, x, "tmp", ctype(&l->types, e->x->type))));
        operand_add(f, &o, x, ctype(&l->types, e->x->type));
    }
    add_bound(f, &o, e->lo);
    add_bound(f, &o, e->hi);
    add_bound(f, &o, e->max);
    operands_settle(f, &o);
    struct code *x = o.list.items[0].code;
    int next = 1;
    struct code *lo = e->lo ? o.list.items[next++].code : code_atom(a, "0");
    struct code *hi = e->hi ? o.list.items[next++].code : NULL;
    struct code *max = e->max ? o.list.items[next++].code : NULL;
    if (type_is_string(t)) {
        if (!hi) {
            if (!e->lo)
                return x;
            x = stable(f, x, "tmp", "go_string");
            hi = code_member(a, x, "len");
        }
        return code_check(a, "go_string_slice", 3, x, lo, hi);
    }
    const char *word = ctype_word(&l->types, array ? type_underlying(type_slice_of(l->lasting, array->elem)) : t);
    if (array) {
        struct code *count = code_atomf(a, "%lld", (long long)array->count);
        struct code *at = code_member(a, x, "at");
        if (max)
            return code_check(a, arena_printf(a, "%s_of_array3", word), 5, at, count, lo, hi, max);
        if (!hi && !e->lo) {
            struct code *whole = code_literal(a, word);
            code_push(a, whole, at);
            code_push(a, whole, count);
            code_push(a, whole, count);
            return whole;
        }
        return code_check(a, arena_printf(a, "%s_of_array", word), 4, at, count, lo, hi ? hi : count);
    }
    if (max)
        return code_check(a, arena_printf(a, "%s_slice3", word), 4, x, lo, hi, max);
    if (hi)
        return code_check(a, arena_printf(a, "%s_slice", word), 3, x, lo, hi);
    return e->lo ? code_check(a, arena_printf(a, "%s_slice_from", word), 2, x, lo) : x;
}

/* ---- operators ---- */

static const char *basic_word(const struct type *u) {
    return type_basic(u->kind)->basic_name;
}

static int bits_of(const struct type *u) {
    return (int)type_size(u) * 8;
}

/* x << n, x >> n: all of n counts (spec: Integer operators). */
static struct code *shift(struct function *f, enum token op, struct code *x, struct code *n, struct type *t, struct expr *count) {
    struct arena *a = f->l->arena;
    struct type *u = type_underlying(t);
    bool left = op == TOKEN_SHL;
    uint64_t known;
    if (count->value && constant_fits_uint64(count->value, &known)) {
        int bits = bits_of(u);
        if (known < (uint64_t)bits) {
            struct code *result = code_binary(a, x, left ? "<<" : ">>", n);
            result->wide = left && bits < 32;
            return result;
        }
        if (left || type_is_unsigned(u)) {
            struct code *result = code_binary(a, x, "*", code_atom(a, "0"));
            return result;
        }
        return code_binary(a, x, ">>", code_atomf(a, "%d", bits - 1));
    }
    if (!type_is_unsigned(count->type))
        n = code_check(a, "go_shift_count", 1, n);
    return code_check(a, arena_printf(a, "%s_%s", left ? "go_shl" : "go_shr", basic_word(u)), 2, x, n);
}

static bool is_known_divisor(const struct expr *e) {
    int64_t value;
    if (!e || !e->value)
        return false;
    return !constant_fits_int64(e->value, &value) || (value != 0 && value != -1);
}

static const char *c_operator(enum token op) {
    switch (op) {
    case TOKEN_AND_NOT:
        return "&";
    default:
        return token_spelling(op);
    }
}

bool binary_is_plain(enum token op, struct type *t, const struct expr *y) {
    struct type *u = type_underlying(t);
    uint64_t count;
    switch (op) {
    case TOKEN_DIV:
    case TOKEN_REM:
        return type_is_float(u) || (type_is_integer(u) && is_known_divisor(y));
    case TOKEN_SHL:
    case TOKEN_SHR:
        return y->value && constant_fits_uint64(y->value, &count) && count < (uint64_t)bits_of(u);
    case TOKEN_ADD:
        return !type_is_string(u);
    default:
        return true;
    }
}

struct code *lower_binary(struct function *f, enum token op, struct code *x, struct code *y, struct type *t, struct expr *ye) {
    struct arena *a = f->l->arena;
    struct type *u = type_underlying(t);
    if (op == TOKEN_SHL || op == TOKEN_SHR)
        return shift(f, op, x, y, t, ye);
    if (type_is_string(u))
        return code_calln(a, "go_concat_to", 2, x, y); /* a + b is lower_concatenation's */
    if (!binary_is_plain(op, t, ye) || (op == TOKEN_DIV && type_is_complex(u)))
        return code_check(a, arena_printf(a, "%s_%s", op == TOKEN_DIV ? "go_div" : "go_rem", basic_word(u)), 2, x, y);
    if (op == TOKEN_AND_NOT)
        y = code_unary(a, "~", y);
    struct code *result = code_binary(a, x, c_operator(op), y);
    bool small = type_is_integer(u) && bits_of(u) < 32;
    bool may_leave = op == TOKEN_ADD || op == TOKEN_SUB || op == TOKEN_MUL || (op == TOKEN_DIV && !type_is_unsigned(u));
    result->wide = small && (may_leave || x->wide || (y->wide && op != TOKEN_AND_NOT));
    return result;
}

/* && and ||: what the right side needs is done only where it is evaluated. */
static struct code *lower_logical(struct function *f, struct expr *e) {
    struct arena *a = f->l->arena;
    bool and = e->op == TOKEN_LAND;
    struct code *x = lower_expr(f, e->x);
    struct code_block right = {0};
    unsigned effects = f->effects_made;
    struct code_block *outer = enter_block(f, &right);
    struct code *y = lower_expr(f, e->y);
    f->out = outer;
    if (!right.first) {
        f->effects_made = effects;
        return code_binary(a, x, and ? "&&" : "||", y);
    }
    const char *name = name_temp(f, "tmp");
    emit_decl(f, "bool", name, NULL, x);
    struct code *result = code_atom(a, name);
    struct code_stmt *s = emit_if(f, and ? result : code_unary(a, "!", result));
    s->body = right;
    enter_block(f, &s->body);
    emit(f, code_assign(a, result, "=", y));
    f->out = outer;
    return result;
}

static bool is_comparison(enum token op) {
    return op >= TOKEN_EQ && op <= TOKEN_GE;
}

static bool is_nil(const struct expr *e) {
    while (e->kind == EXPR_PAREN)
        e = e->x;
    return e->mode == MODE_NIL;
}

static struct code *lower_comparison(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    if (is_nil(e->x) || is_nil(e->y)) {
        struct expr *x = is_nil(e->x) ? e->y : e->x;
        if (is_nil(x))
            return code_atom(a, e->op == TOKEN_EQ ? "true" : "false");
        return compare_nil(f, e->op == TOKEN_EQ, lower_expr(f, x), x->type);
    }
    struct type *xt = e->x->type, *yt = e->y->type;
    struct operands o = {0};
    operand_add(f, &o, lower_expr(f, e->x), ctype(&l->types, xt));
    operand_add(f, &o, lower_expr(f, e->y), ctype(&l->types, yt));
    if (e->op == TOKEN_EQ || e->op == TOKEN_NE) {
        if (needs_names_to_compare(xt) || needs_names_to_compare(yt))
            settle_stable(f, &o);
        else
            operands_settle(f, &o);
        return compare(f, e->op == TOKEN_EQ, o.list.items[0].code, xt, o.list.items[1].code, yt);
    }
    operands_settle(f, &o);
    struct code *x = o.list.items[0].code, *y = o.list.items[1].code;
    if (code_same_atom(x, y) && type_is_integer(type_underlying(xt))) /* compilers warn of x < x */
        return code_atom(a, e->op == TOKEN_LE || e->op == TOKEN_GE ? "true" : "false");
    if (type_is_string(type_underlying(xt)))
        return code_binary(a, code_pure(a, "go_string_compare", 2, x, y), token_spelling(e->op), code_atom(a, "0"));
    return code_binary(a, x, token_spelling(e->op), y);
}

/* a + b + c of strings: one operation, with one place for its result. */
static void add_parts(struct function *f, struct operands *o, struct expr *e) {
    while (e->kind == EXPR_PAREN)
        e = e->x;
    if (e->kind == EXPR_BINARY && e->op == TOKEN_ADD && !e->value) {
        add_parts(f, o, e->x);
        add_parts(f, o, e->y);
        return;
    }
    operand_add(f, o, lower_expr(f, e), "go_string");
}

/* Memory for a short string or slice that an operation makes, if it may be on the stack; else NULL. */
struct code *room(struct function *f, struct pos pos, const char *name, const char *base, const char *type, int count) {
    struct lowering *l = f->l;
    const char *id = site_id(l, pos, name);
    if (site_on_heap(l, id))
        return code_atom(l->arena, "NULL");
    const char *c_name = name_temp(f, base);
    struct code_stmt *s = code_stmt_new(l->arena, CODE_DECL, f->pos);
    s->type = type;
    s->name = arena_printf(l->arena, "%s[%d]", c_name, count);
    s->attribute = site_attribute(l, id);
    if (f->out == f->lifetime->block)
        code_append(f->out, s);
    else
        emit_hoisted(f, s);
    return code_atom(l->arena, c_name);
}

static struct code *lower_concatenation(struct function *f, struct expr *e) {
    struct arena *a = f->l->arena;
    struct operands o = {0};
    add_parts(f, &o, e);
    operands_settle(f, &o);
    struct code *place = room(f, e->pos, display(f->l, e), "concat", "go_uint8", 32);
    int n = o.list.len;
    if (n <= 3) {
        struct code *call = code_pure(a, n == 2 ? "go_concat2" : "go_concat3", 1, place);
        vec_each(i, &o.list) code_push(a, call, o.list.items[i].code);
        return call;
    }
    struct code *parts = code_literal(a, "go_string[]");
    vec_each(i, &o.list) code_push(a, parts, o.list.items[i].code);
    return code_pure(a, "go_concat", 3, place, code_atomf(a, "%d", n), parts);
}

static struct code *lower_arithmetic(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    bool only_low_bits = e->op != TOKEN_DIV && e->op != TOKEN_REM && e->op != TOKEN_SHR;
    bool is_shift = e->op == TOKEN_SHL || e->op == TOKEN_SHR;
    struct operands o = {0};
    operand_add(f, &o, only_low_bits ? lower_wide(f, e->x) : lower_expr(f, e->x), ctype(&l->types, e->x->type));
    operand_add(f, &o, only_low_bits && !is_shift ? lower_wide(f, e->y) : lower_expr(f, e->y), ctype(&l->types, e->y->type));
    operands_settle(f, &o);
    return lower_binary(f, e->op, o.list.items[0].code, o.list.items[1].code, e->type, e->y);
}

static struct code *lower_unary(struct function *f, struct expr *e) {
    struct arena *a = f->l->arena;
    struct type *u = type_underlying(e->type);
    bool small = type_is_integer(u) && bits_of(u) < 32;
    switch (e->op) {
    case TOKEN_AND:
        if (strip(e->x)->kind == EXPR_COMPOSITE)
            return lower_new_composite(f, e, strip(e->x));
        return lower_address(f, e->x);
    case TOKEN_ARROW:
        return lower_receive(f, e);
    case TOKEN_ADD:
        return lower_wide(f, e->x);
    case TOKEN_NOT:
        return code_unary(a, "!", lower_expr(f, e->x));
    case TOKEN_SUB:
    case TOKEN_XOR:
        break;
    default:
        die("unary operator %s", token_spelling(e->op));
    }
    struct code *operand = lower_wide(f, e->x);
    /* All of its bits, and none that C's int has more. (Not x ^ 0xff: compared with something, gcc takes that for ~x, and warns.) */
    if (e->op == TOKEN_XOR && small && type_is_unsigned(u)) {
        struct code *x = code_binary(a, code_atom(a, bits_of(u) == 8 ? "0xff" : "0xffff"), "-", operand);
        x->wide = operand->wide;
        return x;
    }
    struct code *x = code_unary(a, e->op == TOKEN_SUB ? "-" : "~", operand);
    x->wide = small;
    return x;
}

/* ---- one expression ---- */

struct expr *strip(struct expr *e) {
    while (e->kind == EXPR_PAREN)
        e = e->x;
    return e;
}

static struct code *lower_kind(struct function *f, struct expr *e) {
    switch (e->kind) {
    case EXPR_NAME:
        return lower_name(f, e, e->object);
    case EXPR_SELECTOR:
        return lower_selector(f, e);
    case EXPR_INDEX:
        return lower_index(f, e);
    case EXPR_SLICE:
        return lower_slice(f, e);
    case EXPR_STAR: {
        const char *type = ctype(&f->l->types, e->x->type), *elem = ctype(&f->l->types, e->type);
        struct code *p = non_nil(f, place_operand(f, lower_expr(f, e->x), type));
        if (strcmp(type, elem) == 0) /* type P *P, which is void * in C */
            p = code_cast(f->l->arena, arena_printf(f->l->arena, "%s *", elem), p);
        return code_deref(f->l->arena, p);
    }
    case EXPR_UNARY:
        return lower_unary(f, e);
    case EXPR_BINARY:
        if (e->op == TOKEN_LAND || e->op == TOKEN_LOR)
            return lower_logical(f, e);
        if (is_comparison(e->op))
            return lower_comparison(f, e);
        if (e->op == TOKEN_ADD && type_is_string(type_underlying(e->type)))
            return lower_concatenation(f, e);
        return lower_arithmetic(f, e);
    case EXPR_CALL:
        return lower_call(f, e);
    case EXPR_FUNC_LITERAL:
        return lower_literal(f, e);
    case EXPR_COMPOSITE:
        return lower_composite(f, e);
    case EXPR_TYPE_ASSERT:
        return lower_assertion(f, e);
    default:
        unsupported(f->l, e->pos, "this kind of expression");
        return code_atom(f->l->arena, "0");
    }
}

static struct code *lower_any(struct function *f, struct expr *e) {
    struct code *x = lower_kind(f, e);
    if (x && !x->go)
        x->go = e;
    return x;
}

struct code *lower_wide(struct function *f, struct expr *e) {
    e = strip(e);
    if (e->value && e->mode == MODE_CONSTANT)
        return lower_constant(f->l, e, e->type);
    enum place_mode mode = f->place;
    f->place = PLACE_NONE;
    struct code *x = lower_any(f, e);
    f->place = mode;
    return x;
}

struct code *lower_expr(struct function *f, struct expr *e) {
    return narrow(f, lower_wide(f, e), e->type);
}

struct code *lower_place(struct function *f, struct expr *e, enum place_mode mode) {
    enum place_mode outer = f->place;
    f->place = mode;
    struct code *x = lower_any(f, strip(e));
    f->place = outer;
    return x;
}

/* What stands before a field or an index: a place where it is one, so that no copy is made of it. */
struct code *lower_place_or_value(struct function *f, struct expr *e) {
    struct expr *x = strip(e);
    return x->mode == MODE_VARIABLE && x->kind != EXPR_COMPOSITE ? lower_any(f, x) : lower_expr(f, e);
}

struct code *lower_address(struct function *f, struct expr *e) {
    return code_address(f->l->arena, lower_place(f, e, PLACE_ONCE));
}

/* ---- a value for a place of another type ---- */

/* Where something that is lowered from an expression is given a value that is at hand already. */
struct expr *stand_in(struct lowering *l, const char *c_text, struct type *t, struct pos pos) {
    struct arena *a = l->arena;
    struct variable *v = arena_new(a, struct variable);
    v->c_name = c_text;
    struct object *variable = arena_new(a, struct object);
    *variable = (struct object){.kind = OBJECT_VAR, .name = c_text, .type = t, .lower = v};
    struct expr *name = arena_new(a, struct expr);
    *name = (struct expr){.kind = EXPR_NAME, .pos = pos, .mode = MODE_VALUE, .type = t};
    name->name = c_text;
    name->object = variable;
    return name;
}

struct code *lower_as(struct function *f, struct expr *e, struct type *to) {
    return lower_as_at(f, e, to, expr_told_at(strip(e)));
}

struct code *lower_as_at(struct function *f, struct expr *e, struct type *to, struct pos told_at) {
    struct expr *x = strip(e);
    if (is_nil(x))
        return zero_value(f->l, to);
    struct type *from = x->type;
    if (type_is_interface(to) && !type_is_interface(from))
        return box(f, x, to, told_at, display(f->l, x));
    if (x->value && x->mode == MODE_CONSTANT)
        return lower_constant(f->l, x, to);
    return convert_value(f, lower_wide(f, x), from, to);
}

struct code *lower_init(struct function *f, struct expr *e, struct type *to) {
    struct expr *x = strip(e);
    if (x->kind == EXPR_COMPOSITE && types_identical(x->type, to)) {
        enum type_kind k = type_underlying(to)->kind;
        if (k == TYPE_STRUCT || k == TYPE_ARRAY)
            return lower_composite_init(f, x);
    }
    return lower_as(f, e, to);
}

void lower_discard(struct function *f, struct expr *e) {
    struct expr *x = strip(e);
    if (x->mode == MODE_CONSTANT || is_nil(x))
        return;
    struct code *value = lower_wide(f, x);
    if (!value)
        return; /* a built-in that made statements only */
    bool statement = value->kind == CODE_CALL && (value->effects & EFFECT_CALLS);
    emit(f, statement ? value : code_cast(f->l->arena, "void", value));
}

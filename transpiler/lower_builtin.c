/* Calls of built-in functions (spec: Built-in functions). */
#include "transpiler/lower.h"

#include <string.h>

enum { LARGEST_IMPLICIT = 64 * 1024 }; /* make([]T, n) may be on the stack up to this size (cmd/compile/internal/ir) */

static struct code *argument(struct function *f, struct expr *e, int i) {
    return lower_expr(f, e->list.items[i]);
}

static struct type *argument_type(const struct expr *e, int i) {
    return e->list.items[i]->type;
}

/* ---- len, cap ---- */

/* len, cap and their like are calls for Go, so they keep their place among others; what they read may be changed by those. */
static struct code *ordered(struct code *x) {
    if (x->effects & EFFECT_READS)
        x->effects |= EFFECT_ORDERED;
    return x;
}

static struct code *lower_length(struct function *f, struct expr *e, bool of_capacity) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *u = type_underlying(argument_type(e, 0));
    const char *member = of_capacity ? "cap" : "len";
    switch (u->kind) {
    case TYPE_ARRAY:
        emit(f, code_cast(a, "void", lower_place_or_value(f, e->list.items[0])));
        return code_atomf(a, "%lld", (long long)u->count);
    case TYPE_POINTER:
        emit(f, code_cast(a, "void", argument(f, e, 0)));
        return code_atomf(a, "%lld", (long long)type_underlying(u->elem)->count);
    case TYPE_MAP:
        return ordered(code_check(a, "go_map_len", 1, argument(f, e, 0)));
    case TYPE_CHAN:
        return ordered(code_check(a, arena_printf(a, "go_chan_%s", member), 1, argument(f, e, 0)));
    default:
        return ordered(code_member(a, lower_place_or_value(f, e->list.items[0]), member));
    }
}

/* ---- append, copy, clear, delete ---- */

/* The bytes of a string, as a slice of that type that is only read. */
static struct code *string_as_bytes(struct function *f, struct code *x, struct type *slice) {
    struct arena *a = f->l->arena;
    x = stable(f, x, "tmp", "go_string");
    struct code *bytes = code_literal(a, ctype_word(&f->l->types, slice));
    code_push(a, bytes, code_cast(a, arena_printf(a, "%s *", ctype(&f->l->types, slice->elem)), code_member(a, x, "ptr")));
    code_push(a, bytes, code_member(a, x, "len"));
    code_push(a, bytes, code_member(a, x, "len"));
    return bytes;
}

static struct code *lower_append(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *slice = type_underlying(e->type);
    const char *word = ctype_word(&l->types, slice);
    const char *elem = ctype(&l->types, slice->elem);
    struct operands o = {0};
    operand_add(f, &o, lower_as(f, e->list.items[0], e->type), ctype(&l->types, e->type));
    if (e->has_dots) {
        struct expr *more = e->list.items[1];
        bool text = type_is_string(type_underlying(more->type));
        operand_add(f, &o, lower_as(f, more, text ? type_basic(TYPE_STRING) : e->type), text ? "go_string" : word);
        operands_settle(f, &o);
        struct code *tail = o.list.items[1].code;
        return code_calln(a, arena_printf(a, "%s_append_slice", word), 2, o.list.items[0].code, text ? string_as_bytes(f, tail, slice) : tail);
    }
    for (int i = 1; i < e->list.len; i++)
        operand_add(f, &o, lower_as(f, e->list.items[i], slice->elem), elem);
    operands_settle(f, &o);
    struct code *s = o.list.items[0].code;
    if (o.list.len == 1)
        return s;
    if (o.list.len == 2)
        return code_calln(a, arena_printf(a, "%s_append", word), 2, s, o.list.items[1].code);
    struct code *values = code_literal(a, arena_printf(a, elem[strlen(elem) - 1] == '*' ? "%s[]" : "%s[]", elem));
    for (int i = 1; i < o.list.len; i++)
        code_push(a, values, o.list.items[i].code);
    struct code *tail = code_literal(a, word);
    code_push(a, tail, values);
    code_push(a, tail, code_atomf(a, "%d", o.list.len - 1));
    code_push(a, tail, code_atomf(a, "%d", o.list.len - 1));
    return code_calln(a, arena_printf(a, "%s_append_slice", word), 2, s, tail);
}

static struct code *lower_copy(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *to = type_underlying(argument_type(e, 0)), *from = type_underlying(argument_type(e, 1));
    struct operands o = {0};
    operand_add(f, &o, argument(f, e, 0), ctype(&l->types, argument_type(e, 0)));
    operand_add(f, &o, lower_as(f, e->list.items[1], type_is_string(from) ? type_basic(TYPE_STRING) : argument_type(e, 1)),
                type_is_string(from) ? "go_string" : ctype(&l->types, from));
    operands_settle(f, &o);
    struct code *source = o.list.items[1].code;
    if (type_is_string(from))
        source = string_as_bytes(f, source, to);
    return code_calln(a, arena_printf(a, "%s_copy", ctype_word(&l->types, to)), 2, o.list.items[0].code, source);
}

static struct code *lower_delete(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *m = type_underlying(argument_type(e, 0));
    struct operands o = {0};
    operand_add(f, &o, argument(f, e, 0), ctype(&l->types, argument_type(e, 0)));
    operand_add(f, &o, lower_as(f, e->list.items[1], m->key), ctype(&l->types, m->key));
    operands_settle(f, &o);
    return code_calln(a, arena_printf(a, "%s_delete", ctype_word(&l->types, m)), 2, o.list.items[0].code, o.list.items[1].code);
}

static struct code *lower_clear(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *t = type_underlying(argument_type(e, 0));
    if (t->kind == TYPE_MAP)
        return code_calln(a, "go_map_clear", 1, argument(f, e, 0));
    struct code *s = lower_stable(f, e->list.items[0], "tmp");
    struct code *bytes = code_binary(a, code_cast(a, "size_t", code_member(a, s, "len")), "*",
                                     code_atomf(a, "sizeof(%s)", ctype(&l->types, t->elem)));
    emit_if(f, code_binary(a, code_member(a, s, "len"), ">", code_atom(a, "0")));
    struct code_block *outer = enter_block(f, &f->out->last->body);
    emit(f, code_calln(a, "__builtin_memset", 3, code_member(a, s, "ptr"), code_atom(a, "0"), bytes));
    f->out = outer;
    return NULL;
}

/* ---- make ---- */

struct code *make_map(struct function *f, struct pos pos, const char *name, struct type *t, struct code *hint) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const char *word = ctype_word(&l->types, type_underlying(t));
    const char *id = site_id(l, pos, name);
    if (site_on_heap(l, id))
        return code_calln(a, arena_printf(a, "%s_make", word), 1, hint);
    const char *object = name_temp(f, "make");
    struct code_stmt *s = code_stmt_new(a, CODE_DECL, f->pos);
    s->type = "struct go_map";
    s->name = object;
    s->attribute = site_attribute(l, id);
    if (f->out == f->lifetime->block)
        code_append(f->out, s);
    else
        emit_hoisted(f, s);
    return code_calln(a, arena_printf(a, "%s_init", word), 2, code_atomf(a, "&%s", object), hint);
}

static bool is_constant(const struct expr *e, int64_t *value) {
    return e->value && constant_fits_int64(e->value, value);
}

static struct code *make_slice(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *u = type_underlying(e->type);
    const char *word = ctype_word(&l->types, u);
    struct expr *len = e->list.items[1], *cap = e->list.len > 2 ? e->list.items[2] : len;
    const char *name = display(f->l, e);
    int64_t n = 0, c = 0, size = type_size(u->elem);
    bool constant = is_constant(cap, &c);
    bool small = constant && c >= 0 && c <= LARGEST_IMPLICIT / (size > 0 ? size : 1);
    if (small && is_constant(len, &n))
        return slice_over(l, e->type, site_zeroed(f, e->pos, name, "make", counted_array(l, u->elem, c)), code_atomf(a, "%lld", (long long)n), c);
    if (small) { /* the capacity alone decides how large the array is */
        struct code *checked = stable(f, code_calln(a, "go_make_len", 2, lower_as(f, len, type_basic(TYPE_INT)), code_atomf(a, "%lld", (long long)c)),
                                      "n", "go_int");
        return slice_over(l, e->type, site_zeroed(f, e->pos, name, "make", counted_array(l, u->elem, c)), checked, c);
    }
    struct operands o = {0};
    operand_add(f, &o, lower_as(f, len, type_basic(TYPE_INT)), "go_int");
    if (cap != len)
        operand_add(f, &o, lower_as(f, cap, type_basic(TYPE_INT)), "go_int");
    operands_settle(f, &o);
    struct code *n_code = stable(f, o.list.items[0].code, "n", "go_int");
    struct code *call = code_calln(a, arena_printf(a, "%s_make", word), 2, n_code, cap != len ? o.list.items[1].code : n_code);
    return heap_by_nature(f, e->pos, name, "make", word, constant && !small ? "too large for stack" : "non-constant size", call);
}

static struct code *lower_make(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *u = type_underlying(e->type);
    switch (u->kind) {
    case TYPE_SLICE:
        return make_slice(f, e);
    case TYPE_MAP: {
        struct code *hint = e->list.len > 1 ? lower_as(f, e->list.items[1], type_basic(TYPE_INT)) : code_atom(a, "0");
        return make_map(f, e->pos, display(f->l, e), e->type, hint);
    }
    default: {
        struct code *size = e->list.len > 1 ? lower_as(f, e->list.items[1], type_basic(TYPE_INT)) : code_atom(a, "0");
        return code_calln(a, arena_printf(a, "%s_make", ctype_word(&l->types, u)), 1, size);
    }
    }
}

/* ---- print, println ---- */

static void print_one(struct function *f, struct code *x, struct type *t) {
    struct arena *a = f->l->arena;
    struct type *u = type_underlying(t);
    const char *function;
    if (type_is_boolean(u))
        function = "go_print_bool";
    else if (type_is_string(u))
        function = "go_print_string";
    else if (type_is_integer(u))
        function = type_is_unsigned(u) ? "go_print_uint" : "go_print_int";
    else if (type_is_float(u))
        function = "go_print_float";
    else if (type_is_complex(u))
        function = "go_print_complex";
    else if (u->kind == TYPE_SLICE) {
        emit(f, code_calln(a, "go_print_slice", 3, code_member(a, x, "len"), code_member(a, x, "cap"), code_member(a, x, "ptr")));
        return;
    } else if (u->kind == TYPE_INTERFACE) {
        emit(f, code_calln(a, "go_print_interface", 2, code_member(a, x, u->methods.len ? "methods" : "type"), code_member(a, x, "data")));
        return;
    } else {
        function = "go_print_pointer";
        if (u->kind == TYPE_FUNC)
            x = code_cast(a, "const void *", code_member(a, x, "fn"));
    }
    emit(f, code_calln(a, function, 1, x));
}

static struct code *lower_print(struct function *f, struct expr *e, bool line) {
    struct lowering *l = f->l;
    struct operands o = {0};
    vec_each(i, &e->list) {
        struct type *t = argument_type(e, i);
        t = type_is_untyped(t) ? type_default(t) : t;
        operand_add(f, &o, lower_as(f, e->list.items[i], t), ctype(&l->types, t));
    }
    operands_settle(f, &o);
    vec_each(i, &o.list) {
        /* all arguments are evaluated before the first is printed */
        struct operand *x = &o.list.items[i];
        struct type *u = type_underlying(argument_type(e, i));
        if ((x->code->effects && o.list.len > 1) || u->kind == TYPE_SLICE || u->kind == TYPE_INTERFACE)
            x->code = x->code->effects || o.list.len == 1 ? stable(f, x->code, "tmp", x->type) : x->code;
    }
    vec_each(i, &o.list) {
        if (line && i > 0)
            emit(f, code_calln(l->arena, "go_print_space", 0));
        print_one(f, o.list.items[i].code, argument_type(e, i));
    }
    if (line)
        emit(f, code_calln(l->arena, "go_print_line", 0));
    return NULL;
}

/* ---- min, max ---- */

static struct code *lower_extreme(struct function *f, struct expr *e, bool least) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *u = type_underlying(e->type);
    struct operands o = {0};
    vec_each(i, &e->list) operand_add(f, &o, lower_as(f, e->list.items[i], e->type), ctype(&l->types, e->type));
    operands_settle(f, &o);
    struct code *best = stable(f, o.list.items[0].code, "tmp", o.list.items[0].type);
    for (int i = 1; i < o.list.len; i++) {
        struct code *x = stable(f, o.list.items[i].code, "tmp", o.list.items[i].type);
        struct code *better;
        if (type_is_float(u)) { /* NaN wins, and -0 is less than 0 */
            best = temp(f, least ? "least" : "most", ctype(&l->types, e->type), code_pure(a, least ? "go_float_min" : "go_float_max", 2, best, x));
            continue;
        }
        if (type_is_string(u))
            better = code_binary(a, code_pure(a, "go_string_compare", 2, x, best), least ? "<" : ">", code_atom(a, "0"));
        else
            better = code_binary(a, x, least ? "<" : ">", best);
        best = temp(f, least ? "least" : "most", ctype(&l->types, e->type), code_cond(a, better, x, best));
    }
    return best;
}

/* ---- complex numbers, unsafe ---- */

static struct code *lower_complex(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    bool single = type_underlying(e->type)->kind == TYPE_COMPLEX64;
    struct type *part = type_basic(single ? TYPE_FLOAT32 : TYPE_FLOAT64);
    struct operands o = {0};
    for (int i = 0; i < 2; i++)
        operand_add(f, &o, lower_as(f, e->list.items[i], part), ctype(&l->types, part));
    operands_settle(f, &o);
    return ordered(code_pure(l->arena, single ? "GO_COMPLEX64" : "GO_COMPLEX128", 2, o.list.items[0].code, o.list.items[1].code));
}

static struct code *lower_unsafe_slice(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct operands o = {0};
    operand_add(f, &o, argument(f, e, 0), ctype(&l->types, argument_type(e, 0)));
    operand_add(f, &o, lower_as(f, e->list.items[1], type_basic(TYPE_INT)), "go_int");
    operands_settle(f, &o);
    struct code *p = stable(f, o.list.items[0].code, "tmp", ctype(&l->types, argument_type(e, 0)));
    struct code *size = code_atomf(a, "sizeof(%s)", ctype(&l->types, type_underlying(e->type)->elem));
    struct code *n = temp(f, "n", "go_int", code_check(a, "go_unsafe_slice_len", 3, p, o.list.items[1].code, size));
    struct code *x = code_literal(a, ctype_word(&l->types, type_underlying(e->type)));
    code_push(a, x, p);
    code_push(a, x, n);
    code_push(a, x, n);
    return x;
}

/* append(f()): the results of one call as all the arguments. */
static struct expr *with_results_as_arguments(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct expr *call = strip(e->list.items[0]);
    const struct type *t = call->type;
    struct code *all = temp(f, "tmp", ctype_results_list(&l->types, t->results.items, t->results.len), lower_expr(f, call));
    struct expr *copy = arena_copy(a, e, sizeof *e);
    copy->list = (expr_list){0};
    vec_each(i, &t->results)
        vec_push(a, &copy->list, stand_in(l, arena_printf(a, "%s.r%d", all->text, i), t->results.items[i], call->pos));
    return copy;
}

struct code *lower_builtin(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    if (e->list.len == 1 && e->list.items[0]->type && e->list.items[0]->type->kind == TYPE_TUPLE)
        e = with_results_as_arguments(f, e);
    switch ((enum builtin)e->builtin) {
    case BUILTIN_APPEND:
        return lower_append(f, e);
    case BUILTIN_CAP:
        return lower_length(f, e, true);
    case BUILTIN_LEN:
        return lower_length(f, e, false);
    case BUILTIN_CLEAR:
        return lower_clear(f, e);
    case BUILTIN_CLOSE:
        return code_calln(a, "go_chan_close", 1, argument(f, e, 0));
    case BUILTIN_COMPLEX:
        return lower_complex(f, e);
    case BUILTIN_REAL:
    case BUILTIN_IMAG:
        return ordered(code_unary(a, e->builtin == BUILTIN_REAL ? "__real__ " : "__imag__ ", argument(f, e, 0)));
    case BUILTIN_COPY:
        return lower_copy(f, e);
    case BUILTIN_DELETE:
        return lower_delete(f, e);
    case BUILTIN_MAKE:
        return lower_make(f, e);
    case BUILTIN_MAX:
    case BUILTIN_MIN:
        return lower_extreme(f, e, e->builtin == BUILTIN_MIN);
    case BUILTIN_NEW:
        return lower_new(f, e);
    case BUILTIN_PANIC:
        return code_calln(a, language_before(l, 21) ? "go_panic_also_nil" : "go_panic", 1, lower_as(f, e->list.items[0], type_any()));
    case BUILTIN_PRINT:
        return lower_print(f, e, false);
    case BUILTIN_PRINTLN:
        return lower_print(f, e, true);
    case BUILTIN_RECOVER:
        return code_calln(a, "go_recover", 1, code_atom(a, "panicking"));
    case BUILTIN_UNSAFE_ADD: {
        struct operands o = {0};
        operand_add(f, &o, argument(f, e, 0), "void *");
        operand_add(f, &o, argument(f, e, 1), "go_int");
        operands_settle(f, &o);
        return code_cast(a, "void *", code_binary(a, code_cast(a, "char *", o.list.items[0].code), "+", o.list.items[1].code));
    }
    case BUILTIN_UNSAFE_SLICE:
        return lower_unsafe_slice(f, e);
    case BUILTIN_UNSAFE_ALIGNOF:
    case BUILTIN_UNSAFE_OFFSETOF:
    case BUILTIN_UNSAFE_SIZEOF:
        break; /* constants */
    }
    die("built-in function %d", e->builtin);
}

/* Assignments and definitions (spec: Assignment statements, Short variable declarations, Variable declarations).
 *
 * Go assigns in two phases: operands of indices and pointers on the left, and the values on the right, are evaluated first; then
 * the assignments are made from left to right. */
#include "transpiler/lower.h"

#include <string.h>

/* ---- one place ---- */

/* Where a value goes. An element of a map is no place in C: it is put by a call. */
struct place {
    struct expr *e;         /* NULL or blank: the value is dropped */
    struct code *x;         /* a place of C */
    struct code *map, *key; /* or an element of a map */
    const char *word;       /* of the map's type */
};

static bool is_blank(const struct expr *e) {
    return !e || (e->kind == EXPR_NAME && strcmp(e->name, "_") == 0);
}

static bool is_map_element(const struct expr *e) {
    return e->kind == EXPR_INDEX && type_underlying(e->x->type)->kind == TYPE_MAP;
}

/* Of which variable is this place a part? */
static const struct expr *written_variable(const struct expr *e) {
    for (;;) {
        bool inside = e->kind == EXPR_PAREN || (e->kind == EXPR_INDEX && type_underlying(e->x->type)->kind == TYPE_ARRAY) ||
                      (e->kind == EXPR_SELECTOR && e->selection && e->selection->kind == SELECT_FIELD && !e->selection->indirect);
        if (!inside)
            return e;
        e = e->x;
    }
}

static struct place lower_destination(struct function *f, struct expr *e, enum place_mode mode) {
    struct lowering *l = f->l;
    struct place p = {.e = e ? strip(e) : NULL};
    if (is_blank(p.e))
        return p;
    if (!is_map_element(p.e)) {
        p.x = lower_place(f, p.e, mode);
        const struct expr *written = written_variable(p.e);
        if (written->kind == EXPR_NAME && written->object && written->object->kind == OBJECT_VAR)
            not_read(written->object);
        return p;
    }
    struct type *m = type_underlying(p.e->x->type);
    const char *map_type = ctype(&l->types, p.e->x->type), *key_type = ctype(&l->types, m->key);
    struct operands o = {0};
    p.word = ctype_word(&l->types, m);
    operand_add(f, &o, lower_expr(f, p.e->x), map_type);
    operand_add(f, &o, lower_as(f, p.e->y, m->key), key_type);
    operands_settle(f, &o);
    p.map = o.list.items[0].code;
    p.key = o.list.items[1].code;
    if (mode == PLACE_KEPT || (p.map->effects & EFFECT_CALLS))
        p.map = temp(f, "tmp", map_type, p.map);
    if (mode == PLACE_KEPT || (p.key->effects & EFFECT_CALLS))
        p.key = temp(f, "tmp", key_type, p.key);
    return p;
}

static struct type *destination_type(const struct expr *e, struct type *value) {
    return is_blank(e) ? (type_is_untyped(value) ? type_default(value) : value) : e->type;
}

static struct code *map_put_call(struct arena *a, const struct place *p, struct code *x) {
    struct code *put = code_calln(a, arena_printf(a, "%s_put", p->word), 3, p->map, p->key, x);
    put->go = p->e;
    return put;
}

static void store(struct function *f, const struct place *p, struct code *x) {
    struct arena *a = f->l->arena;
    if (is_blank(p->e))
        emit(f, x->kind == CODE_CALL && (x->effects & EFFECT_CALLS) ? x : code_cast(a, "void", x));
    else if (p->map)
        emit(f, map_put_call(a, p, x));
    else if (code_same_atom(p->x, x))
        emit(f, code_cast(a, "void", x)); /* x = x: compilers warn of it */
    else
        emit(f, code_assign(a, p->x, "=", x));
}

/* ---- = ---- */

static unsigned place_effects(const struct place *p) {
    return p->map ? (unsigned)(p->map->effects | p->key->effects) : p->x ? p->x->effects : 0u;
}

static bool is_plain_name(const struct place *p) {
    return p->x && (p->x->kind == CODE_ATOM || (p->x->kind == CODE_UNARY && p->x->a->kind != CODE_CALL));
}

static void assign_one(struct function *f, struct expr *to, struct expr *value) {
    struct lowering *l = f->l;
    if (is_blank(to)) {
        lower_discard(f, value);
        return;
    }
    struct place p = lower_destination(f, to, PLACE_ONCE);
    struct type *t = destination_type(to, value->type);
    struct code *x = lower_as_at(f, value, t, expr_start(to));
    if ((x->effects & EFFECT_CALLS) && place_effects(&p) && !is_plain_name(&p))
        x = temp(f, "tmp", ctype(&l->types, t), x);
    store(f, &p, x);
}

/* The values of a call with several results, or of a comma-ok form: what the left sides get. */
struct values {
    int len;
    struct code **x;
    struct type **types;
};

static struct values several_values(struct function *f, struct expr *e, int count) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct values v = {count, arena_array(a, struct code *, count), arena_array(a, struct type *, count)};
    e = strip(e);
    if (e->type && e->type->kind == TYPE_TUPLE) {
        const struct type *t = e->type;
        struct code *all = temp(f, "tmp", ctype_results_list(&l->types, t->results.items, t->results.len), lower_expr(f, e));
        for (int i = 0; i < count; i++) {
            v.x[i] = code_member(a, all, arena_printf(a, "r%d", i));
            v.types[i] = t->results.items[i];
        }
        return v;
    }
    lower_comma_ok(f, e, &v.x[0], &v.x[1]);
    v.types[0] = e->type;
    v.types[1] = type_basic(TYPE_BOOL);
    return v;
}

/* Is a temporary needed for this value, since an assignment before it may change what it reads? */
static bool must_be_kept(const struct code *x) {
    if (x->kind != CODE_ATOM)
        return true;
    return x->effects || !((x->text[0] >= '0' && x->text[0] <= '9') || x->text[0] == '-' || x->text[0] == '\'' || strncmp(x->text, "STR(", 4) == 0 ||
                           strncmp(x->text, "tmp", 3) == 0 || strcmp(x->text, "NULL") == 0);
}

static void assign_several(struct function *f, const expr_list *to, const expr_list *from) {
    struct lowering *l = f->l;
    bool all_blank = true;
    vec_each(i, to) all_blank &= is_blank(to->items[i]);
    if (all_blank && from->len == 1) {
        lower_discard(f, from->items[0]);
        return;
    }
    struct place *places = arena_array(l->arena, struct place, to->len);
    const expr_list *outer = f->assigned;
    f->assigned = to;
    vec_each(i, to) places[i] = lower_destination(f, to->items[i], PLACE_KEPT);
    f->assigned = outer;
    if (from->len == 1) {
        struct expr *value = strip(from->items[0]);
        struct values v = several_values(f, value, to->len);
        vec_each(i, to) {
            if (is_blank(to->items[i]))
                continue;
            store(f, &places[i], convert(f, v.x[i], v.types[i], to->items[i]->type, value->pos, display(f->l, value)));
        }
        return;
    }
    struct operands o = {0};
    vec_each(i, from) {
        struct type *t = destination_type(to->items[i], from->items[i]->type);
        operand_add(f, &o, lower_as_at(f, from->items[i], t, expr_start(vec_last(to))), ctype(&l->types, t));
    }
    operands_settle(f, &o);
    for (int i = 1; i < o.list.len; i++) {
        struct operand *x = &o.list.items[i];
        if (must_be_kept(x->code))
            x->code = temp(f, "tmp", x->type, x->code);
    }
    vec_each(i, to) store(f, &places[i], o.list.items[i].code);
}

/* ---- op=, ++, -- ---- */

static bool is_deref(const struct code *x) {
    return x->kind == CODE_UNARY;
}

static void assign_op(struct function *f, struct stmt *s) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct expr *to = strip(s->lhs.items[0]);
    struct type *t = to->type;
    struct expr *value = s->kind == STMT_INCDEC ? NULL : s->rhs.items[0];
    struct place p = lower_destination(f, to, PLACE_ONCE);
    bool plain = !value || (binary_is_plain(s->op, t, value) && !(s->op == TOKEN_DIV && type_is_complex(type_underlying(t))));
    if (p.map && plain)
        p.x = code_deref(a, code_calln(a, arena_printf(a, "%s_at", p.word), 2, p.map, p.key));
    if (!value) {
        bool up = s->op == TOKEN_INC || s->op == TOKEN_ADD;
        if (type_is_complex(type_underlying(t)))
            emit(f, code_assign(a, p.x, up ? "+=" : "-=", code_atom(a, "1")));
        else
            emit(f, is_deref(p.x) ? code_unary(a, up ? "++" : "--", p.x) : code_postfix(a, p.x, up ? "++" : "--"));
        return;
    }
    bool is_shift = s->op == TOKEN_SHL || s->op == TOKEN_SHR;
    struct type *value_type = is_shift ? value->type : t;
    struct code *y = is_shift ? lower_expr(f, value) : lower_as(f, value, t);
    const char *y_type = ctype(&l->types, value_type);
    if (y->effects & EFFECT_CALLS)
        y = temp(f, "tmp", y_type, y);
    if (plain) {
        const char *op = s->op == TOKEN_AND_NOT ? "&=" : arena_printf(a, "%s=", token_spelling(s->op));
        emit(f, code_assign(a, p.x, op, s->op == TOKEN_AND_NOT ? code_unary(a, "~", y) : y));
        return;
    }
    struct code *old = p.x;
    if (p.map) {
        p.map = stable(f, p.map, "tmp", ctype(&l->types, to->x->type));
        p.key = stable(f, p.key, "tmp", ctype(&l->types, type_underlying(to->x->type)->key));
        old = code_check(a, arena_printf(a, "%s_get", p.word), 2, p.map, p.key);
    }
    store(f, &p, lower_binary(f, s->op, old, y, t, value));
}

/* Steps of flows are told at the operator, as the Go compiler does. */
static void start_assignment(struct function *f, const struct stmt *s) {
    f->pos = stmt_start(s);
    if (f->l->options->expression_origins)
        vec_push(f->l->lasting, &f->l->assignments, ((struct assignment_origin){f->pos, s->pos}));
}

void lower_assign(struct function *f, struct stmt *s) {
    start_assignment(f, s);
    if (s->kind != STMT_ASSIGN)
        assign_op(f, s);
    else if (s->lhs.len == 1)
        assign_one(f, s->lhs.items[0], s->rhs.items[0]);
    else
        assign_several(f, &s->lhs, &s->rhs);
}

void assign_value(struct function *f, struct object *o, struct expr *to, struct code *x, struct type *t) {
    if (o && o->name && strcmp(o->name, "_") != 0) {
        declare_variable(f, o, x);
        return;
    }
    if (is_blank(to))
        return;
    struct place p = lower_destination(f, to, PLACE_ONCE);
    store(f, &p, convert(f, x, t, to->type, to->pos, display(f->l, to)));
}

void assign_values(struct function *f, const expr_list *to, struct code *const *values, struct type *const *types) {
    struct place *places = arena_array(f->l->arena, struct place, to->len);
    const expr_list *outer = f->assigned;
    f->assigned = to;
    vec_each(i, to) places[i] = lower_destination(f, to->items[i], PLACE_KEPT);
    f->assigned = outer;
    vec_each(i, to) if (!is_blank(to->items[i]))
        store(f, &places[i], convert(f, values[i], types[i], to->items[i]->type, to->items[i]->pos, display(f->l, to->items[i])));
}

/* ---- := and var ---- */

static bool is_new(const struct object *o) {
    return o && o->name && strcmp(o->name, "_") != 0;
}

static void define_or_assign(struct function *f, struct object *o, struct expr *to, struct code *x) {
    if (is_new(o)) {
        declare_variable(f, o, x);
        return;
    }
    struct place p = lower_destination(f, to, PLACE_ONCE);
    store(f, &p, x);
}

static struct type *defined_type(struct object *o, struct expr *to, struct type *value) {
    return is_new(o) ? o->type : destination_type(to, value);
}

/* &x and new(T) are never nil. */
static bool makes_pointer(const struct expr *e) {
    while (e->kind == EXPR_PAREN)
        e = e->x;
    return (e->kind == EXPR_UNARY && e->op == TOKEN_AND) ||
           (e->kind == EXPR_CALL && e->call == CALL_BUILTIN && e->builtin == BUILTIN_NEW);
}

static void define(struct function *f, struct object *const *objects, const expr_list *to, const expr_list *values) {
    struct lowering *l = f->l;
    if (to->len == 1) {
        if (is_new(objects[0])) {
            declare_variable(f, objects[0], lower_init(f, values->items[0], objects[0]->type));
            struct variable *v = objects[0]->lower;
            v->non_nil = v->constant && makes_pointer(values->items[0]);
        } else
            assign_one(f, to->items[0], values->items[0]);
        return;
    }
    if (values->len == 1) {
        struct expr *value = strip(values->items[0]);
        struct values v = several_values(f, value, to->len);
        vec_each(i, to) {
            if (!is_new(objects[i]) && is_blank(to->items[i]))
                continue;
            struct type *t = defined_type(objects[i], to->items[i], v.types[i]);
            define_or_assign(f, objects[i], to->items[i], convert(f, v.x[i], v.types[i], t, value->pos, display(f->l, value)));
        }
        return;
    }
    bool all_new = true;
    struct operands o = {0};
    vec_each(i, to) {
        all_new &= is_new(objects[i]) || is_blank(to->items[i]);
        struct type *t = defined_type(objects[i], to->items[i], values->items[i]->type);
        struct code *x = is_new(objects[i]) ? lower_init(f, values->items[i], t) : lower_as(f, values->items[i], t);
        operand_add(f, &o, x, ctype(&l->types, t));
    }
    operands_settle(f, &o);
    for (int i = 1; i < o.list.len && !all_new; i++) {
        struct operand *x = &o.list.items[i];
        if (must_be_kept(x->code))
            x->code = temp(f, "tmp", x->type, x->code);
    }
    vec_each(i, to) define_or_assign(f, objects[i], to->items[i], o.list.items[i].code);
}

void lower_define(struct function *f, struct stmt *s) {
    start_assignment(f, s);
    define(f, s->defined.items, &s->lhs, &s->rhs);
}

void lower_var_decl(struct function *f, struct decl *d) {
    f->pos = d->pos;
    if (d->values.len) {
        define(f, d->objects.items, &d->names, &d->values);
        return;
    }
    vec_each(i, &d->objects) if (is_new(d->objects.items[i])) declare_variable(f, d->objects.items[i], NULL);
}

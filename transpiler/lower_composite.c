/* Composite literals and new (spec: Composite literals, Allocation). */
#include "transpiler/lower.h"

#include <string.h>

/* Larger implicit objects are never on the stack: what &T{}, new(T) and make may put there (cmd/compile/internal/ir,
 * MaxImplicitStackVarSize). */
enum { LARGEST_IMPLICIT = 64 * 1024 };

static struct type *element_type(struct type *u) {
    return u->elem;
}

/* One element's value, as an initialiser. */
static void add_element(struct function *f, struct operands *o, struct expr *e, struct type *t) {
    operand_add(f, o, lower_init(f, e, t), ctype(&f->l->types, t));
}

static struct code *struct_init(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *u = type_underlying(e->type);
    struct operands o = {0};
    bool keyed = e->list.len > 0 && e->list.items[0]->kind == EXPR_KEY_VALUE;
    int *fields = arena_array(a, int, e->list.len + 1);
    vec_each(i, &e->list) {
        struct expr *value = e->list.items[i];
        fields[i] = i;
        if (keyed) {
            vec_each(k, &u->fields) if (u->fields.items[k] == value->x->object || strcmp(u->fields.items[k]->name, value->x->name) == 0)
                fields[i] = k;
            value = value->y;
        }
        add_element(f, &o, value, u->fields.items[fields[i]]->type);
    }
    operands_settle(f, &o);
    struct code *init = code_braces(a);
    if (o.list.len == 0)
        return zero_init(l, e->type);
    vec_each(i, &o.list) {
        struct code *x = o.list.items[i].code;
        if (keyed)
            x = code_designated(a, arena_printf(a, ".%s", ctype_field(&l->types, e->type, fields[i])), x);
        code_push(a, init, x);
    }
    return init;
}

/* One more than the largest index of an array or slice literal. */
int64_t element_count(const struct expr *e) {
    int64_t next = 0, count = 0;
    vec_each(i, &e->list) {
        if (e->list.items[i]->kind == EXPR_KEY_VALUE)
            constant_fits_int64(e->list.items[i]->x->value, &next);
        count = ++next > count ? next : count;
    }
    return count;
}

/* C compilers write out the elements that a designator skips, one by one: past this many the elements are assigned instead. */
enum { MOST_SKIPPED = 1 << 16 };

bool literal_is_sparse(const struct expr *e) {
    return element_count(e) - e->list.len > MOST_SKIPPED;
}

/* The elements of a sparse literal go into `array`, which is zero. */
static void assign_elements(struct function *f, struct expr *e, struct type *elem, struct code *array) {
    struct arena *a = f->l->arena;
    struct operands o = {0};
    int64_t *indices = arena_array(a, int64_t, e->list.len + 1);
    int64_t next = 0;
    vec_each(i, &e->list) {
        struct expr *value = e->list.items[i];
        if (value->kind == EXPR_KEY_VALUE) {
            constant_fits_int64(value->x->value, &next);
            value = value->y;
        }
        indices[i] = next++;
        operand_add(f, &o, lower_as(f, value, elem), ctype(&f->l->types, elem));
    }
    operands_settle(f, &o);
    vec_each(i, &o.list)
        emit(f, code_assign(a, code_index(a, code_member(a, array, "at"), code_atomf(a, "%lld", (long long)indices[i])), "=",
                            o.list.items[i].code));
}

/* Elements of an array or slice literal, in braces; *count is one more than the largest index. */
static struct code *elements_init(struct function *f, struct expr *e, struct type *elem, int64_t *count) {
    struct arena *a = f->l->arena;
    struct operands o = {0};
    int64_t *indices = arena_array(a, int64_t, e->list.len + 1);
    int64_t next = 0;
    *count = 0;
    vec_each(i, &e->list) {
        struct expr *value = e->list.items[i];
        if (value->kind == EXPR_KEY_VALUE) {
            constant_fits_int64(value->x->value, &next);
            value = value->y;
        }
        indices[i] = next++;
        *count = next > *count ? next : *count;
        add_element(f, &o, value, elem);
    }
    operands_settle(f, &o);
    struct code *values = code_braces(a);
    int64_t at = 0;
    vec_each(i, &o.list) {
        struct code *x = o.list.items[i].code;
        if (indices[i] != at)
            x = code_designated(a, arena_printf(a, "[%lld]", (long long)indices[i]), x);
        code_push(a, values, x);
        at = indices[i] + 1;
    }
    return values;
}

static struct code *array_init(struct function *f, struct expr *e, struct type *elem, int64_t *count) {
    struct code *values = elements_init(f, e, elem, count);
    if (values->list_len == 0)
        return NULL;
    struct code *init = code_braces(f->l->arena);
    code_push(f->l->arena, init, values);
    return init;
}

/* Both braces of {{1, 2}} are the literal. */
static struct code *made_from(struct code *init, const struct expr *e) {
    init->go = e;
    if (init->kind == CODE_BRACES && init->list_len == 1 && init->list[0]->kind == CODE_BRACES && !init->list[0]->go)
        init->list[0]->go = e;
    return init;
}

struct code *lower_composite_init(struct function *f, struct expr *e) {
    struct type *u = type_underlying(e->type);
    if (u->kind == TYPE_STRUCT)
        return made_from(struct_init(f, e), e);
    if (literal_is_sparse(e)) {
        struct code *array = temp(f, "lit", ctype(&f->l->types, e->type), zero_init(f->l, e->type));
        assign_elements(f, e, u->elem, array);
        return array;
    }
    int64_t count;
    struct code *init = array_init(f, e, u->elem, &count);
    return init ? made_from(init, e) : zero_init(f->l, e->type);
}

/* []T{…}: a slice of an array that is a site. */
static struct code *slice_literal(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *elem = element_type(type_underlying(e->type));
    int64_t count = element_count(e);
    bool sparse = literal_is_sparse(e);
    struct code *init = sparse ? NULL : array_init(f, e, elem, &count);
    const char *type = array_ctype(l, elem, count);
    if (!init)
        init = code_braces(a);
    struct code *array = site_object(f, e->pos, display(f->l, e), "lit", type, type_has_pointers(elem), init);
    if (sparse)
        assign_elements(f, e, elem, array);
    return slice_over(l, e->type, array, code_atomf(l->arena, "%lld", (long long)count), count);
}

static struct code *map_literal(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *m = type_underlying(e->type);
    const char *word = ctype_word(&l->types, m);
    struct code *map = temp(f, "map", ctype(&l->types, e->type), make_map(f, e->pos, display(f->l, e), e->type, code_atomf(a, "%d", e->list.len)));
    vec_each(i, &e->list) {
        struct expr *pair = e->list.items[i];
        struct operands o = {0};
        f->pos = pair->pos;
        operand_add(f, &o, lower_as(f, pair->x, m->key), ctype(&l->types, m->key));
        operand_add(f, &o, lower_as(f, pair->y, m->elem), ctype(&l->types, m->elem));
        operands_settle(f, &o);
        emit(f, code_calln(a, arena_printf(a, "%s_put", word), 3, map, o.list.items[0].code, o.list.items[1].code));
    }
    return map;
}

struct code *lower_composite(struct function *f, struct expr *e) {
    struct lowering *l = f->l;
    struct type *t = e->type;
    struct type *u = type_underlying(t);
    switch (u->kind) {
    case TYPE_SLICE:
        return slice_literal(f, e);
    case TYPE_MAP:
        return map_literal(f, e);
    case TYPE_POINTER: /* the & that an element of a literal may leave out */
        return lower_new_composite(f, e, e);
    default:
        break;
    }
    struct code *init = lower_composite_init(f, e);
    if (init->kind != CODE_BRACES)
        return init;
    struct code *x = code_literal(l->arena, ctype(&l->types, t));
    for (int i = 0; i < init->list_len; i++)
        code_push(l->arena, x, init->list[i]);
    return x;
}

/* A new object behind a pointer. init NULL: zero. */
static struct code *new_object(struct function *f, struct pos pos, const char *name, struct type *t, struct code *init) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const char *type = ctype(&l->types, t);
    if (type_size(t) > LARGEST_IMPLICIT) {
        struct code *p = heap_by_nature(f, pos, name, "lit", arena_printf(a, "%s *", type), "too large for stack", allocation(l, type, type_has_pointers(t)));
        if (init)
            emit(f, code_assign(a, code_deref(a, p), "=", as_expression(l, type, init)));
        return p;
    }
    return code_address(a, init ? site_object(f, pos, name, "lit", type, type_has_pointers(t), init) : site_zeroed(f, pos, name, "lit", t));
}

struct code *lower_new_composite(struct function *f, struct expr *e, struct expr *literal) {
    struct arena *a = f->l->arena;
    struct type *t = literal->type;
    struct pos pos = e->pos;
    const char *name = display(f->l, e);
    if (type_underlying(t)->kind == TYPE_POINTER) { /* elided */
        struct expr *inner = arena_copy(a, literal, sizeof *literal);
        inner->type = t = type_underlying(t)->elem;
        name = arena_printf(a, "&%s", display(f->l, inner));
        literal = inner;
    }
    enum type_kind k = type_underlying(t)->kind;
    if (k != TYPE_STRUCT && k != TYPE_ARRAY)
        return new_object(f, pos, name, t, lower_composite(f, literal));
    return new_object(f, pos, name, t, literal->list.len ? lower_composite_init(f, literal) : NULL);
}

struct code *lower_new(struct function *f, struct expr *e) {
    return new_object(f, e->pos, display(f->l, e), type_underlying(e->type)->elem, NULL);
}

/* for loops over ranges (spec: For statements with range clause). The operand is evaluated once, before the loop. */
#include "transpiler/lower.h"

#include <string.h>

/* What the loop variables are in this loop. */
struct range {
    struct stmt *s;
    struct expr *key, *value;               /* left sides; NULL where absent or blank */
    struct object *key_object, *value_object; /* with := */
    bool counts_with_key;                     /* the key is the counter itself */
    struct code_stmt *loop;
    struct lifetime lifetime;
    struct jump_target target;
};

static struct expr *side(const struct stmt *s, int i) {
    if (i >= s->lhs.len || !s->lhs.items[i])
        return NULL;
    struct expr *e = strip(s->lhs.items[i]);
    return e->kind == EXPR_NAME && strcmp(e->name, "_") == 0 ? NULL : e;
}

static struct object *object_of(const struct stmt *s, int i) {
    return s->is_define && i < s->defined.len ? s->defined.items[i] : NULL;
}

static void start(struct function *f, struct range *r) {
    r->loop = emit_stmt(f, CODE_FOR);
    f->effects_made++;
    r->lifetime = (struct lifetime){.outer = f->lifetime, .block = &r->loop->body};
    f->lifetime = &r->lifetime;
    r->target.c_loop = true;
    enter_target(f, &r->target, r->s);
    f->out = &r->loop->body;
}

/* A loop variable gets its value: a new variable each time round, one variable of the loop, or a place of the program. */
static void set(struct function *f, struct expr *e, struct object *o, struct code *x, struct type *type) {
    if (!e)
        return;
    f->pos = e->pos;
    if (o && !o->per_iteration && variable_needs_site(o))
        emit(f, code_assign(f->l->arena, variable_code(f, o), "=", x));
    else
        assign_value(f, o, e, x, type);
}

/* Key and value, or one of them. */
static void set_both(struct function *f, struct range *r, struct code *key, struct type *key_type, struct code *value, struct type *value_type) {
    if (r->key && r->value && !r->s->is_define) {
        assign_values(f, &r->s->lhs, (struct code *[]){key, value}, (struct type *[]){key_type, value_type});
        return;
    }
    if (!r->counts_with_key)
        set(f, r->key, r->key_object, key, key_type);
    set(f, r->value, r->value_object, value, value_type);
}

/* A variable of the whole loop (before Go 1.22) that is a site is declared before the loop. */
static void declare_before(struct function *f, struct object *o) {
    if (!o || o->per_iteration || !variable_needs_site(o))
        return;
    f->pos = o->pos;
    declare_variable(f, o, NULL);
}

static void finish(struct function *f, struct range *r, const struct code_block *last, struct code_block *outer) {
    lower_stmts(f, &r->s->block->list);
    lower_loop_end(f, &r->target, &r->loop->body, last);
    f->lifetime = r->lifetime.outer;
    f->out = outer;
    f->pos = r->s->pos;
    leave_target(f, &r->target);
}

static bool list_assigns(const stmt_list *list, const struct object *o);

/* Does the statement assign to the variable? Func literals need no look: what they assign to is captured by reference. */
static bool stmt_assigns(const struct stmt *s, const struct object *o) {
    if (!s)
        return false;
    vec_each(i, &s->lhs) {
        const struct expr *e = s->lhs.items[i];
        while (e && (e->kind == EXPR_PAREN || e->kind == EXPR_INDEX || e->kind == EXPR_SELECTOR))
            e = e->x;
        if (e && e->kind == EXPR_NAME && e->object == o)
            return true;
    }
    if (s->block && list_assigns(&s->block->list, o))
        return true;
    vec_each(i, &s->clauses)
        if (stmt_assigns(s->clauses.items[i].comm, o) || list_assigns(&s->clauses.items[i].body, o))
            return true;
    return stmt_assigns(s->init, o) || stmt_assigns(s->post, o) || stmt_assigns(s->other, o);
}

static bool list_assigns(const stmt_list *list, const struct object *o) {
    vec_each(i, list) if (stmt_assigns(list->items[i], o)) return true;
    return false;
}

/* Can the loop count with the Go variable itself? Only where nobody else sees or changes it. */
static bool may_count_with(const struct object *o, const struct stmt *loop) {
    return o && !variable_needs_site(o) && !list_assigns(&loop->block->list, o);
}

/* for i := 0; i < length; i++, with the counter under the Go name where that is possible. Returns the counter. */
static struct code *count_to(struct function *f, struct range *r, struct code *length, const char *type) {
    struct arena *a = f->l->arena;
    bool direct = r->key && may_count_with(r->key_object, r->s);
    const char *name;
    if (direct) {
        struct variable *v = arena_new(a, struct variable);
        v->c_name = name = name_local(f, r->key_object->name);
        r->key_object->lower = v;
        vec_push(f->l->lasting, &f->l->variables, ((struct lowered_variable){f->c_name, name, r->key_object}));
    } else {
        name = name_temp(f, "i");
    }
    struct code *counter = code_atom(a, name);
    struct code_stmt *init = code_stmt_new(a, CODE_DECL, r->s->pos);
    init->type = type;
    init->name = name;
    init->x = code_atom(a, "0");
    r->loop->init = init;
    r->loop->x = code_binary(a, counter, "<", length);
    r->loop->post = code_postfix(a, counter, "++");
    r->counts_with_key = direct;
    return counter;
}

static void range_integer(struct function *f, struct range *r) {
    struct lowering *l = f->l;
    struct expr *x = strip(r->s->x);
    struct type *t = r->key ? r->key->type : type_is_untyped(x->type) ? type_default(x->type) : x->type;
    struct code_block *outer = f->out;
    struct code *length = lower_as(f, x, t);
    const char *type = ctype(&l->types, t);
    if (!x->value)
        length = temp(f, "n", type, length);
    declare_before(f, r->key_object);
    f->pos = r->s->pos;
    start(f, r);
    set_both(f, r, count_to(f, r, length, type), t, NULL, NULL);
    struct code_block last = {0};
    finish(f, r, &last, outer);
}

/* Is the operand a variable that the loop does not change, so that it needs no copy? */
static bool is_unchanged_variable(struct function *f, struct expr *e, const struct stmt *loop) {
    e = strip(e);
    if (e->kind != EXPR_NAME || !e->object || e->object->kind != OBJECT_VAR)
        return false;
    const struct object *o = e->object;
    return o->lower && !variable_needs_site(o) && o->func == f->func && !list_assigns(&loop->block->list, o);
}

static void range_slice_or_array(struct function *f, struct range *r) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct expr *e = r->s->x;
    struct type *u = type_underlying(e->type);
    struct code_block *outer = f->out;
    bool through_pointer = u->kind == TYPE_POINTER;
    struct type *array = through_pointer ? type_underlying(u->elem) : u->kind == TYPE_ARRAY ? u : NULL;
    struct code *x, *length;
    if (array && !r->value) { /* only the length matters, and that is constant */
        x = NULL;
        if (strip(e)->kind == EXPR_CALL)
            lower_discard(f, e);
    } else {
        x = u->kind == TYPE_ARRAY ? lower_place_or_value(f, e) : lower_expr(f, e);
        if (!is_unchanged_variable(f, e, r->s))
            x = temp(f, "range", ctype(&l->types, e->type), x);
    }
    length = array ? code_atomf(a, "%lld", (long long)array->count) : code_member(a, x, "len");
    declare_before(f, r->key_object);
    declare_before(f, r->value_object);
    f->pos = r->s->pos;
    start(f, r);
    struct code *i = count_to(f, r, length, "go_int");
    struct code *element = NULL;
    if (r->value) {
        struct code *at = through_pointer ? code_member(a, code_deref(a, non_nil(f, x)), "at") : code_member(a, x, array ? "at" : "ptr");
        element = code_index(a, at, i);
        element->effects |= EFFECT_READS;
    }
    set_both(f, r, i, type_basic(TYPE_INT), element, array ? array->elem : u->elem);
    struct code_block last = {0};
    finish(f, r, &last, outer);
}

static void range_string(struct function *f, struct range *r) {
    struct arena *a = f->l->arena;
    struct code_block *outer = f->out;
    struct code *x = lower_expr(f, r->s->x);
    if (!is_unchanged_variable(f, r->s->x, r->s))
        x = temp(f, "range", "go_string", x);
    declare_before(f, r->key_object);
    declare_before(f, r->value_object);
    f->pos = r->s->pos;
    start(f, r);
    const char *name = name_temp(f, "i");
    struct code *i = code_atom(a, name);
    struct code_stmt *init = code_stmt_new(a, CODE_DECL, r->s->pos);
    init->type = "go_int";
    init->name = name;
    init->x = code_atom(a, "0");
    r->loop->init = init;
    r->loop->x = code_binary(a, i, "<", code_member(a, x, "len"));
    r->target.continue_needs_label = true;
    struct code *at = temp(f, "at", "struct go_decoded", code_pure(a, "go_decode_rune", 2, x, i));
    set_both(f, r, i, type_basic(TYPE_INT), code_member(a, at, "rune"), type_rune());
    struct code_block last = {0};
    f->pos = r->s->pos;
    f->out = &last;
    emit(f, code_assign(a, i, "+=", code_member(a, at, "width")));
    f->out = &r->loop->body;
    finish(f, r, &last, outer);
}

static void range_map(struct function *f, struct range *r) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *m = type_underlying(r->s->x->type);
    const char *word = ctype_word(&l->types, m);
    struct code_block *outer = f->out;
    struct code *x = lower_expr(f, r->s->x);
    declare_before(f, r->key_object);
    declare_before(f, r->value_object);
    f->pos = r->s->pos;
    start(f, r);
    const char *name = name_temp(f, "it");
    struct code_stmt *init = code_stmt_new(a, CODE_DECL, r->s->pos);
    init->type = arena_printf(a, "struct %s_iterator", word);
    init->name = name;
    init->x = code_pure(a, arena_printf(a, "%s_range", word), 1, x);
    r->loop->init = init;
    r->loop->x = code_calln(a, arena_printf(a, "%s_next", word), 1, code_atomf(a, "&%s", name));
    struct code *it = code_atom(a, name);
    set_both(f, r, code_deref(a, code_member(a, it, "key")), m->key, code_deref(a, code_member(a, it, "value")), m->elem);
    struct code_block last = {0};
    finish(f, r, &last, outer);
}

static void range_chan(struct function *f, struct range *r) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    struct type *chan = type_underlying(r->s->x->type);
    const char *word = ctype_word(&l->types, chan);
    struct code_block *outer = f->out;
    struct code *x = lower_expr(f, r->s->x);
    if (!is_unchanged_variable(f, r->s->x, r->s))
        x = temp(f, "range", ctype(&l->types, r->s->x->type), x);
    declare_before(f, r->key_object);
    f->pos = r->s->pos;
    start(f, r);
    struct code *received = temp(f, "received", arena_printf(a, "struct %s_received", word), code_calln(a, arena_printf(a, "%s_receive_ok", word), 1, x));
    struct code_stmt *stop = emit_if(f, code_unary(a, "!", code_member(a, received, "r1")));
    enter_block(f, &stop->body);
    emit_stmt(f, CODE_BREAK);
    f->out = &r->loop->body;
    set(f, r->key, r->key_object, code_member(a, received, "r0"), chan->elem);
    struct code_block last = {0};
    finish(f, r, &last, outer);
}

void lower_range(struct function *f, struct stmt *s) {
    struct range r = {.s = s, .key = side(s, 0), .value = side(s, 1)};
    r.key_object = r.key ? object_of(s, 0) : NULL;
    r.value_object = r.value ? object_of(s, 1) : NULL;
    f->pos = s->pos;
    struct type *u = type_underlying(s->x->type);
    switch (u->kind) {
    case TYPE_STRING:
    case TYPE_UNTYPED_STRING:
        range_string(f, &r);
        break;
    case TYPE_SLICE:
    case TYPE_ARRAY:
    case TYPE_POINTER:
        range_slice_or_array(f, &r);
        break;
    case TYPE_MAP:
        range_map(f, &r);
        break;
    case TYPE_CHAN:
        range_chan(f, &r);
        break;
    default:
        range_integer(f, &r);
    }
}

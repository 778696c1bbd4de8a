/* Storage sites: every object whose place has to be decided (docs/lowered-form.md, "Storage sites").
 *
 * Invariants: the sites of a program are made in the same order and with the same ids in every storage mode, since ids are how
 * verdicts find their objects; and the C lifetime of an object on the stack is the Go lifetime: it is declared at the top level
 * of the innermost block that makes a new one each time round, whatever block its evaluation stands in. */
#include "transpiler/lower.h"

#include <stdint.h>
#include <string.h>

const char *site_id(struct lowering *l, struct pos pos, const char *name) {
    const char *id = l->several_files ? arena_printf(l->lasting, "%s:%d:%d:%s", pos.source->name, pos.line, pos.col, name)
                                      : arena_printf(l->lasting, "%d:%d:%s", pos.line, pos.col, name);
    intptr_t count = (intptr_t)map_get(&l->site_ids, id) + 1;
    map_put(l->lasting, &l->site_ids, id, (void *)count);
    return count == 1 ? id : arena_printf(l->lasting, "%s #%d", id, (int)count);
}

bool site_on_heap(struct lowering *l, const char *id) {
    switch (l->options->storage) {
    case STORAGE_STACK:
        return false;
    case STORAGE_HEAP:
        return true;
    case STORAGE_DECIDED:
        break;
    }
    const struct verdict *v = l->options->verdicts ? map_get(&l->options->verdicts->by_id, id) : NULL;
    return v == NULL || v->heap; /* what nobody looked at can be anywhere: the heap is always right */
}

const char *site_attribute(struct lowering *l, const char *id) {
    if (l->options->storage == STORAGE_HEAP)
        return NULL;
    return arena_printf(l->arena, "SITE(%s)", c_string(l->arena, id, (int)strlen(id)));
}

struct code *allocation(struct lowering *l, const char *type, bool has_pointers) {
    return code_calln(l->arena, has_pointers ? "NEW" : "NEW_NOSCAN", 1, code_atom(l->arena, type));
}

void emit_hoisted(struct function *f, struct code_stmt *s) {
    code_insert_after(f->lifetime->block, f->lifetime->head, s);
    f->lifetime->head = s;
}

struct code *as_expression(struct lowering *l, const char *type, struct code *init) {
    if (init->kind != CODE_BRACES)
        return init;
    struct code *literal = code_literal(l->arena, type);
    for (int i = 0; i < init->list_len; i++)
        code_push(l->arena, literal, init->list[i]);
    literal->go = init->go;
    return literal;
}

static bool is_zero(const struct code *x) {
    if (x->kind == CODE_BRACES)
        return x->list_len == 0 || (x->list_len == 1 && is_zero(x->list[0]));
    return x->kind == CODE_ATOM && (strcmp(x->text, "0") == 0 || strcmp(x->text, "false") == 0 || strcmp(x->text, "NULL") == 0);
}

/* The object of a site: declared or allocated, and initialised if there is something to set. One that is declared away from its
 * place is set even to `zero` there, since control may come back. */
static struct code *place_object(struct function *f, const char *id, const char *type, const char *name, bool on_heap,
                                 bool has_pointers, struct code *init, struct code *zero) {
    struct arena *a = f->l->arena;
    if (on_heap) {
        emit_decl(f, arena_printf(a, "%s *", type), name, NULL, allocation(f->l, type, has_pointers));
        struct code *object = code_deref(a, code_atom(a, name));
        if (init && !is_zero(init)) /* new memory is zero */
            emit(f, code_assign(a, object, "=", as_expression(f->l, type, init)));
        return object;
    }
    const char *attribute = site_attribute(f->l, id);
    struct code *object = code_atom(a, name);
    if (f->out == f->lifetime->block) {
        emit_decl(f, type, name, attribute, init ? init : zero);
        return object;
    }
    struct code_stmt *s = code_stmt_new(a, CODE_DECL, f->pos);
    s->type = type;
    s->name = name;
    s->attribute = attribute;
    emit_hoisted(f, s);
    if (init || zero)
        emit(f, code_assign(a, object, "=", as_expression(f->l, type, init ? init : zero)));
    return object;
}

struct code *site_zeroed(struct function *f, struct pos pos, const char *name, const char *base, struct type *t) {
    struct lowering *l = f->l;
    const char *id = site_id(l, pos, name);
    return place_object(f, id, ctype(&l->types, t), name_temp(f, base), site_on_heap(l, id), type_has_pointers(t), NULL, zero_init(l, t));
}

struct code *heap_by_nature(struct function *f, struct pos pos, const char *name, const char *base, const char *type, const char *reason,
                            struct code *x) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const char *id = site_id(l, pos, name);
    const char *c_name = name_temp(f, base);
    const char *attribute =
        arena_printf(a, "HEAP(%s, %s)", c_string(a, id, (int)strlen(id)), c_string(a, reason, (int)strlen(reason)));
    emit_decl(f, type, c_name, attribute, x);
    return code_atom(a, c_name);
}

struct code *site_object(struct function *f, struct pos pos, const char *name, const char *base, const char *type, bool has_pointers,
                         struct code *init) {
    return object_of_site(f, site_id(f->l, pos, name), base, type, has_pointers, init);
}

struct code *object_of_site(struct function *f, const char *id, const char *base, const char *type, bool has_pointers, struct code *init) {
    return place_object(f, id, type, name_temp(f, base), site_on_heap(f->l, id), has_pointers, init, NULL);
}

enum { MOST_BYTES_OF_VARIABLE = 10 << 20 };

bool variable_needs_site(const struct object *o) {
    if (!o->is_param && !o->is_result && o->type && type_size(o->type) > MOST_BYTES_OF_VARIABLE)
        return true; /* the Go compiler puts no such variable on a stack, whatever is done with it */
    return o->address_taken || (o->captured && o->by_reference);
}

/* The size up to which a variable may be on the stack, by language version (cmd/compile/internal/ir, MaxStackVarSize). */
static int64_t largest_on_stack(const struct lowering *l) {
    return !language_before(l, 24) ? 128 * 1024 : 10 * 1024 * 1024;
}

static void declare_too_large(struct function *f, const struct object *o, struct variable *v, const char *type) {
    struct lowering *l = f->l;
    v->site = site_id(l, o->pos, o->name);
    const char *attribute = arena_printf(l->arena, "HEAP(%s, \"too large for stack\")", c_string(l->arena, v->site, (int)strlen(v->site)));
    emit_decl(f, arena_printf(l->arena, "%s *", type), v->c_name, attribute, allocation(l, type, type_has_pointers(o->type)));
}

bool is_copied_each_time(const struct object *o) {
    return o && o->per_iteration && variable_needs_site(o);
}

struct code *declare_variable(struct function *f, struct object *o, struct code *init) {
    struct lowering *l = f->l;
    struct variable *v = arena_new(l->arena, struct variable);
    v->in_loop_of = f->lifetime->outer ? f : NULL;
    const char *type = ctype(&l->types, o->type);
    if (f->hiding && is_copied_each_time(o)) {
        v->c_name = name_local(f, arena_printf(l->arena, "%s_", o->name));
        v->hidden = true;
        o->lower = v;
        v->decl = emit_decl(f, type, v->c_name, NULL, init ? init : zero_init(l, o->type));
        vec_push(l->arena, &f->variables, v);
        return code_atom(l->arena, v->c_name);
    }
    v->c_name = name_local(f, o->name);
    o->lower = v;
    vec_push(l->lasting, &l->variables, ((struct lowered_variable){f->c_name, v->c_name, o}));
    vec_push(l->arena, &f->variables, v);
    if (type_size(o->type) > largest_on_stack(l)) {
        v->on_heap = true;
        declare_too_large(f, o, v, type);
        if (init && !is_zero(init))
            emit(f, code_assign(l->arena, code_deref(l->arena, code_atom(l->arena, v->c_name)), "=", as_expression(l, type, init)));
        return variable_code(f, o);
    }
    if (!variable_needs_site(o)) {
        v->decl = emit_decl(f, type, v->c_name, NULL, init ? init : zero_init(l, o->type));
        v->constant = is_constant_variable(o);
        struct code *x = variable_code(f, o);
        v->references = 0;
        return x;
    }
    v->site = site_id(l, o->pos, o->name);
    v->on_heap = site_on_heap(l, v->site);
    place_object(f, v->site, type, v->c_name, v->on_heap, type_has_pointers(o->type), init, zero_init(l, o->type));
    return variable_code(f, o);
}

bool is_constant_variable(const struct object *o) {
    return !o->reassigned && !o->captured && !variable_needs_site(o);
}

void not_read(const struct object *o) {
    struct variable *v = o->lower;
    if (v && v->references > 0)
        v->references--;
}

void mark_unused_variables(struct function *f) {
    vec_each(i, &f->variables) {
        const struct variable *v = f->variables.items[i];
        if (v->decl && v->references == 0)
            v->decl->attribute = v->decl->attribute ? arena_printf(f->l->arena, "UNUSED %s", v->decl->attribute) : "UNUSED";
    }
}

struct code *variable_code(struct function *f, struct object *o) {
    struct arena *a = f->l->arena;
    const char *field = o->captured && f->is_literal ? ptrmap_get(&f->fields, o) : NULL;
    if (field) {
        struct code *member = code_member(a, code_deref(a, code_atom(a, "env")), field);
        if (o->by_reference)
            return code_deref(a, member);
        member->effects = 0; /* the copy in the environment never changes */
        return member;
    }
    struct variable *v = o->lower;
    if (!v) {
        v = o->lower = arena_new(f->l->lasting, struct variable);
        v->c_name = name_of_object(f->l, o);
        v->global = true;
    }
    v->references++;
    struct code *x = code_atom(a, v->c_name);
    x->variable = v->constant ? v : NULL;
    if (v->global) {
        x->effects = EFFECT_READS;
        return x;
    }
    if (v->on_heap)
        return code_deref(a, x);
    if (!v->hidden && variable_needs_site(o))
        x->effects = EFFECT_READS;
    return x;
}

/* Declarations: constants, variables, types and functions get their types, in the order in which they need each other, and cycles that
 * make no sense are reported (spec: Declarations and scope, Type declarations). */
#include "transpiler/check_internal.h"

#include <string.h>

/* ---- cycles ---- */

static bool is_before(struct pos x, struct pos y) {
    return x.line != y.line ? x.line < y.line : x.col < y.col;
}

/* Reports a cycle of declarations, from the one that stands first in the source. */
void report_cycle(struct checker *c, struct object **cycle, int len) {
    int first = 0;
    for (int i = 1; i < len; i++) {
        if (is_before(cycle[i]->pos, cycle[first]->pos))
            first = i;
    }
    struct object *o = cycle[first];
    if (o->kind == OBJECT_TYPE)
        report(c, o->pos, "invalid recursive type %s", o->name);
    else
        report(c, o->pos, "illegal cycle in declaration of %s", o->name);
    for (int i = 0; i < len; i++) {
        report_more(c, cycle[(first + i) % len]->pos, "%s refers to", cycle[(first + i) % len]->name);
    }
    report_more(c, o->pos, "%s", o->name);
}

/* Object o is needed for its own declaration. Types may be, if one of them is defined on the way; what involves only constants and
 * variables is found when their order of initialisation is. */
static bool is_valid_cycle(struct checker *c, struct object *o) {
    int first = c->under_way.len - 1;
    while (first > 0 && c->under_way.items[first] != o)
        first--;
    int values = 0, definitions = 0, len = c->under_way.len - first;
    for (int i = first; i < c->under_way.len; i++) {
        const struct object *member = c->under_way.items[i];
        if (member->kind == OBJECT_CONST || member->kind == OBJECT_VAR)
            values++;
        else if (member->kind == OBJECT_TYPE && !member->is_alias)
            definitions++;
    }
    if (values == len || (values == 0 && definitions > 0))
        return true;
    report_cycle(c, c->under_way.items + first, len);
    return false;
}

/* ---- constants and variables ---- */

static void check_constant(struct checker *c, struct object *o, struct decl *d, int index) {
    struct environment saved = c->env;
    c->env.iota = constant_from_int64(c->arena, d->iota);
    c->env.inherited_at = (struct pos){0};
    o->value = constant_unknown();
    if (d->type) {
        struct type *t = check_type(c, d->type);
        if (!is_constant_type(t)) {
            if (under(t)->kind != TYPE_INVALID)
                report_at(c, d->type, "invalid constant type %s", type_string(c, t));
            o->type = type_invalid();
            c->env = saved;
            return;
        }
        o->type = t;
    }
    struct expr missing = {.kind = EXPR_BAD, .mode = MODE_INVALID, .type = type_invalid()};
    struct expr *value = index < d->values.len ? d->values.items[index] : &missing;
    if (index < d->values.len) {
        if (d->inherited)
            c->env.inherited_at = o->pos;
        check_expr(c, value);
    }
    init_constant(c, o, value);
    saved.has_call_or_receive = c->env.has_call_or_receive;
    c->env = saved;
}

/* As many values as names; one value for several variables may still be a call. */
static void check_arity(struct checker *c, const struct decl *d) {
    int names = d->names.len, values = d->values.len;
    if (names < values) {
        const struct expr *extra = d->values.items[names];
        if (d->inherited)
            report(c, d->pos, "extra init expr at %s:%d:%d", extra->pos.source ? extra->pos.source->name : "", extra->pos.line,
                   extra->pos.col);
        else
            report_at(c, extra, "extra init expr %s", expr_string(c, extra));
    } else if (names > values && (d->kind == DECL_CONST || values != 1)) {
        report_at(c, d->names.items[values], "missing init expr for %s", d->names.items[values]->name);
    }
}

/* One of the variables of a declaration, or all of them where they share a value. */
static void check_variable(struct checker *c, struct object *o, struct decl *d, int index) {
    bool shared = d->values.len == 1 && d->names.len > 1;
    if (d->type) {
        if (d->type->mode != MODE_TYPE)
            check_type(c, d->type);
        o->type = d->type->mode == MODE_TYPE ? d->type->type : type_invalid();
    }
    if (index >= d->values.len && !shared) {
        if (!d->type || d->values.len)
            o->type = o->type ? o->type : type_invalid();
        o->used |= o->type->kind == TYPE_INVALID;
        return;
    }
    if (!shared) {
        struct expr *value = d->values.items[index];
        check_expr(c, value);
        init_variable(c, o, value, "variable declaration");
        o->used |= o->type->kind == TYPE_INVALID;
        return;
    }
    vec_each(i, &d->objects) {
        struct object *each = d->objects.items[i];
        if (d->type)
            each->type = o->type;
    }
    object_list lhs = {d->objects.items, d->objects.len, d->objects.cap};
    init_variables(c, &lhs, &d->values, NULL);
    vec_each(i, &d->objects) {
        struct object *each = d->objects.items[i];
        each->used |= each->type->kind == TYPE_INVALID;
    }
}

/* ---- types ---- */

/* Does `t` contain itself without a pointer between? `nest` are the defined types around. Types that are fine are remembered. */
struct nest {
    struct type *named;
    const struct nest *outer;
    int depth;
};
static bool is_finite(struct checker *c, struct type *t, const struct nest *nest, struct ptrmap *fine);

static void report_infinite(struct checker *c, struct type *t, const struct nest *nest) {
    object_list cycle = {0};
    for (const struct nest *n = nest; n; n = n->outer) {
        vec_push(c->arena, &cycle, n->named->object);
        if (n->named == t)
            break;
    }
    for (int i = 0, k = cycle.len - 1; i < k; i++, k--) {
        struct object *o = cycle.items[i];
        cycle.items[i] = cycle.items[k];
        cycle.items[k] = o;
    }
    report_cycle(c, cycle.items, cycle.len);
    vec_each(i, &cycle) cycle.items[i]->type->underlying = type_invalid();
}

static bool is_finite(struct checker *c, struct type *t, const struct nest *nest, struct ptrmap *fine) {
    while (t && t->kind == TYPE_ARRAY)
        t = t->elem;
    if (!t)
        return true;
    switch (t->kind) {
    case TYPE_STRUCT:
        vec_each(i, &t->fields) {
            if (!is_finite(c, t->fields.items[i]->type, nest, fine))
                return false;
        }
        return true;
    case TYPE_INTERFACE:
        vec_each(i, &t->embedded) {
            if (!is_finite(c, t->embedded.items[i], nest, fine))
                return false;
        }
        return true;
    case TYPE_NAMED: break;
    default: return true;
    }
    if (t->object->package != c->package || under(t)->kind == TYPE_INVALID || ptrmap_has(fine, t))
        return true;
    for (const struct nest *n = nest; n; n = n->outer) {
        if (n->named == t) {
            report_infinite(c, t, nest);
            return false;
        }
    }
    struct nest inner = {t, nest, nest ? nest->depth + 1 : 1};
    enum { DEEPEST_NEST = 5000 };
    if (inner.depth > DEEPEST_NEST) {
        report(c, t->object->pos, "type %s nests too many types", t->object->name);
        t->underlying = type_invalid();
        return false;
    }
    if (!is_finite(c, t->underlying, &inner, fine))
        return false;
    ptrmap_put(c->arena, fine, t, t);
    return true;
}

/* Before all checks that look into types: a type that contains itself becomes invalid. */
static void require_finite_types(struct checker *c) {
    vec_each(i, &c->new_types) is_finite(c, c->new_types.items[i], NULL, &c->finite_types);
    c->new_types.len = 0;
}

/* Follows type A B; type B C; … to a type that is no name. A chain that ends in itself has none. */
static void resolve_chain(struct checker *c, struct type *named) {
    object_list chain = {0};
    for (struct type *t = named; t && t->kind == TYPE_NAMED && t->underlying; t = t->underlying) {
        vec_each(i, &chain) {
            if (chain.items[i]->type != t)
                continue;
            report_cycle(c, chain.items + i, chain.len - i);
            for (int k = i; k < chain.len; k++)
                chain.items[k]->type->underlying = type_invalid();
            return;
        }
        if (t->underlying->kind != TYPE_NAMED || t->object->package != c->package)
            break;
        vec_push(c->arena, &chain, t->object);
    }
    /* Short cut, where the end is known already. */
    struct type *end = type_underlying(named);
    if (end)
        named->underlying = end;
}

static void check_type_decl(struct checker *c, struct object *o, struct decl *d, struct type *def) {
    if (d->is_alias) {
        o->type = type_invalid(); /* as long as nothing better is known: see check_name */
        o->type = check_type(c, d->type);
        return;
    }
    struct type *named = new_type(c, TYPE_NAMED);
    named->object = o;
    o->type = named;
    if (def)
        def->underlying = named;
    c->types_under_way++;
    struct type *right = check_defined_type(c, d->type, named);
    if (!named->underlying)
        named->underlying = right;
    resolve_chain(c, named);
    vec_push(c->arena, &c->new_types, named);
    if (--c->types_under_way == 0) {
        require_finite_types(c);
        run_typed_checks(c);
    }
}

static void require_distinct_names(struct checker *c, void *named, struct expr *at) {
    (void)at;
    struct type *t = named, *s = under(t);
    if (s->kind != TYPE_STRUCT)
        return;
    vec_each(i, &t->methods) {
        const struct method *m = &t->methods.items[i];
        int f = field_index(c->arena, s, m->name, m->package);
        if (f < 0)
            continue;
        report(c, m->pos, "field and method with the same name %s", m->name);
        report_more(c, s->fields.items[f]->pos, "other declaration of %s", m->name);
    }
}

/* Adds the methods that wait for a type name to its type. Their signatures follow. */
static void collect_methods(struct checker *c, struct object *o) {
    object_list *methods = ptrmap_get(&c->methods_of, o);
    if (!methods || !o->type || o->type->kind != TYPE_NAMED)
        return;
    struct type *base = o->type;
    vec_each(i, methods) {
        struct object *m = methods->items[i];
        bool pointer = m->is_receiver;
        m->is_receiver = false;
        m->receiver = pointer ? type_pointer_to(c->arena, base) : base;
        int other = declared_method_index(c->arena, base, m->name, c->package);
        if (other >= 0) {
            report(c, m->pos, "%s.%s redeclared in this block", o->name, m->name);
            report_more(c, base->methods.items[other].pos, "other declaration of %s", m->name);
            continue;
        }
        vec_push(c->arena, &base->methods,
                 ((struct method){.name = m->name, .object = m, .pos = m->pos, .package = c->package}));
    }
    when_typed(c, require_distinct_names, base, NULL);
}

/* ---- functions ---- */

static void check_receiver(struct checker *c, void *receiver, struct expr *at) {
    struct object *r = receiver;
    struct type *t = r->type->kind == TYPE_POINTER ? r->type->elem : r->type;
    (void)at;
    if (t->kind == TYPE_INVALID)
        return;
    if (t->kind == TYPE_NAMED && t->object->package == c->package) {
        struct type *u = under(t);
        const char *cause = u->kind == TYPE_UNSAFE_POINTER                             ? "unsafe.Pointer"
                            : u->kind == TYPE_POINTER || u->kind == TYPE_INTERFACE ? "pointer or interface type"
                                                                                   : NULL;
        if (cause)
            report(c, r->pos, "invalid receiver type %s (%s)", type_string(c, t), cause);
    } else if (t->kind == TYPE_NAMED || t->kind < TYPE_POINTER) {
        report(c, r->pos, "cannot define new methods on non-local type %s", type_string(c, t));
    } else {
        report(c, r->pos, "invalid receiver type %s", type_string(c, r->type));
    }
}

static void check_function_decl(struct checker *c, struct object *o, struct decl_info *info) {
    struct decl *d = info->decl;
    struct func *f = d->func;
    /* Its own name inside the signature (as in an array length) means a function whose type is not known. */
    o->type = f->type = new_type(c, TYPE_FUNC);
    o->checking = CHECKED;
    struct scope *scope = open_scope(c);
    scope->func = f;
    check_signature(c, &f->signature, d->receiver, f, f->type);
    if (f->receiver) {
        when_typed(c, check_receiver, f->receiver, NULL);
        if (!o->receiver)
            o->receiver = f->receiver->type;
        struct type *base = o->receiver->kind == TYPE_POINTER ? o->receiver->elem : o->receiver;
        if (base->kind == TYPE_NAMED && base->object->package == c->package) {
            int m = declared_method_index(c->arena, base, o->name, c->package);
            if (m >= 0 && base->methods.items[m].object == o)
                base->methods.items[m].type = o->type;
        }
    }
    if (f->body && c->options->bodies)
        vec_push(c->arena, &c->bodies, ((struct waiting_body){f, info, info->file, scope, NULL}));
    close_scope(c);
}

/* ---- any object ---- */

static bool stack_is_short(const struct checker *c) {
    const char *here = __builtin_frame_address(0);
    size_t used = (size_t)(here < c->stack_start ? c->stack_start - here : here - c->stack_start);
    return used > c->stack_limit;
}

void check_object(struct checker *c, struct object *o, struct type *def) {
    if (o->checking == UNCHECKED && o->type)
        o->checking = CHECKED; /* a variable that got its type with others of its declaration */
    if (o->checking == CHECKED)
        return;
    if (o->checking == CHECKING) {
        bool valid = is_valid_cycle(c, o);
        if (o->kind == OBJECT_TYPE ? !valid : o->kind != OBJECT_FUNC && (!valid || !o->type))
            o->type = type_invalid();
        return;
    }
    struct decl_info *info = ptrmap_get(&c->info_of, o);
    if (!info)
        die("%s was not declared", o->name);
    if (stack_is_short(c)) {
        report(c, o->pos, "unsupported: a chain of %d declarations that each need the next", c->under_way.len);
        o->type = o->kind == OBJECT_FUNC ? new_type(c, TYPE_FUNC) : type_invalid();
        o->checking = CHECKED;
        return;
    }
    struct environment saved = c->env;
    c->env = (struct environment){.file = info->file, .scope = info->file->scope};
    o->checking = CHECKING;
    vec_push(c->arena, &c->under_way, o);
    switch (o->kind) {
    case OBJECT_CONST:
        c->env.decl = info;
        check_constant(c, o, info->decl, info->index);
        break;
    case OBJECT_VAR:
        c->env.decl = info;
        check_variable(c, o, info->decl, info->index);
        break;
    case OBJECT_TYPE:
        check_type_decl(c, o, info->decl, def);
        collect_methods(c, o);
        break;
    case OBJECT_FUNC: check_function_decl(c, o, info); break;
    default: die("%s cannot be declared", o->name);
    }
    c->under_way.len--;
    o->checking = CHECKED;
    c->env = saved;
}

void check_package_objects(struct checker *c) {
    /* Defined types first, then aliases, then the rest: so most aliases are known when they are needed. */
    for (int phase = 0; phase < 3; phase++) {
        vec_each(i, &c->infos) {
            struct object *o = c->infos.items[i]->object;
            if (phase == (o->kind != OBJECT_TYPE ? 2 : o->is_alias ? 1 : 0))
                check_object(c, o, NULL);
        }
    }
    vec_each(i, &c->package->files) {
        struct file *f = c->package->files.items[i];
        c->env.file = f;
        vec_each(k, &f->decls) {
            const struct decl *d = f->decls.items[k];
            if (d->kind == DECL_CONST || (d->kind == DECL_VAR && (!d->type || d->values.len)))
                check_arity(c, d);
        }
    }
    c->env = (struct environment){0};
}

/* ---- declarations in functions ---- */

static void add_local(struct checker *c, struct object *o) {
    if (o->kind == OBJECT_VAR && strcmp(o->name, "_") != 0)
        vec_push(c->arena, &c->locals, o);
}

void check_local_decl(struct checker *c, struct decl *d) {
    d->file = c->env.file;
    if (d->kind == DECL_TYPE) {
        struct expr *name = d->names.items[0];
        struct object *o = new_object(c, OBJECT_TYPE, name->name, name->pos);
        o->is_alias = d->is_alias;
        name->object = o;
        vec_push(c->arena, &d->objects, o);
        declare(c, c->env.scope, o);
        o->checking = CHECKING;
        vec_push(c->arena, &c->under_way, o);
        check_type_decl(c, o, d, NULL);
        c->under_way.len--;
        o->checking = CHECKED;
        return;
    }
    int bodies = c->bodies.len;
    vec_each(i, &d->names) {
        struct expr *name = d->names.items[i];
        struct object *o = new_object(c, d->kind == DECL_CONST ? OBJECT_CONST : OBJECT_VAR, name->name, name->pos);
        name->object = o;
        vec_push(c->arena, &d->objects, o);
    }
    bool shared = d->kind == DECL_VAR && d->values.len == 1 && d->names.len > 1;
    vec_each(i, &d->objects) {
        if (d->kind == DECL_CONST)
            check_constant(c, d->objects.items[i], d, i);
        else if (i == 0 || !shared)
            check_variable(c, d->objects.items[i], d, i);
        d->objects.items[i]->checking = CHECKED;
    }
    if (d->kind == DECL_CONST || !d->type || d->values.len)
        check_arity(c, d);
    run_bodies(c, bodies);
    vec_each(i, &d->objects) {
        declare(c, c->env.scope, d->objects.items[i]);
        add_local(c, d->objects.items[i]);
    }
}

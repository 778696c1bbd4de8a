/* Package variables and their initialisation (spec: Package initialization). What is constant is an initialiser of C; the rest
 * happens in go_init, imported packages first. */
#include "transpiler/lower.h"

#include <string.h>

static bool is_blank(const struct object *o) {
    return !o || !o->name || strcmp(o->name, "_") == 0;
}

/* A value that C takes as an initialiser of a static object; NULL where there is none. */
static struct code *static_init(struct lowering *l, struct expr *e, struct type *t) {
    e = strip(e);
    if (!e->value || e->mode != MODE_CONSTANT || type_is_interface(t))
        return NULL;
    if (type_is_string(type_underlying(t))) {
        int len = 0;
        const char *bytes = constant_string(e->value, &len);
        return code_atomf(l->arena, "STR_INIT(%s)", c_string(l->arena, bytes, len));
    }
    return lower_constant(l, e, t);
}

static void declare_global(struct lowering *l, struct object *o, struct code *init) {
    ctype(&l->types, o->type);
    vec_push(l->arena, &l->variables, ((struct lowered_variable){NULL, name_of_object(l, o), o}));
    vec_push(l->arena, &l->package_variables, ((struct global){o, init}));
}

void print_globals(struct lowering *l) {
    vec_each(i, &l->package_variables) {
        struct object *o = l->package_variables.items[i].object;
        const struct code *init = l->package_variables.items[i].init;
        const struct variable *v = o->lower;
        const char *declarator = code_declarator(l->arena, ctype(&l->types, o->type), name_of_object(l, o));
        bool external = is_external(l, o);
        struct buf text = {0};
        if (init) {
            buf_add(&text, " = ");
            text_code(&text, init);
        }
        text_line(&l->globals, o->pos, "%s%s%s%s;", external ? "" : "static ", declarator, external || (v && v->references > 0) ? "" : " UNUSED",
                  text.text ? text.text : "");
        buf_free(&text);
    }
}

static void init_several(struct function *f, struct decl *d) {
    struct stmt *s = arena_new(f->l->arena, struct stmt);
    s->kind = STMT_ASSIGN;
    s->pos = d->pos;
    s->lhs = d->names;
    vec_each(i, &d->names) { /* names of declarations are no expressions yet */
        d->names.items[i]->type = d->objects.items[i]->type;
        d->names.items[i]->object = d->objects.items[i];
    }
    s->rhs = d->values;
    lower_assign(f, s);
}

static void init_one(struct function *f, struct object *o, struct expr *value) {
    struct lowering *l = f->l;
    f->pos = o->pos;
    if (is_blank(o)) {
        lower_discard(f, value);
        return;
    }
    struct code *init = static_init(l, value, o->type);
    declare_global(l, o, init);
    if (init)
        return;
    struct code *x = variable_code(f, o);
    not_read(o);
    emit(f, code_assign(l->arena, x, "=", lower_as(f, value, o->type)));
}

static void declare_globals(struct lowering *l, const struct decl *d) {
    vec_each(i, &d->objects) if (!is_blank(d->objects.items[i])) declare_global(l, d->objects.items[i], NULL);
}

void lower_package_variables(struct function *f, struct package *p) {
    vec_each(i, &p->files) {
        vec_each(k, &p->files.items[i]->decls) {
            const struct decl *d = p->files.items[i]->decls.items[k];
            if (d->kind == DECL_VAR && d->values.len == 0)
                declare_globals(f->l, d);
        }
    }
    vec_each(i, &p->init_order) {
        struct decl *d = p->init_order.items[i];
        if (d->values.len == d->objects.len) {
            vec_each(k, &d->objects) init_one(f, d->objects.items[k], d->values.items[k]);
        } else {
            declare_globals(f->l, d);
            init_several(f, d);
        }
    }
}

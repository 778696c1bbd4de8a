/* Everything that is declared outside functions: package scope, file scopes with their imports, and which methods belong to which type
 * name (spec: Declarations and scope, Import declarations). Nothing has a type yet afterwards. */
#include "transpiler/check_internal.h"

#include <string.h>

static bool same_text(const char *x, const char *y) {
    return strcmp(x, y) == 0;
}

static struct decl_info *add_info(struct checker *c, struct object *o, struct file *f, struct decl *d, int index) {
    struct decl_info *info = arena_new(c->arena, struct decl_info);
    *info = (struct decl_info){.object = o, .file = f, .decl = d, .index = index};
    vec_push(c->arena, &c->infos, info);
    ptrmap_put(c->arena, &c->info_of, o, info);
    o->decl = d;
    return info;
}

static void declare_package_object(struct checker *c, struct expr *name, struct object *o) {
    if (same_text(o->name, "init")) {
        report_at(c, name, "cannot declare init - must be func");
        return;
    }
    if (same_text(o->name, "main") && same_text(c->package->name, "main")) {
        report_at(c, name, "cannot declare main - must be func");
        return;
    }
    declare(c, c->package->scope, o);
}

static void collect_names(struct checker *c, struct file *f, struct decl *d, enum object_kind kind) {
    vec_each(i, &d->names) {
        struct expr *name = d->names.items[i];
        struct object *o = new_object(c, kind, name->name, name->pos);
        name->object = o;
        o->is_alias = d->is_alias;
        vec_push(c->arena, &d->objects, o);
        add_info(c, o, f, d, i);
        declare_package_object(c, name, o);
    }
}

/* ---- imports ---- */

static void dot_import(struct checker *c, struct file *f, struct object *import) {
    struct map *by = ptrmap_get(&c->dot_imports, f->scope);
    if (!by) {
        by = arena_new(c->arena, struct map);
        ptrmap_put(c->arena, &c->dot_imports, f->scope, by);
    }
    const struct map *names = &import->imported->scope->names;
    for (int i = 0; i < names->len; i++) {
        struct object *o = names->entries[i].value;
        if (!name_is_exported(o->name))
            continue;
        if (map_has(&f->scope->names, o->name)) {
            report(c, import->pos, "%s redeclared in this block", o->name);
            continue;
        }
        map_put(c->arena, &f->scope->names, o->name, o);
        map_put(c->arena, by, o->name, import);
    }
}

static const char *last_element(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void collect_import(struct checker *c, struct file *f, struct decl *d) {
    if (!d->path)
        return;
    if (same_text(d->path, "unsafe"))
        d->imported = c->unsafe;
    struct expr *local = d->names.len ? d->names.items[0] : NULL;
    const char *name = local ? local->name : d->imported ? d->imported->name : last_element(d->path);
    if (same_text(name, "init")) {
        report(c, d->pos, "cannot import package as init - init must be a func");
        return;
    }
    struct object *o = new_object(c, OBJECT_PACKAGE, name, local ? local->pos : d->pos);
    o->type = type_invalid();
    o->imported = d->imported;
    o->decl = d;
    o->used = !d->imported;
    o->checking = CHECKED;
    vec_push(c->arena, &c->imports, o);
    vec_push(c->arena, &d->objects, o);
    if (d->imported && d->imported != c->unsafe) {
        bool known = false;
        vec_each(i, &c->package->imports) known |= c->package->imports.items[i] == d->imported;
        if (!known)
            vec_push(c->arena, &c->package->imports, d->imported);
    }
    if (!same_text(name, "."))
        declare(c, f->scope, o);
    else if (d->imported)
        dot_import(c, f, o);
}

void report_unused_imports(struct checker *c) {
    vec_each(i, &c->imports) {
        const struct object *o = c->imports.items[i];
        if (o->used || same_text(o->name, "_"))
            continue;
        const char *path = o->decl->path;
        if (same_text(o->name, ".") || same_text(o->name, last_element(path)))
            report(c, o->pos, "imported and not used: \"%s\"", path);
        else
            report(c, o->pos, "imported and not used: \"%s\" as %s", path, o->name);
    }
}

/* ---- functions and methods ---- */

/* A method and the name of the type that it seems to belong to. */
struct method_candidate {
    struct object *method;
    struct expr *type_name;
    bool pointer;
};
typedef VEC(struct method_candidate) candidate_list;

static struct expr *receiver_name(struct expr *type, bool *pointer) {
    *pointer = false;
    for (;;) {
        if (type->kind == EXPR_STAR)
            *pointer = true;
        else if (type->kind != EXPR_PAREN)
            return type->kind == EXPR_NAME ? type : NULL;
        type = type->x;
    }
}

static void collect_function(struct checker *c, struct file *f, struct decl *d, candidate_list *methods) {
    struct expr *name = d->names.items[0];
    struct object *o = new_object(c, OBJECT_FUNC, name->name, name->pos);
    o->func = d->func;
    name->object = o;
    vec_push(c->arena, &d->objects, o);
    d->func->decl = d;
    add_info(c, o, f, d, 0);
    if (d->receiver) {
        struct method_candidate m = {.method = o};
        m.type_name = receiver_name(d->receiver->type, &m.pointer);
        if (m.type_name && !same_text(o->name, "_"))
            vec_push(c->arena, methods, m);
        return;
    }
    bool init = same_text(o->name, "init");
    if (init || (same_text(o->name, "main") && same_text(c->package->name, "main"))) {
        const struct signature_expr *s = &d->func->signature;
        if (s->params.len || s->results.len)
            report(c, name->pos, "func %s must have no arguments and no return values", o->name);
    }
    if (!init)
        declare(c, c->package->scope, o);
    if (!d->func->body && !c->package->is_library && (init || c->options->complete))
        report(c, o->pos, "missing function body");
}

/* The declared type behind a receiver's type name: through aliases, and at most one pointer. NULL where there is none here. */
static struct object *receiver_base(struct checker *c, struct expr *type, bool *pointer) {
    struct ptrmap seen = {0};
    for (;;) {
        type = unparen(type);
        if (type->kind == EXPR_STAR) {
            if (*pointer)
                return NULL;
            *pointer = true;
            type = unparen(type->x);
        }
        if (type->kind != EXPR_NAME)
            return NULL;
        struct object *o = scope_lookup(c->package->scope, type->name);
        if (!o || o->kind != OBJECT_TYPE || ptrmap_has(&seen, o))
            return NULL;
        if (!o->decl->is_alias)
            return o;
        ptrmap_put(c->arena, &seen, o, o);
        type = o->decl->type;
    }
}

static void associate_methods(struct checker *c, const candidate_list *methods) {
    vec_each(i, methods) {
        const struct method_candidate *m = &methods->items[i];
        bool pointer = m->pointer;
        struct object *base = receiver_base(c, m->type_name, &pointer);
        if (!base)
            continue;
        object_list *list = ptrmap_get(&c->methods_of, base);
        if (!list) {
            list = arena_new(c->arena, object_list);
            ptrmap_put(c->arena, &c->methods_of, base, list);
        }
        vec_push(c->arena, list, m->method);
        /* The receiver's type follows when the base type is known. Until then only this is. */
        m->method->is_receiver = pointer;
    }
}

static void collect_decl(struct checker *c, struct file *f, struct decl *d, candidate_list *methods) {
    switch (d->kind) {
    case DECL_IMPORT: collect_import(c, f, d); break;
    case DECL_CONST: collect_names(c, f, d, OBJECT_CONST); break;
    case DECL_VAR: collect_names(c, f, d, OBJECT_VAR); break;
    case DECL_TYPE: collect_names(c, f, d, OBJECT_TYPE); break;
    case DECL_FUNC: collect_function(c, f, d, methods); break;
    }
}

/* A name of a file scope must not be one of the package scope. */
static void report_clashes(struct checker *c, const struct file *f) {
    const struct map *names = &f->scope->names;
    for (int i = 0; i < names->len; i++) {
        struct object *other = scope_lookup(c->package->scope, names->entries[i].key), *o = names->entries[i].value;
        if (!other)
            continue;
        if (o->kind == OBJECT_PACKAGE)
            report(c, other->pos, "%s already declared through import of package %s", other->name, o->name);
        else
            report(c, other->pos, "%s already declared through dot-import of package %s", other->name, o->package->name);
        if (o->kind == OBJECT_PACKAGE)
            report_more(c, o->pos, "other declaration of %s", other->name);
    }
}

void collect_objects(struct checker *c) {
    struct package *p = c->package;
    candidate_list methods = {0};
    p->scope = arena_new(c->arena, struct scope);
    p->scope->outer = c->universe;
    vec_each(i, &p->files) {
        struct file *f = p->files.items[i];
        f->scope = arena_new(c->arena, struct scope);
        f->scope->outer = p->scope;
        f->package = p;
        c->env.file = f;
        if (f->package_name && same_text(f->package_name, "_"))
            report(c, f->package_pos, "invalid package name _");
        vec_each(k, &f->decls) collect_decl(c, f, f->decls.items[k], &methods);
    }
    vec_each(i, &p->files) report_clashes(c, p->files.items[i]);
    associate_methods(c, &methods);
    c->env = (struct environment){0};
}

/* C names for what Go names (docs/lowered-form.md, "Names"). Names at file scope come from ctypes, so that functions, variables
 * and types never clash; local ones are unique in their function and stand for nothing else at file scope. */
#include "transpiler/lower.h"

#include <stdint.h>
#include <string.h>

static bool taken(struct function *f, const char *name) {
    return map_has(&f->names, name) || map_has(&f->l->types.names, name);
}

const char *name_local(struct function *f, const char *go_name) {
    struct lowering *l = f->l;
    const char *base = ctypes_reserved(go_name) ? arena_printf(l->lasting, "%s_", go_name) : go_name;
    const char *name = base;
    for (int i = 2; taken(f, name); i++)
        name = arena_printf(l->lasting, "%s_%d", base, i);
    map_put(l->arena, &f->names, name, f);
    return name;
}

const char *name_temp(struct function *f, const char *base) {
    struct arena *a = f->l->arena;
    const char *counter = arena_printf(a, "#%s", base);
    intptr_t n = (intptr_t)map_get(&f->names, counter);
    const char *name;
    do
        name = arena_printf(a, "%s%d", base, (int)++n);
    while (taken(f, name));
    map_put(a, &f->names, counter, (void *)n);
    map_put(a, &f->names, name, f);
    return name;
}

const char *name_of_object(struct lowering *l, struct object *o) {
    if (o->c_name)
        return o->c_name;
    struct arena *a = l->lasting;
    const char *name = strcmp(o->name, "_") == 0 ? "blank" : o->name;
    if (o->kind == OBJECT_FUNC && o->receiver) {
        struct type *t = o->receiver->kind == TYPE_POINTER ? o->receiver->elem : o->receiver;
        const struct object *named = t->object;
        o->c_name = ctypes_unique_name(
            &l->types, arena_printf(a, "%s%s_%s", ctypes_prefix(&l->types, named->package), named->name, name));
    } else if (o->kind == OBJECT_FUNC && strcmp(name, "main") == 0 && strcmp(o->package->name, "main") == 0) {
        o->c_name = "go_main";
    } else {
        o->c_name = ctypes_unique_name(&l->types, arena_printf(a, "%s%s", ctypes_prefix(&l->types, o->package), name));
    }
    return o->c_name;
}

void names_of_package(struct lowering *l, const struct package *p) {
    vec_each(i, &p->files) {
        const struct file *file = p->files.items[i];
        vec_each(j, &file->decls) {
            const struct decl *d = file->decls.items[j];
            if (d->kind == DECL_FUNC || d->kind == DECL_VAR)
                vec_each(k, &d->objects) name_of_object(l, d->objects.items[k]);
        }
    }
}

/* In the order of the source, which may hold literals that are not lowered (lower_dead.c); those outside of functions as they come. */
static int number_of_literal(struct function *around, const struct func *literal) {
    if (around->func)
        vec_each(i, &around->func->info->literals) if (around->func->info->literals.items[i] == literal) return i + 1;
    return ++*around->literals;
}

/* As the Go compiler numbers them: outer.func1, and func1's own literals outer.func1.1 (cmd/compile/internal/ir, closureName). */
const char *name_of_literal(struct function *around, const struct func *literal) {
    struct lowering *l = around->l;
    const char *outer = around->func ? around->c_name : arena_printf(l->arena, "%sglob", ctypes_prefix(&l->types, l->package));
    if (strcmp(outer, "go_main") == 0)
        outer = "main";
    return ctypes_unique_name(&l->types,
                              arena_printf(l->lasting, around->is_literal ? "%s_%d" : "%s_func%d", outer, number_of_literal(around, literal)));
}

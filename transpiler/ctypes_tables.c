/* Type descriptors, method tables and adapters (docs/lowered-form.md, "Types" and "Functions and calls").
 *
 * A descriptor stands after those it refers to; in a cycle of types, one is declared ahead. Each is a constant of its unit
 * (outlive.h tells how two units' descriptors of one type are known to be the same), but for the named types of library
 * packages, whose descriptors are in the package's object file. */
#include "transpiler/ctypes_internal.h"

#include <string.h>

static const char *describe(struct ctypes *c, struct c_type *r);

/* ---- adapters ---- */

const char *ctype_method_function(struct ctypes *c, struct object *method) {
    if (method->c_name)
        return method->c_name;
    const struct type *t = method->receiver->kind == TYPE_POINTER ? method->receiver->elem : method->receiver;
    return arena_printf(c->arena, "%s%s_%s", ctypes_prefix(c, t->object->package), t->object->name, method->name);
}

/* A value on the way from the data word to the method: its C expression and Go type. */
struct walked {
    const char *x;
    struct type *type;
};

static struct walked walk_field(struct ctypes *c, struct walked w, int field) {
    bool pointer = type_underlying(w.type)->kind == TYPE_POINTER;
    struct type *s = pointer ? type_underlying(w.type)->elem : w.type;
    return (struct walked){arena_printf(c->arena, pointer ? "NONNIL(%s)->%s" : "%s.%s", w.x, ctype_field(c, s, field)),
                           type_underlying(s)->fields.items[field]->type};
}

/* The receiver in the data word `self` of a value of type t. */
static struct walked receiver(struct ctypes *c, struct type *t) {
    const char *name = ctype(c, t);
    if (type_underlying(t)->kind == TYPE_POINTER)
        return (struct walked){arena_printf(c->arena, "((%s)self)", name), t};
    size_t n = strlen(name);
    const char *pointer = arena_printf(c->arena, name[n - 1] == '*' ? "%s*" : "%s *", name);
    return (struct walked){arena_printf(c->arena, type_is_pointer_shaped(t) ? "(*(%s)&self)" : "(*(%s)self)", pointer), t};
}

static bool method_takes_pointer(const struct object *method) {
    return method->receiver->kind == TYPE_POINTER;
}

/* The type, without receiver, of a selected method. */
static const struct type *selected_type(const struct selection *m) {
    return m->method_index >= 0 ? type_underlying(m->holder)->methods.items[m->method_index].type : type_underlying(m->method->type);
}

const char *ctype_adapter(struct ctypes *c, struct type *t, const struct selection *m, const char *name) {
    struct arena *a = c->arena;
    const char *adapter = arena_printf(a, "%s_%s_adapter", ctype_of(c, t)->word, name);
    if (map_has(&c->done, adapter))
        return adapter;
    map_put(a, &c->done, adapter, c);

    const struct type *f = selected_type(m);
    ctype_signature(c, (struct type *)f);
    struct walked w = receiver(c, t);
    for (int i = 0; i < m->path.len; i++)
        w = walk_field(c, w, m->path.items[i]);

    const char *params = "", *args = "";
    vec_each(i, &f->params) {
        const char *type = ctype(c, f->params.items[i]);
        params = arena_printf(a, type[strlen(type) - 1] == '*' ? "%s, %sa%d" : "%s, %s a%d", params, type, i);
        args = arena_printf(a, "%s, a%d", args, i);
    }
    const char *result = ctype_results(c, (struct type *)f);
    const char *call;
    if (m->method_index >= 0) {
        const char *member = ctype_interface_method(c, type_underlying(m->holder), m->method_index);
        call = arena_printf(a, "NONNIL(%s.methods)->%s(%s.data%s)", w.x, member, w.x, args);
    } else {
        bool have_pointer = type_underlying(w.type)->kind == TYPE_POINTER && w.type->kind != TYPE_NAMED;
        if (method_takes_pointer(m->method) && !have_pointer)
            w.x = arena_printf(a, "&%s", w.x);
        else if (!method_takes_pointer(m->method) && have_pointer && m->path.len == 0)
            w.x = arena_printf(a, "*GO_RECEIVER(%s, \"%s\", \"%s\")", w.x, type_go_text(a, w.type->elem), name);
        else if (!method_takes_pointer(m->method) && have_pointer)
            w.x = arena_printf(a, "*NONNIL(%s)", w.x);
        call = arena_printf(a, "%s(%s%s)", ctype_method_function(c, m->method), w.x, args);
    }
    buf_printf(&c->tables, "static %s%s%s(void *self%s) {\n", result, result[strlen(result) - 1] == '*' ? "" : " ", adapter, params);
    if (m->method_index < 0 && m->method->func && m->method->func->has_recover)
        buf_printf(&c->tables, "    go_passes_call((go_code)%s, (go_code)%s);\n", adapter, ctype_method_function(c, m->method));
    buf_printf(&c->tables, strcmp(result, "void") == 0 ? "    %s;\n}\n" : "    return %s;\n}\n", call);
    return adapter;
}

/* ---- method tables ---- */

/* Package-qualified where unexported, so that it matches in its own package only. */
static const char *method_name(struct ctypes *c, const char *name, const struct package *package) {
    return package && !name_is_exported(name) ? arena_printf(c->arena, "%s.%s", package->path, name) : name;
}

static const struct package *selected_package(const struct selection *m) {
    return m->method_index >= 0 ? type_underlying(m->holder)->methods.items[m->method_index].package : m->method->package;
}

const char *ctype_methods(struct ctypes *c, struct type *t, struct type *i) {
    ctype(c, i);
    const struct c_type *to = ctype_of(c, i);
    const char *table = arena_printf(c->arena, "%s_as_%s", ctype_of(c, t)->word, to->word);
    if (map_has(&c->done, table))
        return table;
    map_put(c->arena, &c->done, table, c);
    const char *descriptor = ctype_descriptor(c, t);
    const struct type *interface = type_underlying(i);
    struct method_set set = method_set_of(c->arena, t);
    struct buf b = {0};
    buf_printf(&b, "static const struct %s_methods %s = {%s", to->word, table, descriptor);
    vec_each(k, &interface->methods) {
        const struct method *wanted = &interface->methods.items[k];
        const char *wanted_name = method_name(c, wanted->name, wanted->package);
        vec_each(j, &set.list) {
            const struct selection *m = set.list.items[j];
            if (strcmp(method_name(c, set.names.items[j], selected_package(m)), wanted_name) == 0)
                buf_printf(&b, ", %s", ctype_adapter(c, t, m, set.names.items[j]));
        }
    }
    buf_add(&b, "};\n");
    buf_addn(&c->tables, b.text, b.len);
    buf_free(&b);
    return table;
}

/* ---- descriptors ---- */

static const char *kind_name(const struct type *u) {
    switch (u->kind) {
#define X(name, text, size) case TYPE_##name: return "GO_" #name;
        BASIC_KINDS(X)
#undef X
    case TYPE_POINTER: return "GO_POINTER";
    case TYPE_SLICE: return "GO_SLICE";
    case TYPE_ARRAY: return "GO_ARRAY";
    case TYPE_MAP: return "GO_MAP";
    case TYPE_CHAN: return "GO_CHAN";
    case TYPE_STRUCT: return "GO_STRUCT";
    case TYPE_FUNC: return "GO_FUNC";
    case TYPE_INTERFACE: return "GO_INTERFACE";
    default: return "GO_INVALID";
    }
}

/* FNV-1a, so that most types that differ are told apart by a number. */
static uint32_t hash_of(const char *identity) {
    uint32_t h = 2166136261u;
    for (; *identity; identity++)
        h = (h ^ (unsigned char)*identity) * 16777619u;
    return h;
}

static const char *quoted(struct arena *a, const char *s) {
    struct buf b = {0};
    buf_char(&b, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_char(&b, '\\');
        if ((unsigned char)*s < ' ')
            buf_printf(&b, "\\%03o", (unsigned)(unsigned char)*s);
        else
            buf_char(&b, *s);
    }
    buf_char(&b, '"');
    const char *text = arena_strndup(a, b.text, b.len);
    buf_free(&b);
    return text;
}

static bool is_library_type(const struct type *t) {
    const struct object *o = t->kind == TYPE_NAMED ? t->object : NULL;
    return o && o->package && o->package->is_library && o->scope == o->package->scope;
}

/* Named types of library packages, and pointers to them: one descriptor for the whole program. */
static bool has_external_descriptor(const struct type *t) {
    return is_library_type(t) || (t->kind == TYPE_POINTER && is_library_type(t->elem));
}

static const struct package *package_of(const struct type *t) {
    return t->kind == TYPE_POINTER ? t->elem->object->package : t->object->package;
}

static void add_fields(struct ctypes *c, struct buf *b, const struct c_type *r, struct type *t, const char *w) {
    const struct type *u = type_underlying(t);
    buf_printf(b, "static const struct go_field type_%s_fields[] = {\n", w);
    vec_each(i, &u->fields) {
        const struct object *f = u->fields.items[i];
        const char *type = describe(c, ctype_of(c, f->type));
        buf_printf(b, "    {\"%s\", %s, offsetof(%s, %s), %s, %s},\n", f->name, type, r->name, ctype_field(c, t, i),
                   f->embedded ? "true" : "false", name_is_exported(f->name) ? "true" : "false");
    }
    buf_add(b, "};\n");
}

/* The table of methods of a concrete type, or of what an interface asks for. Returns their number. */
static int add_methods(struct ctypes *c, struct buf *b, struct type *t, const char *w) {
    struct arena *a = c->arena;
    struct buf rows = {0};
    int count = 0;
    const struct type *u = type_underlying(t);
    if (u->kind == TYPE_INTERFACE) {
        vec_each(i, &u->methods) {
            const struct method *m = &u->methods.items[i];
            buf_printf(&rows, "    {\"%s\", %s, NULL},\n", method_name(c, m->name, m->package), quoted(a, type_identity(a, m->type)));
            count++;
        }
    } else {
        struct method_set set = method_set_of(a, t);
        vec_each(i, &set.list) {
            const struct selection *m = set.list.items[i];
            const char *name = set.names.items[i];
            const struct package *package = selected_package(m);
            /* what another package's object file keeps to itself */
            if (package && package != c->package && package->is_library && !name_is_exported(name))
                continue;
            buf_printf(&rows, "    {\"%s\", %s, (go_code)%s},\n", method_name(c, name, package),
                       quoted(a, type_identity(a, selected_type(m))), ctype_adapter(c, t, m, name));
            count++;
        }
    }
    if (count)
        buf_printf(b, "static const struct go_method type_%s_methods[] = {\n%s};\n", w, rows.text);
    buf_free(&rows);
    return count;
}

/* Gives "&type_T", and sees to it that the descriptor stands before what is added to the tables next. */
static const char *describe(struct ctypes *c, struct c_type *r) {
    struct arena *a = c->arena;
    struct type *t = r->type;
    const char *w = r->descriptor_word;
    const char *address = arena_printf(a, "&type_%s", w);
    if (r->described)
        return address;
    bool external = has_external_descriptor(t);
    if (external && !(c->library && package_of(t) == c->package)) {
        r->described = true;
        return address;
    }
    if (r->describing) {
        if (!r->described_ahead)
            buf_printf(&c->tables, "%s const go_type type_%s;\n", external ? "extern" : "static", w);
        r->described_ahead = true;
        return address;
    }
    r->describing = true;
    ctype(c, t);
    struct type *u = type_underlying(t);
    const char *elem = u->elem ? describe(c, ctype_of(c, u->elem)) : NULL;
    const char *key = u->key ? describe(c, ctype_of(c, u->key)) : NULL;
    struct buf b = {0};
    if (u->kind == TYPE_STRUCT && u->fields.len)
        add_fields(c, &b, r, t, w);
    int methods = add_methods(c, &b, t, w);

    const char *text = type_go_text(a, t);
    buf_printf(&b, "%sconst go_type type_%s = {\n    .kind = %s, .size = sizeof(%s), .hash = 0x%08x, .text = %s,", external ? "" : "static ",
               w, kind_name(u), r->name, (unsigned)hash_of(r->identity), quoted(a, text));
    if (strcmp(text, r->identity) != 0)
        buf_printf(&b, "\n    .identity = %s,", quoted(a, r->identity));
    if (type_is_pointer_shaped(t))
        buf_add(&b, "\n    .direct = true,");
    if (!type_has_pointers(t))
        buf_add(&b, "\n    .noscan = true,");
    if (t->kind == TYPE_NAMED)
        buf_add(&b, "\n    .named = true,");
    if (elem)
        buf_printf(&b, "\n    .elem = %s,", elem);
    if (key)
        buf_printf(&b, "\n    .key = %s,", key);
    if (u->kind == TYPE_ARRAY)
        buf_printf(&b, "\n    .count = %lld,", (long long)u->count);
    if (u->kind == TYPE_STRUCT && u->fields.len)
        buf_printf(&b, "\n    .fields = type_%s_fields, .count = %d,", w, u->fields.len);
    if (methods)
        buf_printf(&b, "\n    .methods = type_%s_methods, .method_count = %d,", w, methods);
    buf_add(&b, "\n};\n");
    buf_addn(&c->tables, b.text, b.len);
    buf_free(&b);
    r->described = true;
    return address;
}

const char *ctype_descriptor(struct ctypes *c, struct type *t) {
    return describe(c, ctype_of(c, t));
}

static void each_named_type(struct ctypes *c, const struct package *p, void (*use)(struct ctypes *, struct type *)) {
    vec_each(i, &p->files) {
        vec_each(j, &p->files.items[i]->decls) {
            const struct decl *d = p->files.items[i]->decls.items[j];
            if (d->kind != DECL_TYPE || d->is_alias)
                continue;
            vec_each(k, &d->objects) {
                struct type *t = d->objects.items[k]->type;
                if (t && t->kind == TYPE_NAMED)
                    use(c, t);
            }
        }
    }
}

static void publish(struct ctypes *c, struct type *t) {
    ctype_descriptor(c, t);
    ctype_descriptor(c, type_pointer_to(c->arena, t));
}

void ctypes_publish(struct ctypes *c, const struct package *p) {
    each_named_type(c, p, publish);
}

static void declare_published(struct ctypes *c, struct type *t) {
    const char *word = ctype_of(c, t)->word;
    buf_printf(&c->operations, "extern const go_type type_%s, type_ptr_%s;\n", word, word);
}

void ctypes_declare_published(struct ctypes *c, const struct package *p) {
    each_named_type(c, p, declare_published);
}

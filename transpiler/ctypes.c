/* Go types in C: names, layouts and operations. Descriptors and method tables are ctypes_tables.c.
 *
 * A C type has two stages: mentioned (its name can be used behind a pointer or in a prototype; a struct has its typedef) and
 * complete. Whatever a layout holds by value is completed before it; what stands behind pointers is only mentioned there, and
 * completed afterwards: Go's types are finite by value, so this ends, and any cycle goes through something that is mentioned. */
#include "transpiler/ctypes_internal.h"

#include <inttypes.h>
#include <string.h>

void ctypes_start(struct ctypes *c, struct arena *a, const struct package *package, bool library) {
    *c = (struct ctypes){.arena = a, .package = package, .library = library};
}

void ctypes_free(struct ctypes *c) {
    buf_free(&c->layouts);
    buf_free(&c->operations);
    buf_free(&c->tables);
}

const char *ctypes_unique_name(struct ctypes *c, const char *wanted) {
    const char *base = ctypes_reserved(wanted) ? arena_printf(c->arena, "%s_", wanted) : wanted;
    return ctypes_claim(c, base);
}

const char *ctypes_claim(struct ctypes *c, const char *base) {
    const char *name = base;
    for (int i = 2; map_has(&c->names, name); i++)
        name = arena_printf(c->arena, "%s_%d", base, i);
    map_put(c->arena, &c->names, name, c);
    return name;
}

const char *ctypes_prefix(struct ctypes *c, const struct package *p) {
    return !p || strcmp(p->name, "main") == 0 ? "" : arena_printf(c->arena, "%s_", p->name);
}

/* ---- names ---- */

static bool is_local(const struct object *type_name) {
    return type_name->package && type_name->scope && type_name->scope != type_name->package->scope;
}

/* Go type names that the parameters of outlive.h's DEFINE_… functions would hide. */
static bool is_hidden_in_operations(const char *name) {
    static const char *const names[] = {"s", "t", "x", "m", "c", "i", "n", "p", "lo", "hi", "max", "len", "cap", "ptr", "to", "from", "grown", "hint",
                                        "object", "key", "value", "found", "result", "more", "a", "b", "self"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* The name of a Go type in C names: a local type never takes the name of a package-level one. */
static const char *named_word(struct ctypes *c, const struct type *t) {
    const struct object *o = t->object;
    if (!o->package)
        return o->name; /* error, any */
    const char *wanted = arena_printf(c->arena, "%s%s", ctypes_prefix(c, o->package), o->name);
    if (is_local(o) && o->package->scope && scope_lookup(o->package->scope, o->name) && !map_has(&c->names, wanted))
        wanted = arena_printf(c->arena, "%s_2", wanted);
    if (is_hidden_in_operations(wanted))
        wanted = arena_printf(c->arena, "%s_", wanted);
    return ctypes_unique_name(c, wanted);
}

static const char *joined_words(struct ctypes *c, struct type *const *types, int count) {
    const char *text = "";
    for (int i = 0; i < count; i++)
        text = arena_printf(c->arena, "%s_%s", text, ctype_of(c, types[i])->word);
    return text;
}

static const char *func_word(struct ctypes *c, const struct type *f) {
    const char *results = f->results.len ? joined_words(c, f->results.items, f->results.len) : "_void";
    if (f->params.len == 0)
        return arena_printf(c->arena, "func%s", results);
    return arena_printf(c->arena, "func%s_%s", joined_words(c, f->params.items, f->params.len), results);
}

static const char *struct_word(struct ctypes *c, const struct type *t) {
    const char *text = t->fields.len ? "struct" : "struct_empty";
    vec_each(i, &t->fields) text = arena_printf(c->arena, "%s_%s", text, t->fields.items[i]->name);
    return text;
}

static const char *interface_word(struct ctypes *c, const struct type *t) {
    const char *text = "interface";
    vec_each(i, &t->methods) text = arena_printf(c->arena, "%s_%s", text, t->methods.items[i].name);
    return text;
}

static const char *basic_word(const struct type *t) {
    switch (t->kind) {
    case TYPE_UNSAFE_POINTER: return "unsafe_Pointer";
    case TYPE_UNTYPED_BOOL: return "bool";
    case TYPE_UNTYPED_INT: return "int";
    case TYPE_UNTYPED_RUNE: return "int32";
    case TYPE_UNTYPED_FLOAT: return "float64";
    case TYPE_UNTYPED_COMPLEX: return "complex128";
    case TYPE_UNTYPED_STRING: return "string";
    case TYPE_UNTYPED_NIL: return "unsafe_Pointer";
    default: return type_basic(t->kind)->basic_name;
    }
}

static bool is_basic(const struct type *t) {
    return t->kind > TYPE_INVALID && t->kind <= TYPE_UNTYPED_NIL;
}

/* What outlive.h already defines. */
static bool predefined(const char *word) {
    static const char *const words[] = {"func_void", "any", "error", "slice_any", "slice_uint8", "slice_int32", "slice_string"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

/* Words are made of words, so that a deep type would have one as long as its depth, and its unit one line of text for each step. */
enum { LONGEST_WORD = 100, KEPT_OF_LONG_WORD = 60 };

/* A word as it is used: a long one is cut and ends with a hash (FNV-1a, 64 bits) of what tells the type apart, the same in every
 * unit. */
static const char *bounded_word(struct ctypes *c, const char *word, const char *identity) {
    if (strlen(word) <= LONGEST_WORD)
        return word;
    uint64_t hash = 0xcbf29ce484222325u;
    for (const char *p = identity; *p; p++)
        hash = (hash ^ (unsigned char)*p) * 0x100000001b3u;
    return arena_printf(c->arena, "%.*s_%016" PRIx64, KEPT_OF_LONG_WORD, word, hash);
}

/* Gives a new C type its word and its name as a type. */
static void name_type(struct ctypes *c, struct c_type *r) {
    struct type *t = r->type;
    struct arena *a = c->arena;
    switch (t->kind) {
    case TYPE_NAMED:
        r->word = r->name = named_word(c, t);
        r->is_struct = type_underlying(t)->kind == TYPE_STRUCT ||
                       (type_is_interface(t) && type_underlying(t)->methods.len > 0);
        break;
    case TYPE_POINTER: {
        const struct c_type *elem = ctype_of(c, t->elem);
        size_t n = strlen(elem->name);
        r->word = bounded_word(c, arena_printf(a, "ptr_%s", elem->word), r->identity);
        r->name = arena_printf(a, elem->name[n - 1] == '*' ? "%s*" : "%s *", elem->name);
        break;
    }
    case TYPE_SLICE:
        r->name = arena_printf(a, "slice_%s", ctype_of(c, t->elem)->word);
        r->is_struct = true;
        break;
    case TYPE_ARRAY:
        r->name = arena_printf(a, "array_%lld_%s", (long long)t->count, ctype_of(c, t->elem)->word);
        r->is_struct = true;
        break;
    case TYPE_MAP:
        r->name = arena_printf(a, "map_%s_%s", ctype_of(c, t->key)->word, ctype_of(c, t->elem)->word);
        break;
    case TYPE_CHAN: {
        /* All directions are one C type. */
        struct type *both = arena_new(a, struct type);
        *both = (struct type){.kind = TYPE_CHAN, .elem = t->elem, .dir = CHAN_BOTH};
        if (t->dir == CHAN_BOTH) {
            r->name = arena_printf(a, "chan_%s", ctype_of(c, t->elem)->word);
        } else {
            r->same_as = ctype_of(c, both);
            r->word = r->name = r->same_as->name;
            r->descriptor_word = arena_printf(a, "%s_%s", t->dir == CHAN_SEND ? "send" : "receive", r->word);
        }
        break;
    }
    case TYPE_FUNC:
        r->name = func_word(c, t);
        r->is_struct = true;
        break;
    case TYPE_STRUCT:
        r->name = struct_word(c, t);
        r->is_struct = true;
        break;
    case TYPE_INTERFACE:
        if (t->methods.len == 0) {
            r->word = r->name = "any";
            r->predefined = true;
        } else {
            r->name = interface_word(c, t);
            r->is_struct = true;
        }
        break;
    default:
        if (!is_basic(t))
            die("a type of kind %d has no C type", t->kind);
        r->word = basic_word(t);
        r->name = t->kind == TYPE_BOOL || t->kind == TYPE_UNTYPED_BOOL ? "bool"
                : t->kind == TYPE_UNSAFE_POINTER || t->kind == TYPE_UNTYPED_NIL ? "void *"
                                                                               : arena_printf(a, "go_%s", r->word);
        r->predefined = true;
        break;
    }
    if (r->word) /* named, predeclared, or the name of another */
        r->predefined |= predefined(r->word) && (t->kind != TYPE_NAMED || !t->object->package);
    else if (predefined(r->name) && !map_has(&c->names, r->name)) {
        map_put(a, &c->names, r->name, c);
        r->word = r->name;
        r->predefined = true;
    } else
        r->word = r->name = ctypes_claim(c, bounded_word(c, r->name, r->identity));
    if (!r->descriptor_word)
        r->descriptor_word = r->word;
}

struct c_type *ctype_of(struct ctypes *c, struct type *t) {
    struct c_type *r = ptrmap_get(&c->by_address, t);
    if (r)
        return r;
    const char *identity = type_identity(c->arena, t);
    r = map_get(&c->by_identity, identity);
    if (!r) {
        r = arena_new(c->arena, struct c_type);
        r->type = t;
        r->identity = identity;
        map_put(c->arena, &c->by_identity, identity, r);
        name_type(c, r);
        /* predeclared descriptors are in outlive.h; those of other library packages in their headers */
        if (r->predefined && (is_basic(t) || predefined(r->word)) && strcmp(r->word, "func_void") != 0)
            r->described = true;
        if (c->imported)
            r->imported = true;
    }
    ptrmap_put(c->arena, &c->by_address, t, r);
    return r;
}

const char *ctype_word(struct ctypes *c, struct type *t) {
    ctype(c, t);
    return ctype_of(c, t)->word;
}

bool ctype_same(struct ctypes *c, struct type *a, struct type *b) {
    struct type *const pair[] = {a, b};
    const char *names[2];
    for (int i = 0; i < 2; i++) {
        struct type *t = pair[i];
        struct type *u = type_underlying(t);
        /* a named type is a typedef of its underlying one, but for structs and interfaces with methods */
        names[i] = ctype_of(c, ctype_of(c, t)->is_struct && t->kind == TYPE_NAMED ? t : u)->name;
    }
    return strcmp(names[0], names[1]) == 0;
}

const char *ctype_new(struct ctypes *c, struct type *t) {
    return arena_printf(c->arena, type_has_pointers(t) ? "NEW(%s)" : "NEW_NOSCAN(%s)", ctype(c, t));
}

/* ---- layouts ---- */

static void complete(struct ctypes *c, struct c_type *r);

void ctypes_guard(struct ctypes *c, struct buf *b, const char *name) {
    if (c->guarded)
        buf_printf(b, "#ifndef GO_%s\n#define GO_%s\n", name, name);
}

void ctypes_end_guard(struct ctypes *c, struct buf *b) {
    if (c->guarded)
        buf_add(b, "#endif\n");
}

/* "T *" and "x" make "T *x". */
static const char *declare(struct ctypes *c, const char *type, const char *name) {
    return arena_printf(c->arena, type[strlen(type) - 1] == '*' ? "%s%s" : "%s %s", type, name);
}

static void mention_list(struct ctypes *c, struct type *const *types, int count) {
    for (int i = 0; i < count; i++)
        ctype_mention(c, ctype_of(c, types[i]));
}

static void typedef_line(struct ctypes *c, const char *type, const char *name) {
    ctypes_guard(c, &c->layouts, name);
    buf_printf(&c->layouts, "typedef %s;\n", declare(c, type, name));
    ctypes_end_guard(c, &c->layouts);
}

/* Maps need no more than their name for a layout, and their operations when everything is complete. */
static void mention_map(struct ctypes *c, struct c_type *r) {
    typedef_line(c, "struct go_map *", r->name);
}

void ctype_mention(struct ctypes *c, struct c_type *r) {
    if (r->mentioned)
        return;
    r->mentioned = true;
    vec_push(c->arena, &c->pending, r);
    struct type *t = r->type;
    if (r->same_as) {
        ctype_mention(c, r->same_as);
    } else if (t->kind == TYPE_POINTER) {
        ctype_mention(c, ctype_of(c, t->elem));
    } else if (r->predefined) {
        /* outlive.h has it */
    } else if (r->is_struct) {
        /* also while it is being completed: its own text is not begun before all that it needs is mentioned */
        if (c->guarded)
            buf_printf(&c->layouts, "#ifndef GO_typedef_%s\n#define GO_typedef_%s\n", r->name, r->name);
        buf_printf(&c->layouts, "typedef struct %s %s;\n", r->name, r->name);
        ctypes_end_guard(c, &c->layouts);
        r->declared = true;
    } else if (t->kind == TYPE_MAP) {
        mention_map(c, r);
    } else if (t->kind == TYPE_CHAN) {
        typedef_line(c, "struct go_chan *", r->name);
    } else if (t->kind == TYPE_NAMED) {
        struct c_type *under = ctype_of(c, type_underlying(t));
        /* type P *P has no end in C */
        bool endless = false;
        for (struct type *u = type_underlying(t); u->kind == TYPE_POINTER && !endless; u = type_underlying(u->elem))
            endless = u->elem == t;
        if (endless) {
            typedef_line(c, "void *", r->name);
        } else {
            ctype_mention(c, under);
            typedef_line(c, under->name, r->name);
        }
    }
}

/* Opens `struct NAME {`; its typedef is part of it unless it stands above already. */
static void open_struct(struct ctypes *c, const struct c_type *r) {
    ctypes_guard(c, &c->layouts, r->name);
    if (c->guarded && !r->declared)
        buf_printf(&c->layouts, "#ifndef GO_typedef_%s\n#define GO_typedef_%s\ntypedef struct %s %s;\n#endif\n", r->name, r->name,
                   r->name, r->name);
    buf_printf(&c->layouts, r->declared || c->guarded ? "struct %s {" : "typedef struct %s {", r->name);
}

static void close_struct(struct ctypes *c, const struct c_type *r) {
    if (r->declared || c->guarded)
        buf_add(&c->layouts, "};\n");
    else
        buf_printf(&c->layouts, "} %s;\n", r->name);
    ctypes_end_guard(c, &c->layouts);
}

const char *ctype_field(struct ctypes *c, struct type *struct_type, int field) {
    const struct type *s = type_underlying(struct_type);
    const char *name = s->fields.items[field]->name;
    if (strcmp(name, "_") == 0)
        return arena_printf(c->arena, "blank%d", field + 1);
    return ctypes_reserved(name) ? arena_printf(c->arena, "%s_", name) : name;
}

/* A struct's place is in the text where all that it holds by value is complete. */
static void complete_struct(struct ctypes *c, struct c_type *r, const struct type *s) {
    vec_each(i, &s->fields) complete(c, ctype_of(c, s->fields.items[i]->type));
    open_struct(c, r);
    buf_char(&c->layouts, '\n');
    vec_each(i, &s->fields) {
        const char *field = ctype_field(c, r->type, i);
        buf_printf(&c->layouts, "    %s;\n", declare(c, ctype_of(c, s->fields.items[i]->type)->name, field));
    }
    close_struct(c, r);
}

/* "A, B" of a prototype's parameters, each with ", " before it. */
const char *ctype_params(struct ctypes *c, const struct type *f) {
    const char *text = "";
    vec_each(i, &f->params) text = arena_printf(c->arena, "%s, %s", text, ctype_of(c, f->params.items[i])->name);
    return text;
}

static const char *results_name(struct ctypes *c, struct type *const *types, int count) {
    return arena_printf(c->arena, "results%s", joined_words(c, types, count));
}

/* Only the name: enough for a prototype. */
static const char *mention_results(struct ctypes *c, const struct type *f) {
    if (f->results.len == 0)
        return "void";
    if (f->results.len == 1)
        return ctype_of(c, f->results.items[0])->name;
    const char *name = results_name(c, f->results.items, f->results.len);
    struct results *r = ctypes_results_of(c, name, f->results.items, f->results.len);
    if (!r->declared && !r->complete) {
        r->declared = true;
        if (c->guarded)
            buf_printf(&c->layouts, "#ifndef GO_typedef_%s\n#define GO_typedef_%s\n", name, name);
        buf_printf(&c->layouts, "typedef struct %s %s;\n", name, name);
        ctypes_end_guard(c, &c->layouts);
    }
    return name;
}

struct results *ctypes_results_of(struct ctypes *c, const char *name, struct type *const *types, int count) {
    struct results *r = map_get(&c->done, name);
    if (!r) {
        r = arena_new(c->arena, struct results);
        *r = (struct results){.name = name, .types = types, .count = count};
        map_put(c->arena, &c->done, name, r);
        vec_push(c->arena, &c->pending_results, r);
    }
    return r;
}

static void complete_results(struct ctypes *c, struct results *r) {
    if (r->complete)
        return;
    r->complete = true;
    for (int i = 0; i < r->count; i++)
        complete(c, ctype_of(c, r->types[i]));
    ctypes_guard(c, &c->layouts, r->name);
    if (c->guarded && !r->declared)
        buf_printf(&c->layouts, "#ifndef GO_typedef_%s\n#define GO_typedef_%s\ntypedef struct %s %s;\n#endif\n", r->name, r->name,
                   r->name, r->name);
    bool apart = r->declared || c->guarded;
    buf_printf(&c->layouts, apart ? "struct %s {\n" : "typedef struct %s {\n", r->name);
    for (int i = 0; i < r->count; i++)
        buf_printf(&c->layouts, "    %s;\n",
                   declare(c, ctype_of(c, r->types[i])->name, arena_printf(c->arena, "r%d", i)));
    if (apart)
        buf_add(&c->layouts, "};\n");
    else
        buf_printf(&c->layouts, "} %s;\n", r->name);
    ctypes_end_guard(c, &c->layouts);
}

static void complete_func(struct ctypes *c, struct c_type *r, const struct type *f) {
    mention_list(c, f->params.items, f->params.len);
    mention_list(c, f->results.items, f->results.len);
    const char *result = mention_results(c, f);
    open_struct(c, r);
    buf_printf(&c->layouts, "\n    %s(*fn)(void *env%s);\n    void *env;\n", declare(c, result, ""), ctype_params(c, f));
    close_struct(c, r);
}

static void complete_interface(struct ctypes *c, struct c_type *r, const struct type *t) {
    vec_each(i, &t->methods) {
        const struct type *f = t->methods.items[i].type;
        mention_list(c, f->params.items, f->params.len);
        mention_list(c, f->results.items, f->results.len);
        mention_results(c, f);
    }
    ctypes_guard(c, &c->layouts, arena_printf(c->arena, "%s_methods", r->name));
    buf_printf(&c->layouts, "struct %s_methods {\n    const go_type *type;\n", r->name);
    vec_each(i, &t->methods) {
        const struct type *f = t->methods.items[i].type;
        buf_printf(&c->layouts, "    %s(*%s)(void *self%s);\n", declare(c, mention_results(c, f), ""),
                   ctype_interface_method(c, t, i), ctype_params(c, f));
    }
    buf_add(&c->layouts, "};\n");
    ctypes_end_guard(c, &c->layouts);
    open_struct(c, r);
    buf_printf(&c->layouts, "\n    const struct %s_methods *methods;\n    void *data;\n", r->name);
    close_struct(c, r);
}

const char *ctype_interface_method(struct ctypes *c, const struct type *interface, int method) {
    const char *name = interface->methods.items[method].name;
    return ctypes_reserved(name) || strcmp(name, "type") == 0 ? arena_printf(c->arena, "%s_", name) : name;
}

/* ---- operations ---- */

static const char *scan(struct type *t) {
    return type_has_pointers(t) ? "SCAN" : "NOSCAN";
}

static void slice_operations(struct ctypes *c, const struct c_type *r) {
    buf_printf(&c->operations, "DEFINE_SLICE(%s, %s, %s)\n", r->name, ctype_of(c, r->type->elem)->name, scan(r->type->elem));
}

static void map_operations(struct ctypes *c, const struct c_type *r) {
    buf_printf(&c->operations, "static const go_type type_%s;\nDEFINE_MAP(%s, %s, %s, type_%s)\n", r->word, r->name,
               ctype_of(c, r->type->key)->name, ctype_of(c, r->type->elem)->name, r->word);
}

static void chan_operations(struct ctypes *c, const struct c_type *r) {
    buf_printf(&c->operations, "DEFINE_CHAN(%s, %s, %s)\n", r->name, ctype_of(c, r->type->elem)->name, scan(r->type->elem));
}

static void add_operations(struct ctypes *c, struct c_type *r) {
    ctypes_guard(c, &c->operations, arena_printf(c->arena, "operations_%s", r->name));
    switch (r->type->kind) {
    case TYPE_SLICE: slice_operations(c, r); break;
    case TYPE_MAP: map_operations(c, r); break;
    case TYPE_CHAN: chan_operations(c, r); break;
    default: break;
    }
    ctypes_end_guard(c, &c->operations);
    if (r->type->kind == TYPE_MAP && !c->guarded && !c->imported)
        ctype_descriptor(c, r->type);
}

static void complete(struct ctypes *c, struct c_type *r) {
    if (r->completing)
        return;
    struct type *t = r->type;
    bool wrapper = !r->is_struct || r->same_as;
    if (wrapper)
        ctype_mention(c, r);
    r->completing = true;
    if (r->same_as) {
        complete(c, r->same_as);
        return;
    }
    switch (t->kind) {
    case TYPE_NAMED: {
        struct type *u = type_underlying(t);
        if (!r->is_struct)
            complete(c, ctype_of(c, u));
        else if (r->predefined)
            break;
        else if (u->kind == TYPE_STRUCT)
            complete_struct(c, r, u);
        else
            complete_interface(c, r, u);
        break;
    }
    case TYPE_SLICE:
    case TYPE_ARRAY: {
        struct c_type *elem = ctype_of(c, t->elem);
        if (t->kind == TYPE_ARRAY)
            complete(c, elem);
        else
            ctype_mention(c, elem);
        if (r->predefined)
            break;
        open_struct(c, r);
        if (t->kind == TYPE_ARRAY)
            buf_printf(&c->layouts, "\n    %s[%lld];\n", declare(c, elem->name, "at"), (long long)t->count);
        else
            buf_printf(&c->layouts, "\n    %s;\n    go_int len, cap;\n", declare(c, arena_printf(c->arena,
                       elem->name[strlen(elem->name) - 1] == '*' ? "%s*" : "%s *", elem->name), "ptr"));
        close_struct(c, r);
        if (t->kind == TYPE_SLICE)
            add_operations(c, r);
        break;
    }
    case TYPE_MAP:
    case TYPE_CHAN:
        if (t->key)
            ctype_mention(c, ctype_of(c, t->key));
        ctype_mention(c, ctype_of(c, t->elem));
        if (!r->predefined)
            add_operations(c, r);
        break;
    case TYPE_STRUCT:
        complete_struct(c, r, t);
        break;
    case TYPE_FUNC:
        if (!r->predefined)
            complete_func(c, r, t);
        break;
    case TYPE_INTERFACE:
        if (!r->predefined)
            complete_interface(c, r, t);
        break;
    default: break;
    }
    r->mentioned = true;
}

/* Completes what was mentioned on the way; that may mention more. */
static void settle(struct ctypes *c) {
    if (c->depth)
        return;
    c->depth++;
    for (int i = 0, j = 0; i < c->pending.len || j < c->pending_results.len;) {
        if (i < c->pending.len)
            complete(c, c->pending.items[i++]);
        else
            complete_results(c, c->pending_results.items[j++]);
    }
    c->pending.len = c->pending_results.len = 0;
    c->depth--;
}

const char *ctype(struct ctypes *c, struct type *t) {
    struct c_type *r = ctype_of(c, t);
    if (!r->completing) {
        complete(c, r);
        settle(c);
    }
    /* the operations of a map from a header refer to the descriptor in this unit */
    if (r->imported && !c->imported && !r->described && !r->describing && r->type->kind == TYPE_MAP)
        ctype_descriptor(c, t);
    return r->name;
}

const char *ctype_results_list(struct ctypes *c, struct type *const *types, int count) {
    if (count == 0)
        return "void";
    if (count == 1)
        return ctype(c, types[0]);
    struct type **copy = arena_copy(c->arena, types, sizeof *types * (size_t)count);
    struct results *r = ctypes_results_of(c, results_name(c, copy, count), copy, count);
    complete_results(c, r);
    settle(c);
    return r->name;
}

const char *ctype_results(struct ctypes *c, struct type *func_type) {
    const struct type *f = type_underlying(func_type);
    return ctype_results_list(c, f->results.items, f->results.len);
}

/* ---- expressions that depend on a type's shape ---- */

/* A struct that has no bytes in C takes no 0 between its braces. */
static bool has_no_members(struct type *t) {
    struct type *u = type_underlying(t);
    return (u->kind == TYPE_STRUCT && u->fields.len == 0);
}

static bool is_aggregate(struct type *t) {
    struct type *u = type_underlying(t);
    switch (u->kind) {
    case TYPE_STRING:
    case TYPE_SLICE:
    case TYPE_ARRAY:
    case TYPE_STRUCT:
    case TYPE_FUNC:
    case TYPE_INTERFACE: return true;
    default: return false;
    }
}

/* {0} initialises the first member of the first member…: where one of these has no members, GNU's {} says the same. */
static bool begins_without_members(struct type *t) {
    for (;;) {
        struct type *u = type_underlying(t);
        if (has_no_members(t))
            return true;
        if (u->kind == TYPE_STRUCT)
            t = u->fields.items[0]->type;
        else if (u->kind == TYPE_ARRAY && u->count > 0)
            t = u->elem;
        else
            return u->kind == TYPE_ARRAY;
    }
}

const char *ctype_zero_init(struct ctypes *c, struct type *t) {
    (void)c;
    struct type *u = type_underlying(t);
    if (is_aggregate(t))
        return begins_without_members(t) ? "{}" : "{0}";
    switch (u->kind) {
    case TYPE_POINTER:
    case TYPE_MAP:
    case TYPE_CHAN:
    case TYPE_UNSAFE_POINTER:
    case TYPE_UNTYPED_NIL: return "NULL";
    case TYPE_BOOL:
    case TYPE_UNTYPED_BOOL: return "false";
    default: return "0";
    }
}

const char *ctype_zero(struct ctypes *c, struct type *t) {
    const char *init = ctype_zero_init(c, t);
    return is_aggregate(t) ? arena_printf(c->arena, "(%s)%s", ctype(c, t), init) : init;
}

/* T_equal(a, b), written once. */
static const char *equal_function(struct ctypes *c, struct type *t) {
    const struct c_type *r = ctype_of(c, t);
    const char *name = arena_printf(c->arena, "%s_equal", r->word);
    if (map_has(&c->done, name))
        return name;
    map_put(c->arena, &c->done, name, c);
    ctype(c, t);
    struct type *u = type_underlying(t);
    struct buf b = {0};
    ctypes_guard(c, &b, name);
    buf_printf(&b, "GO_INLINE bool %s(%s a FLOWS(\"\"), %s b FLOWS(\"\")) {\n", name, r->name, r->name);
    if (u->kind == TYPE_ARRAY) {
        if (u->count > 0) {
            buf_printf(&b, "    for (go_int i = 0; i < %lld; i++)\n", (long long)u->count);
            buf_printf(&b, "        if (!(%s))\n            return false;\n", ctype_equal(c, u->elem, "a.at[i]", "b.at[i]"));
        } else
            buf_add(&b, "    (void)a, (void)b;\n");
        buf_add(&b, "    return true;\n");
    } else {
        const char *all = NULL;
        vec_each(i, &u->fields) {
            if (strcmp(u->fields.items[i]->name, "_") == 0)
                continue;
            const char *field = ctype_field(c, t, i);
            const char *one = ctype_equal(c, u->fields.items[i]->type, arena_printf(c->arena, "a.%s", field),
                                          arena_printf(c->arena, "b.%s", field));
            all = all ? arena_printf(c->arena, "%s && %s", all, one) : one;
        }
        if (!all)
            buf_add(&b, "    (void)a, (void)b;\n");
        buf_printf(&b, "    return %s;\n", all ? all : "true");
    }
    buf_add(&b, "}\n");
    ctypes_end_guard(c, &b);
    buf_addn(&c->operations, b.text, b.len);
    buf_free(&b);
    return name;
}

const char *ctype_equal(struct ctypes *c, struct type *t, const char *a, const char *b) {
    struct type *u = type_underlying(t);
    switch (u->kind) {
    case TYPE_STRING:
    case TYPE_UNTYPED_STRING: return arena_printf(c->arena, "go_string_equal(%s, %s)", a, b);
    case TYPE_INTERFACE:
        return u->methods.len ? arena_printf(c->arena, "go_interface_equal(%s.methods, %s.data, %s.methods, %s.data)", a, a, b, b)
                              : arena_printf(c->arena, "go_any_equal(%s, %s)", a, b);
    case TYPE_STRUCT:
    case TYPE_ARRAY: return arena_printf(c->arena, "%s(%s, %s)", equal_function(c, t), a, b);
    default: return arena_printf(c->arena, "%s == %s", a, b);
    }
}

/* ---- headers ---- */

static void each_exported(struct ctypes *c, const struct package *p, const char *(*use)(struct ctypes *, struct type *)) {
    vec_each(i, &p->files) {
        vec_each(j, &p->files.items[i]->decls) {
            const struct decl *d = p->files.items[i]->decls.items[j];
            vec_each(k, &d->objects) {
                struct object *o = d->objects.items[k];
                if (!o || !o->type || (o->kind != OBJECT_TYPE && o->kind != OBJECT_FUNC && o->kind != OBJECT_VAR))
                    continue;
                if (o->kind == OBJECT_TYPE || !o->name || name_is_exported(o->name)) {
                    if (o->kind == OBJECT_FUNC)
                        ctype_signature(c, o->type);
                    else
                        use(c, o->type);
                }
            }
        }
    }
}

/* All that a prototype with this signature needs, complete. */
void ctype_signature(struct ctypes *c, struct type *func_type) {
    const struct type *f = type_underlying(func_type);
    vec_each(i, &f->params) ctype(c, f->params.items[i]);
    ctype_results(c, func_type);
}

void ctypes_import(struct ctypes *c, const struct package *p) {
    const char *key = arena_printf(c->arena, "import %s", p->path);
    if (map_has(&c->done, key))
        return;
    map_put(c->arena, &c->done, key, c);
    vec_each(i, &p->imports) ctypes_import(c, p->imports.items[i]);
    /* what its header defines is asked for as it was for the header, and its text dropped */
    size_t layouts = c->layouts.len, operations = c->operations.len;
    c->imported = true;
    each_exported(c, p, ctype);
    c->imported = false;
    c->layouts.len = layouts;
    c->operations.len = operations;
    if (c->layouts.text)
        c->layouts.text[layouts] = '\0';
    if (c->operations.text)
        c->operations.text[operations] = '\0';
}

void ctypes_export(struct ctypes *c, const struct package *p) {
    c->guarded = true;
    each_exported(c, p, ctype);
    ctypes_declare_published(c, p);
    c->guarded = false;
}

#include "driver/go_terms.h"

#include "base/buf.h"
#include "transpiler/types.h"

#include <ctype.h>
#include <string.h>

struct go_terms {
    struct arena *arena;
    struct map functions; /* C name → Go name */
    struct map variables; /* C name → Go name, where the two differ */
    struct map packages;  /* names of library packages */
    struct map prefixes;  /* of the user's packages, without "_" → what Go has instead: "geometry.", or "" */
};

/* ---- functions ---- */

static bool is_declared(const struct func *f) {
    return !f->outer && f->decl && f->decl->kind == DECL_FUNC && f->decl->func == f;
}

const char *c_function_name(const struct func *f) {
    return is_declared(f) ? f->decl->objects.items[0]->c_name : f->c_name;
}

/* A literal's C name is the outer function's, then its own: counter_func1. */
static const char *literal_name(struct arena *a, const struct package *relative_to, const struct func *f) {
    const char *c_name = c_function_name(f), *outer = f->outer ? c_function_name(f->outer) : NULL;
    if (outer && !strcmp(outer, "go_main"))
        outer = "main";
    size_t prefix = outer ? strlen(outer) : 0;
    if (c_name && outer && !strncmp(c_name, outer, prefix) && c_name[prefix] == '_')
        return arena_printf(a, "%s.%s", go_function_name(a, relative_to, f->outer), c_name + prefix + 1);
    return c_name;
}

const char *go_function_name(struct arena *a, const struct package *relative_to, const struct func *f) {
    if (!is_declared(f))
        return literal_name(a, relative_to, f);
    const char *name = f->decl->names.items[0]->name;
    if (!f->receiver)
        return name;
    struct type *t = f->receiver->type;
    return arena_printf(a, t->kind == TYPE_POINTER ? "(%s).%s" : "%s.%s", type_text(a, t, relative_to), name);
}

/* ---- operations of the runtime (docs/lowered-form.md) ---- */

/* what the C name starts with, what it ends with, Go's word */
#define OPERATIONS(X)                          \
    X("slice_", "_append", "append")           \
    X("slice_", "_append_slice", "append")     \
    X("map_", "_put", "a map")                 \
    X("map_", "_at", "a map")                  \
    X("chan_", "_send", "a channel")           \
    X("chan_", "_send_case", "a channel")      \
    X("go_spawn", "", "a goroutine")           \
    X("go_defer_in_loop", "", "defer")         \
    X("go_panic", "", "panic")

static const char *operation(const char *name) {
    static const struct {
        const char *start, *end, *go;
    } operations[] = {
#define X(start, end, go) {start, end, go},
        OPERATIONS(X)
#undef X
    };
    size_t len = strlen(name);
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        size_t start = strlen(operations[i].start), end = strlen(operations[i].end);
        if (len >= start + end && !strncmp(name, operations[i].start, start) && !strcmp(name + len - end, operations[i].end))
            return operations[i].go;
    }
    return NULL;
}

/* fmt.Println for fmt_Println, os.File.Read for os_File_Read; NULL where there is no such package. */
static const char *library_name(const struct go_terms *t, const char *name) {
    size_t n = strcspn(name, "_");
    if (!name[n] || !map_has(&t->packages, arena_strndup(t->arena, name, n)))
        return NULL;
    char *go = arena_strdup(t->arena, name);
    for (char *s = go; *s; s++)
        *s = *s == '_' ? '.' : *s;
    return go;
}

/* ---- all together ---- */

struct go_terms *go_terms_of(struct arena *a, const struct go_program *p, const struct lowered *l) {
    struct go_terms *t = arena_new(a, struct go_terms);
    t->arena = a;
    vec_each(i, &p->packages) {
        struct package *package = p->packages.items[i];
        if (package->is_library) {
            map_put(a, &t->packages, package->name, package);
            continue;
        }
        if (strcmp(package->name, "main") != 0)
            map_put(a, &t->prefixes, package->name, package == p->main ? "" : (void *)arena_printf(a, "%s.", package->name));
        vec_each(k, &package->functions) {
            const char *c_name = c_function_name(package->functions.items[k]);
            if (c_name)
                map_put(a, &t->functions, c_name, (void *)go_function_name(a, p->main, package->functions.items[k]));
        }
    }
    vec_each(i, &l->variables) {
        struct lowered_variable v = l->variables.items[i];
        if (v.variable->name && strcmp(v.variable->name, v.c_name))
            map_put(a, &t->variables, v.c_name, (void *)v.variable->name);
    }
    return t;
}

static const char *go_word(const struct go_terms *t, const char *name) {
    const char *known = map_get(&t->functions, name);
    if (!known)
        known = map_get(&t->variables, name);
    if (!known)
        known = operation(name);
    return known ? known : library_name(t, name);
}

const char *in_go_terms(const struct go_terms *t, const char *text) {
    if (!t || !strchr(text, '\''))
        return text;
    struct buf out = {0};
    for (const char *open; (open = strchr(text, '\''));) {
        const char *close = strchr(open + 1, '\'');
        if (!close)
            break;
        const char *name = arena_strndup(t->arena, open + 1, (size_t)(close - open) - 1);
        const char *go = go_word(t, name);
        buf_addn(&out, text, (size_t)(open - text));
        buf_printf(&out, "'%s'", go ? go : name);
        text = close + 1;
    }
    buf_add(&out, text);
    const char *kept = arena_strdup(t->arena, out.text);
    buf_free(&out);
    return kept;
}

static bool is_of_name(char c) {
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

const char *without_package_prefixes(const struct go_terms *t, const char *line) {
    if (!t || !t->prefixes.len)
        return line;
    struct buf out = {0};
    for (const char *c = line; *c;) {
        const char *word = c;
        while (is_of_name(*c))
            c++;
        const char *bar = memchr(word, '_', (size_t)(c - word));
        bool is_file = strncmp(c, ".go:", 4) == 0 || (word > line && word[-1] == '/');
        const char *prefix = bar && !is_file ? map_get(&t->prefixes, arena_strndup(t->arena, word, (size_t)(bar - word))) : NULL;
        if (prefix) {
            buf_add(&out, prefix);
            word = bar + 1;
        }
        buf_addn(&out, word, (size_t)(c - word));
        if (*c && !is_of_name(*c))
            buf_char(&out, *c++);
    }
    const char *kept = arena_strdup(t->arena, out.text ? out.text : "");
    buf_free(&out);
    return kept;
}

/* The order in which a package is checked, and what all parts of the checker share: reports, scopes and work that waits. */
#include "transpiler/check_internal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static int compare_functions(const void *x, const void *y) {
    const struct pos a = (*(struct func *const *)x)->pos, b = (*(struct func *const *)y)->pos;
    return a.line != b.line ? (a.line > b.line) - (a.line < b.line) : (a.col > b.col) - (a.col < b.col);
}

/* Bodies are met in the order of need. Every file's functions are put in the order of its text, the files in theirs. */
static void sort_functions(struct checker *c) {
    struct package *p = c->package;
    struct func **in_files = arena_array(c->arena, struct func *, p->functions.len);
    int sorted = 0;
    vec_each(i, &p->files) {
        int first = sorted;
        vec_each(k, &p->functions) {
            if (p->functions.items[k]->pos.source == p->files.items[i]->source)
                in_files[sorted++] = p->functions.items[k];
        }
        qsort(in_files + first, (size_t)(sorted - first), sizeof *in_files, compare_functions);
    }
    p->functions.items = in_files;
    p->functions.len = p->functions.cap = sorted;
}

static void report_unused_variables(struct checker *c) {
    vec_each(i, &c->locals) {
        const struct object *o = c->locals.items[i];
        if (!o->used)
            report(c, o->pos, "%s declared but not used", o->name);
    }
}

/* Half is for chains of declarations; the other half is for the nesting inside one of them, which the parser bounds. */
static size_t half_of_stack(void) {
    enum { LARGEST = 64 << 20 };
    struct rlimit stack;
    if (getrlimit(RLIMIT_STACK, &stack) != 0 || stack.rlim_cur > LARGEST)
        return LARGEST / 2;
    return stack.rlim_cur / 2;
}

bool check_package(struct arena *a, struct package *p, const struct check_options *options, struct diags *diags) {
    struct checker c = {.arena = a, .package = p, .options = options, .diags = diags, .earlier_errors = diags->errors};
    c.universe = universe_scope(a);
    c.unsafe = unsafe_package(a);
    c.stack_start = __builtin_frame_address(0);
    c.stack_limit = half_of_stack();

    collect_objects(&c);
    check_package_objects(&c);
    run_bodies(&c, 0);
    find_init_order(&c);
    if (options->unused) {
        report_unused_variables(&c);
        report_unused_imports(&c);
    }
    sort_functions(&c);
    return diags->errors == c.earlier_errors;
}

/* ---- reports ---- */

void report(struct checker *c, struct pos at, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(c->arena, format, args);
    va_end(args);
    if (c->env.inherited_at.line)
        at = c->env.inherited_at;
    if (c->diags->errors > c->earlier_errors &&
        (strstr(text + (*text != '\0'), "invalid operand") || strstr(text + (*text != '\0'), "invalid type"))) {
        c->diags->newest_dropped = true;
        return;
    }
    error_at(c->diags, at, "%s", text);
}

void report_more(struct checker *c, struct pos at, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(c->arena, format, args);
    va_end(args);
    note_at(c->diags, at, "%s", text);
}

bool language_is_before(const struct checker *c, int minor) {
    return c->env.file && c->env.file->go_minor && c->env.file->go_minor < minor;
}

bool require_version(struct checker *c, struct pos at, int minor, const char *what) {
    if (!language_is_before(c, minor))
        return true;
    report(c, at, "%s requires go1.%d or later (-lang was set to go1.%d; check go.mod)", what, minor, c->env.file->go_minor);
    return false;
}

const char *type_string(struct checker *c, const struct type *t) {
    return type_text(c->arena, t, c->package);
}

const char *expr_string(struct checker *c, const struct expr *e) {
    return expr_source(c->arena, e);
}

/* ---- work that waits ---- */

void when_typed(struct checker *c, void (*run)(struct checker *, void *, struct expr *), void *subject, struct expr *at) {
    if (!c->types_under_way)
        run(c, subject, at);
    else
        vec_push(c->arena, &c->typed_checks, ((struct typed_check){run, subject, at}));
}

void run_typed_checks(struct checker *c) {
    for (int i = 0; i < c->typed_checks.len; i++) {
        struct typed_check t = c->typed_checks.items[i];
        t.run(c, t.subject, t.at);
    }
    c->typed_checks.len = 0;
}

/* Bodies of literals wait until the statement around them is done, so that a literal in a type's declaration can use the type,
 * and run before the scope changes. */
void run_bodies(struct checker *c, int from) {
    for (int i = from; i < c->bodies.len; i++)
        check_body(c, c->bodies.items[i]);
    c->bodies.len = from;
}

/* ---- scopes ---- */

struct object *new_object(struct checker *c, enum object_kind kind, const char *name, struct pos pos) {
    struct object *o = arena_new(c->arena, struct object);
    o->kind = kind;
    o->name = name;
    o->pos = pos;
    o->package = c->package;
    o->func = c->env.func;
    return o;
}

struct scope *open_scope(struct checker *c) {
    struct scope *s = arena_new(c->arena, struct scope);
    s->outer = c->env.scope;
    s->func = c->env.func;
    c->env.scope = s;
    return s;
}

void close_scope(struct checker *c) {
    c->env.scope = c->env.scope->outer;
}

/* Most local scopes hold a few names, and names of files are interned: comparing addresses beats hashing. */
static struct object *find_in_scope(const struct scope *s, const char *name) {
    enum { FEW = 8 };
    if (s->names.len > FEW || !s->func)
        return s->names.len ? scope_lookup(s, name) : NULL;
    for (int i = 0; i < s->names.len; i++) {
        if (s->names.entries[i].key == name)
            return s->names.entries[i].value;
    }
    return NULL;
}

struct object *lookup(struct checker *c, const char *name, struct scope **found_in) {
    for (struct scope *s = c->env.scope; s; s = s->outer) {
        struct object *o = find_in_scope(s, name);
        if (o) {
            if (found_in)
                *found_in = s;
            return o;
        }
    }
    return NULL;
}

void declare(struct checker *c, struct scope *s, struct object *o) {
    if (!o->name || strcmp(o->name, "_") == 0)
        return;
    struct object *other = find_in_scope(s, o->name);
    if (other) {
        report(c, o->pos, "%s redeclared in this block", o->name);
        report_more(c, other->pos, "other declaration of %s", o->name);
        return;
    }
    o->scope = s;
    map_put(c->arena, &s->names, o->name, o);
}

void add_dependency(struct checker *c, struct object *o) {
    struct decl_info *from = c->env.decl;
    if (!from || o->package != c->package || !ptrmap_has(&c->info_of, o) || ptrmap_has(&from->known_dependencies, o))
        return;
    ptrmap_put(c->arena, &from->known_dependencies, o, o);
    vec_push(c->arena, &from->dependencies, o);
}

struct expr *unparen(struct expr *e) {
    while (e && e->kind == EXPR_PAREN)
        e = e->x;
    return e;
}

bool is_blank(const struct expr *e) {
    return e && e->kind == EXPR_NAME && strcmp(e->name, "_") == 0;
}

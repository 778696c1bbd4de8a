/* Fields and methods of a type: what x.name is, method sets, and which types implement which interfaces (spec: Selectors, Method sets,
 * Struct types on promoted fields). */
#include "transpiler/lookup.h"

#include <stdlib.h>
#include <string.h>

/* Types with more names than this get a table. */
enum { LONGEST_SEARCH = 12 };

static bool is_name(const char *candidate, const struct package *declared_in, const char *name, const struct package *visible) {
    if (!candidate || (candidate != name && strcmp(candidate, name) != 0))
        return false;
    return name_is_exported(name) || declared_in == visible;
}

/* Numbers are kept in tables as addresses, plus one, since NULL is "not there". */
static int table_number(const struct map *m, const char *name) {
    return (int)(intptr_t)map_get(m, name) - 1;
}

static void table_add(struct arena *a, struct map *m, const char *name, int number) {
    map_put(a, m, name, (void *)(intptr_t)(number + 1));
}

int field_index(struct arena *a, struct type *s, const char *name, const struct package *visible) {
    if (strcmp(name, "_") == 0)
        return -1;
    if (s->fields.len > LONGEST_SEARCH && s->complete) {
        if (!s->index) {
            s->index = arena_new(a, struct map);
            vec_each(i, &s->fields) table_add(a, s->index, s->fields.items[i]->name, i);
        }
        int i = table_number(s->index, name);
        return i >= 0 && is_name(name, s->fields.items[i]->package, name, visible) ? i : -1;
    }
    vec_each(i, &s->fields) {
        if (is_name(s->fields.items[i]->name, s->fields.items[i]->package, name, visible))
            return i;
    }
    return -1;
}

/* Concrete methods are declared in one package. The table is extended as methods are added. */
int declared_method_index(struct arena *a, struct type *named, const char *name, const struct package *visible) {
    int found = -1;
    if (named->methods.len > LONGEST_SEARCH && named != type_error()) {
        if (!named->index)
            named->index = arena_new(a, struct map);
        for (int i = named->index->len; i < named->methods.len; i++)
            table_add(a, named->index, named->methods.items[i].name, i);
        found = table_number(named->index, name);
    } else {
        for (int i = 0; found < 0 && i < named->methods.len; i++) {
            const char *candidate = named->methods.items[i].name;
            if (candidate == name || strcmp(candidate, name) == 0)
                found = i;
        }
    }
    return found >= 0 && is_name(name, named->methods.items[found].package, name, visible) ? found : -1;
}

int compare_methods(const struct method *x, const struct method *y) {
    int order = strcmp(x->name, y->name);
    if (order || name_is_exported(x->name) || x->package == y->package)
        return order;
    return strcmp(x->package->path, y->package->path);
}

/* Interfaces keep their methods sorted; several can have one name that is not exported, from different packages. */
static int interface_method_index(const struct type *t, const char *name, const struct package *visible) {
    if (!t->complete) {
        vec_each(i, &t->methods) {
            if (is_name(t->methods.items[i].name, t->methods.items[i].package, name, visible))
                return i;
        }
        return -1;
    }
    int low = 0;
    for (int high = t->methods.len; low < high;) {
        int middle = (low + high) / 2;
        if (strcmp(t->methods.items[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < t->methods.len && strcmp(t->methods.items[low].name, name) == 0; low++) {
        if (is_name(name, t->methods.items[low].package, name, visible))
            return low;
    }
    return -1;
}

/* ---- search by depth ---- */

/* One embedded type at the depth that is being searched, and how it was reached. */
struct place {
    struct type *type;          /* pointers are followed */
    struct type *written;       /* as the field has it */
    const struct place *outer;
    int field;                  /* in outer's struct; -1 for the start */
    bool indirect;
    bool several;               /* the type is at this depth more than once: all its names are ambiguous */
};
typedef VEC(struct place *) place_list;

static struct type *followed(struct type *t, bool *pointer) {
    *pointer = t && t->kind == TYPE_POINTER;
    return *pointer ? t->elem : t;
}

/* The fields that lead to a place, and one more if `last` >= 0. */
static void write_path(struct arena *a, struct selection *s, const struct place *p, int last) {
    int len = last >= 0;
    for (const struct place *q = p; q->field >= 0; q = q->outer)
        len++;
    s->path.items = len ? arena_array(a, int, len) : NULL;
    s->path.len = s->path.cap = len;
    if (last >= 0)
        s->path.items[--len] = last;
    for (const struct place *q = p; q->field >= 0; q = q->outer)
        s->path.items[--len] = q->field;
}

/* Types that were met at this depth already are marked there instead of being searched twice. */
static void add_place(struct arena *a, place_list *next, struct ptrmap *next_named, struct place *p) {
    if (p->type && p->type->kind == TYPE_NAMED) {
        struct place *same = ptrmap_get(next_named, p->type);
        if (same) {
            same->several = true;
            return;
        }
        ptrmap_put(a, next_named, p->type, p);
    }
    vec_push(a, next, p);
}

static void add_embedded(struct arena *a, const struct place *p, const struct type *s, place_list *next, struct ptrmap *next_named) {
    vec_each(i, &s->fields) {
        const struct object *f = s->fields.items[i];
        if (!f->embedded || !f->type)
            continue;
        struct place *inner = arena_new(a, struct place);
        bool pointer;
        inner->type = followed(f->type, &pointer);
        const struct type *u = inner->type ? type_underlying(inner->type) : NULL;
        if (pointer && u && u->kind == TYPE_INTERFACE)
            continue; /* an error, which has been told: a pointer to an interface has no methods */
        inner->written = f->type;
        inner->outer = p;
        inner->field = i;
        inner->indirect = p->indirect || pointer;
        inner->several = p->several;
        add_place(a, next, next_named, inner);
    }
}

/* What `name` is in one type, without what is embedded in it. */
static bool found_in(struct arena *a, const struct place *p, const char *name, const struct package *visible, struct selection *s) {
    struct type *t = p->type;
    if (t->kind == TYPE_NAMED) {
        int m = declared_method_index(a, t, name, visible);
        if (m >= 0) {
            s->kind = SELECT_METHOD_VALUE;
            s->method = t->methods.items[m].object;
            s->method_index = -1;
            s->holder = p->written;
            return true;
        }
    }
    struct type *u = type_underlying(t);
    if (!u)
        return false;
    if (u->kind == TYPE_STRUCT) {
        int f = field_index(a, u, name, visible);
        if (f >= 0) {
            s->kind = SELECT_FIELD;
            s->field = u->fields.items[f];
            s->method_index = -1;
            write_path(a, s, p, f);
            return true;
        }
    } else if (u->kind == TYPE_INTERFACE) {
        int m = interface_method_index(u, name, visible);
        if (m >= 0) {
            s->kind = SELECT_INTERFACE_METHOD;
            s->method_index = m;
            s->holder = p->written;
            return true;
        }
    }
    return false;
}

struct selection *find_selection(struct arena *a, struct type *t, const char *name, const struct package *visible, bool *ambiguous) {
    *ambiguous = false;
    if (!t || strcmp(name, "_") == 0)
        return NULL;

    /* A defined pointer type has the fields of what it points to, but no methods. */
    bool fields_only = false;
    struct type *start = t;
    if (t->kind == TYPE_NAMED && t->underlying && type_underlying(t)->kind == TYPE_POINTER) {
        start = type_underlying(t);
        fields_only = true;
    }
    struct place first = {.written = t, .field = -1};
    first.type = followed(start, &first.indirect);
    if (!first.type || (first.indirect && type_underlying(first.type) && type_underlying(first.type)->kind == TYPE_INTERFACE))
        return NULL;

    place_list current = {0};
    struct place *first_item[1] = {&first};
    current.items = first_item;
    current.len = current.cap = 1;
    struct ptrmap seen = {0};
    while (current.len) {
        struct selection best = {0};
        const struct place *best_place = NULL;
        vec_each(i, &current) {
            const struct place *p = current.items[i];
            if (!p->type || (p->type->kind == TYPE_NAMED && ptrmap_has(&seen, p->type)))
                continue;
            struct selection s = {0};
            if (!found_in(a, p, name, visible, &s))
                continue;
            if (best_place || p->several) {
                *ambiguous = true;
                return NULL;
            }
            best = s;
            best_place = p;
        }
        if (best_place) {
            if (fields_only && best.kind != SELECT_FIELD)
                return NULL;
            best.receiver = t;
            best.indirect = best_place->indirect;
            if (best.kind != SELECT_FIELD)
                write_path(a, &best, best_place, -1);
            if (best.kind == SELECT_METHOD_VALUE) {
                bool pointer_receiver = method_has_pointer_receiver(best.method);
                bool pointer = best.holder->kind == TYPE_POINTER;
                best.address_needed = pointer_receiver && !pointer;
                best.deref_needed = !pointer_receiver && pointer;
            }
            return arena_copy(a, &best, sizeof best);
        }
        place_list next = {0};
        struct ptrmap next_named = {0};
        vec_each(i, &current) {
            const struct place *p = current.items[i];
            if (!p->type)
                continue;
            if (p->type->kind == TYPE_NAMED) {
                if (ptrmap_has(&seen, p->type))
                    continue;
                ptrmap_put(a, &seen, p->type, (void *)p);
            }
            const struct type *u = type_underlying(p->type);
            if (u && u->kind == TYPE_STRUCT)
                add_embedded(a, p, u, &next, &next_named);
        }
        current = next;
    }
    return NULL;
}

struct selection *lookup_field_or_method(struct arena *a, struct type *t, const char *name, const struct package *package) {
    bool ambiguous;
    return find_selection(a, t, name, package, &ambiguous);
}

bool method_has_pointer_receiver(const struct object *method) {
    return method->receiver && method->receiver->kind == TYPE_POINTER;
}

struct type *selection_method_type(const struct selection *s) {
    if (s->method_index >= 0)
        return type_underlying(s->holder)->methods.items[s->method_index].type;
    return s->method->type;
}

/* ---- method sets ---- */

/* A method is in the method set where calling it needs no address of a value that has none (spec: Method sets). */
bool in_method_set(const struct selection *s) {
    return s && s->kind != SELECT_FIELD && !(s->address_needed && !s->indirect);
}

struct promoted_names {
    struct arena *arena;
    struct ptrmap seen_types;
    struct map names; /* name → struct package * that sees it, or the type's own */
};

static void collect_names(struct promoted_names *n, struct type *t) {
    bool pointer;
    t = followed(t, &pointer);
    if (!t || ptrmap_has(&n->seen_types, t))
        return;
    ptrmap_put(n->arena, &n->seen_types, t, t);
    if (t->kind == TYPE_NAMED) {
        vec_each(i, &t->methods)
            map_put(n->arena, &n->names, t->methods.items[i].name, t->methods.items[i].package);
    }
    struct type *u = type_underlying(t);
    if (!u)
        return;
    if (u->kind == TYPE_INTERFACE) {
        vec_each(i, &u->methods)
            map_put(n->arena, &n->names, u->methods.items[i].name, u->methods.items[i].package);
    } else if (u->kind == TYPE_STRUCT) {
        vec_each(i, &u->fields) {
            if (u->fields.items[i]->embedded)
                collect_names(n, u->fields.items[i]->type);
        }
    }
}

static int compare_names(const void *x, const void *y) {
    return strcmp(((const struct map_entry *)x)->key, ((const struct map_entry *)y)->key);
}

struct method_set method_set_of(struct arena *a, struct type *t) {
    struct method_set set = {0};
    struct promoted_names n = {.arena = a};
    collect_names(&n, t);
    struct map_entry *sorted = arena_copy(a, n.names.entries, sizeof *sorted * (size_t)n.names.len);
    if (n.names.len)
        qsort(sorted, (size_t)n.names.len, sizeof *sorted, compare_names);
    for (int i = 0; i < n.names.len; i++) {
        struct selection *s = lookup_field_or_method(a, t, sorted[i].key, sorted[i].value);
        if (!in_method_set(s))
            continue;
        vec_push(a, &set.list, s);
        vec_push(a, &set.names, sorted[i].key);
    }
    return set;
}

/* ---- implementing interfaces (spec: Implementing an interface) ---- */

bool find_missing_method(struct arena *a, struct type *t, struct type *i, bool dynamic, struct missing_method *missing) {
    struct type *wanted = type_underlying(i), *u = type_underlying(t);
    *missing = (struct missing_method){0};
    if (!wanted || !u)
        return false;
    vec_each(k, &wanted->methods) {
        const struct method *m = &wanted->methods.items[k];
        bool ambiguous;
        struct selection *s = find_selection(a, t, m->name, m->package, &ambiguous);
        if (s && s->kind == SELECT_FIELD)
            s = NULL;
        if (!s && dynamic && u->kind == TYPE_INTERFACE)
            continue;
        *missing = (struct missing_method){.wanted = m, .found = s};
        if (!s)
            return true;
        missing->pointer_receiver = !in_method_set(s);
        missing->wrong_type = !types_identical(selection_method_type(s), m->type);
        if (missing->pointer_receiver || missing->wrong_type)
            return true;
    }
    *missing = (struct missing_method){0};
    return false;
}

bool type_implements(struct arena *a, struct type *t, struct type *i, const char **missing, bool *pointer_receiver) {
    struct missing_method m;
    if (!find_missing_method(a, t, i, false, &m))
        return true;
    if (missing)
        *missing = m.wanted->name;
    if (pointer_receiver)
        *pointer_receiver = m.pointer_receiver || m.wrong_type;
    return false;
}

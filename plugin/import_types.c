/* Types of the C tree, made once per canonical type.
 *
 * Types are recursive through pointers (a list node points to its own kind), and chains of them can be long, so a type is made
 * in two steps: a shell with what is known at once, and its parts later, from a queue. Only the question "is a pointer in it?"
 * follows parts, and only those that are held by value. */
#include "plugin/import.h"

#include <string.h>

struct pending {
    const void *key;
    struct ctype *type;
};

struct type_table {
    struct arena *arena;
    const struct type_host *host;
    void *host_data;
    struct ptrmap by_key;
    struct ptrmap pointers_to; /* made by import_pointer_to */
    VEC(struct pending) queue;
    int queue_done;
    bool draining;
    /* parts of the type that the host is being asked for */
    VEC(struct ctype *) parts;
    VEC(struct cfield) fields;
};

struct type_table *type_table_new(struct arena *a, const struct type_host *host, void *host_data) {
    struct type_table *t = arena_new(a, struct type_table);
    t->arena = a;
    t->host = host;
    t->host_data = host_data;
    return t;
}

/* "struct node" → "node"; a typedef name stands for itself; "struct node::(anonymous at x.c:1:9)" has none. */
static const char *tag_of(const char *spelling) {
    if (strchr(spelling, '('))
        return "";
    const char *space = strchr(spelling, ' ');
    return space ? space + 1 : spelling;
}

static struct ctype *shell(struct type_table *t, const void *key) {
    struct ctype *type = ptrmap_get(&t->by_key, key);
    if (type)
        return type;
    struct type_facts f = t->host->facts(t->host_data, key);
    type = arena_new(t->arena, struct ctype);
    type->kind = f.kind;
    type->spelling = arena_strdup(t->arena, f.spelling);
    type->tag = f.kind == CTYPE_RECORD ? tag_of(type->spelling) : "";
    type->bytes = f.bytes;
    type->count = f.count;
    type->is_union = f.is_union;
    type->variadic = f.variadic;
    ptrmap_put(t->arena, &t->by_key, key, type);
    struct pending p = {key, type};
    if (f.kind == CTYPE_POINTER || f.kind == CTYPE_FUNCTION || f.kind == CTYPE_ARRAY || f.kind == CTYPE_RECORD)
        vec_push(t->arena, &t->queue, p);
    return type;
}

void type_part(struct type_table *t, const void *key) {
    vec_push(t->arena, &t->parts, shell(t, key));
}

void type_field(struct type_table *t, const char *name, const void *key, long offset) {
    struct cfield f = {arena_strdup(t->arena, name), shell(t, key), offset};
    vec_push(t->arena, &t->fields, f);
}

static void fill(struct type_table *t, struct pending p) {
    t->parts.len = t->fields.len = 0;
    t->host->parts(t->host_data, p.key, t);
    if (p.type->kind == CTYPE_RECORD) {
        p.type->field_count = t->fields.len;
        if (t->fields.len)
            p.type->fields = arena_copy(t->arena, t->fields.items, sizeof *t->fields.items * (size_t)t->fields.len);
        return;
    }
    p.type->target = t->parts.items[0];
    if (p.type->kind == CTYPE_FUNCTION && t->parts.len > 1) {
        p.type->param_count = t->parts.len - 1;
        p.type->params = arena_copy(t->arena, t->parts.items + 1, sizeof *t->parts.items * (size_t)p.type->param_count);
    }
}

static bool holds_pointers(const struct ctype *t) {
    switch (t->kind) {
    case CTYPE_POINTER:
    case CTYPE_FUNCTION:
        return true;
    case CTYPE_ARRAY:
        return t->target->has_pointers || holds_pointers(t->target);
    case CTYPE_RECORD:
        for (int i = 0; i < t->field_count; i++)
            if (t->fields[i].type->has_pointers || holds_pointers(t->fields[i].type))
                return true;
        return false;
    default:
        return false;
    }
}

struct ctype *type_of_key(struct type_table *t, const void *key) {
    struct ctype *type = shell(t, key);
    if (t->draining)
        return type;
    t->draining = true;
    int first = t->queue_done;
    while (t->queue_done < t->queue.len)
        fill(t, t->queue.items[t->queue_done++]);
    /* Backwards: what a type holds by value was mostly met after it, so most answers are there when they are asked for. */
    for (int i = t->queue.len - 1; i >= first; i--)
        t->queue.items[i].type->has_pointers = holds_pointers(t->queue.items[i].type);
    t->draining = false;
    return type;
}

struct ctype *import_pointer_to(struct type_table *t, struct ctype *target) {
    struct ctype *p = ptrmap_get(&t->pointers_to, target);
    if (p)
        return p;
    p = arena_new(t->arena, struct ctype);
    p->kind = CTYPE_POINTER;
    p->spelling = arena_printf(t->arena, target->kind == CTYPE_POINTER ? "%s*" : "%s *", target->spelling);
    p->tag = "";
    p->bytes = sizeof(void *);
    p->has_pointers = true;
    p->target = target;
    ptrmap_put(t->arena, &t->pointers_to, target, p);
    return p;
}

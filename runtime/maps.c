/* Maps: entries in order of insertion in one array, and an index of them by hash (spec: Map types).
 *
 * Deleting leaves a gap; when the array is full it is replaced by a new one, larger or only without the gaps. The old one is
 * never changed again and knows its successor, so that an iterator that stands in it can find its place in the new one: all
 * entries that were there, in the same order. A map of up to eight entries has no index and is searched from its start. */
#include "runtime.h"

enum { UNINDEXED = 8 };

/* hash and liveness, then the key, then the value, each where their alignment (at most 8) allows. */
struct entry {
    go_uint32 hash;
    go_uint32 live;
};

struct go_map_table {
    char *entries;
    go_uint64 *index;          /* hash << 32 | number of entry + 1; 0 is free. NULL: unindexed */
    go_uint64 mask;            /* of index positions */
    go_int used, cap;          /* entries; gaps count as used */
    go_int first;              /* all before it are gaps: a map that is emptied from the front stays quick to iterate */
    size_t stride, value_at;
    struct go_map_table *next; /* the table that replaced this one */
    bool cleared;              /* … and took nothing over */
};

static size_t aligned(size_t n) {
    return (n + 7) & ~(size_t)7;
}

static struct entry *entry_at(const struct go_map_table *t, go_int i) {
    return (struct entry *)(t->entries + (size_t)i * t->stride);
}
static void *key_of(struct entry *e) {
    return e + 1;
}
static void *value_of(const struct go_map_table *t, struct entry *e) {
    return (char *)e + t->value_at;
}

static struct go_map_table *new_table(const go_type *type, go_int cap) {
    struct go_map_table *t = NEW(struct go_map_table);
    t->value_at = sizeof(struct entry) + aligned((size_t)type->key->size);
    t->stride = t->value_at + aligned((size_t)type->elem->size);
    if (cap <= UNINDEXED) {
        t->cap = UNINDEXED;
    } else {
        /* a power of two of positions, three quarters of them filled at most */
        go_uint64 positions = 16;
        while (positions / 4 * 3 < (go_uint64)cap)
            positions *= 2;
        t->cap = (go_int)(positions / 4 * 3);
        t->mask = positions - 1;
        t->index = go_new_noscan(positions * sizeof *t->index);
    }
    t->entries = go_heap_memory((size_t)t->cap * t->stride, !type->key->noscan || !type->elem->noscan);
    return t;
}

void go_map_init(struct go_map *m, const go_type *type, go_int hint) {
    *m = (struct go_map){0, type, NULL};
    if (hint > UNINDEXED && (go_uint64)hint < GO_MOST_BYTES / 64)
        m->table = new_table(type, hint);
}

struct go_map *go_map_make(const go_type *type, go_int hint) {
    struct go_map *m = NEW(struct go_map);
    go_map_init(m, type, hint);
    return m;
}

/* ---- finding ---- */

static go_uint32 hash_of(const go_type *key_type, const void *key) {
    return (go_uint32)go_hash_value(key_type, key);
}

static bool same_key(const go_type *key_type, const void *a, const void *b) {
    if (key_type->kind <= GO_UINTPTR && key_type->size == 8)
        return *(const go_int *)a == *(const go_int *)b;
    return go_equal_values(key_type, a, b);
}

static struct entry *find(const struct go_map_table *t, const go_type *key_type, const void *key, go_uint32 hash) {
    if (!t->index) {
        for (go_int i = 0; i < t->used; i++) {
            struct entry *e = entry_at(t, i);
            if (e->hash == hash && e->live && same_key(key_type, key_of(e), key))
                return e;
        }
        return NULL;
    }
    for (go_uint64 at = hash & t->mask;; at = (at + 1) & t->mask) {
        go_uint64 slot = t->index[at];
        if (slot == 0)
            return NULL;
        if (slot >> 32 != hash)
            continue;
        struct entry *e = entry_at(t, (go_int)(go_uint32)slot - 1);
        if (e->live && same_key(key_type, key_of(e), key))
            return e;
    }
}

/* A key that cannot be hashed panics even where there is nothing to find. */
void *go_map_find(const struct go_map *m, const void *key, const go_type *type) {
    if (!m || m->len == 0) {
        if (type->key->kind >= GO_ARRAY)
            hash_of(type->key, key);
        return NULL;
    }
    struct entry *e = find(m->table, type->key, key, hash_of(type->key, key));
    return e ? value_of(m->table, e) : NULL;
}

/* ---- putting ---- */

static void add_to_index(struct go_map_table *t, go_uint32 hash, go_int entry) {
    if (!t->index)
        return;
    go_uint64 at = hash & t->mask;
    while (t->index[at])
        at = (at + 1) & t->mask;
    t->index[at] = (go_uint64)hash << 32 | (go_uint64)(entry + 1);
}

/* A table with room for one more: twice as large where it is full of entries, the same size where gaps fill it. */
static struct go_map_table *replaced(struct go_map *m) {
    struct go_map_table *old = m->table;
    go_int cap = old ? m->len > old->cap / 2 ? old->cap * 2 : old->cap : UNINDEXED;
    struct go_map_table *t = new_table(m->type, cap);
    for (go_int i = 0; old && i < old->used; i++) {
        struct entry *e = entry_at(old, i);
        if (!e->live)
            continue;
        memcpy(entry_at(t, t->used), e, t->stride);
        add_to_index(t, e->hash, t->used++);
    }
    if (old)
        old->next = t;
    return m->table = t;
}

/* Are there keys that are equal but not the same, so that assigning to an entry replaces its key? (+0 and -0; in an interface too) */
static bool replaces_key(const go_type *key_type) {
    return key_type->kind == GO_FLOAT32 || key_type->kind == GO_FLOAT64 || key_type->kind >= GO_COMPLEX64;
}

void *go_map_at(struct go_map *m, const void *key) {
    if (!m)
        go_panic_plain("assignment to entry in nil map");
    const go_type *key_type = m->type->key;
    go_uint32 hash = hash_of(key_type, key);
    struct go_map_table *t = m->table;
    if (t) {
        struct entry *e = find(t, key_type, key, hash);
        if (e) {
            if (replaces_key(key_type))
                memcpy(key_of(e), key, (size_t)key_type->size);
            return value_of(t, e);
        }
    }
    if (!t || t->used == t->cap)
        t = replaced(m);
    struct entry *e = entry_at(t, t->used);
    *e = (struct entry){hash, true};
    memcpy(key_of(e), key, (size_t)key_type->size);
    add_to_index(t, hash, t->used++);
    m->len++;
    return value_of(t, e);
}

/* ---- deleting ---- */

void go_map_delete(struct go_map *m, const void *key, const go_type *type) {
    go_uint32 hash = hash_of(type->key, key);
    if (!m || m->len == 0)
        return;
    struct entry *e = find(m->table, type->key, key, hash);
    if (!e)
        return;
    e->live = false;
    memset(key_of(e), 0, m->table->stride - sizeof *e); /* the collector need not keep what it held */
    m->len--;
    struct go_map_table *t = m->table;
    while (t->first < t->used && !entry_at(t, t->first)->live)
        t->first++;
}

void go_map_clear(struct go_map *m) {
    if (!m || !m->table)
        return;
    m->table->cleared = true;
    m->table->next = new_table(m->type, UNINDEXED);
    m->table = m->table->next;
    m->len = 0;
}

/* ---- iterating ---- */

/* The place in the successor of a table that stands for place `at` in it. */
static go_int place_in_next(const struct go_map_table *t, go_int at) {
    go_int live = 0;
    for (go_int i = 0; !t->cleared && i < at; i++)
        live += entry_at(t, i)->live;
    return live;
}

/* Entries that are put in after the first step are not visited (Go leaves that open), so that every loop ends. */
bool go_map_next(struct go_map_iterator *i) {
    if (!i->table) {
        if (!i->map || !i->map->table)
            return false;
        i->table = i->map->table;
        i->end = i->table->used;
    }
    while (i->table != i->map->table) {
        i->at = place_in_next(i->table, i->at);
        i->end = place_in_next(i->table, i->end);
        i->table = i->table->next;
    }
    if (i->at < i->table->first)
        i->at = i->table->first;
    for (; i->at < i->end; i->at++) {
        struct entry *e = entry_at(i->table, i->at);
        if (!e->live)
            continue;
        i->key = key_of(e);
        i->value = value_of(i->table, e);
        i->at++;
        return true;
    }
    return false;
}

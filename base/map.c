/* Open addressing with linear probing over entries that stay in order of insertion.
 *
 * Nothing is ever removed, so a probe ends at the first free slot. At most three slots of four are taken. */
#include "map.h"

#include "die.h"
#include "vec.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

/* FNV-1a, 64 bits. */
static uint64_t hash_text(const char *s, size_t len) {
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)s[i]) * 0x100000001b3u;
    return h ^ h >> 32;
}

/* Addresses differ in their middle bits only: multiply, then use the high half. */
static uint64_t hash_address(const void *p) {
    uint64_t h = (uint64_t)(uintptr_t)p * 0x9e3779b97f4a7c15u;
    return h ^ h >> 32;
}

static bool is_text(const char *key, const char *s, size_t len) {
    return strncmp(key, s, len) == 0 && key[len] == '\0';
}

/* The slot that holds the key or, where there is none, the free slot where it belongs. There must be slots. */
static int *map_slot(const struct map *m, const char *s, size_t len) {
    unsigned mask = (unsigned)m->slot_count - 1;
    unsigned i = (unsigned)hash_text(s, len) & mask;
    while (m->slots[i] && !is_text(m->entries[m->slots[i] - 1].key, s, len))
        i = (i + 1) & mask;
    return &m->slots[i];
}

static int *ptrmap_slot(const struct ptrmap *m, const void *key) {
    unsigned mask = (unsigned)m->slot_count - 1;
    unsigned i = (unsigned)hash_address(key) & mask;
    while (m->slots[i] && m->entries[m->slots[i] - 1].key != key)
        i = (i + 1) & mask;
    return &m->slots[i];
}

/* The number of slots that `len` entries and one more ask for: the same as now, or twice that. */
static int slots_for_one_more(int slot_count, int len) {
    if (slot_count && len < slot_count / 4 * 3)
        return slot_count;
    if (slot_count > INT_MAX / 2)
        die("a table of %d entries cannot grow", len);
    return slot_count ? slot_count * 2 : 16;
}

static const struct map_entry *map_find(const struct map *m, const char *s, size_t len) {
    int slot = m->slot_count ? *map_slot(m, s, len) : 0;
    return slot ? &m->entries[slot - 1] : NULL;
}

void *map_get(const struct map *m, const char *key) {
    const struct map_entry *e = map_find(m, key, strlen(key));
    return e ? e->value : NULL;
}

bool map_has(const struct map *m, const char *key) {
    return map_find(m, key, strlen(key)) != NULL;
}

void map_put(struct arena *a, struct map *m, const char *key, void *value) {
    int slot_count = slots_for_one_more(m->slot_count, m->len);
    if (slot_count != m->slot_count) {
        arena_drop(a, m->slots, sizeof *m->slots * (size_t)m->slot_count);
        m->slots = arena_array(a, int, slot_count);
        m->slot_count = slot_count;
        for (int i = 0; i < m->len; i++)
            *map_slot(m, m->entries[i].key, strlen(m->entries[i].key)) = i + 1;
    }
    int *slot = map_slot(m, key, strlen(key));
    if (*slot) {
        m->entries[*slot - 1].value = value;
        return;
    }
    if (m->len == m->cap)
        m->entries = vec_moved(a, m->entries, m->len, &m->cap, sizeof *m->entries);
    m->entries[m->len++] = (struct map_entry){key, value};
    *slot = m->len;
}

static const struct ptrmap_entry *ptrmap_find(const struct ptrmap *m, const void *key) {
    int slot = m->slot_count ? *ptrmap_slot(m, key) : 0;
    return slot ? &m->entries[slot - 1] : NULL;
}

void *ptrmap_get(const struct ptrmap *m, const void *key) {
    const struct ptrmap_entry *e = ptrmap_find(m, key);
    return e ? e->value : NULL;
}

bool ptrmap_has(const struct ptrmap *m, const void *key) {
    return ptrmap_find(m, key) != NULL;
}

void ptrmap_put(struct arena *a, struct ptrmap *m, const void *key, void *value) {
    int slot_count = slots_for_one_more(m->slot_count, m->len);
    if (slot_count != m->slot_count) {
        arena_drop(a, m->slots, sizeof *m->slots * (size_t)m->slot_count);
        m->slots = arena_array(a, int, slot_count);
        m->slot_count = slot_count;
        for (int i = 0; i < m->len; i++)
            *ptrmap_slot(m, m->entries[i].key) = i + 1;
    }
    int *slot = ptrmap_slot(m, key);
    if (*slot) {
        m->entries[*slot - 1].value = value;
        return;
    }
    if (m->len == m->cap)
        m->entries = vec_moved(a, m->entries, m->len, &m->cap, sizeof *m->entries);
    m->entries[m->len++] = (struct ptrmap_entry){key, value};
    *slot = m->len;
}

const char *intern(struct names *n, const char *s, size_t len) {
    const struct map_entry *known = map_find(&n->table, s, len);
    if (known)
        return known->key;
    const char *name = arena_strndup(n->arena, s, len);
    map_put(n->arena, &n->table, name, NULL);
    return name;
}

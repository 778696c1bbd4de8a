/* Hash tables: names to things, addresses to things; and the table of interned names. */
#ifndef OUTLIVE_MAP_H
#define OUTLIVE_MAP_H

#include "arena.h"

#include <stdbool.h>

/* Keys are NUL-terminated strings, compared by content and not copied. Zeroed is empty. Iterates in order of insertion
 * (entries[0 … len-1]), so that everything built from a table is the same in every run. */
struct map_entry {
    const char *key;
    void *value;
};
struct map {
    struct map_entry *entries;
    int len, cap;
    int *slots; /* open addressing: entry number + 1, 0 is free */
    int slot_count;
};
void *map_get(const struct map *m, const char *key);                          /* NULL where there is none */
bool map_has(const struct map *m, const char *key);
void map_put(struct arena *a, struct map *m, const char *key, void *value);   /* replaces */

/* The same with addresses as keys. */
struct ptrmap_entry {
    const void *key;
    void *value;
};
struct ptrmap {
    struct ptrmap_entry *entries;
    int len, cap;
    int *slots;
    int slot_count;
};
void *ptrmap_get(const struct ptrmap *m, const void *key);
bool ptrmap_has(const struct ptrmap *m, const void *key);
void ptrmap_put(struct arena *a, struct ptrmap *m, const void *key, void *value);

/* Interned names: equal text gives the same pointer, so that names compare with ==. */
struct names {
    struct map table;
    struct arena *arena;
};
const char *intern(struct names *n, const char *s, size_t len);

#endif

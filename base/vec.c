#include "vec.h"

#include "die.h"

#include <limits.h>
#include <string.h>

static size_t doubled(int *cap, size_t element_bytes) {
    if (*cap > INT_MAX / 2)
        die("a vector of %d elements cannot grow", *cap);
    *cap = *cap ? *cap * 2 : 2; /* most lists of a syntax tree have one or two elements */
    return element_bytes * (size_t)*cap;
}

void *vec_grown(struct arena *a, void *items, int len, int *cap, size_t element_bytes) {
    void *grown = arena_alloc_raw(a, doubled(cap, element_bytes));
    if (len)
        memcpy(grown, items, element_bytes * (size_t)len);
    return grown;
}

void *vec_moved(struct arena *a, void *items, int len, int *cap, size_t element_bytes) {
    return arena_grow(a, items, element_bytes * (size_t)len, doubled(cap, element_bytes));
}

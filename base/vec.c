#include "vec.h"

#include "die.h"

#include <limits.h>
#include <string.h>

void *vec_grown(struct arena *a, void *items, int len, int *cap, size_t element_bytes) {
    if (*cap > INT_MAX / 2)
        die("a vector of %d elements cannot grow", *cap);
    *cap = *cap ? *cap * 2 : 2; /* most lists of a syntax tree have one or two elements */
    void *grown = arena_alloc_raw(a, element_bytes * (size_t)*cap);
    if (len)
        memcpy(grown, items, element_bytes * (size_t)len);
    return grown;
}

/* Growing arrays in an arena. A zeroed struct is a valid empty vector:  VEC(struct expr *) args = {0}; vec_push(a, &args, e); */
#ifndef OUTLIVE_VEC_H
#define OUTLIVE_VEC_H

#include "arena.h"

#define VEC(T)     \
    struct {       \
        T *items;  \
        int len;   \
        int cap;   \
    }

/* Makes room for one more element. Old storage stays in the arena: doubling keeps the waste below the final size. */
void *vec_grown(struct arena *a, void *items, int len, int *cap, size_t element_bytes);

/* The same for a vector that may become very large: its old storage is given back, so nothing may point into it. */
void *vec_moved(struct arena *a, void *items, int len, int *cap, size_t element_bytes);

#define vec_room(a, v)                                                                                    \
    do {                                                                                                  \
        if ((v)->len == (v)->cap)                                                                         \
            (v)->items = vec_grown((a), (v)->items, (v)->len, &(v)->cap, sizeof *(v)->items);             \
    } while (0)

#define vec_push(a, v, item)                 \
    do {                                     \
        vec_room((a), (v));                  \
        (v)->items[(v)->len++] = (item);     \
    } while (0)

#define vec_push_moving(a, v, item)                                                                       \
    do {                                                                                                  \
        if ((v)->len == (v)->cap)                                                                         \
            (v)->items = vec_moved((a), (v)->items, (v)->len, &(v)->cap, sizeof *(v)->items);             \
        (v)->items[(v)->len++] = (item);                                                                  \
    } while (0)

/* The last element, as an lvalue. The vector must not be empty. */
#define vec_last(v) ((v)->items[(v)->len - 1])

/* Where the elements from number n on start; NULL in a vector that never had one, to whose NULL C allows no addition, not even
 * of 0. */
#define vec_tail(v, n) ((v)->items ? (v)->items + (n) : NULL)

/* for (int i...) over all elements:  vec_each(i, &v) use(v.items[i]); */
#define vec_each(i, v) for (int i = 0; i < (v)->len; i++)

#endif

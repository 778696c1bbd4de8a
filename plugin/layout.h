/* Where the pointers are in an object: the slots of the precise model. */
#ifndef OUTLIVE_LAYOUT_H
#define OUTLIVE_LAYOUT_H

#include "plugin/ctree.h"

#include <limits.h>

/* "Somewhere in the object": what is left of an offset after arithmetic that can't be followed. */
#define OFFSET_ANY LONG_MIN

/* The field of a record that has this name, of `len` bytes; NULL: there is none. */
const struct cfield *field_named(const struct ctype *t, const char *name, size_t len);

/* The field of a record in which `offset` is: the last one that begins there or before; -1: none does. */
int field_with(const struct ctype *t, long offset);

/* The slot that `offset` bytes into an object of type `t` belong to: elements of an array are its first one, members of a
 * union are one, a byte inside a pointer is the pointer. OFFSET_ANY outside the object. */
long slot_of(const struct ctype *t, long offset);

/* The type of what is at a slot's offset: a pointer type, or NULL where it is none, or not known. */
struct ctype *pointer_at(const struct ctype *t, long offset);

/* Does `offset` lie in an array whose elements are `step` bytes apart, or an even part of that? Then moving by `step` stays
 * among elements, which are one slot. */
bool moves_among_elements(const struct ctype *t, long offset, long step);

/* The slots of all pointers in a type, each once. */
struct slots {
    VEC(long) offsets;
};
struct slot_table {
    struct arena *arena;
    struct ptrmap by_type;
};
const struct slots *slots_of(struct slot_table *table, const struct ctype *t);

#endif

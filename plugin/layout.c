/* Slots: an object as a few places that may hold a pointer each.
 *
 * Offsets are bytes, as C lays objects out, so a cast between records that begin alike leads to the same slots. They are folded:
 * all elements of an array are one slot per pointer in an element, a union is one slot. Folding is the same for reads and for
 * writes, so it loses precision and never a flow. */
#include "plugin/layout.h"

#include <string.h>

const struct cfield *field_named(const struct ctype *t, const char *name, size_t len) {
    for (int i = 0; i < t->field_count; i++) {
        if (strlen(t->fields[i].name) == len && strncmp(t->fields[i].name, name, len) == 0)
            return &t->fields[i];
    }
    return NULL;
}

int field_with(const struct ctype *t, long offset) {
    int low = 0, high = t->field_count - 1, found = -1;
    while (low <= high) {
        int middle = (low + high) / 2;
        if (t->fields[middle].offset <= offset) {
            found = middle;
            low = middle + 1;
        } else {
            high = middle - 1;
        }
    }
    /* of members at one offset (empty ones, bit-fields) the last is the one with bytes */
    return found;
}

long slot_of(const struct ctype *t, long offset) {
    if (offset == OFFSET_ANY || offset < 0 || (t->bytes > 0 && offset >= t->bytes && offset > 0))
        return OFFSET_ANY;
    long base = 0;
    for (;;) {
        if (t->kind == CTYPE_ARRAY && t->target->bytes > 0) {
            offset %= t->target->bytes;
            t = t->target;
        } else if (t->kind == CTYPE_RECORD && !t->is_union && t->field_count > 0) {
            int i = field_with(t, offset);
            if (i < 0)
                return base + offset;
            base += t->fields[i].offset;
            offset -= t->fields[i].offset;
            t = t->fields[i].type;
        } else {
            return base;
        }
    }
}

struct ctype *pointer_at(const struct ctype *t, long offset) {
    if (offset == OFFSET_ANY || offset < 0)
        return NULL;
    for (;;) {
        if (t->kind == CTYPE_ARRAY && t->target->bytes > 0) {
            offset %= t->target->bytes;
            t = t->target;
        } else if (t->kind == CTYPE_RECORD && !t->is_union && t->field_count > 0) {
            int i = field_with(t, offset);
            if (i < 0)
                return NULL;
            offset -= t->fields[i].offset;
            t = t->fields[i].type;
        } else {
            return t->kind == CTYPE_POINTER ? (struct ctype *)t : NULL;
        }
    }
}

bool moves_among_elements(const struct ctype *t, long offset, long step) {
    if (offset == OFFSET_ANY || offset < 0 || step <= 0)
        return false;
    for (;;) {
        if (t->kind == CTYPE_ARRAY && t->target->bytes > 0) {
            if (step % t->target->bytes == 0)
                return true;
            offset %= t->target->bytes;
            t = t->target;
        } else if (t->kind == CTYPE_RECORD && !t->is_union && t->field_count > 0) {
            int i = field_with(t, offset);
            if (i < 0)
                return false;
            offset -= t->fields[i].offset;
            t = t->fields[i].type;
        } else {
            return false;
        }
    }
}

static void add_slots(struct slot_table *table, struct slots *out, const struct ctype *t) {
    while (t->kind == CTYPE_ARRAY)
        t = t->target;
    if (!t->has_pointers)
        return;
    if (t->kind != CTYPE_RECORD || t->is_union || t->field_count == 0) {
        vec_push(table->arena, &out->offsets, 0);
        return;
    }
    for (int i = 0; i < t->field_count; i++) {
        const struct slots *part = slots_of(table, t->fields[i].type);
        vec_each(j, &part->offsets) vec_push(table->arena, &out->offsets, t->fields[i].offset + part->offsets.items[j]);
    }
}

const struct slots *slots_of(struct slot_table *table, const struct ctype *t) {
    struct slots *s = ptrmap_get(&table->by_type, t);
    if (!s) {
        s = arena_new(table->arena, struct slots);
        add_slots(table, s, t);
        ptrmap_put(table->arena, &table->by_type, t, s);
    }
    return s;
}

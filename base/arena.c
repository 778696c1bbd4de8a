/* Chunks of zeroed memory, filled from the front; freed together. */
#include "arena.h"

#include "die.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Most units of work fit in a few chunks of this size. What is larger than a quarter of it gets a chunk of its own, so that one
 * large array does not throw away the rest of the chunk in use. */
enum { CHUNK_BYTES = 64 * 1024, OWN_CHUNK_BYTES = CHUNK_BYTES / 4 };

struct arena_chunk {
    struct arena_chunk *older;
    size_t used;
    size_t size;
    max_align_t memory[];
};

static struct arena_chunk *chunk_of(size_t size) {
    struct arena_chunk *c = size <= SIZE_MAX - sizeof *c ? calloc(1, sizeof *c + size) : NULL;
    if (!c)
        die("out of memory: %zu more bytes were needed", size);
    c->size = size;
    return c;
}

void *arena_alloc(struct arena *a, size_t bytes) {
    const size_t alignment = _Alignof(max_align_t);
    if (bytes > SIZE_MAX - alignment)
        die("out of memory: %zu more bytes were needed", bytes);
    /* An empty object has an address of its own too: callers compare addresses. */
    size_t size = bytes ? (bytes + alignment - 1) / alignment * alignment : alignment;
    a->used_bytes += size;

    if (size > OWN_CHUNK_BYTES && a->chunk) {
        struct arena_chunk *own = chunk_of(size);
        own->used = size;
        own->older = a->chunk->older;
        a->chunk->older = own;
        return own->memory;
    }
    if (!a->chunk || a->chunk->size - a->chunk->used < size) {
        struct arena_chunk *newest = chunk_of(size > CHUNK_BYTES ? size : CHUNK_BYTES);
        newest->older = a->chunk;
        a->chunk = newest;
    }
    void *p = (char *)a->chunk->memory + a->chunk->used;
    a->chunk->used += size;
    return p;
}

void *arena_copy(struct arena *a, const void *p, size_t bytes) {
    void *copy = arena_alloc(a, bytes);
    if (bytes)
        memcpy(copy, p, bytes);
    return copy;
}

char *arena_strndup(struct arena *a, const char *s, size_t n) {
    char *copy = arena_alloc(a, n + 1);
    if (n)
        memcpy(copy, s, n);
    return copy;
}

char *arena_strdup(struct arena *a, const char *s) {
    return arena_strndup(a, s, strlen(s));
}

char *arena_vprintf(struct arena *a, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len < 0)
        die("text for the format \"%s\" cannot be made", format);
    char *text = arena_alloc(a, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

char *arena_printf(struct arena *a, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(a, format, args);
    va_end(args);
    return text;
}

void arena_clear(struct arena *a) {
#ifndef __SANITIZE_ADDRESS__ /* which tells of whoever still looks at what is given back */
    struct arena_chunk *kept = a->chunk;
    if (kept && kept->size == CHUNK_BYTES) {
        a->chunk = kept->older;
        memset(kept->memory, 0, kept->used);
        kept->used = 0;
        kept->older = NULL;
        arena_free(a);
        a->chunk = kept;
        return;
    }
#endif
    arena_free(a);
}

void arena_free(struct arena *a) {
    for (struct arena_chunk *c = a->chunk, *older; c; c = older) {
        older = c->older;
        free(c);
    }
    *a = (struct arena){0};
}

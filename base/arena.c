/* Chunks of zeroed memory, filled from the front; freed together. */
#include "arena.h"

#include "die.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Most units of work fit in a few chunks of this size. What is larger than a quarter of it gets a chunk of its own, so that one
 * large array does not throw away the rest of the chunk in use. */
enum { CHUNK_BYTES = 64 * 1024, LARGE_BYTES = CHUNK_BYTES / 4, ALIGNMENT = 8 };

struct arena_chunk {
    struct arena_chunk *older;
    size_t used;
    long long memory[];
};

struct arena_large {
    struct arena_large *older, *newer;
    size_t number; /* in order of age: larger ones are newer */
    long long memory[];
};

static _Noreturn void out_of_memory(size_t bytes) {
    die("out of memory: %zu more bytes were needed", bytes);
}

static struct arena_chunk *chunk_of(struct arena *a) {
    struct arena_chunk *c = a->spare;
    if (c)
        a->spare = c->older;
    else if (!(c = malloc(sizeof *c + CHUNK_BYTES)))
        out_of_memory(CHUNK_BYTES);
    c->used = 0;
    return c;
}

static void *large(struct arena *a, size_t size, bool is_zeroed) {
    struct arena_large *l = NULL;
    if (size <= SIZE_MAX - sizeof *l)
        l = is_zeroed ? calloc(1, sizeof *l + size) : malloc(sizeof *l + size);
    if (!l)
        out_of_memory(size);
    l->older = a->large;
    l->newer = NULL;
    l->number = a->large ? a->large->number + 1 : 1;
    if (a->large)
        a->large->newer = l;
    a->large = l;
    return l->memory;
}

static size_t rounded(size_t bytes) {
    if (bytes > SIZE_MAX - ALIGNMENT)
        out_of_memory(bytes);
    /* An empty object has an address of its own too: callers compare addresses. */
    return bytes ? (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
}

static void *small(struct arena *a, size_t size) {
    if (!a->chunk || CHUNK_BYTES - a->chunk->used < size) {
        struct arena_chunk *newest = chunk_of(a);
        newest->older = a->chunk;
        a->chunk = newest;
    }
    void *p = (char *)a->chunk->memory + a->chunk->used;
    a->chunk->used += size;
    return p;
}

void *arena_alloc_raw(struct arena *a, size_t bytes) {
    size_t size = rounded(bytes);
    return size > LARGE_BYTES ? large(a, size, false) : small(a, size);
}

/* Cleared as it is handed out: then it is in the cache when it is used, and what was given back needs no clearing. */
void *arena_alloc(struct arena *a, size_t bytes) {
    size_t size = rounded(bytes);
    return size > LARGE_BYTES ? large(a, size, true) : memset(small(a, size), 0, size);
}

static bool is_large(const void *p, size_t bytes) {
    return p && rounded(bytes) > LARGE_BYTES;
}

static struct arena_large *large_of(void *memory) {
    return (struct arena_large *)((char *)memory - offsetof(struct arena_large, memory));
}

void arena_drop(struct arena *a, void *p, size_t bytes) {
    if (!is_large(p, bytes))
        return;
    struct arena_large *l = large_of(p);
    if (l->older)
        l->older->newer = l->newer;
    if (l->newer)
        l->newer->older = l->older;
    else
        a->large = l->older;
    free(l);
}

void *arena_grow(struct arena *a, void *p, size_t old_bytes, size_t bytes) {
    if (!is_large(p, old_bytes)) {
        void *grown = arena_alloc_raw(a, bytes);
        if (old_bytes)
            memcpy(grown, p, old_bytes);
        return grown;
    }
    struct arena_large *l = large_of(p);
    l = bytes <= SIZE_MAX - sizeof *l ? realloc(l, sizeof *l + bytes) : NULL;
    if (!l)
        out_of_memory(bytes);
    if (l->older)
        l->older->newer = l;
    if (l->newer)
        l->newer->older = l;
    else
        a->large = l;
    return l->memory;
}

void *arena_copy(struct arena *a, const void *p, size_t bytes) {
    void *copy = arena_alloc_raw(a, bytes);
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

struct arena_mark arena_mark(const struct arena *a) {
    return (struct arena_mark){a->chunk, a->chunk ? a->chunk->used : 0, a->large ? a->large->number : 0};
}

static void free_chunks(struct arena_chunk **first, const struct arena_chunk *end) {
    while (*first != end) {
        struct arena_chunk *c = *first;
        *first = c->older;
        free(c);
    }
}

static void free_large(struct arena *a, size_t number) {
    while (a->large && a->large->number > number) {
        struct arena_large *l = a->large;
        a->large = l->older;
        free(l);
    }
    if (a->large)
        a->large->newer = NULL;
}

void arena_release(struct arena *a, struct arena_mark mark) {
    free_large(a, mark.larges);
#ifdef __SANITIZE_ADDRESS__ /* which tells of whoever still looks at what is given back */
    free_chunks(&a->chunk, mark.chunk);
#else
    while (a->chunk != mark.chunk) {
        struct arena_chunk *c = a->chunk;
        a->chunk = c->older;
        c->older = a->spare;
        a->spare = c;
    }
#endif
    if (a->chunk)
        a->chunk->used = mark.used;
}

void arena_clear(struct arena *a) {
    arena_release(a, (struct arena_mark){0});
}

void arena_free(struct arena *a) {
    free_large(a, 0);
    free_chunks(&a->chunk, NULL);
    free_chunks(&a->spare, NULL);
}

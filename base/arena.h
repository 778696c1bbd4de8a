/* Memory that dies together.
 *
 * Every unit of work (one transpiled program, one checked translation unit) has one arena; nothing in it is freed alone.
 * The plugin lives inside clang, so nothing it allocates may outlive the translation unit: one arena, freed in one call. */
#ifndef OUTLIVE_ARENA_H
#define OUTLIVE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena {
    struct arena_chunk *chunk; /* newest first */
    struct arena_large *large; /* each with one array that is too large for a chunk among others, newest first */
    struct arena_chunk *spare; /* given back by arena_release, for the next one that is needed */
};

/* Zeroed memory aligned for pointers, integers and double. Never returns NULL: running out of memory ends the process through die(). */
void *arena_alloc(struct arena *a, size_t bytes);

/* The same, not zeroed: for what is written at once. */
void *arena_alloc_raw(struct arena *a, size_t bytes);

/* `p`, which was handed out with `old_bytes` and holds as many, with room for `bytes`; what is new is not zeroed. Small ones leave their old
 * memory behind, large ones do not. */
void *arena_grow(struct arena *a, void *p, size_t old_bytes, size_t bytes);

/* `p`, which was handed out with `bytes`, is not needed any more: large ones are given back at once. */
void arena_drop(struct arena *a, void *p, size_t bytes);

/* A copy of `bytes` bytes at `p`. */
void *arena_copy(struct arena *a, const void *p, size_t bytes);

/* NUL-terminated copies and formatted text. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* What was handed out so far; and giving back all that was handed out since then. Marks are released in the reverse of their order. */
struct arena_mark {
    struct arena_chunk *chunk;
    size_t used;
    size_t larges;
};
struct arena_mark arena_mark(const struct arena *a);
void arena_release(struct arena *a, struct arena_mark mark);

/* Gives everything back, but keeps chunks to begin with: for an arena that is used for one thing after another. */
void arena_clear(struct arena *a);

/* Gives everything back; the arena is empty and usable again. A zeroed struct is a valid empty arena. */
void arena_free(struct arena *a);

#define arena_new(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define arena_array(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))

#endif

/* Text that grows: what stages print into before anything reaches a file (nothing is ever half-written). */
#ifndef OUTLIVE_BUF_H
#define OUTLIVE_BUF_H

#include "arena.h"

#include <stdbool.h>
#include <stdio.h>

/* Owned by malloc, not by an arena: generated C can be large, and doubling inside an arena would keep every old copy.
 * `text` is always NUL-terminated once anything was added; NULL in a zeroed, empty buffer. */
struct buf {
    char *text;
    size_t len;
    size_t cap;
};

void buf_add(struct buf *b, const char *s);
void buf_addn(struct buf *b, const char *s, size_t n);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* Writes all of the text (fwrite must not be given the NULL of an empty one). Returns whether that could be done. */
bool buf_write(const struct buf *b, FILE *out);

void buf_free(struct buf *b);

#endif

#include "buf.h"

#include "die.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Room for `more` bytes and the final NUL. */
static void buf_reserve(struct buf *b, size_t more) {
    if (more > SIZE_MAX / 4 || b->len > SIZE_MAX / 4)
        die("out of memory: a text of %zu bytes cannot grow by %zu", b->len, more);
    size_t needed = b->len + more + 1;
    if (needed <= b->cap)
        return;
    size_t cap = b->cap ? b->cap : 256;
    while (cap < needed)
        cap *= 2;
    char *text = realloc(b->text, cap);
    if (!text)
        die("out of memory: a text of %zu bytes cannot grow by %zu", b->len, more);
    b->text = text;
    b->cap = cap;
}

void buf_addn(struct buf *b, const char *s, size_t n) {
    buf_reserve(b, n);
    if (n)
        memcpy(b->text + b->len, s, n);
    b->len += n;
    b->text[b->len] = '\0';
}

void buf_add(struct buf *b, const char *s) {
    buf_addn(b, s, strlen(s));
}

void buf_char(struct buf *b, char c) {
    buf_addn(b, &c, 1);
}

void buf_vprintf(struct buf *b, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    if (len < 0)
        die("text for the format \"%s\" cannot be made", format);
    buf_reserve(b, (size_t)len);
    vsnprintf(b->text + b->len, (size_t)len + 1, format, again);
    va_end(again);
    b->len += (size_t)len;
}

void buf_printf(struct buf *b, const char *format, ...) {
    va_list args;
    va_start(args, format);
    buf_vprintf(b, format, args);
    va_end(args);
}

bool buf_write(const struct buf *b, FILE *out) {
    return !b->len || fwrite(b->text, 1, b->len, out) == b->len;
}

void buf_free(struct buf *b) {
    free(b->text);
    *b = (struct buf){0};
}

/* Mutations that keep a text a text: of words, lines and what stands in brackets, where libFuzzer's own ones are of bytes.
 * Most of what these make is still a program, so the stages behind the parser get their share. One in four inputs is left to
 * libFuzzer's mutations. */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t len, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t most, unsigned seed);

#define MOST_PIECES 2048
#define MOST_BYTES 65536

struct piece {
    size_t start, len;
};

enum { WORDS, LINES, BRACKETS, PIECE_KINDS };

static unsigned next_random(unsigned *state) {
    *state = *state * 1664525u + 1013904223u; /* the constants of Numerical Recipes; the low bits repeat too soon */
    return *state >> 8;
}

static bool is_word(int c) {
    return isalnum(c) || c == '_';
}

static bool is_one_of(char c, const char *characters) {
    return c && strchr(characters, c);
}

static int words(const char *text, size_t len, struct piece *pieces) {
    int count = 0;
    for (size_t i = 0; i < len && count < MOST_PIECES; i++) {
        if (isspace((unsigned char)text[i]))
            continue;
        size_t start = i;
        while (is_word((unsigned char)text[i]) && i + 1 < len && is_word((unsigned char)text[i + 1]))
            i++;
        pieces[count++] = (struct piece){start, i + 1 - start};
    }
    return count;
}

static int lines(const char *text, size_t len, struct piece *pieces) {
    int count = 0;
    for (size_t start = 0; start < len && count < MOST_PIECES;) {
        const char *newline = memchr(text + start, '\n', len - start);
        size_t end = newline ? (size_t)(newline - text) + 1 : len;
        pieces[count++] = (struct piece){start, end - start};
        start = end;
    }
    return count;
}

/* Every balanced pair with what is between, whichever brackets they are. */
static int brackets(const char *text, size_t len, struct piece *pieces) {
    static size_t open[MOST_PIECES];
    int depth = 0, count = 0;
    for (size_t i = 0; i < len; i++) {
        if (is_one_of(text[i], "([{") && depth < MOST_PIECES)
            open[depth++] = i;
        if (is_one_of(text[i], ")]}") && depth && count < MOST_PIECES) {
            size_t start = open[--depth];
            pieces[count++] = (struct piece){start, i + 1 - start};
        }
    }
    return count;
}

/* Puts `with` where `old` is. The new length; `most` is not exceeded, the text is left alone instead. */
static size_t replaced(char *text, size_t len, size_t most, struct piece old, const char *with, size_t with_len) {
    if (len - old.len + with_len > most)
        return len;
    memmove(text + old.start + with_len, text + old.start + old.len, len - old.start - old.len);
    memcpy(text + old.start, with, with_len);
    return len - old.len + with_len;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t most, unsigned seed) {
    static struct piece pieces[MOST_PIECES];
    static char copy[MOST_BYTES];
    static int (*const pieces_of[PIECE_KINDS])(const char *, size_t, struct piece *) = {words, lines, brackets};
    unsigned random = seed;
    char *text = (char *)bytes;
    if (next_random(&random) % 4 == 0 || len > MOST_BYTES)
        return LLVMFuzzerMutate(bytes, len, most);
    for (unsigned times = 1 + next_random(&random) % 3; times; times--) {
        int count = pieces_of[next_random(&random) % PIECE_KINDS](text, len, pieces);
        if (!count)
            return LLVMFuzzerMutate(bytes, len, most);
        struct piece old = pieces[next_random(&random) % (unsigned)count], with = pieces[next_random(&random) % (unsigned)count];
        memcpy(copy, text + with.start, with.len);
        switch (next_random(&random) % 3) {
        case 0: /* another one in its place */
            len = replaced(text, len, most, old, copy, with.len);
            break;
        case 1: /* another one before it */
            len = replaced(text, len, most, (struct piece){old.start, 0}, copy, with.len);
            break;
        case 2: /* nothing in its place */
            len = replaced(text, len, most, old, "", 0);
            break;
        }
    }
    return len ? len : LLVMFuzzerMutate(bytes, 1, most);
}

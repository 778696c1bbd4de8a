/* Go's tokens, one at a time (spec: Lexical elements). Internal to the parser and to -dump=tokens. */
#ifndef OUTLIVE_SCAN_H
#define OUTLIVE_SCAN_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "transpiler/token.h"

#include <stdint.h>

typedef VEC(const char *) text_list;

struct scanner {
    struct arena *arena;
    struct names *names;
    struct source *source;
    struct diags *diags;

    const char *at;         /* the next byte; the text has no NUL but the one behind its end */
    const char *line_start;
    int line;
    bool line_ends_statement; /* a newline here becomes a semicolon */

    /* The current token. */
    enum token token;
    struct pos pos;
    enum token op;          /* ASSIGN_OP: the binary operator in it */
    const char *text;       /* NAME: interned. Literals: as written. SEMICOLON: "semicolon", "newline" or "EOF" */
    int text_len;           /* literals: bytes */
    bool bad;               /* a literal with an error that was reported */

    text_list directives;   /* //go: comments met since the parser last emptied this, without the slashes */
    const char *constraint; /* the expression of the first //go:build line; the parser stops looking at "package" */
    text_list plus_builds;  /* lines of the older form, from behind "+build" in the text on; the same */
    bool any_error;
};

/* Starts before the first token. False if the text cannot be scanned at all (NUL bytes, no UTF-8): that was reported. */
bool scanner_init(struct scanner *s, struct arena *a, struct names *names, struct source *source, struct diags *diags);

/* Reads the next token. At the end of the text it is EOF, again and again. */
void scan(struct scanner *s);

/* The value of a string or rune literal that had no error: raw strings lose carriage returns, escapes are resolved. The
 * result is NUL-terminated behind *len bytes. For a rune it is the UTF-8 of it. */
const char *literal_value(struct arena *a, const char *text, int text_len, int *len);

/* The code point of a rune literal that had no error. */
int32_t rune_value(const char *text, int text_len);

/* -dump=tokens: every token on a line, with its position. */
void dump_tokens(struct buf *out, struct arena *a, struct names *names, struct source *source, struct diags *diags);

/* A character as messages show it: "U+0040 '@'", or "U+0007" alone where it has no picture. */
const char *described_rune(struct arena *a, int32_t rune);

/* What scan.c and scan_literal.c share. */
struct pos scan_place(const struct scanner *s, const char *at);
void scan_error(struct scanner *s, const char *at, const char *format, ...) __attribute__((format(printf, 3, 4)));
void scan_number(struct scanner *s);
void scan_rune(struct scanner *s);
void scan_string(struct scanner *s);
void scan_raw_string(struct scanner *s);

#endif

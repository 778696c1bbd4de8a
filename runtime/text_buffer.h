/* Text under construction in the runtime: starts on the stack, goes on in the collector's memory, so that a panic in between
 * leaves nothing behind. */
#ifndef OUTLIVE_TEXT_BUFFER_H
#define OUTLIVE_TEXT_BUFFER_H

#include "runtime.h"

struct text {
    char *p;
    size_t len, cap;
    char room[512];
};

void text_start(struct text *t);
void text_bytes(struct text *t, const void *p, size_t n);
void text_char(struct text *t, char c);
void text_c(struct text *t, const char *s);
void text_string(struct text *t, go_string s);
void text_rune(struct text *t, go_int rune);
void text_fill(struct text *t, char c, go_int n);         /* n times, nothing below 1 */
go_string text_taken(struct text *t);                     /* as a string on the heap */

/* strconv's AppendFloat: verb e E f g G b x X, prec -1 for the shortest that reads back, bits 32 or 64. */
void text_float(struct text *t, double x, char verb, go_int prec, int bits);

/* strconv's quoting. quote is the character around and to be escaped; ascii: escape all that is not ASCII. */
void text_quoted(struct text *t, go_string s, char quote, bool ascii);
void text_quoted_rune(struct text *t, go_int rune, bool ascii); /* 'x' */
bool go_can_backquote(go_string s);
bool go_is_print(go_int32 rune);

#endif

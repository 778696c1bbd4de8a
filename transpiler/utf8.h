/* UTF-8 and what the Go spec asks of Unicode (spec: Source code representation). */
#ifndef OUTLIVE_UTF8_H
#define OUTLIVE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

/* The code point at s, of at most `len` bytes; *width is its length. -1 and width 1 where there is no valid one: overlong
 * forms, surrogates and values above U+10FFFF are not. */
int32_t utf8_decode(const char *s, long len, int *width);

/* Writes 1 to 4 bytes and returns their number. What is no code point is written as U+FFFD. */
int utf8_encode(int32_t rune, char out[4]);

bool unicode_is_letter(int32_t rune);    /* categories Lu, Ll, Lt, Lm, Lo */
bool unicode_is_digit(int32_t rune);     /* category Nd */
bool unicode_is_graphic(int32_t rune);   /* false for control, format, private and space characters */

#endif

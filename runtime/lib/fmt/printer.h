/* Between the C files of package fmt.
 *
 *   format.c   the format language: flags, widths, arguments, complaints
 *   value.c    values of all types under a verb, by their descriptors
 *   layout.c   integers, floats, strings with flags, width and precision */
#ifndef OUTLIVE_FMT_PRINTER_H
#define OUTLIVE_FMT_PRINTER_H

#include "runtime/text_buffer.h"

struct flags {
    bool has_width, has_precision;
    go_int width, precision;
    bool minus, plus, sharp, space, zero;
    bool plus_v, sharp_v; /* %+v and %#v: + and # mean something else there */
};

struct printer {
    struct text out;
    struct flags flags;
    any argument;         /* under the verb, for complaints */
    bool complaining;     /* a bad verb is being reported: methods are not called */
    bool wraps;           /* Errorf: %w is a verb */
};

/* ---- value.c ---- */

void fmt_argument(struct printer *p, any x, go_int verb);
void fmt_bad_verb(struct printer *p, go_int verb);

/* ---- layout.c ---- */

void fmt_pad(struct printer *p, go_string s);
void fmt_bool(struct printer *p, bool x);
void fmt_integer(struct printer *p, go_uint64 x, bool is_signed, int base, go_int verb, bool upper);
void fmt_hex_address(struct printer *p, go_uint64 x, bool leading_0x);
void fmt_rune(struct printer *p, go_uint64 x);
void fmt_quoted_rune(struct printer *p, go_uint64 x);
void fmt_unicode(struct printer *p, go_uint64 x);
void fmt_float(struct printer *p, double x, int bits, char verb, go_int precision);
void fmt_text(struct printer *p, go_string s);
void fmt_quoted(struct printer *p, go_string s);
void fmt_hex_bytes(struct printer *p, go_string s, bool upper);

#endif

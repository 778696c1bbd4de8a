/* Integers, floats and strings under the flags, the width and the precision of a verb. */
#include "printer.h"

#include <math.h>
#include <stdio.h>

static go_int rune_count(go_string s) {
    go_int n = 0;
    for (go_int i = 0; i < s.len; n++)
        i += go_decode_rune(s, i).width;
    return n;
}

void fmt_pad(struct printer *p, go_string s) {
    const struct flags *f = &p->flags;
    go_int missing = f->has_width ? f->width - rune_count(s) : 0;
    if (!f->minus)
        text_fill(&p->out, f->zero ? '0' : ' ', missing);
    text_string(&p->out, s);
    if (f->minus)
        text_fill(&p->out, ' ', missing);
}

static void pad_with_spaces(struct printer *p, struct text *t) {
    bool zero = p->flags.zero;
    p->flags.zero = false;
    fmt_pad(p, (go_string){(const go_uint8 *)t->p, (go_int)t->len});
    p->flags.zero = zero;
}

void fmt_bool(struct printer *p, bool x) {
    fmt_pad(p, x ? STR("true") : STR("false"));
}

/* ---- integers ---- */

void fmt_integer(struct printer *p, go_uint64 x, bool is_signed, int base, go_int verb, bool upper) {
    const struct flags *f = &p->flags;
    bool negative = is_signed && (go_int64)x < 0;
    if (negative)
        x = -x;
    go_int least_digits = 0;
    if (f->has_precision) {
        least_digits = f->precision;
        if (least_digits == 0 && x == 0) {
            text_fill(&p->out, ' ', f->has_width ? f->width : 0);
            return;
        }
    } else if (f->zero && f->has_width) {
        least_digits = f->width - (negative || f->plus || f->space);
    }
    char digits[64];
    int n = 0;
    for (go_uint64 rest = x; n == 0 || rest; rest /= (unsigned)base)
        digits[n++] = (upper ? "0123456789ABCDEF" : "0123456789abcdef")[rest % (unsigned)base];
    struct text t;
    text_start(&t);
    if (negative)
        text_char(&t, '-');
    else if (f->plus)
        text_char(&t, '+');
    else if (f->space)
        text_char(&t, ' ');
    if (f->sharp && base == 2)
        text_c(&t, "0b");
    else if (f->sharp && base == 16)
        text_c(&t, upper ? "0X" : "0x");
    else if (verb == 'O')
        text_c(&t, "0o");
    if (f->sharp && base == 8 && least_digits <= n && digits[n - 1] != '0')
        text_char(&t, '0');
    text_fill(&t, '0', least_digits - n);
    while (n > 0)
        text_char(&t, digits[--n]);
    pad_with_spaces(p, &t);
}

void fmt_hex_address(struct printer *p, go_uint64 x, bool leading_0x) {
    bool sharp = p->flags.sharp;
    p->flags.sharp = leading_0x;
    fmt_integer(p, x, false, 16, 'v', false);
    p->flags.sharp = sharp;
}

void fmt_rune(struct printer *p, go_uint64 x) {
    go_uint8 bytes[4];
    fmt_pad(p, go_string_of_rune(bytes, x > 0x10FFFF ? 0xFFFD : (go_int)x));
}

void fmt_quoted_rune(struct printer *p, go_uint64 x) {
    struct text t;
    text_start(&t);
    text_quoted_rune(&t, x > 0x10FFFF ? 0xFFFD : (go_int)x, p->flags.plus);
    fmt_pad(p, (go_string){(const go_uint8 *)t.p, (go_int)t.len});
}

/* U+0078, with # also 'x' behind. */
void fmt_unicode(struct printer *p, go_uint64 x) {
    struct text t;
    text_start(&t);
    char digits[32];
    int least = p->flags.has_precision && p->flags.precision > 4 ? (int)(p->flags.precision > 20 ? 20 : p->flags.precision) : 4;
    text_bytes(&t, digits, (size_t)snprintf(digits, sizeof digits, "U+%0*llX", least, (unsigned long long)x));
    if (p->flags.sharp && x <= 0x10FFFF && go_is_print((go_int32)x)) {
        text_c(&t, " '");
        text_rune(&t, (go_int)x);
        text_c(&t, "'");
    }
    pad_with_spaces(p, &t);
}

/* ---- floats ---- */

/* With #: a decimal point always, and zeros kept up to the precision for %g. `t` has sign and digits. */
static void keep_zeros(struct text *t, char verb, go_int precision) {
    go_int wanted = 0;
    bool general = verb == 'g' || verb == 'G' || verb == 'x' || verb == 'X';
    if (general)
        wanted = precision < 0 ? 6 : precision;
    struct text tail;
    text_start(&tail);
    size_t end = t->len;
    bool hexadecimal = verb == 'x' || verb == 'X';
    for (size_t i = 0; i < t->len; i++) {
        char c = t->p[i];
        if (hexadecimal ? c == 'p' || c == 'P' : c == 'e' || c == 'E') {
            end = i;
            text_bytes(&tail, t->p + i, t->len - i);
            break;
        }
    }
    bool point = false, seen = false;
    size_t first = hexadecimal ? 3 : 1; /* past the sign (and 0x) */
    for (size_t i = first; i < end; i++) {
        if (t->p[i] == '.') {
            point = true;
        } else {
            seen |= t->p[i] != '0';
            if (seen)
                wanted--;
        }
    }
    t->len = end;
    if (!point) {
        if (end - first == 1 && t->p[first] == '0' && general && !hexadecimal)
            wanted--; /* a lone zero counts */
        text_char(t, '.');
    }
    if (general)
        text_fill(t, '0', wanted);
    text_bytes(t, tail.p, tail.len);
}

void fmt_float(struct printer *p, double x, int bits, char verb, go_int precision) {
    struct flags *f = &p->flags;
    if (f->has_precision)
        precision = f->precision;
    struct text t; /* always with a sign */
    text_start(&t);
    if (isnan(x) || (!signbit(x) && !isinf(x)))
        text_char(&t, '+');
    text_float(&t, x, verb, precision, bits);
    if (f->space && t.p[0] == '+' && !f->plus)
        t.p[0] = ' ';
    if (isinf(x) || isnan(x)) {
        bool zero = f->zero;
        f->zero = false;
        size_t skip = isnan(x) && !f->space && !f->plus; /* an infinity keeps its sign */
        fmt_pad(p, (go_string){(const go_uint8 *)t.p + skip, (go_int)(t.len - skip)});
        f->zero = zero;
        return;
    }
    if (f->sharp && verb != 'b')
        keep_zeros(&t, verb, precision);
    const go_uint8 *text = (const go_uint8 *)t.p;
    go_int n = (go_int)t.len;
    if (!f->plus && text[0] == '+') {
        fmt_pad(p, (go_string){text + 1, n - 1});
    } else if (f->zero && !f->minus && f->has_width && f->width > n) {
        /* the sign stands before the zeros */
        text_char(&p->out, (char)text[0]);
        text_fill(&p->out, '0', f->width - n);
        text_bytes(&p->out, text + 1, (size_t)n - 1);
    } else {
        fmt_pad(p, (go_string){text, n});
    }
}

/* ---- strings ---- */

/* As many runes as the precision says. */
static go_string truncated(const struct printer *p, go_string s) {
    if (!p->flags.has_precision)
        return s;
    go_int i = 0;
    for (go_int n = 0; i < s.len && n < p->flags.precision; n++)
        i += go_decode_rune(s, i).width;
    return (go_string){s.ptr, i};
}

void fmt_text(struct printer *p, go_string s) {
    fmt_pad(p, truncated(p, s));
}

void fmt_quoted(struct printer *p, go_string s) {
    s = truncated(p, s);
    struct text t;
    text_start(&t);
    if (p->flags.sharp && go_can_backquote(s)) {
        text_char(&t, '`');
        text_string(&t, s);
        text_char(&t, '`');
    } else {
        text_quoted(&t, s, '"', p->flags.plus);
    }
    fmt_pad(p, (go_string){(const go_uint8 *)t.p, (go_int)t.len});
}

void fmt_hex_bytes(struct printer *p, go_string s, bool upper) {
    const struct flags *f = &p->flags;
    go_int n = f->has_precision && f->precision < s.len ? f->precision : s.len;
    const char *digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    struct text t;
    text_start(&t);
    for (go_int i = 0; i < n; i++) {
        if (f->space && i > 0)
            text_char(&t, ' ');
        if (f->sharp && (f->space || i == 0))
            text_c(&t, upper ? "0X" : "0x");
        text_char(&t, digits[s.ptr[i] >> 4]);
        text_char(&t, digits[s.ptr[i] & 15]);
    }
    pad_with_spaces(p, &t);
}

/* Numbers, runes and strings (spec: Integer literals … String literals), with the Go compiler's complaints.
 *
 * A literal with an error is still a token, marked bad, so that the parser goes on. */
#include "transpiler/scan.h"
#include "transpiler/utf8.h"

#include <string.h>

static bool is_decimal(char c) {
    return c >= '0' && c <= '9';
}

static char lower(char c) {
    return c | ('a' - 'A');
}

static bool is_hex(char c) {
    return is_decimal(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

static int digit_value(char c) {
    return is_decimal(c) ? c - '0' : is_hex(c) ? lower(c) - 'a' + 10 : 36;
}

static void finish_literal(struct scanner *s, enum token kind, const char *start, bool ok) {
    s->token = kind;
    s->text_len = (int)(s->at - start);
    s->text = arena_strndup(s->arena, start, (size_t)s->text_len);
    s->bad = !ok;
    s->line_ends_statement = true;
}

/* ---- numbers ---- */

static const char *base_name(int base) {
    return base == 2 ? "binary" : base == 8 ? "octal" : base == 10 ? "decimal" : "hexadecimal";
}

struct digits {
    bool any, separators;
    const char *too_large; /* the first digit that the base has not */
};

/* { digit | "_" }. Decimal digits are all taken whatever the base below ten, so that one message names the wrong one. */
static void skip_digits(struct scanner *s, int base, struct digits *d) {
    for (; *s->at == '_' || (base > 10 ? is_hex(*s->at) : is_decimal(*s->at)); s->at++) {
        if (*s->at == '_') {
            d->separators = true;
            continue;
        }
        d->any = true;
        if (digit_value(*s->at) >= base && !d->too_large)
            d->too_large = s->at;
    }
}

/* The first "_" that does not separate two digits (a base prefix counts as one), or NULL. */
static const char *wrong_separator(const char *start, const char *end) {
    bool hex = end - start >= 2 && start[0] == '0' && lower(start[1]) == 'x';
    bool prefix = hex || (end - start >= 2 && start[0] == '0' && strchr("ob", lower(start[1])));
    bool after_digit = prefix;
    for (const char *c = prefix ? start + 2 : start; c < end; c++) {
        bool digit = is_decimal(*c) || (hex && is_hex(*c));
        if (*c == '_' && (!after_digit || c + 1 == end))
            return c;
        if (!digit && *c != '_' && c > start && c[-1] == '_')
            return c - 1;
        after_digit = digit;
    }
    return NULL;
}

void scan_number(struct scanner *s) {
    const char *start = s->at;
    enum token kind = TOKEN_INT;
    int base = 10;
    char prefix = '\0'; /* 'x', 'o' or 'b'; '0' for the old octal form, which may still turn out to be a float */
    bool ok = true;
    struct digits digits = {0};

    if (*s->at == '0') {
        s->at++;
        char letter = lower(*s->at);
        if (letter == 'x' || letter == 'o' || letter == 'b') {
            s->at++;
            prefix = letter;
            base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
        } else {
            prefix = '0';
            base = 8;
            digits.any = true;
        }
    }
    skip_digits(s, base, &digits);
    if (*s->at == '.') {
        if (prefix == 'o' || prefix == 'b') {
            scan_error(s, s->at, "invalid radix point in %s literal", base_name(base));
            ok = false;
        }
        kind = TOKEN_FLOAT;
        s->at++;
        skip_digits(s, base, &digits);
    }
    if (!digits.any && ok) {
        scan_error(s, s->at, "%s literal has no digits", base_name(base));
        ok = false;
    }

    char e = lower(*s->at);
    if (e == 'e' || e == 'p') {
        if (ok && e == 'e' && prefix && prefix != '0') {
            scan_error(s, s->at, "'%c' exponent requires decimal mantissa", *s->at);
            ok = false;
        } else if (ok && e == 'p' && prefix != 'x') {
            scan_error(s, s->at, "'%c' exponent requires hexadecimal mantissa", *s->at);
            ok = false;
        }
        kind = TOKEN_FLOAT;
        s->at++;
        if (*s->at == '+' || *s->at == '-')
            s->at++;
        struct digits exponent = {0};
        skip_digits(s, 10, &exponent);
        digits.separators |= exponent.separators;
        if (!exponent.any && ok) {
            scan_error(s, s->at, "exponent has no digits");
            ok = false;
        }
    } else if (prefix == 'x' && kind == TOKEN_FLOAT && ok) {
        scan_error(s, s->at, "hexadecimal mantissa requires a 'p' exponent");
        ok = false;
    }

    /* "0128i" is decimal for the sake of old programs (spec: Imaginary literals), so its digits are not looked at. */
    if (*s->at == 'i') {
        kind = TOKEN_IMAG;
        s->at++;
    }
    if (kind == TOKEN_INT && digits.too_large && ok) {
        scan_error(s, digits.too_large, "invalid digit '%c' in %s literal", *digits.too_large, base_name(base));
        ok = false;
    }
    const char *wrong = digits.separators && ok ? wrong_separator(start, s->at) : NULL;
    if (wrong) {
        scan_error(s, wrong, "'_' must separate successive digits");
        ok = false;
    }
    finish_literal(s, kind, start, ok);
}

/* ---- escapes ---- */

/* The form of an escape by the letter behind the backslash: digits to come, their base, the largest value. */
struct escape_form {
    int digits, base;
    uint32_t largest;
    int letters; /* 'x', 'u' and 'U' come before the digits, octal ones have none */
};

static bool numeric_escape(char letter, struct escape_form *form) {
    if (letter >= '0' && letter <= '7')
        *form = (struct escape_form){3, 8, 255, 0};
    else if (letter == 'x')
        *form = (struct escape_form){2, 16, 255, 1};
    else if (letter == 'u')
        *form = (struct escape_form){4, 16, 0x10FFFF, 1};
    else if (letter == 'U')
        *form = (struct escape_form){8, 16, 0x10FFFF, 1};
    else
        return false;
    return true;
}

/* A character as Go's %q prints it. */
static const char *quoted_rune(struct scanner *s, const char *at) {
    static const char controls[] = "\a\b\f\n\r\t\v\\'";
    static const char letters[] = "abfnrtv\\'";
    const char *control = strchr(controls, *at);
    if (control)
        return arena_printf(s->arena, "'\\%c'", letters[control - controls]);
    int width;
    int32_t rune = utf8_decode(at, 4, &width);
    if (rune < 0x20 || rune == 0x7F)
        return arena_printf(s->arena, "'\\x%02x'", (unsigned)rune);
    return arena_printf(s->arena, "'%.*s'", width, at);
}

/* Steps over an escape; s->at is behind the backslash. At the end of the text the caller complains. */
static bool scan_escape(struct scanner *s, char quote) {
    if (*s->at == '\0')
        return true;
    if (*s->at == quote || strchr("abfnrtv\\", *s->at)) {
        s->at++;
        return true;
    }
    struct escape_form form;
    if (!numeric_escape(*s->at, &form)) {
        scan_error(s, s->at, "unknown escape");
        return false;
    }
    s->at += form.letters;
    uint32_t value = 0;
    for (int i = 0; i < form.digits; i++, s->at++) {
        if (*s->at == '\0')
            return true;
        if (digit_value(*s->at) >= form.base) {
            scan_error(s, s->at, "invalid character %s in %s escape", quoted_rune(s, s->at), base_name(form.base));
            return false;
        }
        value = value * (uint32_t)form.base + (uint32_t)digit_value(*s->at);
    }
    if (value > form.largest && form.base == 8) {
        scan_error(s, s->at, "octal escape value %u > 255", value);
        return false;
    }
    if (value > form.largest || (value >= 0xD800 && value < 0xE000 && form.digits >= 4)) {
        bool has_picture = value <= 0x10FFFF && (value < 0xD800 || value >= 0xE000);
        scan_error(s, s->at, "escape is invalid Unicode code point %s",
                   has_picture ? described_rune(s->arena, (int32_t)value) : arena_printf(s->arena, "U+%04X", value));
        return false;
    }
    return true;
}

/* ---- runes and strings ---- */

static void step_over_character(struct scanner *s) {
    int width;
    utf8_decode(s->at, 4, &width);
    s->at += width;
}

void scan_rune(struct scanner *s) {
    const char *start = s->at++;
    bool ok = true;
    for (int characters = 0;; characters++) {
        if (*s->at == '\'') {
            if (ok && characters == 0) {
                scan_error(s, s->at, "empty rune literal or unescaped '");
                ok = false;
            } else if (ok && characters != 1) {
                scan_error(s, start, "more than one character in rune literal");
                ok = false;
            }
            s->at++;
            break;
        }
        if (*s->at == '\n') {
            if (ok)
                scan_error(s, s->at, "newline in rune literal");
            ok = false;
            break;
        }
        if (*s->at == '\0') {
            if (ok)
                scan_error(s, start, "rune literal not terminated");
            ok = false;
            break;
        }
        if (*s->at == '\\') {
            s->at++;
            ok &= scan_escape(s, '\'');
        } else {
            step_over_character(s);
        }
    }
    finish_literal(s, TOKEN_CHAR, start, ok);
}

void scan_string(struct scanner *s) {
    const char *start = s->at++;
    bool ok = true;
    while (*s->at != '"') {
        if (*s->at == '\n' || *s->at == '\0') {
            *s->at ? scan_error(s, s->at, "newline in string") : scan_error(s, start, "string not terminated");
            finish_literal(s, TOKEN_STRING, start, false);
            return;
        }
        if (*s->at == '\\') {
            s->at++;
            ok &= scan_escape(s, '"');
        } else {
            s->at++;
        }
    }
    s->at++;
    finish_literal(s, TOKEN_STRING, start, ok);
}

void scan_raw_string(struct scanner *s) {
    const char *start = s->at;
    struct pos place = scan_place(s, start);
    for (s->at++; *s->at != '`'; s->at++) {
        if (*s->at == '\0') {
            error_at(s->diags, place, "string not terminated");
            s->any_error = true;
            finish_literal(s, TOKEN_STRING, start, false);
            return;
        }
        if (*s->at == '\n') {
            s->line++;
            s->line_start = s->at + 1;
        }
    }
    s->at++;
    finish_literal(s, TOKEN_STRING, start, true);
}

/* ---- values ---- */

/* Reads one character or escape of a valid literal. Octal and \x escapes are bytes, the others code points. */
static int32_t next_value(const char **at, const char *end, bool *is_byte) {
    *is_byte = false;
    if (**at != '\\') {
        int width;
        int32_t rune = utf8_decode(*at, end - *at, &width);
        *at += width;
        return rune;
    }
    ++*at;
    static const char letters[] = "abfnrtv";
    static const char controls[] = "\a\b\f\n\r\t\v";
    const char *letter = strchr(letters, **at);
    struct escape_form form;
    if (letter || !numeric_escape(**at, &form))
        return (unsigned char)(letter ? (++*at, controls[letter - letters]) : *(*at)++);
    *at += form.letters;
    int32_t value = 0;
    for (int i = 0; i < form.digits; i++)
        value = value * form.base + digit_value(*(*at)++);
    *is_byte = form.largest == 255;
    return value;
}

const char *literal_value(struct arena *a, const char *text, int text_len, int *len) {
    char *value = arena_alloc(a, (size_t)text_len + 1);
    const char *at = text + 1, *end = text + text_len - 1;
    int n = 0;
    if (text[0] == '`') {
        for (; at < end; at++)
            if (*at != '\r')
                value[n++] = *at;
    }
    while (at < end) {
        bool is_byte;
        int32_t next = next_value(&at, end, &is_byte);
        if (is_byte)
            value[n++] = (char)next;
        else
            n += utf8_encode(next, value + n);
    }
    *len = n;
    return value;
}

int32_t rune_value(const char *text, int text_len) {
    const char *at = text + 1;
    bool is_byte;
    return next_value(&at, text + text_len - 1, &is_byte);
}

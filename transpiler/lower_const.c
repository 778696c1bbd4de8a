/* Constants, zero values and string literals in C. */
#include "transpiler/lower.h"
#include "transpiler/utf8.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A plain decimal number has the type int or long in C, and arithmetic with an operand of the Go type gives that type: only what
 * fits neither needs help. */
static struct code *integer(struct arena *a, const struct constant *c) {
    int64_t i;
    uint64_t u;
    if (constant_fits_int64(c, &i))
        return i == INT64_MIN ? code_atom(a, "INT64_MIN") : code_atomf(a, "%" PRId64, i);
    if (constant_fits_uint64(c, &u))
        return code_atomf(a, "%" PRIu64 "u", u);
    return code_atom(a, "0");
}

/* The shortest text that reads back as the same number, always with a point or an exponent. */
static struct code *floating(struct arena *a, double d, bool single) {
    char text[64];
    for (int digits = single ? 6 : 15; digits <= 17; digits++) {
        snprintf(text, sizeof text - 4, "%.*g", digits, d);
        if (single ? strtof(text, NULL) == (float)d : strtod(text, NULL) == d)
            break;
    }
    if (!strpbrk(text, ".en"))
        strcat(text, ".0");
    return code_atomf(a, "%s%s", text, single ? "f" : "");
}

static bool is_printable_char(const struct expr *e) {
    int64_t i;
    return e && e->kind == EXPR_LITERAL && e->literal == TOKEN_CHAR && constant_fits_int64(e->value, &i) && i >= ' ' && i < 127;
}

static struct code *character(struct arena *a, const struct constant *c) {
    int64_t i = 0;
    constant_fits_int64(c, &i);
    return code_atomf(a, i == '\'' || i == '\\' ? "'\\%c'" : "'%c'", (int)i);
}

static bool is_valid_utf8(const char *bytes, int len) {
    for (int i = 0; i < len;) {
        int width = 0;
        if ((unsigned char)bytes[i] < 0x80) {
            i++;
            continue;
        }
        if (utf8_decode(bytes + i, len - i, &width) < 0)
            return false;
        i += width;
    }
    return true;
}

const char *c_string(struct arena *a, const char *bytes, int len) {
    struct buf b = {0};
    bool valid = is_valid_utf8(bytes, len);
    buf_char(&b, '"');
    for (int i = 0; i < len; i++) {
        unsigned char c = (unsigned char)bytes[i];
        switch (c) {
        case '"':
        case '\\':
            buf_char(&b, '\\');
            buf_char(&b, (char)c);
            break;
        case '\n':
            buf_add(&b, "\\n");
            break;
        case '\t':
            buf_add(&b, "\\t");
            break;
        case '\r':
            buf_add(&b, "\\r");
            break;
        case '?': /* no trigraphs */
            buf_add(&b, i > 0 && bytes[i - 1] == '?' ? "\\?" : "?");
            break;
        default:
            if (c < ' ' || c == 127 || (c >= 0x80 && !valid))
                buf_printf(&b, "\\%03o", c);
            else
                buf_char(&b, (char)c);
        }
    }
    buf_char(&b, '"');
    const char *text = arena_strndup(a, b.text, b.len);
    buf_free(&b);
    return text;
}

struct code *lower_constant(struct lowering *l, const struct expr *e, struct type *t) {
    struct arena *a = l->arena;
    const struct constant *c = e->value;
    const struct type *u = type_underlying(t);
    switch (constant_kind(c)) {
    case CONSTANT_BOOL:
        return code_atom(a, constant_bool(c) ? "true" : "false");
    case CONSTANT_STRING: {
        int len = 0;
        const char *bytes = constant_string(c, &len);
        return code_atomf(a, "STR(%s)", c_string(a, bytes, len));
    }
    default:
        break;
    }
    switch (u->kind) {
    case TYPE_FLOAT32:
        return floating(a, (double)constant_float(c), true);
    case TYPE_FLOAT64:
    case TYPE_UNTYPED_FLOAT:
        return floating(a, constant_double(c), false);
    case TYPE_COMPLEX64:
    case TYPE_COMPLEX128:
    case TYPE_UNTYPED_COMPLEX: {
        bool single = u->kind == TYPE_COMPLEX64;
        const struct constant *re = constant_real(a, c), *im = constant_imag(a, c);
        return code_pure(a, single ? "GO_COMPLEX64" : "GO_COMPLEX128", 2,
                         floating(a, single ? (double)constant_float(re) : constant_double(re), single),
                         floating(a, single ? (double)constant_float(im) : constant_double(im), single));
    }
    case TYPE_UNSAFE_POINTER:
        return code_cast(a, "void *", integer(a, c));
    default:
        return is_printable_char(e) ? character(a, c) : integer(a, c);
    }
}

struct code *zero_value(struct lowering *l, struct type *t) {
    return code_atom(l->arena, ctype_zero(&l->types, t));
}

struct code *zero_init(struct lowering *l, struct type *t) {
    const char *text = ctype_zero_init(&l->types, t);
    if (text[0] != '{')
        return code_atom(l->arena, text);
    struct code *braces = code_braces(l->arena);
    if (strcmp(text, "{0}") == 0)
        code_push(l->arena, braces, code_atom(l->arena, "0"));
    braces->zero = true;
    return braces;
}

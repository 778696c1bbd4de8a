/* Text under construction; strconv's quoting. */
#include "text_buffer.h"

void text_start(struct text *t) {
    t->p = t->room;
    t->len = 0;
    t->cap = sizeof t->room;
}

static void reserve(struct text *t, size_t more) {
    if (t->len + more <= t->cap)
        return;
    size_t cap = t->cap * 2;
    while (cap < t->len + more)
        cap *= 2;
    char *p = go_new_noscan(cap);
    memcpy(p, t->p, t->len);
    t->p = p;
    t->cap = cap;
}

void text_bytes(struct text *t, const void *p, size_t n) {
    if (n == 0)
        return;
    reserve(t, n);
    memcpy(t->p + t->len, p, n);
    t->len += n;
}

void text_char(struct text *t, char c) {
    text_bytes(t, &c, 1);
}

void text_c(struct text *t, const char *s) {
    text_bytes(t, s, strlen(s));
}

void text_string(struct text *t, go_string s) {
    text_bytes(t, s.ptr, (size_t)s.len);
}

void text_rune(struct text *t, go_int rune) {
    go_uint8 bytes[4];
    text_string(t, go_string_of_rune(bytes, rune));
}

void text_fill(struct text *t, char c, go_int n) {
    if (n <= 0)
        return;
    reserve(t, (size_t)n);
    memset(t->p + t->len, c, (size_t)n);
    t->len += (size_t)n;
}

go_string text_taken(struct text *t) {
    if (t->len == 0)
        return (go_string){NULL, 0};
    void *p = t->p == t->room ? memcpy(go_new_noscan(t->len), t->p, t->len) : t->p;
    return (go_string){p, (go_int)t->len};
}

/* ---- quoting ---- */

/* Blocks of what is not printed beyond ASCII: controls, format characters, spaces, private use, surrogates. */
static const struct {
    go_int32 first, last;
} unprinted[] = {
    {0x7F, 0xA0},     {0xAD, 0xAD},     {0x378, 0x379},   {0x600, 0x605},   {0x61C, 0x61C},    {0x6DD, 0x6DD},     {0x70F, 0x70F},
    {0x1680, 0x1680}, {0x180E, 0x180E}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},  {0x3000, 0x3000},   {0xD800, 0xF8FF},
    {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE00FF}, {0xE01F0, 0x10FFFF},
};

bool go_is_print(go_int32 rune) {
    if (rune < 0x20 || rune > 0x10FFFF)
        return false;
    for (size_t i = 0; i < sizeof unprinted / sizeof *unprinted; i++)
        if (rune >= unprinted[i].first && rune <= unprinted[i].last)
            return false;
    return true;
}

bool go_can_backquote(go_string s) {
    for (go_int i = 0; i < s.len;) {
        struct go_decoded d = go_decode_rune(s, i);
        i += d.width;
        if (d.width > 1 ? d.rune == 0xFEFF : d.rune == 0xFFFD || (d.rune < ' ' && d.rune != '\t') || d.rune == '`' || d.rune == 0x7F)
            return false;
    }
    return true;
}

static void add_hex(struct text *t, go_uint32 x, int digits) {
    for (int i = digits - 1; i >= 0; i--)
        text_char(t, "0123456789abcdef"[x >> (4 * i) & 15]);
}

static void add_escaped(struct text *t, go_int32 rune, char quote, bool ascii) {
    if (rune == quote || rune == '\\') {
        text_char(t, '\\');
        text_char(t, (char)rune);
        return;
    }
    if (rune < 0x80 ? go_is_print(rune) : !ascii && go_is_print(rune)) {
        text_rune(t, rune);
        return;
    }
    static const char letters[] = "abtnvfr"; /* of 7 to 13 */
    text_char(t, '\\');
    if (rune >= 7 && rune <= 13) {
        text_char(t, letters[rune - 7]);
    } else if (rune < ' ' || rune == 0x7F) {
        text_char(t, 'x');
        add_hex(t, (go_uint32)rune, 2);
    } else if (rune < 0x10000) {
        text_char(t, 'u');
        add_hex(t, (go_uint32)rune, 4);
    } else {
        text_char(t, 'U');
        add_hex(t, (go_uint32)rune, 8);
    }
}

void text_quoted(struct text *t, go_string s, char quote, bool ascii) {
    text_char(t, quote);
    for (go_int i = 0; i < s.len;) {
        struct go_decoded d = go_decode_rune(s, i);
        if (d.width == 1 && d.rune == 0xFFFD) { /* a byte that is no UTF-8 */
            text_c(t, "\\x");
            add_hex(t, s.ptr[i], 2);
        } else {
            add_escaped(t, d.rune, quote, ascii);
        }
        i += d.width;
    }
    text_char(t, quote);
}

void text_quoted_rune(struct text *t, go_int rune, bool ascii) {
    if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000))
        rune = 0xFFFD;
    text_char(t, '\'');
    add_escaped(t, (go_int32)rune, '\'', ascii);
    text_char(t, '\'');
}

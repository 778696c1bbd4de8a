/* Strings: concatenation, conversions, comparison, UTF-8 (spec: String types, Conversions to and from a string type). */
#include "runtime.h"

#include <stdarg.h>
#include <stdio.h>

enum {
    ROOM = 32,           /* bytes (or runes) in the room that callers give */
    RUNE_ERROR = 0xFFFD, /* what invalid UTF-8 decodes to */
    RUNE_MOST = 0x10FFFF,
};

int go_compare_bytes(const void *a, const void *b, size_t n) {
    return memcmp(a, b, n);
}

go_int go_string_compare(go_string a, go_string b) {
    size_t n = (size_t)(a.len < b.len ? a.len : b.len);
    int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

go_string go_string_slice(go_string s, go_int lo, go_int hi) {
    if ((go_uint64)hi > (go_uint64)s.len || (go_uint64)lo > (go_uint64)hi)
        go_panic_slice(lo, hi, s.len, false);
    return (go_string){hi > lo ? s.ptr + lo : s.ptr, hi - lo};
}

static go_uint8 *bytes_for(go_uint8 *room, go_int len) {
    return room && len <= ROOM ? room : go_new_noscan((size_t)len);
}

static go_uint8 *add(go_uint8 *to, go_string s) {
    if (s.len)
        memcpy(to, s.ptr, (size_t)s.len);
    return to + s.len;
}

go_string go_concat2(go_uint8 *room, go_string a, go_string b) {
    go_int len = a.len + b.len;
    if (len == 0)
        return (go_string){NULL, 0};
    go_uint8 *bytes = bytes_for(room, len);
    add(add(bytes, a), b);
    return (go_string){bytes, len};
}

go_string go_concat_to(go_string a, go_string b) {
    return go_concat2(NULL, a, b);
}

go_string go_concat3(go_uint8 *room, go_string a, go_string b, go_string c) {
    go_int len = a.len + b.len + c.len;
    if (len == 0)
        return (go_string){NULL, 0};
    go_uint8 *bytes = bytes_for(room, len);
    add(add(add(bytes, a), b), c);
    return (go_string){bytes, len};
}

go_string go_concat(go_uint8 *room, go_int n, const go_string *parts) {
    go_int len = 0;
    for (go_int i = 0; i < n; i++)
        len += parts[i].len;
    if (len == 0)
        return (go_string){NULL, 0};
    go_uint8 *bytes = bytes_for(room, len), *end = bytes;
    for (go_int i = 0; i < n; i++)
        end = add(end, parts[i]);
    return (go_string){bytes, len};
}

go_string go_string_of_bytes(go_uint8 *room, slice_uint8 b) {
    if (b.len == 0)
        return (go_string){NULL, 0};
    go_uint8 *bytes = bytes_for(room, b.len);
    memcpy(bytes, b.ptr, (size_t)b.len);
    return (go_string){bytes, b.len};
}

slice_uint8 go_bytes_of_string(go_uint8 *room, go_string s) {
    go_int cap = room && s.len <= ROOM ? ROOM : (go_int)go_size_class((size_t)s.len);
    go_uint8 *bytes = room && s.len <= ROOM ? room : go_new_noscan((size_t)cap);
    add(bytes, s);
    return (slice_uint8){bytes, s.len, cap};
}

/* ---- UTF-8 ---- */

/* Writes 1 to 4 bytes; what is no rune becomes U+FFFD. */
static int encode(go_uint8 *to, go_int rune) {
    if (rune < 0 || rune > RUNE_MOST || (rune >= 0xD800 && rune <= 0xDFFF))
        rune = RUNE_ERROR;
    if (rune < 0x80) {
        to[0] = (go_uint8)rune;
        return 1;
    }
    if (rune < 0x800) {
        to[0] = (go_uint8)(0xC0 | rune >> 6);
        to[1] = (go_uint8)(0x80 | (rune & 0x3F));
        return 2;
    }
    if (rune < 0x10000) {
        to[0] = (go_uint8)(0xE0 | rune >> 12);
        to[1] = (go_uint8)(0x80 | (rune >> 6 & 0x3F));
        to[2] = (go_uint8)(0x80 | (rune & 0x3F));
        return 3;
    }
    to[0] = (go_uint8)(0xF0 | rune >> 18);
    to[1] = (go_uint8)(0x80 | (rune >> 12 & 0x3F));
    to[2] = (go_uint8)(0x80 | (rune >> 6 & 0x3F));
    to[3] = (go_uint8)(0x80 | (rune & 0x3F));
    return 4;
}

/* The shortest forms only, no surrogates, nothing above U+10FFFF (Unicode, table 3-7). */
struct go_decoded go_decode_rune_slow(go_string s, go_int i) {
    const struct go_decoded invalid = {RUNE_ERROR, 1};
    const go_uint8 *p = s.ptr + i;
    go_int left = s.len - i;
    go_uint8 first = p[0];
    if (first < 0x80)
        return (struct go_decoded){first, 1};
    int more = first >= 0xC2 && first <= 0xDF ? 1 : (first & 0xF0) == 0xE0 ? 2 : first >= 0xF0 && first <= 0xF4 ? 3 : 0;
    if (more == 0 || left <= more)
        return invalid;
    go_uint8 low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    go_uint8 high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high)
        return invalid;
    go_int32 rune = first & (0x3F >> more);
    for (int k = 1; k <= more; k++) {
        if ((p[k] & 0xC0) != 0x80)
            return invalid;
        rune = rune << 6 | (p[k] & 0x3F);
    }
    return (struct go_decoded){rune, more + 1};
}

go_string go_string_of_rune(go_uint8 *room, go_int rune) {
    go_uint8 bytes[4];
    int n = encode(bytes, rune);
    go_uint8 *to = room ? room : go_new_noscan((size_t)n);
    memcpy(to, bytes, (size_t)n);
    return (go_string){to, n};
}

go_string go_string_of_runes(go_uint8 *room, slice_int32 runes) {
    go_uint8 scratch[4];
    go_int len = 0;
    for (go_int i = 0; i < runes.len; i++)
        len += encode(scratch, runes.ptr[i]);
    if (len == 0)
        return (go_string){NULL, 0};
    go_uint8 *bytes = bytes_for(room, len), *end = bytes;
    for (go_int i = 0; i < runes.len; i++)
        end += encode(end, runes.ptr[i]);
    return (go_string){bytes, len};
}

slice_int32 go_runes_of_string(go_int32 *room, go_string s) {
    go_int n = 0;
    for (go_int i = 0; i < s.len; n++)
        i += go_decode_rune(s, i).width;
    go_int cap = room && n <= ROOM ? ROOM : (go_int)(go_size_class((size_t)n * sizeof(go_int32)) / sizeof(go_int32));
    go_int32 *runes = room && n <= ROOM ? room : go_new_noscan((size_t)cap * sizeof(go_int32));
    n = 0;
    for (go_int i = 0; i < s.len;) {
        struct go_decoded d = go_decode_rune(s, i);
        runes[n++] = d.rune;
        i += d.width;
    }
    return (slice_int32){runes, n, cap};
}

/* ---- for the runtime itself ---- */

go_string go_string_copy(const char *s) {
    size_t n = strlen(s);
    return (go_string){memcpy(go_new_noscan(n + 1), s, n), (go_int)n};
}

go_string go_format(const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    char *text = go_new_noscan((size_t)n + 1);
    vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    va_end(args);
    return (go_string){(const go_uint8 *)text, n};
}

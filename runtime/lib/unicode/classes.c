/* Classes of characters, from the C library's tables of Unicode (the locale C.UTF-8 is always there). */
#define _GNU_SOURCE /* isw…_l */
#include "runtime/text_buffer.h"

#include <locale.h>
#include <pthread.h>
#include <wctype.h>

bool unicode_IsLetter(go_int32 r);
bool unicode_IsDigit(go_int32 r);
bool unicode_IsSpace(go_int32 r);
bool unicode_IsUpper(go_int32 r);
bool unicode_IsLower(go_int32 r);
bool unicode_IsPunct(go_int32 r);
bool unicode_IsControl(go_int32 r);
bool unicode_IsPrint(go_int32 r);
go_int32 unicode_ToUpper(go_int32 r);
go_int32 unicode_ToLower(go_int32 r);

static locale_t unicode;

static void open_tables(void) {
    unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!unicode)
        unicode = newlocale(LC_CTYPE_MASK, "C", (locale_t)0);
}

static locale_t tables(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_tables);
    return unicode;
}

static bool is_ascii(go_int32 r) {
    return r >= 0 && r < 0x80;
}

bool unicode_IsDigit(go_int32 r) {
    return is_ascii(r) ? r >= '0' && r <= '9' : iswdigit_l((wint_t)r, tables()) != 0;
}

/* The C library counts digits of other scripts as letters. */
bool unicode_IsLetter(go_int32 r) {
    if (is_ascii(r))
        return (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z');
    return r >= 0 && iswalpha_l((wint_t)r, tables()) && !(r >= 0x660 && r <= 0x669);
}

bool unicode_IsSpace(go_int32 r) {
    return (r >= '\t' && r <= '\r') || r == ' ' || r == 0x85 || r == 0xA0 || r == 0x1680 || (r >= 0x2000 && r <= 0x200A) || r == 0x2028 ||
           r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000;
}

bool unicode_IsUpper(go_int32 r) {
    return r >= 0 && iswupper_l((wint_t)r, tables());
}

bool unicode_IsLower(go_int32 r) {
    return r >= 0 && iswlower_l((wint_t)r, tables());
}

/* Go's punctuation does not include symbols: $ + < = > ^ ` | ~ in ASCII. */
bool unicode_IsPunct(go_int32 r) {
    if (is_ascii(r))
        return r > ' ' && r < 0x7F && !unicode_IsLetter(r) && !unicode_IsDigit(r) && !strchr("$+<=>^`|~", (int)r);
    return iswpunct_l((wint_t)r, tables()) != 0;
}

bool unicode_IsControl(go_int32 r) {
    return (r >= 0 && r < 0x20) || (r >= 0x7F && r < 0xA0);
}

bool unicode_IsPrint(go_int32 r) {
    return go_is_print(r);
}

go_int32 unicode_ToUpper(go_int32 r) {
    if (is_ascii(r))
        return r >= 'a' && r <= 'z' ? r - 32 : r;
    return r < 0 ? r : (go_int32)towupper_l((wint_t)r, tables());
}

go_int32 unicode_ToLower(go_int32 r) {
    if (is_ascii(r))
        return r >= 'A' && r <= 'Z' ? r + 32 : r;
    return r < 0 ? r : (go_int32)towlower_l((wint_t)r, tables());
}

/* What package strconv leaves to C: floats, and quoting. */
#include "runtime/text_buffer.h"

#include <ctype.h>
#include <math.h>

typedef struct results_float64_int {
    go_float64 r0;
    go_int r1;
} results_float64_int;

go_string strconv_formatFloat(go_float64 x, go_uint8 verb, go_int precision, go_int bits);
results_float64_int strconv_parseFloat(go_string s, go_int bits);
go_string strconv_quote(go_string s, go_uint8 mark, bool ascii);
go_string strconv_quoteRune(go_int32 r, bool ascii);
bool strconv_canBackquote(go_string s);
bool strconv_IsPrint(go_int32 r);

go_string strconv_formatFloat(go_float64 x, go_uint8 verb, go_int precision, go_int bits) {
    struct text t;
    text_start(&t);
    text_float(&t, x, (char)verb, precision, (int)bits);
    return text_taken(&t);
}

/* Without its underscores, which may stand between digits of a number with a prefix only. NULL: they stand elsewhere. */
static char *without_underscores(go_string s) {
    char *text = go_new_noscan((size_t)s.len + 1);
    size_t n = 0;
    bool prefixed = false;
    for (go_int i = 0; i < s.len; i++) {
        char c = (char)s.ptr[i];
        prefixed |= c == 'x' || c == 'X';
        if (c != '_')
            text[n++] = c;
        else if (!prefixed || i + 1 == s.len || !isxdigit(s.ptr[i + 1]) || !(isxdigit(s.ptr[i - 1]) || tolower(s.ptr[i - 1]) == 'x'))
            return NULL;
    }
    return text;
}

static bool is_word(const char *s, const char *word) {
    if (*s == '+' || *s == '-')
        s++;
    for (; *word; s++, word++)
        if (tolower((unsigned char)*s) != *word)
            return false;
    return *s == '\0';
}

/* What strtod takes and Go does not: spaces before, nan(…), hexadecimal without an exponent. */
results_float64_int strconv_parseFloat(go_string s, go_int bits) {
    enum { FINE, SYNTAX, RANGE };
    const results_float64_int no_number = {0, SYNTAX};
    char *text = s.len ? without_underscores(s) : NULL;
    if (!text)
        return no_number;
    bool word = is_word(text, "inf") || is_word(text, "infinity") || is_word(text, "nan");
    bool hexadecimal = strpbrk(text, "xX") != NULL;
    if (!word && (strspn(text, "+-.0123456789abcdefABCDEFxXpP") != strlen(text) || (hexadecimal && !strpbrk(text, "pP")) ||
                  (!hexadecimal && strpbrk(text, "abcdfABCDFpP"))))
        return no_number;
    if (is_word(text, "nan") && *text != 'n' && *text != 'N')
        return no_number; /* a NaN has no sign */
    char *end;
    double x = bits == 32 ? (double)strtof(text, &end) : strtod(text, &end);
    if (*end || end == text)
        return no_number;
    return (results_float64_int){x, isinf(x) && !word ? RANGE : FINE};
}

go_string strconv_quote(go_string s, go_uint8 mark, bool ascii) {
    struct text t;
    text_start(&t);
    text_quoted(&t, s, (char)mark, ascii);
    return text_taken(&t);
}

go_string strconv_quoteRune(go_int32 r, bool ascii) {
    struct text t;
    text_start(&t);
    text_quoted_rune(&t, r, ascii);
    return text_taken(&t);
}

bool strconv_canBackquote(go_string s) {
    return go_can_backquote(s);
}

bool strconv_IsPrint(go_int32 r) {
    return go_is_print(r);
}

/* The text of the file, where the syntax trees leave something out.
 *
 * libclang lists the children of a `for` and leaves out those that are not there: of one expression it does not say whether it
 * is the first part or the second. The semicolons do. Of inline assembly it shows the operands without their constraints. These may come
 * out of macros, so they are read in the text of the function as clang prints it, where macros are expanded and strings are joined.
 * Of `#pragma weak` it shows nothing at all. */
#include "plugin/import.h"

#include <ctype.h>
#include <string.h>

/* Past the comment, string or character at `i`, or the one byte. */
static size_t skip_one(const char *text, size_t len, size_t i) {
    char c = text[i];
    if (c == '/' && i + 1 < len && text[i + 1] == '/') {
        while (i < len && text[i] != '\n')
            i++;
        return i;
    }
    if (c == '/' && i + 1 < len && text[i + 1] == '*') {
        for (i += 2; i + 1 < len && !(text[i] == '*' && text[i + 1] == '/'); i++)
            ;
        return i + 2 < len ? i + 2 : len;
    }
    if (c == '"' || c == '\'') {
        for (i++; i < len && text[i] != c && text[i] != '\n'; i++)
            if (text[i] == '\\')
                i++;
        return i < len ? i + 1 : len;
    }
    return i + 1;
}

bool for_semicolons(const char *text, size_t len, size_t offset, size_t semicolons[2]) {
    if (!text || offset + 3 > len || memcmp(text + offset, "for", 3) != 0)
        return false;
    int depth = 0, found = 0;
    for (size_t i = offset + 3; i < len; i = skip_one(text, len, i)) {
        char c = text[i];
        if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            if (--depth == 0)
                return found == 2;
        } else if (depth == 0 && !strchr(" \t\r\n\f\v\\/", c)) {
            return false; /* the parenthesis comes out of a macro */
        } else if (c == ';' && depth == 1) {
            if (found == 2)
                return false;
            semicolons[found++] = i;
        }
    }
    return false;
}

/* ---- inline assembly ---- */

/* Letters of memory, of any addressing mode, on all processors (GCC's manual, "Simple Constraints"). "g", "X" and "rm" let the compiler choose,
 * and clang chooses memory. "p" is no memory: the operand's value is an address. */
static const char anywhere[] = "mo<>VgX";

/* What is memory on some processor, and a register or a constant on others ("Machine Constraints"). x86 has none of its own. */
static const char somewhere[] = "AQRSTUWZk";

static bool is_x86(const char *triple) {
    return strncmp(triple, "x86", 3) == 0 || (triple[0] == 'i' && strncmp(triple + 2, "86", 2) == 0);
}

bool may_be_memory(const char *constraint, const char *triple) {
    bool x86 = is_x86(triple);
    for (const char *c = constraint; *c; c++) {
        if (strchr(anywhere, *c) || (!x86 && strchr(somewhere, *c)))
            return true;
        /* Of more than one letter: `{rax}`, `[name]` of the output that it is the same as, `@ccz` of a flag, `Yz` and its like of x86. What
         * stands between # and the next alternative is a comment. */
        const char *end = *c == '{' ? strchr(c, '}') : *c == '[' ? strchr(c, ']') : NULL;
        if (end)
            c = end;
        else if (*c == '@' || *c == '#')
            c += strcspn(c, ",") - 1;
        else if (x86 && strchr("YWj", *c) && c[1])
            c++;
    }
    return false;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

/* Behind `asm`: `volatile` and `goto`, then `("…" : [name] "constraint" (operand), … : … : "clobber", … : label, …)`. */
static void read_assembly(struct arena *a, const char *text, size_t len, struct assembly_text *out) {
    size_t i = 0;
    while (i < len && (text[i] == ' ' || is_letter(text[i])))
        i++;
    if (i == len || text[i] != '(')
        return;
    int depth = 0, colons = 0;
    for (; i < len; i = skip_one(text, len, i)) {
        char c = text[i];
        if (c == '(' || c == '[' || c == '{')
            depth++;
        else if ((c == ')' || c == ']' || c == '}') && --depth == 0)
            return;
        else if (c == ':' && depth == 1 && ++colons == 3)
            return;
        else if (c == '"' && depth == 1 && colons > 0)
            vec_push(a, &out->constraints, arena_strndup(a, text + i + 1, skip_one(text, len, i) - i - 2));
    }
}

bool next_assembly(struct arena *a, const char *text, struct assembly_text *out) {
    *out = (struct assembly_text){0};
    size_t len = strlen(text);
    for (size_t i = 0; i < len;) {
        size_t n = 0;
        while (is_letter(text[i + n]))
            n++;
        if (n == 3 && memcmp(text + i, "asm", 3) == 0)
            read_assembly(a, text + i + n, len - i - n, out);
        i = n ? i + n : skip_one(text, len, i);
        if (out->constraints.len > 0) {
            out->rest = text + i;
            return true;
        }
    }
    return false;
}

/* ---- #pragma weak ---- */

static bool is_word_char(char c) {
    return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* Where what is before text[end] ends, but for blanks. */
static size_t before_blanks(const char *text, size_t end) {
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t'))
        end--;
    return end;
}

/* Does text[0 … end) end in the word? *start: where that begins. */
static bool ends_in_word(const char *text, size_t end, const char *word, size_t *start) {
    size_t n = strlen(word);
    if (end < n || memcmp(text + end - n, word, n) != 0 || (end > n && is_word_char(text[end - n - 1])))
        return false;
    *start = end - n;
    return true;
}

/* Does `#pragma`, `%:pragma` or `_Pragma("` stand in front of text[end]? */
static bool follows_pragma(const char *text, size_t end) {
    size_t start;
    end = before_blanks(text, end);
    if (ends_in_word(text, end, "pragma", &start)) {
        start = before_blanks(text, start);
        return start > 0 && (text[start - 1] == '#' || (start > 1 && memcmp(text + start - 2, "%:", 2) == 0));
    }
    if (end == 0 || text[end - 1] != '"')
        return false;
    end = before_blanks(text, end - 1);
    if (end == 0 || text[end - 1] != '(')
        return false;
    return ends_in_word(text, before_blanks(text, end - 1), "_Pragma", &start);
}

void find_weak_names(struct arena *a, const char *text, size_t len, struct map *names) {
    static const char word[] = "weak";
    for (const char *at = text; (at = memchr(at, word[0], len - (size_t)(at - text))); at++) {
        size_t i = (size_t)(at - text), n = strlen(word);
        if (len - i <= n || memcmp(at, word, n) != 0 || is_word_char(at[n]) || (i > 0 && is_word_char(at[-1])) || !follows_pragma(text, i))
            continue;
        for (i += n; i < len && (text[i] == ' ' || text[i] == '\t'); i++)
            ;
        size_t name = i;
        while (i < len && is_word_char(text[i]))
            i++;
        if (i > name)
            map_put(a, names, arena_strndup(a, text + name, i - name), names);
    }
}

/* The text of the file, where the syntax trees leave something out.
 *
 * libclang lists the children of a `for` and leaves out those that are not there: of one expression it does not say whether it
 * is the first part or the second. The semicolons do. */
#include "plugin/import.h"

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

/* The scanner (spec: Lexical elements): bytes to tokens, with automatic semicolons.
 *
 * The encoding is checked once before the first token, so that scanning can go by bytes: a text with NUL bytes or without
 * valid UTF-8 is refused as a whole, with one message, and the NUL behind the text ends every loop.
 * Messages and their places are the Go compiler's. */
#include "transpiler/scan.h"

#include "transpiler/utf8.h"

#include <string.h>

struct pos scan_place(const struct scanner *s, const char *at) {
    return (struct pos){s->source, s->line, (int)(at - s->line_start) + 1};
}

void scan_error(struct scanner *s, const char *at, const char *format, ...) {
    va_list args;
    va_start(args, format);
    error_at(s->diags, scan_place(s, at), "%s", arena_vprintf(s->arena, format, args));
    va_end(args);
    s->any_error = true;
}

static bool check_encoding(struct scanner *s, const char *end) {
    const char *at = s->at;
    while (at < end) {
        int width = 1;
        if (*at == '\n') {
            s->line++;
            s->line_start = at + 1;
        } else if (*at == '\0') {
            scan_error(s, at, "invalid NUL character");
            return false;
        } else if (*at & 0x80) {
            int32_t rune = utf8_decode(at, end - at, &width);
            if (rune < 0) {
                scan_error(s, at, "invalid UTF-8 encoding");
                return false;
            }
            if (rune == 0xFEFF) {
                scan_error(s, at, "invalid BOM in the middle of the file");
                return false;
            }
        }
        at += width;
    }
    return true;
}

bool scanner_init(struct scanner *s, struct arena *a, struct names *names, struct source *source, struct diags *diags) {
    *s = (struct scanner){.arena = a, .names = names, .source = source, .diags = diags, .line = 1};
    s->at = s->line_start = source->text;
    const char *end = source->text + source->len;
    if (source->len >= 3 && memcmp(s->at, "\xEF\xBB\xBF", 3) == 0)
        s->at += 3;
    const char *start = s->at;
    bool valid = check_encoding(s, end);
    s->line = 1;
    s->line_start = source->text;
    s->at = valid ? start : end;
    return valid;
}

/* ---- comments ---- */

/* The text of a comment that starts with "//go:" or "//outlive:": kept for the function that follows, or as the build constraint. */
static void note_directive(struct scanner *s, const char *start) {
    const char *text = start + strlen("//");
    int len = (int)(s->at - text);
    while (len > 0 && strchr(" \t\r", text[len - 1]))
        len--;
    static const char build[] = "go:build ";
    if (len > (int)strlen(build) && memcmp(text, build, strlen(build)) == 0) {
        if (!s->constraint)
            s->constraint = arena_strndup(s->arena, text + strlen(build), (size_t)len - strlen(build));
        return;
    }
    vec_push(s->arena, &s->directives, (const char *)arena_strndup(s->arena, text, (size_t)len));
}

static void skip_line_comment(struct scanner *s) {
    const char *start = s->at;
    s->at += strcspn(s->at, "\n");
    if (strncmp(start, "//go:", strlen("//go:")) == 0 || strncmp(start, "//outlive:", strlen("//outlive:")) == 0)
        note_directive(s, start);
    const char *word = start + 2 + strspn(start + 2, " \t");
    if (strncmp(word, "+build", 6) == 0 && strchr(" \t\r\n", word[6]))
        vec_push(s->arena, &s->plus_builds, word + 6);
}

/* Skips a general comment; true if it contained a newline. */
static bool skip_general_comment(struct scanner *s) {
    const char *start = s->at;
    struct pos place = scan_place(s, start);
    for (s->at += 2; *s->at; s->at++) {
        if (*s->at == '\n') {
            s->line++;
            s->line_start = s->at + 1;
        } else if (s->at[0] == '*' && s->at[1] == '/') {
            s->at += 2;
            return s->line > place.line;
        }
    }
    error_at(s->diags, place, "comment not terminated");
    s->any_error = true;
    return s->line > place.line;
}

/* ---- names ---- */

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_name_byte(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

const char *described_rune(struct arena *a, int32_t rune) {
    char picture[4];
    int width = utf8_encode(rune, picture);
    if (unicode_is_graphic(rune) || rune == ' ')
        return arena_printf(a, "U+%04X '%.*s'", (unsigned)rune, width, picture);
    return arena_printf(a, "U+%04X", (unsigned)rune);
}

/* Steps over one character beyond ASCII inside a name. The Go compiler takes every such character as a part of the name,
 * and complains about those that are none. */
static void scan_wide_name_part(struct scanner *s, bool first) {
    int width;
    int32_t rune = utf8_decode(s->at, 4, &width);
    if (unicode_is_digit(rune)) {
        if (first)
            scan_error(s, s->at, "identifier cannot begin with digit %s", described_rune(s->arena, rune));
    } else if (!unicode_is_letter(rune)) {
        scan_error(s, s->at, "invalid character %s in identifier", described_rune(s->arena, rune));
    }
    s->at += width;
}

/* Keywords stand together in the table of tokens, sorted: the first that starts with this letter. */
static enum token first_keyword(char letter) {
    switch (letter) {
    case 'b':
        return TOKEN_BREAK;
    case 'c':
        return TOKEN_CASE;
    case 'd':
        return TOKEN_DEFAULT;
    case 'e':
        return TOKEN_ELSE;
    case 'f':
        return TOKEN_FALLTHROUGH;
    case 'g':
        return TOKEN_GO;
    case 'i':
        return TOKEN_IF;
    case 'm':
        return TOKEN_MAP;
    case 'p':
        return TOKEN_PACKAGE;
    case 'r':
        return TOKEN_RANGE;
    case 's':
        return TOKEN_SELECT;
    case 't':
        return TOKEN_TYPE;
    case 'v':
        return TOKEN_VAR;
    default:
        return TOKEN_EOF;
    }
}

static enum token keyword(const char *text, size_t len) {
    enum token t = first_keyword(text[0]);
    if (t == TOKEN_EOF)
        return TOKEN_NAME;
    for (; t <= TOKEN_VAR && token_spelling(t)[0] == text[0]; t++)
        if (strncmp(token_spelling(t), text, len) == 0 && token_spelling(t)[len] == '\0')
            return t;
    return TOKEN_NAME;
}

static void scan_name(struct scanner *s) {
    const char *start = s->at;
    for (;;) {
        while (is_name_byte(*s->at))
            s->at++;
        if (!(*s->at & 0x80))
            break;
        scan_wide_name_part(s, s->at == start);
    }
    size_t len = (size_t)(s->at - start);
    s->token = keyword(start, len);
    if (s->token == TOKEN_NAME)
        s->text = intern(s->names, start, len);
    s->line_ends_statement = s->token == TOKEN_NAME || s->token == TOKEN_BREAK || s->token == TOKEN_CONTINUE ||
                             s->token == TOKEN_FALLTHROUGH || s->token == TOKEN_RETURN;
}

/* ---- operators and punctuation ---- */

static void take(struct scanner *s, int bytes, enum token t) {
    s->at += bytes;
    s->token = t;
}

/* The operator of `bytes` bytes, or the assignment made of it and a "=". */
static void take_operator(struct scanner *s, int bytes, enum token op) {
    if (s->at[bytes] == '=') {
        s->op = op;
        take(s, bytes + 1, TOKEN_ASSIGN_OP);
    } else {
        take(s, bytes, op);
    }
}

static void take_closing(struct scanner *s, int bytes, enum token t) {
    take(s, bytes, t);
    s->line_ends_statement = true;
}

static void take_semicolon(struct scanner *s, int bytes, const char *text) {
    take(s, bytes, TOKEN_SEMICOLON);
    s->text = text;
}

/* False if no operator starts here. */
static bool scan_operator(struct scanner *s) {
    char next = s->at[1];
    switch (*s->at) {
    case '(':
        take(s, 1, TOKEN_LPAREN);
        break;
    case ')':
        take_closing(s, 1, TOKEN_RPAREN);
        break;
    case '[':
        take(s, 1, TOKEN_LBRACK);
        break;
    case ']':
        take_closing(s, 1, TOKEN_RBRACK);
        break;
    case '{':
        take(s, 1, TOKEN_LBRACE);
        break;
    case '}':
        take_closing(s, 1, TOKEN_RBRACE);
        break;
    case ',':
        take(s, 1, TOKEN_COMMA);
        break;
    case ';':
        take_semicolon(s, 1, "semicolon");
        break;
    case ':':
        next == '=' ? take(s, 2, TOKEN_DEFINE) : take(s, 1, TOKEN_COLON);
        break;
    case '.':
        next == '.' && s->at[2] == '.' ? take(s, 3, TOKEN_DOTS) : take(s, 1, TOKEN_DOT);
        break;
    case '+':
        next == '+' ? take_closing(s, 2, TOKEN_INC) : take_operator(s, 1, TOKEN_ADD);
        break;
    case '-':
        next == '-' ? take_closing(s, 2, TOKEN_DEC) : take_operator(s, 1, TOKEN_SUB);
        break;
    case '*':
        take_operator(s, 1, TOKEN_MUL);
        break;
    case '/':
        take_operator(s, 1, TOKEN_DIV);
        break;
    case '%':
        take_operator(s, 1, TOKEN_REM);
        break;
    case '^':
        take_operator(s, 1, TOKEN_XOR);
        break;
    case '&':
        next == '&' ? take(s, 2, TOKEN_LAND) : next == '^' ? take_operator(s, 2, TOKEN_AND_NOT) : take_operator(s, 1, TOKEN_AND);
        break;
    case '|':
        next == '|' ? take(s, 2, TOKEN_LOR) : take_operator(s, 1, TOKEN_OR);
        break;
    case '<':
        next == '<' ? take_operator(s, 2, TOKEN_SHL)
                    : take(s, next == '=' || next == '-' ? 2 : 1,
                           next == '=' ? TOKEN_LE : next == '-' ? TOKEN_ARROW : TOKEN_LT);
        break;
    case '>':
        next == '>' ? take_operator(s, 2, TOKEN_SHR) : next == '=' ? take(s, 2, TOKEN_GE) : take(s, 1, TOKEN_GT);
        break;
    case '=':
        next == '=' ? take(s, 2, TOKEN_EQ) : take(s, 1, TOKEN_ASSIGN);
        break;
    case '!':
        next == '=' ? take(s, 2, TOKEN_NE) : take(s, 1, TOKEN_NOT);
        break;
    case '~':
        take(s, 1, TOKEN_TILDE);
        break;
    default:
        return false;
    }
    return true;
}

/* ---- tokens ---- */

/* Skips white space, newlines that mean nothing, and comments. False if that already made the token: a general comment that
 * contains a newline acts like one (spec: Comments), and its semicolon stands where the comment starts. */
static bool skip_blanks(struct scanner *s, bool newline_counts) {
    for (;;) {
        if (*s->at == '\n' && !newline_counts) {
            s->line++;
            s->line_start = s->at + 1;
            s->at++;
        } else if (*s->at == ' ' || *s->at == '\t' || *s->at == '\r') {
            s->at++;
        } else if (s->at[0] == '/' && s->at[1] == '/') {
            skip_line_comment(s);
        } else if (s->at[0] == '/' && s->at[1] == '*') {
            struct pos place = scan_place(s, s->at);
            if (skip_general_comment(s) && newline_counts) {
                s->pos = place;
                take_semicolon(s, 0, "newline");
                return false;
            }
        } else {
            return true;
        }
    }
}

void scan(struct scanner *s) {
    bool newline_counts = s->line_ends_statement;
    s->line_ends_statement = false;
    s->bad = false;
    for (;;) {
        if (!skip_blanks(s, newline_counts))
            return;
        s->pos = scan_place(s, s->at);
        char c = *s->at;
        if (is_letter(c) || (c & 0x80)) {
            scan_name(s);
        } else if ((c >= '0' && c <= '9') || (c == '.' && s->at[1] >= '0' && s->at[1] <= '9')) {
            scan_number(s);
        } else if (c == '"') {
            scan_string(s);
        } else if (c == '`') {
            scan_raw_string(s);
        } else if (c == '\'') {
            scan_rune(s);
        } else if (c == '\0') {
            newline_counts ? take_semicolon(s, 0, "EOF") : take(s, 0, TOKEN_EOF);
        } else if (c == '\n') {
            take_semicolon(s, 1, "newline");
            s->line++;
            s->line_start = s->at;
        } else if (!scan_operator(s)) {
            scan_error(s, s->at, "invalid character %s", described_rune(s->arena, c));
            s->at++;
            continue;
        }
        return;
    }
}

void dump_tokens(struct buf *out, struct arena *a, struct names *names, struct source *source, struct diags *diags) {
    struct scanner s;
    scanner_init(&s, a, names, source, diags);
    do {
        scan(&s);
        buf_printf(out, "%d:%d\t", s.pos.line, s.pos.col);
        switch (s.token) {
        case TOKEN_NAME:
        case TOKEN_INT:
        case TOKEN_FLOAT:
        case TOKEN_IMAG:
        case TOKEN_CHAR:
        case TOKEN_STRING:
            buf_printf(out, "%s %s\n", token_spelling(s.token), s.text);
            break;
        case TOKEN_SEMICOLON:
            buf_printf(out, "; %s\n", s.text);
            break;
        case TOKEN_ASSIGN_OP:
            buf_printf(out, "%s=\n", token_spelling(s.op));
            break;
        default:
            buf_printf(out, "%s\n", token_spelling(s.token));
        }
    } while (s.token != TOKEN_EOF);
}

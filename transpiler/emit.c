/* The C tree as text: four spaces, braces always, lines of at most about 120 columns, parentheses where C's grammar or a
 * compiler's -Wparentheses asks for them and nowhere else. */
#include "transpiler/code.h"

#include <string.h>

enum { WRAP_COLUMN = 108, INDENT_WIDTH = 4 };

/* C's precedences (C17 6.5), higher binds tighter. */
enum {
    PREC_COMMA = 1,
    PREC_ASSIGN,
    PREC_COND,
    PREC_LOR,
    PREC_LAND,
    PREC_OR,
    PREC_XOR,
    PREC_AND,
    PREC_EQUALITY,
    PREC_RELATION,
    PREC_SHIFT,
    PREC_ADD,
    PREC_MUL,
    PREC_UNARY,
    PREC_POSTFIX,
};

#define BINARY_OPERATORS(X)                                                                                       \
    X("||", PREC_LOR) X("&&", PREC_LAND) X("|", PREC_OR) X("^", PREC_XOR) X("&", PREC_AND) X("==", PREC_EQUALITY) \
    X("!=", PREC_EQUALITY) X("<", PREC_RELATION) X("<=", PREC_RELATION) X(">", PREC_RELATION)                     \
    X(">=", PREC_RELATION) X("<<", PREC_SHIFT) X(">>", PREC_SHIFT) X("+", PREC_ADD) X("-", PREC_ADD)              \
    X("*", PREC_MUL) X("/", PREC_MUL) X("%", PREC_MUL)

static int binary_precedence(const char *op) {
#define X(spelling, precedence)    \
    if (strcmp(op, spelling) == 0) \
        return precedence;
    BINARY_OPERATORS(X)
#undef X
    return PREC_COMMA;
}

static int precedence(const struct code *x) {
    switch (x->kind) {
    case CODE_ATOM:
        return x->text[0] == '-' ? PREC_UNARY : PREC_POSTFIX;
    case CODE_UNARY:
    case CODE_CAST:
        return PREC_UNARY;
    case CODE_BINARY:
        return binary_precedence(x->text);
    case CODE_ASSIGN:
    case CODE_DESIGNATED:
        return PREC_ASSIGN;
    case CODE_COND:
        return PREC_COND;
    case CODE_POSTFIX:
    case CODE_MEMBER:
    case CODE_INDEX:
    case CODE_CALL:
    case CODE_LITERAL:
    case CODE_BRACES:
        break;
    }
    return PREC_POSTFIX;
}

/* Where an expression is printed to. `text` is NULL for one that stays on one line. */
struct printer {
    struct buf *out;
    struct code_text *text;
    struct pos pos;
};

static void end_line(struct code_text *t, struct pos pos) {
    buf_char(&t->text, '\n');
    vec_push(t->arena, &t->lines, pos);
    t->column = (int)t->text.len;
}

static void indent(struct code_text *t, int extra) {
    for (int i = 0; i < t->indent + extra; i++)
        buf_addn(&t->text, "    ", INDENT_WIDTH);
}

static void print_code(struct printer *p, const struct code *x);

static void print_operand(struct printer *p, const struct code *x, int least) {
    bool parens = precedence(x) < least;
    if (parens)
        buf_char(p->out, '(');
    print_code(p, x);
    if (parens)
        buf_char(p->out, ')');
}

/* Operands of a binary operator: beyond the grammar, -Wparentheses wants && in ||, and arithmetic or comparisons beside shifts
 * and bit operators, to be marked. */
static void print_binary_operand(struct printer *p, const struct code *parent, const struct code *x, bool right) {
    int outer = binary_precedence(parent->text);
    int inner = precedence(x);
    int least = outer + (right ? 1 : 0);
    if (inner > PREC_MUL || inner < PREC_LOR) {
        print_operand(p, x, least);
        return;
    }
    bool bits = outer == PREC_SHIFT || (outer >= PREC_OR && outer <= PREC_AND);
    if ((outer == PREC_LOR && inner == PREC_LAND) || (bits && strcmp(parent->text, x->text ? x->text : "") != 0) ||
        ((outer == PREC_EQUALITY || outer == PREC_RELATION) && (inner == PREC_EQUALITY || inner == PREC_RELATION)))
        least = PREC_UNARY;
    print_operand(p, x, least);
}

/* About how many columns the expression takes; stops counting once it is more than `most`. */
static int width(const struct code *x, int most) {
    int sum = x->text ? (int)strlen(x->text) + 2 : 2;
    const struct code *const parts[] = {x->a, x->b, x->c};
    for (int i = 0; i < 3 && sum <= most; i++)
        sum += parts[i] ? width(parts[i], most - sum) : 0;
    for (int i = 0; i < x->list_len && sum <= most; i++)
        sum += width(x->list[i], most - sum) + 2;
    return sum;
}

/* Would this element run over the end of the line, though it fits on the next one? */
static bool overflows(const struct printer *p, const struct code *element) {
    int column = (int)p->text->text.len - p->text->column;
    if (column > WRAP_COLUMN)
        return true;
    return column > WRAP_COLUMN / 2 && element->kind != CODE_ATOM && width(element, WRAP_COLUMN - column) > WRAP_COLUMN - column;
}

static void print_list(struct printer *p, const struct code *x) {
    for (int i = 0; i < x->list_len; i++) {
        if (i > 0) {
            buf_char(p->out, ',');
            if (p->text && overflows(p, x->list[i])) {
                end_line(p->text, p->pos);
                indent(p->text, 2);
            } else {
                buf_char(p->out, ' ');
            }
        }
        print_operand(p, x->list[i], PREC_ASSIGN);
    }
}

static void mark(struct printer *p, const struct code *x) {
    if (!p->text || !p->text->wants_marks || !x->go)
        return;
    struct code_mark m = {p->text->lines.len, (int)p->out->len - p->text->column + 1, x->go};
    vec_push(p->text->arena, &p->text->marks, m);
}

static void print_code(struct printer *p, const struct code *x) {
    struct buf *out = p->out;
    mark(p, x);
    switch (x->kind) {
    case CODE_ATOM:
        buf_add(out, x->text);
        break;
    case CODE_UNARY: {
        buf_add(out, x->text);
        /* - -x and & &x must not run together */
        bool clash = (x->a->kind == CODE_UNARY || x->a->kind == CODE_ATOM) && x->a->text[0] == x->text[0] && x->text[0] != '*' &&
                     x->text[0] != '!' && x->text[0] != '~';
        print_operand(p, x->a, clash ? PREC_POSTFIX + 1 : PREC_UNARY);
        break;
    }
    case CODE_POSTFIX:
        print_operand(p, x->a, PREC_POSTFIX);
        buf_add(out, x->text);
        break;
    case CODE_BINARY:
        print_binary_operand(p, x, x->a, false);
        buf_char(out, ' ');
        buf_add(out, x->text);
        if (p->text && (int)out->len - p->text->column > WRAP_COLUMN) {
            end_line(p->text, p->pos);
            indent(p->text, 2);
        } else {
            buf_char(out, ' ');
        }
        print_binary_operand(p, x, x->b, true);
        break;
    case CODE_ASSIGN:
        print_operand(p, x->a, PREC_UNARY);
        buf_char(out, ' ');
        buf_add(out, x->text);
        buf_char(out, ' ');
        print_operand(p, x->b, PREC_ASSIGN);
        break;
    case CODE_COND:
        print_operand(p, x->a, PREC_COND + 1);
        buf_add(out, " ? ");
        print_operand(p, x->b, PREC_COND + 1);
        buf_add(out, " : ");
        print_operand(p, x->c, PREC_COND);
        break;
    case CODE_MEMBER:
        if (x->a->kind == CODE_UNARY && strcmp(x->a->text, "*") == 0) {
            print_operand(p, x->a->a, PREC_POSTFIX);
            buf_add(out, "->");
        } else {
            print_operand(p, x->a, PREC_POSTFIX);
            buf_char(out, '.');
        }
        buf_add(out, x->text);
        break;
    case CODE_INDEX:
        print_operand(p, x->a, PREC_POSTFIX);
        buf_char(out, '[');
        print_code(p, x->b);
        buf_char(out, ']');
        break;
    case CODE_CALL:
        print_operand(p, x->a, PREC_POSTFIX);
        buf_char(out, '(');
        print_list(p, x);
        buf_char(out, ')');
        break;
    case CODE_CAST:
        buf_char(out, '(');
        buf_add(out, x->text);
        buf_char(out, ')');
        print_operand(p, x->a, PREC_UNARY);
        break;
    case CODE_LITERAL:
        buf_char(out, '(');
        buf_add(out, x->text);
        buf_char(out, ')');
        mark(p, x); /* the braces are an expression to a C compiler, too */
        buf_char(out, '{');
        print_list(p, x);
        buf_char(out, '}');
        break;
    case CODE_BRACES:
        buf_char(out, '{');
        print_list(p, x);
        buf_char(out, '}');
        break;
    case CODE_DESIGNATED:
        buf_add(out, x->text);
        buf_add(out, " = ");
        print_operand(p, x->a, PREC_ASSIGN);
        break;
    }
}

void text_code(struct buf *out, const struct code *x) {
    struct printer p = {.out = out};
    print_code(&p, x);
}

/* ---- statements ---- */

static void print_in(struct code_text *t, struct pos pos, const struct code *x) {
    struct printer p = {.out = &t->text, .text = t, .pos = pos};
    print_code(&p, x);
}

static void print_decl(struct code_text *t, const struct code_stmt *s) {
    size_t len = strlen(s->type);
    buf_add(&t->text, s->type);
    if (len > 0 && s->type[len - 1] != '*')
        buf_char(&t->text, ' ');
    buf_add(&t->text, s->name);
    if (s->attribute) {
        buf_char(&t->text, ' ');
        buf_add(&t->text, s->attribute);
    }
    if (s->x) {
        buf_add(&t->text, " = ");
        print_in(t, s->pos, s->x);
    }
}

static void open_line(struct code_text *t) {
    t->column = (int)t->text.len;
    indent(t, 0);
}

static void print_body(struct code_text *t, const struct code_block *b) {
    buf_add(&t->text, " {");
    end_line(t, (struct pos){0});
    text_block(t, b);
    open_line(t);
    buf_char(&t->text, '}');
}

static void print_if(struct code_text *t, const struct code_stmt *s) {
    buf_add(&t->text, "if (");
    print_in(t, s->pos, s->x);
    buf_char(&t->text, ')');
    int header = t->lines.len;
    print_body(t, &s->body);
    t->lines.items[header] = s->pos;
    if (!s->other.first)
        return;
    buf_add(&t->text, " else");
    const struct code_stmt *other = s->other.first;
    if (other->kind == CODE_IF && !other->next) {
        buf_char(&t->text, ' ');
        print_if(t, other);
    } else {
        print_body(t, &s->other);
    }
}

static void print_for(struct code_text *t, const struct code_stmt *s) {
    if (s->x && !s->init && !s->post) {
        buf_add(&t->text, "while (");
        print_in(t, s->pos, s->x);
    } else {
        buf_add(&t->text, "for (");
        if (s->init && s->init->kind == CODE_DECL)
            print_decl(t, s->init);
        else if (s->init)
            print_in(t, s->pos, s->init->x);
        buf_char(&t->text, ';');
        if (s->x) {
            buf_char(&t->text, ' ');
            print_in(t, s->pos, s->x);
        }
        buf_char(&t->text, ';');
        if (s->post) {
            buf_char(&t->text, ' ');
            print_in(t, s->pos, s->post);
        }
    }
    buf_char(&t->text, ')');
    int header = t->lines.len;
    print_body(t, &s->body);
    t->lines.items[header] = s->pos;
}

static bool declares(const struct code_block *b) {
    for (const struct code_stmt *s = b->first; s; s = s->next)
        if (s->kind == CODE_DECL)
            return true;
    return false;
}

static void print_case(struct code_text *t, const struct code_stmt *s) {
    t->indent--;
    open_line(t);
    if (s->x) {
        buf_add(&t->text, "case ");
        print_in(t, s->pos, s->x);
        buf_char(&t->text, ':');
    } else {
        buf_add(&t->text, "default:");
    }
    if (declares(&s->body)) {
        print_body(t, &s->body);
        end_line(t, (struct pos){0});
    } else {
        end_line(t, s->pos);
        text_block(t, &s->body);
    }
    t->indent++;
}

static void print_stmt(struct code_text *t, const struct code_stmt *s) {
    if (s->kind == CODE_CASE) {
        print_case(t, s);
        return;
    }
    if (s->kind == CODE_BLANK) {
        t->column = (int)t->text.len;
        end_line(t, (struct pos){0});
        return;
    }
    open_line(t);
    switch (s->kind) {
    case CODE_DECL:
        print_decl(t, s);
        buf_char(&t->text, ';');
        break;
    case CODE_EXPR:
        print_in(t, s->pos, s->x);
        buf_char(&t->text, ';');
        break;
    case CODE_IF:
        print_if(t, s);
        break;
    case CODE_FOR:
        print_for(t, s);
        break;
    case CODE_SWITCH: {
        buf_add(&t->text, "switch (");
        print_in(t, s->pos, s->x);
        buf_char(&t->text, ')');
        int header = t->lines.len;
        print_body(t, &s->body);
        t->lines.items[header] = s->pos;
        break;
    }
    case CODE_BLOCK:
        buf_char(&t->text, '{');
        end_line(t, (struct pos){0});
        text_block(t, &s->body);
        open_line(t);
        buf_char(&t->text, '}');
        break;
    case CODE_LABEL:
        /* C17 wants a statement behind a label, and a declaration is none */
        buf_printf(&t->text, "%s:%s", s->name, !s->next || s->next->kind == CODE_DECL ? ";" : "");
        break;
    case CODE_GOTO:
        buf_printf(&t->text, "goto %s;", s->name);
        break;
    case CODE_BREAK:
        buf_add(&t->text, "break;");
        break;
    case CODE_CONTINUE:
        buf_add(&t->text, "continue;");
        break;
    case CODE_RETURN:
        buf_add(&t->text, "return");
        if (s->x) {
            buf_char(&t->text, ' ');
            print_in(t, s->pos, s->x);
        }
        buf_char(&t->text, ';');
        break;
    case CODE_LINE:
        buf_add(&t->text, s->name);
        break;
    case CODE_CASE:
    case CODE_BLANK:
        break;
    }
    bool closes = s->kind == CODE_IF || s->kind == CODE_FOR || s->kind == CODE_SWITCH || s->kind == CODE_BLOCK;
    end_line(t, closes ? (struct pos){0} : s->pos);
}

/* An empty line is printed only between two statements. */
void text_block(struct code_text *t, const struct code_block *b) {
    t->indent++;
    for (const struct code_stmt *s = b->first; s; s = s->next) {
        if (s->kind == CODE_BLANK && (s == b->first || !s->next || s->next->kind == CODE_BLANK))
            continue;
        print_stmt(t, s);
    }
    t->indent--;
}

void text_line(struct code_text *t, struct pos pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    t->column = (int)t->text.len;
    buf_vprintf(&t->text, format, args);
    va_end(args);
    end_line(t, pos);
}

void text_append(struct code_text *t, const struct code_text *more) {
    if (more->text.len)
        buf_addn(&t->text, more->text.text, more->text.len);
    int before = t->lines.len;
    vec_each(i, &more->lines) vec_push(t->arena, &t->lines, more->lines.items[i]);
    vec_each(i, &more->marks) {
        struct code_mark m = more->marks.items[i];
        m.line += before;
        vec_push(t->arena, &t->marks, m);
    }
}

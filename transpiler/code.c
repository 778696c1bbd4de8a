/* Builders of the C tree. Effects are gathered on the way up; simplifications that every caller would want (*&x, (*p).f) are made
 * here, once. */
#include "transpiler/code.h"

#include <stdarg.h>
#include <string.h>

static struct code *new_code(struct arena *a, enum code_kind kind, const char *text, struct code *x, struct code *y) {
    struct code *c = arena_new(a, struct code);
    c->kind = kind;
    c->text = text;
    c->a = x;
    c->b = y;
    c->effects = (unsigned char)((x ? x->effects : 0) | (y ? y->effects : 0));
    return c;
}

struct code *code_atom(struct arena *a, const char *text) {
    return new_code(a, CODE_ATOM, text, NULL, NULL);
}

struct code *code_atomf(struct arena *a, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(a, format, args);
    va_end(args);
    return code_atom(a, text);
}

struct code *code_unary(struct arena *a, const char *op, struct code *x) {
    return new_code(a, CODE_UNARY, op, x, NULL);
}

struct code *code_address(struct arena *a, struct code *x) {
    if (x->kind == CODE_UNARY && strcmp(x->text, "*") == 0)
        return x->a;
    struct code *c = code_unary(a, "&", x);
    return c;
}

struct code *code_deref(struct arena *a, struct code *x) {
    if (x->kind == CODE_UNARY && strcmp(x->text, "&") == 0)
        return x->a;
    struct code *c = code_unary(a, "*", x);
    c->effects |= EFFECT_READS;
    return c;
}

struct code *code_postfix(struct arena *a, struct code *x, const char *op) {
    struct code *c = new_code(a, CODE_POSTFIX, op, x, NULL);
    c->effects |= EFFECT_CALLS;
    return c;
}

struct code *code_binary(struct arena *a, struct code *x, const char *op, struct code *y) {
    return new_code(a, CODE_BINARY, op, x, y);
}

struct code *code_assign(struct arena *a, struct code *x, const char *op, struct code *y) {
    struct code *c = new_code(a, CODE_ASSIGN, op, x, y);
    c->effects |= EFFECT_CALLS;
    return c;
}

struct code *code_cond(struct arena *a, struct code *x, struct code *y, struct code *z) {
    struct code *c = new_code(a, CODE_COND, NULL, x, y);
    c->c = z;
    c->effects |= z->effects;
    return c;
}

struct code *code_member(struct arena *a, struct code *x, const char *name) {
    return new_code(a, CODE_MEMBER, name, x, NULL);
}

struct code *code_index(struct arena *a, struct code *x, struct code *index) {
    return new_code(a, CODE_INDEX, NULL, x, index);
}

struct code *code_cast(struct arena *a, const char *type, struct code *x) {
    return new_code(a, CODE_CAST, type, x, NULL);
}

struct code *code_literal(struct arena *a, const char *type) {
    return new_code(a, CODE_LITERAL, type, NULL, NULL);
}

struct code *code_braces(struct arena *a) {
    return new_code(a, CODE_BRACES, NULL, NULL, NULL);
}

struct code *code_designated(struct arena *a, const char *designator, struct code *x) {
    return new_code(a, CODE_DESIGNATED, designator, x, NULL);
}

struct code *code_call(struct arena *a, struct code *callee) {
    struct code *c = new_code(a, CODE_CALL, NULL, callee, NULL);
    c->effects |= EFFECT_CALLS;
    return c;
}

struct code *code_as_init(struct arena *a, const char *type, struct code *x) {
    if (x->kind != CODE_LITERAL || strcmp(x->text, type) != 0)
        return x;
    struct code *braces = arena_copy(a, x, sizeof *x);
    braces->kind = CODE_BRACES;
    braces->text = NULL;
    return braces;
}

/* Inside braces an element needs not say its type again; a literal of an array that decays to a pointer has to. */
static struct code *as_element(struct arena *a, struct code *x) {
    if (x->kind == CODE_DESIGNATED) {
        x->a = as_element(a, x->a);
        return x;
    }
    if (x->kind == CODE_BRACES && x->zero) /* {0} within braces would ask for braces around its 0 in turn */
        return code_braces(a);
    bool is_array = x->kind == CODE_LITERAL && x->text[strlen(x->text) - 1] == ']';
    return x->kind == CODE_LITERAL && !is_array ? code_as_init(a, x->text, x) : x;
}

void code_push(struct arena *a, struct code *parent, struct code *element) {
    if (parent->kind == CODE_BRACES || parent->kind == CODE_LITERAL)
        element = as_element(a, element);
    if ((parent->list_len & (parent->list_len - 1)) == 0) { /* full at every power of two */
        struct code **list = arena_array(a, struct code *, parent->list_len ? parent->list_len * 2 : 1);
        if (parent->list_len)
            memcpy(list, parent->list, sizeof *list * (size_t)parent->list_len);
        parent->list = list;
    }
    parent->list[parent->list_len++] = element;
    parent->effects |= element->effects;
}

static struct code *call_of(struct arena *a, const char *callee, int n, va_list args, unsigned char effects) {
    struct code *c = new_code(a, CODE_CALL, NULL, code_atom(a, callee), NULL);
    c->effects = effects;
    for (int i = 0; i < n; i++)
        code_push(a, c, va_arg(args, struct code *));
    return c;
}

struct code *code_calln(struct arena *a, const char *callee, int n, ...) {
    va_list args;
    va_start(args, n);
    struct code *c = call_of(a, callee, n, args, EFFECT_CALLS);
    va_end(args);
    return c;
}

struct code *code_pure(struct arena *a, const char *callee, int n, ...) {
    va_list args;
    va_start(args, n);
    struct code *c = call_of(a, callee, n, args, 0);
    va_end(args);
    return c;
}

struct code *code_check(struct arena *a, const char *callee, int n, ...) {
    va_list args;
    va_start(args, n);
    struct code *c = call_of(a, callee, n, args, EFFECT_READS);
    va_end(args);
    return c;
}

bool code_is_simple(const struct code *x) {
    if (x->kind == CODE_MEMBER)
        return code_is_simple(x->a);
    if (x->kind == CODE_UNARY && strcmp(x->text, "&") == 0)
        return code_is_simple(x->a);
    return x->kind == CODE_ATOM && x->effects == 0;
}

bool code_same_atom(const struct code *x, const struct code *y) {
    if (x->kind != y->kind)
        return false;
    if (x->kind == CODE_UNARY || x->kind == CODE_MEMBER)
        return strcmp(x->text, y->text) == 0 && code_same_atom(x->a, y->a);
    return x->kind == CODE_ATOM && strcmp(x->text, y->text) == 0;
}

struct code_stmt *code_stmt_new(struct arena *a, enum code_stmt_kind kind, struct pos pos) {
    struct code_stmt *s = arena_new(a, struct code_stmt);
    s->kind = kind;
    s->pos = pos;
    return s;
}

void code_append(struct code_block *b, struct code_stmt *s) {
    code_insert_after(b, b->last, s);
}

void code_insert_after(struct code_block *b, struct code_stmt *where, struct code_stmt *s) {
    struct code_stmt **link = where ? &where->next : &b->first;
    s->next = *link;
    *link = s;
    if (b->last == where)
        b->last = s;
}

void code_append_block(struct code_block *b, const struct code_block *more) {
    if (!more->first)
        return;
    if (b->last)
        b->last->next = more->first;
    else
        b->first = more->first;
    b->last = more->last;
}

const char *code_declarator(struct arena *a, const char *type, const char *name) {
    size_t len = strlen(type);
    return arena_printf(a, "%s%s%s", type, len > 0 && type[len - 1] == '*' ? "" : " ", name);
}

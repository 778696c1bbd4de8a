/* A small tree of C: what lowering makes and emit.c prints.
 *
 * Expressions know their precedence, so that parentheses stand only where C (or -Wall) wants them, and what their evaluation may
 * do, so that lowering can keep Go's order of evaluation. Statements are linked lists, so that a temporary can still be put in
 * front of what was made after it. Every statement keeps the Go position it stands for. */
#ifndef OUTLIVE_CODE_H
#define OUTLIVE_CODE_H

#include "base/buf.h"
#include "base/pos.h"
#include "base/vec.h"

#include <stdbool.h>

/* ---- expressions ---- */

enum code_kind {
    CODE_ATOM,     /* text: a name, a number, a macro call that is complete */
    CODE_UNARY,    /* text: operator; a */
    CODE_POSTFIX,  /* a, text: "++" or "--" */
    CODE_BINARY,   /* a text b */
    CODE_ASSIGN,   /* a text b: text is "=", "+=", … */
    CODE_COND,     /* a ? b : c */
    CODE_MEMBER,   /* a . text, or a -> text where a was a dereference */
    CODE_INDEX,    /* a [ b ] */
    CODE_CALL,     /* a ( list ) */
    CODE_CAST,     /* ( text ) a */
    CODE_LITERAL,  /* ( text ) { list }: a compound literal */
    CODE_BRACES,   /* { list }: an initialiser */
    CODE_DESIGNATED, /* text = a: one element of an initialiser, text is ".name" or "[3]" */
};

/* What the evaluation of an expression may do besides giving a value. */
enum {
    EFFECT_READS = 1, /* reads memory that a call may change, or may panic: must not be moved over a call's effects silently */
    EFFECT_ORDERED = 4, /* reads, at its place among the calls: a later call must not be seen */
    EFFECT_CALLS = 2, /* calls, receives, writes: must keep its place among others of its kind */
};

struct expr;

struct code {
    enum code_kind kind;
    unsigned char effects;  /* of the whole tree below */
    bool zero;              /* BRACES: all zero */
    void *variable;         /* ATOM: lowering's variable of that name, if it is one that is never changed */
    bool wide;              /* arithmetic on a type narrower than int that may have left its range: see code_narrow */
    const char *text;
    struct code *a, *b, *c;
    struct code **list;
    int list_len;
    const struct expr *go;  /* what it was lowered from; NULL: nothing of its own */
};

struct code *code_atom(struct arena *a, const char *text);                       /* no effects */
struct code *code_atomf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct code *code_unary(struct arena *a, const char *op, struct code *x);        /* & and * cancel each other */
struct code *code_address(struct arena *a, struct code *x);
struct code *code_deref(struct arena *a, struct code *x);
struct code *code_postfix(struct arena *a, struct code *x, const char *op);
struct code *code_binary(struct arena *a, struct code *x, const char *op, struct code *y);
struct code *code_assign(struct arena *a, struct code *x, const char *op, struct code *y);
struct code *code_cond(struct arena *a, struct code *x, struct code *y, struct code *z);
struct code *code_member(struct arena *a, struct code *x, const char *name);
struct code *code_index(struct arena *a, struct code *x, struct code *index);
struct code *code_cast(struct arena *a, const char *type, struct code *x);
struct code *code_literal(struct arena *a, const char *type);                    /* filled with code_push */
struct code *code_braces(struct arena *a);
struct code *code_designated(struct arena *a, const char *designator, struct code *x);
struct code *code_call(struct arena *a, struct code *callee);                    /* EFFECT_CALLS; filled with code_push */
struct code *code_calln(struct arena *a, const char *callee, int n, ...);        /* the same, n arguments (struct code *) */
struct code *code_pure(struct arena *a, const char *callee, int n, ...);         /* no effects of its own */
struct code *code_check(struct arena *a, const char *callee, int n, ...);        /* may panic, does nothing else: EFFECT_READS */
void code_push(struct arena *a, struct code *parent, struct code *element);

struct code *code_as_init(struct arena *a, const char *type, struct code *x);      /* (T){…} as {…} where an object of T is declared */

/* The same value as often as it is printed: names and constants, members of them. */
bool code_is_simple(const struct code *x);
bool code_same_atom(const struct code *x, const struct code *y); /* the same name, member of a name, dereference of one */

/* ---- statements ---- */

enum code_stmt_kind {
    CODE_DECL,     /* type name attribute = x; */
    CODE_EXPR,     /* x; */
    CODE_IF,       /* x, body, other */
    CODE_FOR,      /* for (init; x; post) body; init is a DECL or EXPR or NULL, post a code or NULL */
    CODE_SWITCH,   /* x, body of CASEs and their statements */
    CODE_CASE,     /* x, NULL for default; body, in braces where it declares */
    CODE_BLOCK,    /* { body } */
    CODE_LABEL,    /* name: */
    CODE_GOTO,
    CODE_BREAK,
    CODE_CONTINUE,
    CODE_RETURN,   /* x or NULL */
    CODE_BLANK,    /* an empty line */
    CODE_LINE,     /* text: a macro that is a statement of its own, printed as it is */
};

struct code_block {
    struct code_stmt *first, *last;
};

struct code_stmt {
    struct code_stmt *next;
    enum code_stmt_kind kind;
    bool falls_through;   /* CASE: no break behind */
    bool declares;        /* BLOCK of a case and the like: printed with braces */
    struct pos pos;       /* Go place it stands for; line 0: none */
    const char *type, *name, *attribute;
    struct code *x, *post;
    struct code_stmt *init;
    struct code_block body, other;
};

struct code_stmt *code_stmt_new(struct arena *a, enum code_stmt_kind kind, struct pos pos);
void code_append(struct code_block *b, struct code_stmt *s);
void code_append_block(struct code_block *b, const struct code_block *more);
void code_insert_after(struct code_block *b, struct code_stmt *where, struct code_stmt *s); /* where NULL: first */

/* ---- text ---- */

/* The code of an expression of Go begins here. */
struct code_mark {
    int line;             /* of the text, from 0 */
    int col;              /* in bytes, from 1 */
    const struct expr *go;
};

/* Text with the Go place of each of its lines. */
struct code_text {
    struct buf text;
    VEC(struct pos) lines;
    bool wants_marks;
    VEC(struct code_mark) marks; /* in order of the text, outer expressions before those inside */
    struct arena *arena;
    int column;
    int indent;
};

void text_line(struct code_text *t, struct pos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));
void text_block(struct code_text *t, const struct code_block *b); /* statements, indented one step more than t->indent */
void text_code(struct buf *out, const struct code *x);            /* one expression, on one line */
void text_append(struct code_text *t, const struct code_text *more);

/* "T *" and "x" make "T *x"; "T" and "x" make "T x". */
const char *code_declarator(struct arena *a, const char *type, const char *name);

#endif

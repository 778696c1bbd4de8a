/* What the files of the parser share: parse.c (tokens, errors, files), parse_decl.c, parse_type.c, parse_expr.c, parse_stmt.c.
 *
 * Recursive descent: a function per grammar rule, with the rule above it. Functions named …_or_null return NULL where their
 * rule does not start here and have then read nothing; the others report what is missing and make the best of it. */
#ifndef OUTLIVE_PARSER_H
#define OUTLIVE_PARSER_H

#include "transpiler/ast.h"
#include "transpiler/scan.h"

/* How deep constructs may be nested, and how high an expression's tree may grow (a + b + … grows without nesting). Every later
 * stage, and clang, walks these trees by recursion: a text beyond these bounds gets an error instead of a stack overflow. */
#define MAX_NESTING     1000
#define MAX_EXPR_HEIGHT 10000

struct parser {
    struct scanner s;
    struct arena *arena;
    struct file *file;
    int function_depth;       /* > 0: statement keywords are places to go on from after an error */
    int expr_level;           /* < 0: in the header of a control clause, where "{" starts the block (spec: Composite literals) */
    int nesting;              /* of constructs that the parser is inside of */
    int expr_height;          /* of the highest tree built in the innermost expression under way */
    int last_error_line;      /* one syntax error a line */
    int groups;               /* declaration groups so far */
    struct expr *type_switch_guard; /* an x.(type) that no switch has claimed yet */
};

/* ---- tokens (parse.c) ---- */

void next(struct parser *p);
bool got(struct parser *p, enum token t);  /* skips the token if it is t */
void want(struct parser *p, enum token t); /* the same, and an error if it is not */
bool got_assign(struct parser *p);         /* "=", or ":=" with an error */

/* "syntax error: TEXT". */
void syntax_error(struct parser *p, const char *text);
void syntax_error_at(struct parser *p, struct pos pos, const char *text);

/* "syntax error: unexpected TOKEN" and what was wanted: "expecting …" is set off by a comma, "in …", "at …" or "after …" by a
 * blank. Says nothing at the end of the text after other errors. */
void unexpected(struct parser *p, const char *wanted);

/* An error that is not about grammar, or what is not supported: no "syntax error" in front, any number a line. */
void plain_error(struct parser *p, struct pos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Skips to one of these tokens or, in a function, to a keyword that starts a statement. */
#define advance(p, ...) advance_to((p), (const enum token[]){__VA_ARGS__, TOKEN_EOF})
void advance_to(struct parser *p, const enum token *follow);

/* list = [ element { separator element } [ separator ] ] close.
 * Calls `element` for each until it returns true (no more may follow); returns the place of `close`. */
typedef bool list_element(struct parser *p, void *into);
struct pos parse_list(struct parser *p, const char *context, enum token separator, enum token close, list_element *element, void *into);

/* Bounds recursion: enter() false means that the error was reported and that the text has ended for the parser. Every enter()
 * has its leave(), also then. */
bool enter(struct parser *p);
void leave(struct parser *p);
void too_deep(struct parser *p);

struct expr *new_expr(struct parser *p, enum expr_kind kind, struct pos pos);
struct expr *bad_expr(struct parser *p);

/* ---- declarations (parse_decl.c) ---- */

typedef VEC(struct decl *) decl_list;
void parse_import(struct parser *p, decl_list *into);
void parse_declaration(struct parser *p, decl_list *into); /* const, type or var */
void parse_function(struct parser *p, decl_list *into);

/* ---- types (parse_type.c) ---- */

struct expr *parse_type(struct parser *p);
struct expr *parse_type_or_null(struct parser *p);
struct expr *parse_array_type(struct parser *p, struct pos pos, struct expr *length); /* behind "[" or the length */
struct expr *parse_slice_type(struct parser *p, struct pos pos);                      /* behind "[]" */
struct expr *parse_qualified_name(struct parser *p, struct expr *name);               /* name: already read, or NULL */
void parse_signature(struct parser *p, struct signature_expr *signature, const char *no_type_parameters);
field_list parse_parameters(struct parser *p);                                        /* behind "(" */
void skip_type_parameters(struct parser *p, struct pos pos);                          /* to behind the "]" that closes */

/* ---- expressions (parse_expr.c) ---- */

struct expr *parse_expr(struct parser *p);
expr_list parse_expr_list(struct parser *p);
struct expr *parse_name(struct parser *p);
struct expr *parse_literal_or_null(struct parser *p);
struct expr *parse_primary(struct parser *p, struct expr *x);                 /* x: an operand already read, or NULL */
struct expr *parse_binary(struct parser *p, struct expr *x, int precedence);  /* the same */

/* Reports an x.(type) that is not the guard of a type switch, if there is one. */
void reject_type_switch_guard(struct parser *p);

/* ---- statements (parse_stmt.c) ---- */

struct block *parse_func_body(struct parser *p);

#endif

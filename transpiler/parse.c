/* The parser's tokens, errors and recovery, and the source file (spec: Source file organization). */
#include "transpiler/parse.h"

#include "transpiler/build_constraint.h"
#include "transpiler/parser.h"

#include <string.h>

/* ---- tokens ---- */

void next(struct parser *p) {
    scan(&p->s);
}

bool got(struct parser *p, enum token t) {
    if (p->s.token != t)
        return false;
    next(p);
    return true;
}

/* A token as messages call it. */
static const char *token_word(enum token t) {
    return t == TOKEN_COMMA ? "comma" : t == TOKEN_SEMICOLON ? "semicolon or newline" : token_spelling(t);
}

void want(struct parser *p, enum token t) {
    if (got(p, t))
        return;
    unexpected(p, arena_printf(p->arena, "expecting %s", token_word(t)));
    next(p);
}

bool got_assign(struct parser *p) {
    if (p->s.token == TOKEN_DEFINE)
        unexpected(p, "expecting =");
    return got(p, TOKEN_DEFINE) || got(p, TOKEN_ASSIGN);
}

/* ---- errors ---- */

void syntax_error_at(struct parser *p, struct pos pos, const char *text) {
    if (p->s.token == TOKEN_EOF && p->s.any_error)
        return;
    p->s.any_error = true;
    if (pos.line == p->last_error_line)
        return;
    p->last_error_line = pos.line;
    error_at(p->s.diags, pos, "syntax error: %s", text);
}

void syntax_error(struct parser *p, const char *text) {
    syntax_error_at(p, p->s.pos, text);
}

static const char *current_token(struct parser *p) {
    switch (p->s.token) {
    case TOKEN_NAME:
    case TOKEN_SEMICOLON:
        return p->s.text;
    case TOKEN_INT:
    case TOKEN_FLOAT:
    case TOKEN_IMAG:
    case TOKEN_CHAR:
    case TOKEN_STRING:
        return arena_printf(p->arena, "literal %s", p->s.text);
    case TOKEN_ASSIGN_OP:
        return arena_printf(p->arena, "%s=", token_spelling(p->s.op));
    default:
        return token_word(p->s.token);
    }
}

void unexpected(struct parser *p, const char *wanted) {
    const char *gap = strncmp(wanted, "expecting ", strlen("expecting ")) == 0 ? ", " : " ";
    syntax_error(p, arena_printf(p->arena, "unexpected %s%s%s", current_token(p), gap, wanted));
}

void plain_error(struct parser *p, struct pos pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    error_at(p->s.diags, pos, "%s", arena_vprintf(p->arena, format, args));
    va_end(args);
    p->s.any_error = true;
}

static bool starts_statement(enum token t) {
    switch (t) {
    case TOKEN_BREAK:
    case TOKEN_CONST:
    case TOKEN_CONTINUE:
    case TOKEN_DEFER:
    case TOKEN_FALLTHROUGH:
    case TOKEN_FOR:
    case TOKEN_GO:
    case TOKEN_GOTO:
    case TOKEN_IF:
    case TOKEN_RETURN:
    case TOKEN_SELECT:
    case TOKEN_SWITCH:
    case TOKEN_TYPE:
    case TOKEN_VAR:
        return true;
    default:
        return false;
    }
}

void advance_to(struct parser *p, const enum token *follow) {
    while (p->s.token != TOKEN_EOF && !(p->function_depth > 0 && starts_statement(p->s.token))) {
        for (const enum token *t = follow; *t != TOKEN_EOF; t++)
            if (*t == p->s.token)
                return;
        next(p);
    }
}

struct pos parse_list(struct parser *p, const char *context, enum token separator, enum token close, list_element *element,
                      void *into) {
    bool done = false;
    while (p->s.token != TOKEN_EOF && p->s.token != close && !done) {
        done = element(p, into);
        if (got(p, separator) || p->s.token == close)
            continue;
        unexpected(p, arena_printf(p->arena, "in %s; possibly missing %s or %s", context, token_word(separator),
                                   token_word(close)));
        advance(p, TOKEN_RPAREN, TOKEN_RBRACK, TOKEN_RBRACE);
        if (p->s.token != close)
            return p->s.pos;
    }
    struct pos pos = p->s.pos;
    want(p, close);
    return pos;
}

/* ---- bounds ---- */

void too_deep(struct parser *p) {
    plain_error(p, p->s.pos, "exceeded max nesting depth");
    p->s.at = p->s.source->text + p->s.source->len;
    p->s.token = TOKEN_EOF;
    p->s.line_ends_statement = false;
}

bool enter(struct parser *p) {
    if (p->nesting++ < MAX_NESTING)
        return true;
    if (p->s.token != TOKEN_EOF)
        too_deep(p);
    return false;
}

void leave(struct parser *p) {
    p->nesting--;
}

/* ---- nodes ---- */

struct expr *new_expr(struct parser *p, enum expr_kind kind, struct pos pos) {
    struct expr *e = arena_new(p->arena, struct expr);
    e->kind = kind;
    e->pos = pos;
    return e;
}

struct expr *bad_expr(struct parser *p) {
    return new_expr(p, EXPR_BAD, p->s.pos);
}

/* ---- the file ---- */

/* A "{" alone at top level mostly is the body of the function before it. */
static bool after_function_without_body(const decl_list *decls) {
    return decls->len && vec_last(decls)->kind == DECL_FUNC && !vec_last(decls)->func->body;
}

/* TopLevelDecl = Declaration | FunctionDecl | MethodDecl . False if none starts here. */
static bool parse_top_level_decl(struct parser *p, decl_list *decls) {
    switch (p->s.token) {
    case TOKEN_CONST:
    case TOKEN_TYPE:
    case TOKEN_VAR:
        parse_declaration(p, decls);
        return true;
    case TOKEN_FUNC:
        parse_function(p, decls);
        return true;
    default:
        return false;
    }
}

static void parse_declarations(struct parser *p, decl_list *decls) {
    while (got(p, TOKEN_IMPORT)) {
        parse_import(p, decls);
        want(p, TOKEN_SEMICOLON);
    }
    while (p->s.token != TOKEN_EOF) {
        if (!parse_top_level_decl(p, decls)) {
            if (p->s.token == TOKEN_LBRACE && after_function_without_body(decls))
                syntax_error(p, "unexpected semicolon or newline before {");
            else
                syntax_error(p, "non-declaration statement outside function body");
            advance(p, TOKEN_CONST, TOKEN_TYPE, TOKEN_VAR, TOKEN_FUNC);
            continue;
        }
        p->s.directives.len = 0;
        if (p->s.token != TOKEN_EOF && !got(p, TOKEN_SEMICOLON)) {
            unexpected(p, "after top level declaration");
            advance(p, TOKEN_CONST, TOKEN_TYPE, TOKEN_VAR, TOKEN_FUNC);
        }
    }
}

/* A comment that is not set off by one belongs to the package clause below it. */
static bool blank_line_between(const char *from, const char *to) {
    bool blank = false;
    for (const char *s = from; s < to; s++) {
        if (*s == '\n' && blank)
            return true;
        blank = *s == '\n' || (blank && strchr(" \t\r", *s));
    }
    return false;
}

/* SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } . */
static void parse_source_file(struct parser *p) {
    struct file *file = p->file;
    next(p);
    if (p->s.constraint) {
        struct build_constraint c = evaluate_build_constraint(p->arena, p->s.constraint);
        file->ignored = !c.satisfied;
        file->go_version = c.go_version;
    } else {
        vec_each(i, &p->s.plus_builds) {
            const char *line = p->s.plus_builds.items[i];
            if (blank_line_between(line, p->s.at))
                file->ignored |= !plus_build_holds(line);
        }
    }
    if (p->s.token != TOKEN_PACKAGE) {
        syntax_error(p, "package statement must be first");
        return;
    }
    next(p);
    file->package_pos = p->s.pos;
    file->package_name = parse_name(p)->name;
    want(p, TOKEN_SEMICOLON);
    if (p->s.any_error)
        return;

    decl_list decls = {0};
    parse_declarations(p, &decls);
    vec_each(i, &decls) {
        decls.items[i]->file = file;
        vec_push(p->arena, &file->decls, decls.items[i]);
    }
}

struct file *parse_file(struct arena *a, struct names *names, struct source *source, struct diags *diags) {
    struct parser p = {.arena = a, .file = arena_new(a, struct file)};
    p.file->source = source;
    if (scanner_init(&p.s, a, names, source, diags))
        parse_source_file(&p);
    return p.file;
}

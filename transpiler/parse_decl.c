/* Declarations (spec: Declarations and scope, Import declarations). A parenthesised group makes one struct decl per spec. */
#include "transpiler/parser.h"
#include "transpiler/utf8.h"

#include <string.h>

/* What a spec needs to know of the group that it stands in. */
struct group {
    enum decl_kind kind;
    int number;
    int iota;
    const struct decl *constants; /* CONST: the last spec of the group that had values of its own */
    decl_list *into;
};

static struct decl *new_decl(struct parser *p, struct group *g) {
    struct decl *d = arena_new(p->arena, struct decl);
    d->kind = g->kind;
    d->pos = p->s.pos;
    d->group = g->number;
    vec_push(p->arena, g->into, d);
    return d;
}

/* IdentifierList = identifier { "," identifier } . */
static expr_list parse_name_list(struct parser *p) {
    expr_list names = {0};
    do
        vec_push(p->arena, &names, parse_name(p));
    while (got(p, TOKEN_COMMA));
    return names;
}

/* The characters that the compiler may exclude from import paths (spec: Import declarations), as Go's does. */
static void check_import_path(struct parser *p, const struct expr *path) {
    if (path->string_len == 0)
        plain_error(p, path->pos, "invalid import path (empty string)");
    for (int i = 0, width; i < path->string_len; i += width) {
        const char *at = path->string + i;
        int32_t rune = utf8_decode(at, path->string_len - i, &width);
        bool ascii_excluded = rune < 0x80 && (rune <= ' ' || strchr("!\"#$%&'()*,:;<=>?[\\]^{|}`", rune));
        if (rune >= 0 && !ascii_excluded && rune != 0xFFFD && unicode_is_graphic(rune))
            continue;
        plain_error(p, path->pos, "invalid import path (invalid character %s)", described_rune(p->arena, rune < 0 ? 0xFFFD : rune));
        return;
    }
}

/* ImportSpec = [ "." | PackageName ] ImportPath .   ImportPath = string_lit . */
static bool parse_import_spec(struct parser *p, void *group) {
    struct decl *d = new_decl(p, group);
    if (p->s.token == TOKEN_NAME) {
        vec_push(p->arena, &d->names, parse_name(p));
    } else if (p->s.token == TOKEN_DOT) {
        struct expr *dot = new_expr(p, EXPR_NAME, p->s.pos);
        dot->name = intern(p->s.names, ".", 1);
        vec_push(p->arena, &d->names, dot);
        next(p);
    }
    bool bad = p->s.bad;
    struct expr *path = parse_literal_or_null(p);
    if (!path) {
        syntax_error(p, "missing import path");
        advance(p, TOKEN_SEMICOLON, TOKEN_RPAREN);
    } else if (!bad && path->literal != TOKEN_STRING) {
        syntax_error(p, "import path must be a string");
    } else if (!bad) {
        check_import_path(p, path);
        d->path = path->string;
    }
    return false;
}

/* ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
 * Without values it repeats those of the spec before it, with its own iota (spec: Constant declarations, Iota). */
static bool parse_const_spec(struct parser *p, void *group) {
    struct group *g = group;
    struct decl *d = new_decl(p, g);
    d->iota = g->iota++;
    d->names = parse_name_list(p);
    if (p->s.token != TOKEN_EOF && p->s.token != TOKEN_SEMICOLON && p->s.token != TOKEN_RPAREN) {
        d->type = parse_type_or_null(p);
        if (got_assign(p))
            d->values = parse_expr_list(p);
    }
    if (d->type || d->values.len) {
        g->constants = d;
    } else if (g->constants) {
        d->inherited = true;
        d->type = g->constants->type;
        d->values = g->constants->values;
    }
    return false;
}

/* Is x, read behind "type NAME [", the start of a type parameter list rather than an array length? "P *T]" may be both and is
 * a length, unless what follows the name can only be a type. */
static bool is_type_only(const struct expr *x) {
    switch (x->kind) {
    case EXPR_ARRAY_TYPE:
    case EXPR_SLICE_TYPE:
    case EXPR_STRUCT_TYPE:
    case EXPR_FUNC_TYPE:
    case EXPR_INTERFACE_TYPE:
    case EXPR_MAP_TYPE:
    case EXPR_CHAN_TYPE:
        return true;
    case EXPR_UNARY:
        return x->op == TOKEN_TILDE || is_type_only(x->x);
    case EXPR_BINARY:
        return is_type_only(x->x) || is_type_only(x->y);
    case EXPR_STAR:
    case EXPR_PAREN:
        return is_type_only(x->x);
    case EXPR_CALL:
        return x->x->kind == EXPR_NAME && x->list.len == 1 && is_type_only(x->list.items[0]);
    default:
        return false;
    }
}

/* What follows "type NAME" when it is "[": an array or slice type. NULL for type parameters, which are reported. */
static struct expr *parse_bracketed_type(struct parser *p) {
    struct pos pos = p->s.pos;
    want(p, TOKEN_LBRACK);
    if (got(p, TOKEN_RBRACK))
        return parse_slice_type(p, pos);
    if (p->s.token != TOKEN_NAME)
        return parse_array_type(p, pos, NULL);
    struct expr *x = parse_name(p);
    if (p->s.token != TOKEN_LBRACK) {
        p->expr_level++;
        x = parse_binary(p, parse_primary(p, x), 0);
        p->expr_level--;
        if (p->s.token == TOKEN_RBRACK && !is_type_only(x))
            return parse_array_type(p, pos, x);
    }
    skip_type_parameters(p, pos);
    return NULL;
}

/* TypeSpec = AliasDecl | TypeDef .   AliasDecl = identifier "=" Type .   TypeDef = identifier Type . */
static bool parse_type_spec(struct parser *p, void *group) {
    struct decl *d = new_decl(p, group);
    vec_push(p->arena, &d->names, parse_name(p));
    if (p->s.token == TOKEN_LBRACK)
        d->type = parse_bracketed_type(p);
    if (!d->type) {
        d->is_alias = got_assign(p);
        d->type = parse_type_or_null(p);
    }
    if (!d->type) {
        d->type = bad_expr(p);
        unexpected(p, "in type declaration");
        advance(p, TOKEN_SEMICOLON, TOKEN_RPAREN);
    }
    return false;
}

/* VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) . */
static bool parse_var_spec(struct parser *p, void *group) {
    struct decl *d = new_decl(p, group);
    d->names = parse_name_list(p);
    if (!got_assign(p)) {
        d->type = parse_type(p);
        if (!got_assign(p))
            return false;
    }
    d->values = parse_expr_list(p);
    return false;
}

/* Group = Spec | "(" { Spec ";" } ")" . */
static void parse_group(struct parser *p, enum decl_kind kind, list_element *spec, decl_list *into) {
    struct group g = {.kind = kind, .number = ++p->groups, .into = into};
    if (got(p, TOKEN_LPAREN))
        parse_list(p, "grouped declaration", TOKEN_SEMICOLON, TOKEN_RPAREN, spec, &g);
    else
        spec(p, &g);
}

/* ImportDecl, behind "import". */
void parse_import(struct parser *p, decl_list *into) {
    parse_group(p, DECL_IMPORT, parse_import_spec, into);
}

/* Declaration = ConstDecl | TypeDecl | VarDecl . */
void parse_declaration(struct parser *p, decl_list *into) {
    enum token keyword = p->s.token;
    next(p);
    if (keyword == TOKEN_CONST)
        parse_group(p, DECL_CONST, parse_const_spec, into);
    else if (keyword == TOKEN_TYPE)
        parse_group(p, DECL_TYPE, parse_type_spec, into);
    else
        parse_group(p, DECL_VAR, parse_var_spec, into);
}

/* Receiver = Parameters, of exactly one. */
static struct field *parse_receiver(struct parser *p) {
    field_list receivers = parse_parameters(p);
    if (receivers.len != 1)
        plain_error(p, p->s.pos, receivers.len ? "method has multiple receivers" : "method has no receiver");
    return receivers.len ? &receivers.items[0] : NULL;
}

/* FunctionDecl = "func" FunctionName [ TypeParameters ] Signature [ FunctionBody ] .
 * MethodDecl   = "func" Receiver MethodName Signature [ FunctionBody ] . */
void parse_function(struct parser *p, decl_list *into) {
    struct decl *d = arena_new(p->arena, struct decl);
    d->kind = DECL_FUNC;
    d->pos = p->s.pos;
    d->group = ++p->groups;
    vec_each(i, &p->s.directives)
        vec_push(p->arena, &d->directives, p->s.directives.items[i]);
    p->s.directives.len = 0;
    next(p);
    bool is_method = got(p, TOKEN_LPAREN);
    if (is_method)
        d->receiver = parse_receiver(p);
    if (p->s.token != TOKEN_NAME) {
        unexpected(p, "expecting name or (");
        advance(p, TOKEN_LBRACE, TOKEN_SEMICOLON);
        return;
    }
    vec_push(p->arena, &d->names, parse_name(p));

    struct func *f = arena_new(p->arena, struct func);
    f->pos = d->pos;
    f->decl = d;
    d->func = f;
    parse_signature(p, &f->signature, is_method ? "method must have no type parameters" : NULL);
    if (p->s.token == TOKEN_LBRACE)
        f->body = parse_func_body(p);
    vec_push(p->arena, into, d);
}

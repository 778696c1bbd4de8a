/* Type expressions (spec: Types). Positions: the first token of the type. */
#include "transpiler/parser.h"

/* ---- generics: not in the subset; said at the "[", and skipped ---- */

static void skip_to_closing_bracket(struct parser *p) {
    int open = 1; /* the "[" that was read */
    while (p->s.token != TOKEN_EOF && open) {
        open += p->s.token == TOKEN_LBRACK;
        open -= p->s.token == TOKEN_RBRACK;
        next(p);
    }
}

void skip_type_parameters(struct parser *p, struct pos pos) {
    plain_error(p, pos, "unsupported: type parameters");
    skip_to_closing_bracket(p);
}

/* ---- names and element types ---- */

/* TypeName = identifier | PackageName "." identifier . */
struct expr *parse_qualified_name(struct parser *p, struct expr *name) {
    struct expr *x = name;
    if (!x && p->s.token == TOKEN_NAME) {
        x = parse_name(p);
    } else if (!x) {
        x = new_expr(p, EXPR_NAME, p->s.pos);
        x->name = intern(p->s.names, "_", 1);
        unexpected(p, "expecting name");
        advance(p, TOKEN_DOT, TOKEN_SEMICOLON, TOKEN_RBRACE);
    }
    if (got(p, TOKEN_DOT)) {
        struct expr *selector = new_expr(p, EXPR_SELECTOR, p->s.pos);
        selector->x = x;
        selector->name = parse_name(p)->name;
        x = selector;
    }
    struct pos pos = p->s.pos;
    if (got(p, TOKEN_LBRACK))
        skip_type_parameters(p, pos);
    return x;
}

struct expr *parse_slice_type(struct parser *p, struct pos pos) {
    struct expr *t = new_expr(p, EXPR_SLICE_TYPE, pos);
    t->y = parse_type(p);
    return t;
}

/* ArrayType = "[" ( Expression | "..." ) "]" Type . */
struct expr *parse_array_type(struct parser *p, struct pos pos, struct expr *length) {
    struct expr *t = new_expr(p, EXPR_ARRAY_TYPE, pos);
    t->x = length;
    if (!length && !got(p, TOKEN_DOTS)) {
        p->expr_level++;
        t->x = parse_expr(p);
        p->expr_level--;
    }
    if (p->s.token == TOKEN_COMMA) {
        syntax_error(p, "unexpected comma; expecting ]");
        next(p);
    }
    want(p, TOKEN_RBRACK);
    t->y = parse_type(p);
    return t;
}

/* ElementType of a channel. */
static struct expr *parse_channel(struct parser *p, struct pos pos, enum chan_dir dir) {
    struct expr *t = new_expr(p, EXPR_CHAN_TYPE, pos);
    t->dir = dir;
    t->y = parse_type_or_null(p);
    if (!t->y) {
        t->y = bad_expr(p);
        syntax_error(p, "missing channel element type");
    }
    return t;
}

/* "*" Type, as a pointer type. */
static struct expr *new_pointer(struct parser *p, struct pos pos, struct expr *to) {
    struct expr *t = new_expr(p, EXPR_STAR, pos);
    t->x = to;
    return t;
}

/* ---- structs ---- */

/* [ Tag ] .   Tag = string_lit . */
static const char *parse_tag(struct parser *p) {
    struct pos pos = p->s.pos;
    struct expr *tag = parse_literal_or_null(p);
    if (!tag)
        return NULL;
    if (tag->literal != TOKEN_STRING)
        syntax_error_at(p, pos, "struct field tag must be a string");
    return tag->string;
}

static void add_field(struct parser *p, field_list *fields, struct field f) {
    vec_push(p->arena, fields, f);
}

static void add_embedded(struct parser *p, field_list *fields, struct pos pos, struct expr *type) {
    add_field(p, fields, (struct field){.type = type, .pos = pos, .embedded = true, .tag = parse_tag(p)});
}

/* Behind a field name: an array or slice type, as in "a [n]T". An embedded generic type, "T[P]", looks the same until its end;
 * then the result is NULL. */
static struct expr *parse_array_or_type_arguments(struct parser *p) {
    struct pos pos = p->s.pos;
    want(p, TOKEN_LBRACK);
    if (got(p, TOKEN_RBRACK))
        return parse_slice_type(p, pos);
    if (p->s.token == TOKEN_DOTS)
        return parse_array_type(p, pos, NULL);
    p->expr_level++;
    struct expr *length = parse_expr(p);
    p->expr_level--;
    if (p->s.token == TOKEN_COMMA) {
        skip_type_parameters(p, pos);
        return NULL;
    }
    want(p, TOKEN_RBRACK);
    struct expr *t = new_expr(p, EXPR_ARRAY_TYPE, pos);
    t->x = length;
    t->y = parse_type_or_null(p);
    if (t->y)
        return t;
    plain_error(p, pos, "unsupported: type parameters");
    return NULL;
}

/* (T), *(T), (*T) and the like around embedded types: an error, read as if the parentheses were not there. */
static struct expr *parse_parenthesized_embedded(struct parser *p) {
    syntax_error(p, "cannot parenthesize embedded type");
    next(p);
    struct pos pos = p->s.pos;
    struct expr *type = got(p, TOKEN_MUL) ? new_pointer(p, pos, parse_qualified_name(p, NULL)) : parse_qualified_name(p, NULL);
    got(p, TOKEN_RPAREN);
    return type;
}

/* IdentifierList Type [ Tag ], or TypeName [ Tag ] : both start with a name. */
static void parse_named_fields(struct parser *p, field_list *fields) {
    struct pos pos = p->s.pos;
    expr_list names = {0};
    vec_push(p->arena, &names, parse_name(p));
    struct expr *first = names.items[0];
    switch (p->s.token) {
    case TOKEN_DOT:
    case TOKEN_INT:
    case TOKEN_FLOAT:
    case TOKEN_IMAG:
    case TOKEN_CHAR:
    case TOKEN_STRING:
    case TOKEN_SEMICOLON:
    case TOKEN_RBRACE:
        add_embedded(p, fields, pos, parse_qualified_name(p, first));
        return;
    default:
        break;
    }
    while (got(p, TOKEN_COMMA))
        vec_push(p->arena, &names, parse_name(p));
    struct expr *type;
    if (names.len == 1 && p->s.token == TOKEN_LBRACK) {
        type = parse_array_or_type_arguments(p);
        if (!type) {
            add_embedded(p, fields, pos, first);
            return;
        }
    } else {
        type = parse_type(p);
    }
    const char *tag = parse_tag(p);
    vec_each(i, &names)
        add_field(p, fields, (struct field){.name = names.items[i], .type = type, .pos = names.items[i]->pos, .tag = tag});
}

/* FieldDecl     = ( IdentifierList Type | EmbeddedField ) [ Tag ] .
 * EmbeddedField = [ "*" ] TypeName . */
static bool parse_field(struct parser *p, void *fields) {
    struct pos pos = p->s.pos;
    switch (p->s.token) {
    case TOKEN_NAME:
        parse_named_fields(p, fields);
        break;
    case TOKEN_MUL:
        next(p);
        add_embedded(p, fields, pos,
                     new_pointer(p, pos, p->s.token == TOKEN_LPAREN ? parse_parenthesized_embedded(p)
                                                                    : parse_qualified_name(p, NULL)));
        break;
    case TOKEN_LPAREN:
        add_embedded(p, fields, pos, parse_parenthesized_embedded(p));
        break;
    default:
        unexpected(p, "expecting field name or embedded type");
        advance(p, TOKEN_SEMICOLON, TOKEN_RBRACE);
    }
    return false;
}

/* StructType = "struct" "{" { FieldDecl ";" } "}" . */
static struct expr *parse_struct(struct parser *p) {
    struct expr *t = new_expr(p, EXPR_STRUCT_TYPE, p->s.pos);
    next(p);
    want(p, TOKEN_LBRACE);
    parse_list(p, "struct type", TOKEN_SEMICOLON, TOKEN_RBRACE, parse_field, &t->fields);
    return t;
}

/* ---- interfaces ---- */

static void skip_type_set(struct parser *p) {
    plain_error(p, p->s.pos, "unsupported: type parameters");
    while (p->s.token == TOKEN_OR || p->s.token == TOKEN_TILDE) {
        next(p);
        if (p->s.token != TOKEN_TILDE)
            parse_type(p);
    }
}

/* InterfaceElem = MethodName Signature | TypeName . Type sets ("~int | string") belong to generics. */
static bool parse_interface_element(struct parser *p, void *fields) {
    struct field f = {.pos = p->s.pos};
    if (p->s.token == TOKEN_NAME) {
        struct expr *name = parse_name(p);
        struct pos bracket = p->s.pos;
        if (got(p, TOKEN_LBRACK)) /* of a generic method, or of the arguments of an embedded generic type */
            skip_type_parameters(p, bracket);
        if (p->s.token == TOKEN_LPAREN) {
            f.name = name;
            f.type = new_expr(p, EXPR_FUNC_TYPE, p->s.pos);
            f.type->signature = arena_new(p->arena, struct signature_expr);
            parse_signature(p, f.type->signature, "interface method must have no type parameters");
        } else {
            f.type = parse_qualified_name(p, name);
        }
    } else if (p->s.token != TOKEN_TILDE) {
        f.type = parse_type_or_null(p);
        if (!f.type) {
            f.type = bad_expr(p);
            unexpected(p, "expecting ~ term or type");
            advance(p, TOKEN_SEMICOLON, TOKEN_RPAREN, TOKEN_RBRACK, TOKEN_RBRACE);
        }
    }
    f.embedded = !f.name;
    if (p->s.token == TOKEN_OR || p->s.token == TOKEN_TILDE)
        skip_type_set(p);
    if (f.type)
        add_field(p, fields, f);
    return false;
}

/* InterfaceType = "interface" "{" { InterfaceElem ";" } "}" . */
static struct expr *parse_interface(struct parser *p) {
    struct expr *t = new_expr(p, EXPR_INTERFACE_TYPE, p->s.pos);
    next(p);
    want(p, TOKEN_LBRACE);
    parse_list(p, "interface type", TOKEN_SEMICOLON, TOKEN_RBRACE, parse_interface_element, &t->fields);
    return t;
}

/* ---- functions ---- */

/* ParameterDecl = [ IdentifierList ] [ "..." ] Type , read as [ name ] [ Type ]: whether a name alone is a parameter or a type
 * is known only at the end of the list. */
static bool parse_parameter(struct parser *p, void *fields) {
    struct field f = {.pos = p->s.pos};
    if (p->s.token == TOKEN_NAME) {
        f.name = parse_name(p);
        if (p->s.token == TOKEN_DOT) {
            f.type = parse_qualified_name(p, f.name);
            f.name = NULL;
        } else if (p->s.token == TOKEN_LBRACK) {
            f.type = parse_array_or_type_arguments(p);
            if (!f.type) {
                f.type = f.name;
                f.name = NULL;
            }
        }
    }
    if (!f.type && p->s.token == TOKEN_DOTS) {
        f.type = new_expr(p, EXPR_DOTS_TYPE, p->s.pos);
        next(p);
        f.type->y = parse_type_or_null(p);
        if (!f.type->y) {
            f.type->y = bad_expr(p);
            syntax_error(p, "... is missing type");
        }
    } else if (!f.type) {
        f.type = parse_type_or_null(p);
    }
    if (f.name || f.type) {
        add_field(p, fields, f);
    } else {
        unexpected(p, "expecting )");
        advance(p, TOKEN_COMMA, TOKEN_RPAREN);
    }
    return false;
}

/* Some parameter has a name and a type, so all must: names alone take the type to their right. */
static void distribute_types(struct parser *p, field_list *fields) {
    struct pos wrong = {0};
    struct expr *type = NULL;
    for (int i = fields->len - 1; i >= 0; i--) {
        struct field *f = &fields->items[i];
        if (f->type) {
            type = f->type;
            if (!f->name) {
                wrong = expr_start(type);
                f->name = new_expr(p, EXPR_NAME, wrong);
                f->name->name = intern(p->s.names, "_", 1);
            }
        } else if (type) {
            f->type = type;
        } else {
            wrong = f->name->pos;
            f->type = new_expr(p, EXPR_BAD, wrong);
        }
    }
    if (wrong.line)
        syntax_error_at(p, wrong, "mixed named and unnamed parameters");
}

/* Parameters = "(" [ ParameterList [ "," ] ] ")" .   ParameterList = ParameterDecl { "," ParameterDecl } . */
field_list parse_parameters(struct parser *p) {
    field_list fields = {0};
    parse_list(p, "parameter list", TOKEN_COMMA, TOKEN_RPAREN, parse_parameter, &fields);
    int complete = 0;
    vec_each(i, &fields)
        complete += fields.items[i].name && fields.items[i].type;
    if (complete && complete != fields.len)
        distribute_types(p, &fields);
    vec_each(i, &fields) {
        struct field *f = &fields.items[i];
        if (!f->type) {
            f->type = f->name;
            f->name = NULL;
        }
    }
    return fields;
}

/* Signature = Parameters [ Result ] .   Result = Parameters | Type . */
void parse_signature(struct parser *p, struct signature_expr *signature, const char *no_type_parameters) {
    signature->pos = p->s.pos;
    if (got(p, TOKEN_LBRACK)) {
        if (no_type_parameters) {
            syntax_error_at(p, signature->pos, no_type_parameters);
            skip_to_closing_bracket(p);
        } else {
            skip_type_parameters(p, signature->pos);
        }
    }
    want(p, TOKEN_LPAREN);
    signature->params = parse_parameters(p);
    if (got(p, TOKEN_LPAREN)) {
        signature->results = parse_parameters(p);
        return;
    }
    struct field result = {.pos = p->s.pos};
    result.type = parse_type_or_null(p);
    if (result.type)
        add_field(p, &signature->results, result);
}

/* ---- all types ---- */

static struct expr *parse_type_literal_or_null(struct parser *p) {
    struct pos pos = p->s.pos;
    struct expr *t;
    switch (p->s.token) {
    case TOKEN_MUL:
        next(p);
        return new_pointer(p, pos, parse_type(p));
    case TOKEN_ARROW:
        next(p);
        want(p, TOKEN_CHAN);
        return parse_channel(p, pos, CHAN_RECV);
    case TOKEN_CHAN:
        next(p);
        return parse_channel(p, pos, got(p, TOKEN_ARROW) ? CHAN_SEND : CHAN_BOTH);
    case TOKEN_FUNC:
        next(p);
        t = new_expr(p, EXPR_FUNC_TYPE, pos);
        t->signature = arena_new(p->arena, struct signature_expr);
        parse_signature(p, t->signature, "function type must have no type parameters");
        return t;
    case TOKEN_LBRACK:
        next(p);
        return got(p, TOKEN_RBRACK) ? parse_slice_type(p, pos) : parse_array_type(p, pos, NULL);
    case TOKEN_MAP:
        next(p);
        want(p, TOKEN_LBRACK);
        t = new_expr(p, EXPR_MAP_TYPE, pos);
        t->x = parse_type(p);
        want(p, TOKEN_RBRACK);
        t->y = parse_type(p);
        return t;
    case TOKEN_STRUCT:
        return parse_struct(p);
    case TOKEN_INTERFACE:
        return parse_interface(p);
    case TOKEN_NAME:
        return parse_qualified_name(p, NULL);
    case TOKEN_LPAREN:
        next(p);
        t = parse_type(p);
        want(p, TOKEN_RPAREN);
        return t;
    default:
        return NULL;
    }
}

/* Type = TypeName | TypeLit | "(" Type ")" . */
struct expr *parse_type_or_null(struct parser *p) {
    struct expr *t = enter(p) ? parse_type_literal_or_null(p) : bad_expr(p);
    leave(p);
    return t;
}

struct expr *parse_type(struct parser *p) {
    struct expr *t = parse_type_or_null(p);
    if (t)
        return t;
    t = bad_expr(p);
    unexpected(p, "expecting type");
    advance(p, TOKEN_COMMA, TOKEN_COLON, TOKEN_SEMICOLON, TOKEN_RPAREN, TOKEN_RBRACK, TOKEN_RBRACE);
    return t;
}

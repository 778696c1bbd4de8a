/* Expressions (spec: Expressions). Positions as ast.h says. */
#include "transpiler/parser.h"

static struct expr *parse_unary(struct parser *p);

/* A tree has grown by one level on top of its operand, which no nesting shows: x.a.b.c, f()()(), a + b + c. */
static void grow(struct parser *p) {
    if (++p->expr_height > MAX_EXPR_HEIGHT && p->s.token != TOKEN_EOF)
        too_deep(p);
}

/* ---- operands ---- */

struct expr *parse_name(struct parser *p) {
    struct expr *name = new_expr(p, EXPR_NAME, p->s.pos);
    if (p->s.token == TOKEN_NAME) {
        name->name = p->s.text;
    } else {
        name->name = intern(p->s.names, "_", 1);
        unexpected(p, "expecting name");
    }
    next(p);
    return name;
}

/* BasicLit = int_lit | float_lit | imaginary_lit | rune_lit | string_lit . */
struct expr *parse_literal_or_null(struct parser *p) {
    enum token t = p->s.token;
    if (t != TOKEN_INT && t != TOKEN_FLOAT && t != TOKEN_IMAG && t != TOKEN_CHAR && t != TOKEN_STRING)
        return NULL;
    struct expr *x = new_expr(p, EXPR_LITERAL, p->s.pos);
    x->literal = t;
    x->text = p->s.text;
    x->string = "";
    if (t == TOKEN_STRING && !p->s.bad)
        x->string = literal_value(p->arena, p->s.text, p->s.text_len, &x->string_len);
    next(p);
    return x;
}

/* FunctionLit = "func" Signature FunctionBody ; without a body it is a function type. */
static struct expr *parse_func_literal_or_type(struct parser *p) {
    struct pos pos = p->s.pos;
    next(p);
    struct signature_expr *signature = arena_new(p->arena, struct signature_expr);
    parse_signature(p, signature, "function type must have no type parameters");
    if (p->s.token != TOKEN_LBRACE) {
        struct expr *type = new_expr(p, EXPR_FUNC_TYPE, pos);
        type->signature = signature;
        return type;
    }
    struct expr *x = new_expr(p, EXPR_FUNC_LITERAL, pos);
    x->func = arena_new(p->arena, struct func);
    x->func->pos = pos;
    x->func->signature = *signature;
    p->expr_level++;
    x->func->body = parse_func_body(p);
    p->expr_level--;
    return x;
}

/* Operand = Literal | OperandName | "(" Expression ")" . A type may stand here too: as an argument of make and new, in a
 * conversion, in a composite literal. */
static struct expr *parse_operand(struct parser *p) {
    struct expr *x;
    switch (p->s.token) {
    case TOKEN_NAME:
        return parse_name(p);
    case TOKEN_INT:
    case TOKEN_FLOAT:
    case TOKEN_IMAG:
    case TOKEN_CHAR:
    case TOKEN_STRING:
        return parse_literal_or_null(p);
    case TOKEN_LPAREN:
        x = new_expr(p, EXPR_PAREN, p->s.pos);
        next(p);
        p->expr_level++;
        x->x = parse_expr(p);
        p->expr_level--;
        want(p, TOKEN_RPAREN);
        return x;
    case TOKEN_FUNC:
        return parse_func_literal_or_type(p);
    case TOKEN_LBRACK:
    case TOKEN_CHAN:
    case TOKEN_MAP:
    case TOKEN_STRUCT:
    case TOKEN_INTERFACE:
        return parse_type(p);
    default:
        x = bad_expr(p);
        unexpected(p, "expecting expression");
        advance(p, TOKEN_RPAREN, TOKEN_RBRACK, TOKEN_RBRACE);
        return x;
    }
}

/* ---- composite literals ---- */

static struct expr *parse_literal_value(struct parser *p);

/* Key or Element = Expression | LiteralValue . */
static struct expr *parse_element_value(struct parser *p) {
    return p->s.token == TOKEN_LBRACE ? parse_literal_value(p) : parse_expr(p);
}

/* KeyedElement = [ Key ":" ] Element . */
static bool parse_keyed_element(struct parser *p, void *list) {
    struct expr *x = parse_element_value(p);
    if (p->s.token == TOKEN_COLON) {
        struct expr *pair = new_expr(p, EXPR_KEY_VALUE, p->s.pos);
        next(p);
        pair->x = x;
        pair->y = parse_element_value(p);
        x = pair;
    }
    vec_push(p->arena, (expr_list *)list, x);
    return false;
}

/* LiteralValue = "{" [ ElementList [ "," ] ] "}" . The literal has no type yet. */
static struct expr *parse_literal_value(struct parser *p) {
    struct expr *x = new_expr(p, EXPR_COMPOSITE, p->s.pos);
    if (enter(p)) {
        next(p);
        p->expr_level++;
        x->close = parse_list(p, "composite literal", TOKEN_COMMA, TOKEN_RBRACE, parse_keyed_element, &x->list);
        p->expr_level--;
    }
    leave(p);
    return x;
}

static const struct expr *without_parens(const struct expr *x) {
    while (x->kind == EXPR_PAREN)
        x = x->x;
    return x;
}

/* Can x[i], seen as an instance of a generic type, be followed by a literal value? Not where a part of it must be a value. */
static bool must_be_value(const struct expr *x) {
    switch (x->kind) {
    case EXPR_LITERAL:
    case EXPR_COMPOSITE:
    case EXPR_FUNC_LITERAL:
    case EXPR_SLICE:
    case EXPR_TYPE_ASSERT:
    case EXPR_CALL:
    case EXPR_UNARY:
    case EXPR_BINARY:
        return true;
    case EXPR_PAREN:
        return must_be_value(x->x);
    case EXPR_INDEX:
        return must_be_value(x->x) || must_be_value(x->y);
    default:
        return false;
    }
}

/* Does the "{" behind x open a literal value? In the header of a control clause it opens the block, unless x is a type literal
 * or in parentheses (spec: Composite literals, the parsing ambiguity). */
static bool is_literal_type(struct parser *p, const struct expr *x) {
    switch (x->kind) {
    case EXPR_NAME:
    case EXPR_SELECTOR:
        return p->expr_level >= 0;
    case EXPR_INDEX:
        return p->expr_level >= 0 && !must_be_value(x);
    case EXPR_ARRAY_TYPE:
    case EXPR_SLICE_TYPE:
    case EXPR_STRUCT_TYPE:
    case EXPR_MAP_TYPE:
        return true;
    default:
        return false;
    }
}

/* ---- primary expressions ---- */

void reject_type_switch_guard(struct parser *p) {
    if (!p->type_switch_guard)
        return;
    syntax_error_at(p, expr_start(p->type_switch_guard), "use of .(type) outside type switch");
    p->type_switch_guard->kind = EXPR_BAD;
    p->type_switch_guard = NULL;
}

/* Selector = "." identifier .   TypeAssertion = "." "(" Type ")" .   TypeSwitchGuard ends in "." "(" "type" ")" . */
static struct expr *parse_selector(struct parser *p, struct expr *x) {
    struct pos dot = p->s.pos;
    next(p);
    if (p->s.token == TOKEN_NAME) {
        struct expr *selector = new_expr(p, EXPR_SELECTOR, p->s.pos);
        selector->x = x;
        selector->dot = dot;
        selector->name = p->s.text;
        next(p);
        return selector;
    }
    if (!got(p, TOKEN_LPAREN)) {
        unexpected(p, "expecting name or (");
        advance(p, TOKEN_SEMICOLON, TOKEN_RPAREN);
        return x;
    }
    struct expr *assertion = new_expr(p, EXPR_TYPE_ASSERT, dot);
    assertion->x = x;
    if (got(p, TOKEN_TYPE)) {
        reject_type_switch_guard(p);
        p->type_switch_guard = assertion;
    } else {
        assertion->y = parse_type(p);
    }
    want(p, TOKEN_RPAREN);
    return assertion;
}

/* The rest of x[lo : hi] or x[lo : hi : max], from the first ":" on. */
static struct expr *parse_slice_expr(struct parser *p, struct expr *x, struct pos pos, struct expr *lo) {
    if (!got(p, TOKEN_COLON)) {
        unexpected(p, "expecting comma, : or ]");
        advance(p, TOKEN_COMMA, TOKEN_COLON, TOKEN_RBRACK);
    }
    struct expr *slice = new_expr(p, EXPR_SLICE, pos);
    slice->x = x;
    slice->lo = lo;
    p->expr_level++;
    if (p->s.token != TOKEN_COLON && p->s.token != TOKEN_RBRACK)
        slice->hi = parse_expr(p);
    if (p->s.token == TOKEN_COLON) {
        if (!slice->hi) {
            plain_error(p, p->s.pos, "middle index required in 3-index slice");
            slice->hi = bad_expr(p);
        }
        next(p);
        if (p->s.token == TOKEN_RBRACK) {
            plain_error(p, p->s.pos, "final index required in 3-index slice");
            slice->max = bad_expr(p);
        } else {
            slice->max = parse_expr(p);
        }
    }
    p->expr_level--;
    want(p, TOKEN_RBRACK);
    return slice;
}

/* Index = "[" Expression "]" .   Slice = "[" … ":" … "]" . */
static struct expr *parse_index_or_slice(struct parser *p, struct expr *x) {
    struct pos pos = p->s.pos;
    next(p);
    if (p->s.token == TOKEN_RBRACK) {
        unexpected(p, "expecting operand");
        next(p);
        return x;
    }
    if (p->s.token == TOKEN_COLON)
        return parse_slice_expr(p, x, pos, NULL);
    p->expr_level++;
    struct expr *index = parse_expr(p);
    p->expr_level--;
    if (p->s.token != TOKEN_RBRACK && p->s.token != TOKEN_COMMA)
        return parse_slice_expr(p, x, pos, index);
    struct expr *element = new_expr(p, EXPR_INDEX, pos);
    element->x = x;
    element->y = index;
    if (p->s.token == TOKEN_COMMA)
        skip_type_parameters(p, pos);
    else
        next(p);
    return element;
}

static bool parse_argument(struct parser *p, void *call) {
    struct expr *c = call;
    vec_push(p->arena, &c->list, parse_expr(p));
    c->has_dots = got(p, TOKEN_DOTS);
    return c->has_dots;
}

/* Arguments = "(" [ ( ExpressionList | Type [ "," ExpressionList ] ) [ "..." ] [ "," ] ] ")" . */
static struct expr *parse_call(struct parser *p, struct expr *x) {
    struct expr *call = new_expr(p, EXPR_CALL, p->s.pos);
    call->x = x;
    next(p);
    p->expr_level++;
    call->close = parse_list(p, "argument list", TOKEN_COMMA, TOKEN_RPAREN, parse_argument, call);
    p->expr_level--;
    return call;
}

/* PrimaryExpr = Operand { Selector | Index | Slice | TypeAssertion | Arguments | LiteralValue } . */
struct expr *parse_primary(struct parser *p, struct expr *x) {
    if (!x)
        x = parse_operand(p);
    for (;; grow(p)) {
        switch (p->s.token) {
        case TOKEN_DOT:
            x = parse_selector(p, x);
            break;
        case TOKEN_LBRACK:
            x = parse_index_or_slice(p, x);
            break;
        case TOKEN_LPAREN:
            x = parse_call(p, x);
            break;
        case TOKEN_LBRACE: {
            const struct expr *type = without_parens(x);
            if (!is_literal_type(p, type))
                return x;
            if (type != x)
                syntax_error(p, "cannot parenthesize type in composite literal");
            if (type->kind == EXPR_INDEX)
                plain_error(p, type->pos, "unsupported: type parameters");
            struct expr *literal = parse_literal_value(p);
            literal->x = x;
            x = literal;
            break;
        }
        default:
            return x;
        }
    }
}

/* ---- operators ---- */

/* "<-" was read before the channel type x: it belongs to the type, at its left end. <-chan T is a receive-only channel; in
 * <-chan<- T it is the element that "<-" moves on to. */
static void receive_only(struct parser *p, struct expr *x) {
    enum chan_dir dir = CHAN_SEND;
    struct expr *t = x;
    while (dir == CHAN_SEND && t->kind == EXPR_CHAN_TYPE) {
        dir = t->dir;
        if (dir == CHAN_RECV)
            syntax_error(p, "unexpected <-, expecting chan");
        t->dir = CHAN_RECV;
        t = t->y;
    }
    if (dir == CHAN_SEND)
        syntax_error(p, arena_printf(p->arena, "unexpected %s, expecting chan", expr_source(p->arena, t)));
}

/* UnaryExpr = PrimaryExpr | unary_op UnaryExpr . */
static struct expr *parse_unary_operator(struct parser *p) {
    struct pos pos = p->s.pos;
    enum token op = p->s.token;
    struct expr *x;
    switch (op) {
    case TOKEN_MUL:
        next(p);
        x = new_expr(p, EXPR_STAR, pos);
        x->x = parse_unary(p);
        return x;
    case TOKEN_ADD:
    case TOKEN_SUB:
    case TOKEN_NOT:
    case TOKEN_XOR:
    case TOKEN_TILDE:
    case TOKEN_AND:
        next(p);
        x = new_expr(p, EXPR_UNARY, pos);
        x->op = op;
        x->x = parse_unary(p);
        return x;
    case TOKEN_ARROW: {
        next(p);
        struct expr *operand = parse_unary(p);
        if (operand->kind == EXPR_CHAN_TYPE) {
            receive_only(p, operand);
            operand->pos = pos;
            return operand;
        }
        x = new_expr(p, EXPR_UNARY, pos);
        x->op = op;
        x->x = operand;
        return x;
    }
    default:
        return parse_primary(p, NULL);
    }
}

/* Every way in which expressions nest passes here, so that here is where depth is bounded. */
static struct expr *parse_unary(struct parser *p) {
    struct expr *x = enter(p) ? parse_unary_operator(p) : bad_expr(p);
    leave(p);
    return x;
}

/* Expression = UnaryExpr | Expression binary_op Expression : by climbing precedences, from the operators above `precedence`. */
struct expr *parse_binary(struct parser *p, struct expr *x, int precedence) {
    int outer_height = p->expr_height;
    p->expr_height = 0;
    if (!x)
        x = parse_unary(p);
    for (int above; (above = token_precedence(p->s.token)) > precedence; grow(p)) {
        struct expr *b = new_expr(p, EXPR_BINARY, p->s.pos);
        b->op = p->s.token;
        next(p);
        b->x = x;
        b->y = parse_binary(p, NULL, above);
        x = b;
    }
    p->expr_height++;
    if (p->expr_height < outer_height)
        p->expr_height = outer_height;
    return x;
}

struct expr *parse_expr(struct parser *p) {
    return parse_binary(p, NULL, 0);
}

/* ExpressionList = Expression { "," Expression } . */
expr_list parse_expr_list(struct parser *p) {
    expr_list list = {0};
    do
        vec_push(p->arena, &list, parse_expr(p));
    while (got(p, TOKEN_COMMA));
    return list;
}

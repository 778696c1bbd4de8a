/* Statements (spec: Statements). */
#include "transpiler/parser.h"

static struct stmt *parse_stmt_or_null(struct parser *p);

static struct stmt *new_stmt(struct parser *p, enum stmt_kind kind, struct pos pos) {
    struct stmt *s = arena_new(p->arena, struct stmt);
    s->kind = kind;
    s->pos = pos;
    return s;
}

/* ---- blocks ---- */

/* StatementList = { Statement ";" } . The ";" may be left out before ")" and "}". */
static stmt_list parse_stmt_list(struct parser *p) {
    stmt_list list = {0};
    while (p->s.token != TOKEN_EOF && p->s.token != TOKEN_RBRACE && p->s.token != TOKEN_CASE && p->s.token != TOKEN_DEFAULT) {
        struct stmt *s = parse_stmt_or_null(p);
        reject_type_switch_guard(p);
        if (!s)
            break;
        vec_push(p->arena, &list, s);
        if (got(p, TOKEN_SEMICOLON) || p->s.token == TOKEN_RBRACE)
            continue;
        unexpected(p, "at end of statement");
        advance(p, TOKEN_SEMICOLON, TOKEN_RBRACE, TOKEN_CASE, TOKEN_DEFAULT);
        got(p, TOKEN_SEMICOLON);
    }
    return list;
}

/* Block = "{" StatementList "}" . `after` names what the block belongs to, for the message when the "{" is missing. */
static struct block *parse_block(struct parser *p, const char *after) {
    struct block *b = arena_new(p->arena, struct block);
    b->pos = p->s.pos;
    if (!got(p, TOKEN_LBRACE)) {
        unexpected(p, arena_printf(p->arena, "expecting { after %s", after));
        advance(p, TOKEN_NAME, TOKEN_RBRACE);
        b->close = p->s.pos;
        if (got(p, TOKEN_RBRACE))
            return b;
    }
    b->list = parse_stmt_list(p);
    b->close = p->s.pos;
    want(p, TOKEN_RBRACE);
    return b;
}

/* FunctionBody = Block . An unclaimed x.(type) around a func literal is not the body's. */
struct block *parse_func_body(struct parser *p) {
    reject_type_switch_guard(p);
    p->function_depth++;
    struct block *body = parse_block(p, "function");
    p->function_depth--;
    return body;
}

/* ---- simple statements ---- */

/* RangeClause, from "range" on. */
static struct stmt *parse_range_clause(struct parser *p, struct pos pos, expr_list lhs, bool is_define) {
    struct stmt *s = new_stmt(p, STMT_RANGE, pos);
    next(p);
    if (lhs.len > 2) {
        plain_error(p, lhs.items[2]->pos, "range clause permits at most two iteration variables");
        lhs.len = 2;
    }
    s->lhs = lhs;
    s->is_define = is_define;
    s->x = parse_expr(p);
    return s;
}

/* "lhs := x.(type)" in the header of a switch. */
static bool is_bound_guard(struct parser *p, const expr_list *lhs, const expr_list *rhs) {
    return lhs->len == 1 && rhs->len == 1 && lhs->items[0]->kind == EXPR_NAME && rhs->items[0] == p->type_switch_guard;
}

/* What follows the left side when that is an assignment. `keyword`: FOR, SWITCH or IF in whose header it stands, else EOF. */
static struct stmt *parse_assignment(struct parser *p, expr_list lhs, enum token keyword) {
    struct pos pos = p->s.pos;
    bool is_define = p->s.token == TOKEN_DEFINE;
    next(p);
    if (keyword == TOKEN_FOR && p->s.token == TOKEN_RANGE)
        return parse_range_clause(p, pos, lhs, is_define);
    struct stmt *s = new_stmt(p, is_define ? STMT_DEFINE : STMT_ASSIGN, pos);
    s->lhs = lhs;
    s->rhs = parse_expr_list(p);
    if (keyword == TOKEN_SWITCH && is_define && is_bound_guard(p, &s->lhs, &s->rhs)) {
        s->kind = STMT_TYPE_SWITCH;
        s->bind = lhs.items[0];
        s->x = s->rhs.items[0]->x;
        s->lhs.len = s->rhs.len = 0;
        p->type_switch_guard = NULL;
    }
    return s;
}

/* SimpleStmt = ExpressionStmt | SendStmt | IncDecStmt | Assignment | ShortVarDecl . The left side was read. */
static struct stmt *parse_simple_stmt_after(struct parser *p, expr_list lhs, enum token keyword) {
    struct pos pos = p->s.pos;
    struct stmt *s;
    if (p->s.token == TOKEN_ASSIGN || p->s.token == TOKEN_DEFINE)
        return parse_assignment(p, lhs, keyword);
    if (lhs.len > 1) {
        unexpected(p, "expecting := or = or comma");
        advance(p, TOKEN_SEMICOLON, TOKEN_RBRACE);
        s = new_stmt(p, STMT_EXPR, lhs.items[0]->pos);
        s->x = lhs.items[0];
        return s;
    }
    switch (p->s.token) {
    case TOKEN_ASSIGN_OP:
        s = new_stmt(p, STMT_ASSIGN_OP, pos);
        s->op = p->s.op;
        next(p);
        s->lhs = lhs;
        vec_push(p->arena, &s->rhs, parse_expr(p));
        return s;
    case TOKEN_INC:
    case TOKEN_DEC:
        s = new_stmt(p, STMT_INCDEC, pos);
        s->op = p->s.token;
        next(p);
        s->lhs = lhs;
        return s;
    case TOKEN_ARROW:
        s = new_stmt(p, STMT_SEND, pos);
        next(p);
        s->x = lhs.items[0];
        s->y = parse_expr(p);
        return s;
    default:
        s = new_stmt(p, STMT_EXPR, lhs.items[0]->pos);
        s->x = lhs.items[0];
        return s;
    }
}

static struct stmt *parse_simple_stmt(struct parser *p, enum token keyword) {
    if (keyword == TOKEN_FOR && p->s.token == TOKEN_RANGE)
        return parse_range_clause(p, p->s.pos, (expr_list){0}, false);
    return parse_simple_stmt_after(p, parse_expr_list(p), keyword);
}

/* ---- if, for, switch ---- */

/* The clause between the keyword and the "{". */
struct header {
    struct stmt *init, *condition, *post; /* condition is an EXPR statement, or the guard of a type switch, or NULL */
    bool is_range;                        /* init is the range clause */
};

/* What stands where a condition belongs is another statement. A "=" for a "==" is the most common case: the sides are put in
 * parentheses to make it stand out. */
static void reject_condition(struct parser *p, const struct stmt *s) {
    const char *text;
    const struct expr *left = s->lhs.len ? s->lhs.items[0] : s->x;
    const char *lhs = expr_source(p->arena, left);
    for (int i = 1; i < s->lhs.len; i++)
        lhs = arena_printf(p->arena, "%s, %s", lhs, expr_source(p->arena, s->lhs.items[i]));
    const char *rhs = s->rhs.len ? expr_source(p->arena, s->rhs.items[0]) : "";
    for (int i = 1; i < s->rhs.len; i++)
        rhs = arena_printf(p->arena, "%s, %s", rhs, expr_source(p->arena, s->rhs.items[i]));
    if (s->kind == STMT_ASSIGN)
        text = arena_printf(p->arena, "assignment (%s) = (%s)", lhs, rhs);
    else if (s->kind == STMT_DEFINE)
        text = arena_printf(p->arena, "%s := %s", lhs, rhs);
    else if (s->kind == STMT_ASSIGN_OP)
        text = arena_printf(p->arena, "%s %s= %s", lhs, token_spelling(s->op), rhs);
    else if (s->kind == STMT_INCDEC)
        text = arena_printf(p->arena, "%s%s", lhs, token_spelling(s->op));
    else
        text = arena_printf(p->arena, "%s <- %s", lhs, expr_source(p->arena, s->y));
    syntax_error_at(p, s->pos, arena_printf(p->arena, "cannot use %s as value", text));
}

/* The ";" that ended the first part of a header. */
struct header_semicolon {
    struct pos pos; /* line 0: there was none */
    const char *text;
};

/* [ SimpleStmt ] of the header's first part. */
static void parse_header_init(struct parser *p, enum token keyword, struct header *h) {
    if (p->s.token == TOKEN_SEMICOLON)
        return;
    if (got(p, TOKEN_VAR))
        syntax_error(p, arena_printf(p->arena, "var declaration not allowed in %s initializer", token_spelling(keyword)));
    h->init = parse_simple_stmt(p, keyword);
    h->is_range = h->init->kind == STMT_RANGE;
}

/* [ Condition ] ";" [ PostStmt ] , behind the first ";" of a for clause. */
static void parse_for_rest(struct parser *p, struct header *h) {
    if (p->s.token != TOKEN_SEMICOLON) {
        if (p->s.token == TOKEN_LBRACE) {
            unexpected(p, "expecting for loop condition");
            return;
        }
        h->condition = parse_simple_stmt(p, TOKEN_EOF);
    }
    want(p, TOKEN_SEMICOLON);
    if (p->s.token == TOKEN_LBRACE)
        return;
    h->post = parse_simple_stmt(p, TOKEN_EOF);
    if (h->post->kind == STMT_DEFINE)
        syntax_error_at(p, h->post->pos, "cannot declare in post statement of for loop");
}

static struct header_semicolon parse_header_parts(struct parser *p, enum token keyword, struct header *h) {
    struct header_semicolon semicolon = {0};
    parse_header_init(p, keyword, h);
    if (h->is_range)
        return semicolon;
    if (p->s.token == TOKEN_LBRACE) {
        h->condition = h->init;
        h->init = NULL;
        return semicolon;
    }
    if (p->s.token == TOKEN_SEMICOLON) {
        semicolon = (struct header_semicolon){p->s.pos, p->s.text};
        next(p);
    } else {
        want(p, TOKEN_LBRACE); /* asking for a "{" rather than a ";" makes the better message */
        if (p->s.token != TOKEN_LBRACE)
            advance(p, TOKEN_LBRACE, TOKEN_RBRACE);
    }
    if (keyword == TOKEN_FOR)
        parse_for_rest(p, h);
    else if (p->s.token != TOKEN_LBRACE)
        h->condition = parse_simple_stmt(p, keyword);
    return semicolon;
}

static void reject_missing_condition(struct parser *p, struct header_semicolon semicolon) {
    if (semicolon.text[0] == 's')
        syntax_error_at(p, semicolon.pos, "missing condition in if statement");
    else
        syntax_error_at(p, semicolon.pos,
                        arena_printf(p->arena, "unexpected %s, expecting { after if clause", semicolon.text));
}

/* Reads keyword and header, up to the "{". The condition of the result is an expression or a type switch, nothing else. */
static struct header parse_header(struct parser *p, enum token keyword) {
    struct header h = {0};
    next(p);
    if (p->s.token == TOKEN_LBRACE) {
        if (keyword == TOKEN_IF)
            syntax_error(p, "missing condition in if statement");
        return h;
    }
    int outer = p->expr_level;
    p->expr_level = -1;
    struct header_semicolon semicolon = parse_header_parts(p, keyword, &h);
    p->expr_level = outer;

    if (!h.condition) {
        if (keyword == TOKEN_IF && semicolon.pos.line)
            reject_missing_condition(p, semicolon);
    } else if (h.condition->kind != STMT_EXPR && h.condition->kind != STMT_TYPE_SWITCH) {
        reject_condition(p, h.condition);
        h.condition = NULL;
    }
    return h;
}

static struct expr *condition_expr(const struct header *h) {
    return h->condition ? h->condition->x : NULL;
}

/* IfStmt = "if" [ SimpleStmt ";" ] Expression Block [ "else" ( IfStmt | Block ) ] . */
static struct stmt *parse_if(struct parser *p) {
    struct stmt *s = new_stmt(p, STMT_IF, p->s.pos);
    struct header h = parse_header(p, TOKEN_IF);
    s->init = h.init;
    s->x = h.condition ? condition_expr(&h) : bad_expr(p);
    s->block = parse_block(p, "if clause");
    if (!got(p, TOKEN_ELSE))
        return s;
    if (p->s.token == TOKEN_IF) {
        if (enter(p))
            s->other = parse_if(p);
        leave(p);
    } else if (p->s.token == TOKEN_LBRACE) {
        s->other = new_stmt(p, STMT_BLOCK, p->s.pos);
        s->other->block = parse_block(p, "else");
    } else {
        syntax_error(p, "else must be followed by if or statement block");
        advance(p, TOKEN_NAME, TOKEN_RBRACE);
    }
    return s;
}

/* ForStmt = "for" [ Condition | ForClause | RangeClause ] Block . */
static struct stmt *parse_for(struct parser *p) {
    struct pos pos = p->s.pos;
    struct header h = parse_header(p, TOKEN_FOR);
    struct stmt *s = h.is_range ? h.init : new_stmt(p, STMT_FOR, pos);
    s->pos = pos;
    if (!h.is_range) {
        s->init = h.init;
        s->x = condition_expr(&h);
        s->post = h.post;
    }
    s->block = parse_block(p, "for clause");
    return s;
}

/* ---- clauses ---- */

/* "case" … ":" StatementList, or "default" ":" StatementList. In a select the case is a communication, not a list. */
static struct clause parse_clause(struct parser *p, bool is_select) {
    struct clause c = {.pos = p->s.pos};
    if (got(p, TOKEN_CASE)) {
        if (is_select)
            c.comm = parse_simple_stmt(p, TOKEN_EOF);
        else
            c.values = parse_expr_list(p);
    } else if (got(p, TOKEN_DEFAULT)) {
        c.is_default = true;
    } else {
        unexpected(p, "expecting case or default or }");
        advance(p, TOKEN_COLON, TOKEN_CASE, TOKEN_DEFAULT, TOKEN_RBRACE);
    }
    reject_type_switch_guard(p);
    c.colon = p->s.pos;
    want(p, TOKEN_COLON);
    c.body = parse_stmt_list(p);
    return c;
}

static void parse_clauses(struct parser *p, struct stmt *s, const char *missing_brace) {
    if (!got(p, TOKEN_LBRACE)) {
        syntax_error(p, missing_brace);
        advance(p, TOKEN_CASE, TOKEN_DEFAULT, TOKEN_RBRACE);
    }
    while (p->s.token != TOKEN_EOF && p->s.token != TOKEN_RBRACE)
        vec_push(p->arena, &s->clauses, parse_clause(p, s->kind == STMT_SELECT));
    s->close = p->s.pos;
    want(p, TOKEN_RBRACE);
}

/* SwitchStmt = ExprSwitchStmt | TypeSwitchStmt .
 * ExprSwitchStmt = "switch" [ SimpleStmt ";" ] [ Expression ] "{" { ExprCaseClause } "}" .
 * TypeSwitchStmt = "switch" [ SimpleStmt ";" ] [ identifier ":=" ] PrimaryExpr "." "(" "type" ")" "{" { TypeCaseClause } "}" . */
static struct stmt *parse_switch(struct parser *p) {
    struct pos pos = p->s.pos;
    struct header h = parse_header(p, TOKEN_SWITCH);
    struct stmt *s = new_stmt(p, STMT_SWITCH, pos);
    s->init = h.init;
    s->x = condition_expr(&h);
    if (h.condition && h.condition->kind == STMT_TYPE_SWITCH) {
        s->kind = STMT_TYPE_SWITCH;
        s->bind = h.condition->bind;
    } else if (s->x && s->x == p->type_switch_guard) {
        s->kind = STMT_TYPE_SWITCH;
        s->x = s->x->x;
        p->type_switch_guard = NULL;
    }
    reject_type_switch_guard(p);
    parse_clauses(p, s, "missing { after switch clause");
    return s;
}

/* Is it "<-c", in parentheses or not? */
static bool is_receive(const struct expr *x) {
    while (x->kind == EXPR_PAREN)
        x = x->x;
    return x->kind == EXPR_UNARY && x->op == TOKEN_ARROW;
}

static bool is_communication(const struct stmt *s) {
    switch (s->kind) {
    case STMT_SEND:
        return true;
    case STMT_EXPR:
        return is_receive(s->x);
    case STMT_ASSIGN:
    case STMT_DEFINE:
        return s->rhs.len == 1 && s->lhs.len <= 2 && is_receive(s->rhs.items[0]);
    default:
        return false;
    }
}

/* SelectStmt = "select" "{" { CommClause } "}" .   CommClause = ( "case" ( SendStmt | RecvStmt ) | "default" ) ":" … . */
static struct stmt *parse_select(struct parser *p) {
    struct stmt *s = new_stmt(p, STMT_SELECT, p->s.pos);
    next(p);
    parse_clauses(p, s, "missing { after select clause");
    vec_each(i, &s->clauses) {
        const struct stmt *comm = s->clauses.items[i].comm;
        if (comm && !is_communication(comm))
            plain_error(p, comm->pos, "select case must be send or receive (possibly with assignment)");
    }
    return s;
}

/* ---- the other statements ---- */

/* GoStmt = "go" Expression .   DeferStmt = "defer" Expression . The expression must be a call, without parentheses. */
static struct stmt *parse_go_or_defer(struct parser *p) {
    struct stmt *s = new_stmt(p, p->s.token == TOKEN_GO ? STMT_GO : STMT_DEFER, p->s.pos);
    const char *keyword = token_spelling(p->s.token);
    next(p);
    struct expr *x = parse_primary(p, NULL);
    if (x->kind == EXPR_PAREN)
        plain_error(p, x->pos, "expression in %s must not be parenthesized", keyword);
    while (x->kind == EXPR_PAREN)
        x = x->x;
    if (x->kind != EXPR_CALL) {
        plain_error(p, x->pos, "expression in %s must be function call", keyword);
        struct expr *call = new_expr(p, EXPR_CALL, x->pos);
        call->x = x;
        x = call;
    }
    s->x = x;
    return s;
}

/* DeclStmt = ConstDecl | TypeDecl | VarDecl . */
static struct stmt *parse_decl_stmt(struct parser *p) {
    struct stmt *s = new_stmt(p, STMT_DECL, p->s.pos);
    decl_list decls = {0};
    parse_declaration(p, &decls);
    vec_each(i, &decls) {
        decls.items[i]->file = p->file;
        vec_push(p->arena, &s->decls, decls.items[i]);
    }
    return s;
}

/* LabeledStmt = Label ":" Statement . Before a "}" the statement is an empty one. */
static struct stmt *parse_labeled_or_null(struct parser *p, const struct expr *label) {
    struct stmt *s = new_stmt(p, STMT_LABELED, label->pos);
    struct pos colon = p->s.pos;
    s->label_name = label->name;
    s->label_pos = label->pos;
    next(p);
    if (p->s.token == TOKEN_RBRACE) {
        s->other = new_stmt(p, STMT_EMPTY, p->s.pos);
        return s;
    }
    s->other = parse_stmt_or_null(p);
    if (s->other)
        return s;
    syntax_error_at(p, colon, "missing statement after label");
    return NULL;
}

/* BreakStmt, ContinueStmt: with a label or none.   GotoStmt: with one.   FallthroughStmt. */
static struct stmt *parse_branch(struct parser *p, enum stmt_kind kind) {
    struct stmt *s = new_stmt(p, kind, p->s.pos);
    next(p);
    bool takes_label = kind == STMT_BREAK || kind == STMT_CONTINUE;
    if (kind == STMT_GOTO || (takes_label && p->s.token == TOKEN_NAME)) {
        s->label_pos = p->s.pos;
        s->label_name = parse_name(p)->name;
    }
    return s;
}

/* ReturnStmt = "return" [ ExpressionList ] . */
static struct stmt *parse_return(struct parser *p) {
    struct stmt *s = new_stmt(p, STMT_RETURN, p->s.pos);
    next(p);
    if (p->s.token != TOKEN_SEMICOLON && p->s.token != TOKEN_RBRACE)
        s->rhs = parse_expr_list(p);
    return s;
}

static struct stmt *parse_block_stmt(struct parser *p) {
    struct stmt *s = new_stmt(p, STMT_BLOCK, p->s.pos);
    s->block = parse_block(p, "block");
    return s;
}

static struct stmt *parse_starting_with_name(struct parser *p) {
    expr_list lhs = parse_expr_list(p);
    if (lhs.len == 1 && lhs.items[0]->kind == EXPR_NAME && p->s.token == TOKEN_COLON)
        return parse_labeled_or_null(p, lhs.items[0]);
    return parse_simple_stmt_after(p, lhs, TOKEN_EOF);
}

static struct stmt *parse_any_stmt_or_null(struct parser *p) {
    switch (p->s.token) {
    case TOKEN_NAME:
        return parse_starting_with_name(p);
    case TOKEN_VAR:
    case TOKEN_CONST:
    case TOKEN_TYPE:
        return parse_decl_stmt(p);
    case TOKEN_LBRACE:
        return parse_block_stmt(p);
    case TOKEN_ADD:
    case TOKEN_SUB:
    case TOKEN_MUL:
    case TOKEN_AND:
    case TOKEN_XOR:
    case TOKEN_NOT:
    case TOKEN_ARROW:
    case TOKEN_INT:
    case TOKEN_FLOAT:
    case TOKEN_IMAG:
    case TOKEN_CHAR:
    case TOKEN_STRING:
    case TOKEN_FUNC:
    case TOKEN_LPAREN:
    case TOKEN_LBRACK:
    case TOKEN_STRUCT:
    case TOKEN_MAP:
    case TOKEN_CHAN:
    case TOKEN_INTERFACE:
        return parse_simple_stmt(p, TOKEN_EOF);
    case TOKEN_FOR:
        return parse_for(p);
    case TOKEN_SWITCH:
        return parse_switch(p);
    case TOKEN_SELECT:
        return parse_select(p);
    case TOKEN_IF:
        return parse_if(p);
    case TOKEN_FALLTHROUGH:
        return parse_branch(p, STMT_FALLTHROUGH);
    case TOKEN_BREAK:
        return parse_branch(p, STMT_BREAK);
    case TOKEN_CONTINUE:
        return parse_branch(p, STMT_CONTINUE);
    case TOKEN_GOTO:
        return parse_branch(p, STMT_GOTO);
    case TOKEN_GO:
    case TOKEN_DEFER:
        return parse_go_or_defer(p);
    case TOKEN_RETURN:
        return parse_return(p);
    case TOKEN_SEMICOLON:
        return new_stmt(p, STMT_EMPTY, p->s.pos);
    default:
        return NULL;
    }
}

/* Statement = Declaration | LabeledStmt | SimpleStmt | GoStmt | ReturnStmt | … | DeferStmt . */
static struct stmt *parse_stmt_or_null(struct parser *p) {
    struct stmt *s = enter(p) ? parse_any_stmt_or_null(p) : NULL;
    leave(p);
    return s;
}

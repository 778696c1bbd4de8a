/* Tokens of Go (spec: Lexical elements). */
#ifndef OUTLIVE_TOKEN_H
#define OUTLIVE_TOKEN_H

/* name, spelling, precedence as a binary operator (0: none) */
#define TOKENS(X)             \
    X(EOF, "EOF", 0)          \
    X(NAME, "name", 0)        \
    X(INT, "integer", 0)      \
    X(FLOAT, "float", 0)      \
    X(IMAG, "imaginary", 0)   \
    X(CHAR, "rune", 0)        \
    X(STRING, "string", 0)    \
    X(LOR, "||", 1)           \
    X(LAND, "&&", 2)          \
    X(EQ, "==", 3)            \
    X(NE, "!=", 3)            \
    X(LT, "<", 3)             \
    X(LE, "<=", 3)            \
    X(GT, ">", 3)             \
    X(GE, ">=", 3)            \
    X(ADD, "+", 4)            \
    X(SUB, "-", 4)            \
    X(OR, "|", 4)             \
    X(XOR, "^", 4)            \
    X(MUL, "*", 5)            \
    X(DIV, "/", 5)            \
    X(REM, "%", 5)            \
    X(AND, "&", 5)            \
    X(AND_NOT, "&^", 5)       \
    X(SHL, "<<", 5)           \
    X(SHR, ">>", 5)           \
    X(NOT, "!", 0)            \
    X(TILDE, "~", 0)          \
    X(ARROW, "<-", 0)         \
    X(ASSIGN, "=", 0)         \
    X(DEFINE, ":=", 0)        \
    X(ASSIGN_OP, "op=", 0)    \
    X(INC, "++", 0)           \
    X(DEC, "--", 0)           \
    X(LPAREN, "(", 0)         \
    X(RPAREN, ")", 0)         \
    X(LBRACK, "[", 0)         \
    X(RBRACK, "]", 0)         \
    X(LBRACE, "{", 0)         \
    X(RBRACE, "}", 0)         \
    X(COMMA, ",", 0)          \
    X(SEMICOLON, ";", 0)      \
    X(COLON, ":", 0)          \
    X(DOT, ".", 0)            \
    X(DOTS, "...", 0)         \
    X(BREAK, "break", 0)      \
    X(CASE, "case", 0)        \
    X(CHAN, "chan", 0)        \
    X(CONST, "const", 0)      \
    X(CONTINUE, "continue", 0)\
    X(DEFAULT, "default", 0)  \
    X(DEFER, "defer", 0)      \
    X(ELSE, "else", 0)        \
    X(FALLTHROUGH, "fallthrough", 0) \
    X(FOR, "for", 0)          \
    X(FUNC, "func", 0)        \
    X(GO, "go", 0)            \
    X(GOTO, "goto", 0)        \
    X(IF, "if", 0)            \
    X(IMPORT, "import", 0)    \
    X(INTERFACE, "interface", 0) \
    X(MAP, "map", 0)          \
    X(PACKAGE, "package", 0)  \
    X(RANGE, "range", 0)      \
    X(RETURN, "return", 0)    \
    X(SELECT, "select", 0)    \
    X(STRUCT, "struct", 0)    \
    X(SWITCH, "switch", 0)    \
    X(TYPE, "type", 0)        \
    X(VAR, "var", 0)
enum token {
#define X(name, spelling, precedence) TOKEN_##name,
    TOKENS(X)
#undef X
};

const char *token_spelling(enum token t);
int token_precedence(enum token t);

#endif

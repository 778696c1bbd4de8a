#include "transpiler/token.h"

static const struct {
    const char *spelling;
    int precedence;
} token_table[] = {
#define X(name, spelling, precedence) {spelling, precedence},
    TOKENS(X)
#undef X
};

const char *token_spelling(enum token t) {
    return token_table[t].spelling;
}

int token_precedence(enum token t) {
    return token_table[t].precedence;
}

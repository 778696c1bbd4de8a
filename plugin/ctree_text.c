/* Expressions of the C tree as C text, for messages. */
#include "plugin/ctree.h"

#include <stdio.h>
#include <string.h>

enum { MOST_BYTES = 60, MOST_DEPTH = 12 };

/* Names of temporaries are such texts, one per call of the unit: so they are written into a line of fixed size. */
struct line {
    char text[MOST_BYTES + sizeof "…"];
    size_t len;
    bool full;
};

static void add(struct line *l, const char *s) {
    size_t n = strlen(s);
    if (l->full)
        return;
    if (l->len + n > MOST_BYTES) {
        l->full = true;
        n = MOST_BYTES - l->len;
        while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80) /* between two UTF-8 characters */
            n--;
        memcpy(l->text + l->len, s, n);
        strcpy(l->text + l->len + n, "…");
        return;
    }
    memcpy(l->text + l->len, s, n + 1);
    l->len += n;
}

/* How tightly an expression binds; higher is tighter. */
enum { LOOSE, COMMA, ASSIGNMENT, CONDITION, OPERATOR, PREFIX, POSTFIX };

static bool is_written(const struct cexpr *cast) {
    return cast->cast != CCAST_ARRAY_DECAY && cast->cast != CCAST_FUNCTION_DECAY && !cast->is_implicit;
}

static int binding(const struct cexpr *e) {
    switch (e->kind) {
    case CEXPR_COMMA:
        return COMMA;
    case CEXPR_ASSIGN:
    case CEXPR_ASSIGN_OP:
        return ASSIGNMENT;
    case CEXPR_COND:
        return CONDITION;
    case CEXPR_BINARY:
    case CEXPR_LOGICAL:
        return OPERATOR;
    case CEXPR_DEREF:
    case CEXPR_ADDRESS:
    case CEXPR_UNARY:
        return PREFIX;
    case CEXPR_CAST:
        return is_written(e) ? PREFIX : binding(e->a);
    default:
        return POSTFIX;
    }
}

static void print(struct line *b, const struct cexpr *e, int least, int depth);

static void print_type(struct line *b, const struct ctype *t) {
    add(b, "(");
    add(b, t->spelling);
    add(b, ")");
}

static void print_constant(struct line *b, const struct cexpr *e) {
    char digits[32];
    snprintf(digits, sizeof digits, "%ld", e->value);
    add(b, !e->has_value ? "…" : e->type->kind == CTYPE_POINTER && e->value == 0 ? "NULL" : digits);
}

static void print_args(struct line *b, const struct cexpr *e, int depth) {
    vec_each(i, &e->args) {
        if (b->full)
            return;
        if (i)
            add(b, ", ");
        print(b, e->args.items[i], ASSIGNMENT, depth);
    }
}

static void print_infix(struct line *b, const struct cexpr *e, const char *op, int depth) {
    print(b, e->a, binding(e), depth);
    add(b, " ");
    add(b, op);
    add(b, " ");
    print(b, e->b, binding(e) == ASSIGNMENT ? ASSIGNMENT : binding(e) + 1, depth);
}

static void print_bare(struct line *b, const struct cexpr *e, int depth) {
    switch (e->kind) {
    case CEXPR_CONST:
        print_constant(b, e);
        break;
    case CEXPR_STRING:
        add(b, "\"…\"");
        break;
    case CEXPR_VAR:
        add(b, e->var->name);
        break;
    case CEXPR_FUNC:
        add(b, e->func->name);
        break;
    case CEXPR_MEMBER:
        if (!e->name[0]) { /* through an anonymous member */
            print_bare(b, e->a, depth);
        } else {
            const struct cexpr *base = e->a;
            while (base->kind == CEXPR_MEMBER && !base->name[0])
                base = base->a;
            bool arrow = base->kind == CEXPR_DEREF;
            print(b, arrow ? base->a : base, POSTFIX, depth);
            add(b, arrow ? "->" : ".");
            add(b, e->name);
        }
        break;
    case CEXPR_INDEX:
        print(b, e->a, POSTFIX, depth);
        add(b, "[");
        print(b, e->b, LOOSE, depth);
        add(b, "]");
        break;
    case CEXPR_DEREF:
        add(b, "*");
        print(b, e->a, PREFIX, depth);
        break;
    case CEXPR_ADDRESS:
        add(b, "&");
        print(b, e->a, PREFIX, depth);
        break;
    case CEXPR_CAST:
        if (is_written(e))
            print_type(b, e->type);
        print(b, e->a, binding(e), depth);
        break;
    case CEXPR_CALL:
        print(b, e->a, POSTFIX, depth);
        add(b, "(");
        print_args(b, e, depth);
        add(b, ")");
        break;
    case CEXPR_ASSIGN:
        print_infix(b, e, "=", depth);
        break;
    case CEXPR_ASSIGN_OP:
    case CEXPR_BINARY:
    case CEXPR_LOGICAL:
        print_infix(b, e, e->name, depth);
        break;
    case CEXPR_INCDEC: { /* the name shows where the operator stands: "++a", "a--" */
        bool prefix = e->name[0] != 'a';
        if (prefix)
            add(b, e->name[0] == '+' ? "++" : "--");
        print(b, e->a, prefix ? PREFIX : POSTFIX, depth);
        if (!prefix)
            add(b, e->name + 1);
        break;
    }
    case CEXPR_UNARY:
        add(b, e->name);
        print(b, e->a, PREFIX, depth);
        break;
    case CEXPR_COND:
        print(b, e->a, OPERATOR, depth);
        add(b, e->b ? " ? " : " ?: ");
        if (e->b) {
            print(b, e->b, LOOSE, depth);
            add(b, " : ");
        }
        print(b, e->c, CONDITION, depth);
        break;
    case CEXPR_COMMA:
        print_infix(b, e, ",", depth);
        break;
    case CEXPR_INIT_LIST:
        add(b, "{");
        print_args(b, e, depth);
        add(b, "}");
        break;
    case CEXPR_COMPOUND_LITERAL:
        print_type(b, e->type);
        if (e->object->init)
            print(b, e->object->init, POSTFIX, depth);
        break;
    case CEXPR_STMT_EXPR:
        add(b, "({…})");
        break;
    case CEXPR_VA_ARG:
        add(b, "va_arg(");
        print(b, e->a, ASSIGNMENT, depth);
        add(b, ", ");
        add(b, e->type->spelling);
        add(b, ")");
        break;
    case CEXPR_LABEL_ADDRESS:
        add(b, "&&");
        add(b, e->name ? e->name : "");
        break;
    case CEXPR_ATOMIC:
        add(b, "atomic(");
        print_args(b, e, depth);
        add(b, ")");
        break;
    case CEXPR_UNKNOWN:
        add(b, e->name ? e->name : "");
        add(b, "(");
        print_args(b, e, depth);
        add(b, ")");
        break;
    }
}

static void print(struct line *b, const struct cexpr *e, int least, int depth) {
    if (depth == MOST_DEPTH || b->full) { /* cut off: so the depth of the tree costs no stack */
        add(b, "…");
        return;
    }
    bool parentheses = binding(e) < least;
    if (parentheses)
        add(b, "(");
    print_bare(b, e, depth + 1);
    if (parentheses)
        add(b, ")");
}

const char *cexpr_text(struct arena *a, const struct cexpr *e) {
    struct line l = {0};
    print(&l, e, LOOSE, 0);
    return arena_strdup(a, l.text);
}

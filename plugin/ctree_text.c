/* Expressions of the C tree as C text, for messages. */
#include "base/buf.h"
#include "plugin/ctree.h"

#include <string.h>

enum { MOST_BYTES = 60, MOST_DEPTH = 12 };

/* How tightly an expression binds; higher is tighter. */
enum { LOOSE, COMMA, ASSIGNMENT, CONDITION, OPERATOR, PREFIX, POSTFIX };

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
        return e->cast == CCAST_ARRAY_DECAY || e->cast == CCAST_FUNCTION_DECAY ? binding(e->a) : PREFIX;
    default:
        return POSTFIX;
    }
}

static void print(struct buf *b, const struct cexpr *e, int least, int depth);

static void print_args(struct buf *b, const struct cexpr *e, int depth) {
    vec_each(i, &e->args) {
        if (b->len > MOST_BYTES)
            return;
        if (i)
            buf_add(b, ", ");
        print(b, e->args.items[i], ASSIGNMENT, depth);
    }
}

static void print_infix(struct buf *b, const struct cexpr *e, const char *op, int depth) {
    print(b, e->a, binding(e), depth);
    buf_printf(b, " %s ", op);
    print(b, e->b, binding(e) == ASSIGNMENT ? ASSIGNMENT : binding(e) + 1, depth);
}

static void print_bare(struct buf *b, const struct cexpr *e, int depth) {
    switch (e->kind) {
    case CEXPR_CONST:
        buf_add(b, e->type && e->type->kind == CTYPE_POINTER ? "NULL" : "…");
        break;
    case CEXPR_STRING:
        buf_add(b, "\"…\"");
        break;
    case CEXPR_VAR:
        buf_add(b, e->var->name);
        break;
    case CEXPR_FUNC:
        buf_add(b, e->func->name);
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
            buf_printf(b, "%s%s", arrow ? "->" : ".", e->name);
        }
        break;
    case CEXPR_INDEX:
        print(b, e->a, POSTFIX, depth);
        buf_char(b, '[');
        print(b, e->b, LOOSE, depth);
        buf_char(b, ']');
        break;
    case CEXPR_DEREF:
        buf_char(b, '*');
        print(b, e->a, PREFIX, depth);
        break;
    case CEXPR_ADDRESS:
        buf_char(b, '&');
        print(b, e->a, PREFIX, depth);
        break;
    case CEXPR_CAST:
        if (e->cast != CCAST_ARRAY_DECAY && e->cast != CCAST_FUNCTION_DECAY)
            buf_printf(b, "(%s)", e->type->spelling);
        print(b, e->a, binding(e), depth);
        break;
    case CEXPR_CALL:
        print(b, e->a, POSTFIX, depth);
        buf_char(b, '(');
        print_args(b, e, depth);
        buf_char(b, ')');
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
            buf_addn(b, e->name, 2);
        print(b, e->a, prefix ? PREFIX : POSTFIX, depth);
        if (!prefix)
            buf_add(b, e->name + 1);
        break;
    }
    case CEXPR_UNARY:
        buf_add(b, e->name);
        print(b, e->a, PREFIX, depth);
        break;
    case CEXPR_COND:
        print(b, e->a, OPERATOR, depth);
        buf_add(b, e->b ? " ? " : " ?: ");
        if (e->b) {
            print(b, e->b, LOOSE, depth);
            buf_add(b, " : ");
        }
        print(b, e->c, CONDITION, depth);
        break;
    case CEXPR_COMMA:
        print_infix(b, e, ",", depth);
        break;
    case CEXPR_INIT_LIST:
        buf_char(b, '{');
        print_args(b, e, depth);
        buf_char(b, '}');
        break;
    case CEXPR_COMPOUND_LITERAL:
        buf_printf(b, "(%s)", e->type->spelling);
        if (e->object->init)
            print(b, e->object->init, POSTFIX, depth);
        break;
    case CEXPR_STMT_EXPR:
        buf_add(b, "({…})");
        break;
    case CEXPR_VA_ARG:
        buf_add(b, "va_arg(");
        print(b, e->a, ASSIGNMENT, depth);
        buf_printf(b, ", %s)", e->type->spelling);
        break;
    case CEXPR_LABEL_ADDRESS:
        buf_printf(b, "&&%s", e->name ? e->name : "");
        break;
    case CEXPR_ATOMIC:
        buf_add(b, "atomic(");
        print_args(b, e, depth);
        buf_char(b, ')');
        break;
    case CEXPR_UNKNOWN:
        buf_printf(b, "%s(", e->name ? e->name : "");
        print_args(b, e, depth);
        buf_char(b, ')');
        break;
    }
}

static void print(struct buf *b, const struct cexpr *e, int least, int depth) {
    if (depth == MOST_DEPTH || b->len > MOST_BYTES) { /* cut off: so the depth of the tree costs no stack */
        buf_add(b, "…");
        return;
    }
    bool parentheses = binding(e) < least;
    if (parentheses)
        buf_char(b, '(');
    print_bare(b, e, depth + 1);
    if (parentheses)
        buf_char(b, ')');
}

/* Cuts after at most MOST_BYTES bytes, between two UTF-8 characters. */
static void shorten(struct buf *b) {
    if (b->len <= MOST_BYTES)
        return;
    size_t n = MOST_BYTES;
    while (n > 0 && ((unsigned char)b->text[n] & 0xC0) == 0x80)
        n--;
    b->len = n;
    buf_add(b, "…");
}

const char *cexpr_text(struct arena *a, struct cexpr *e) {
    if (!e->text) {
        struct buf b = {0};
        print(&b, e, LOOSE, 0);
        shorten(&b);
        e->text = arena_strdup(a, b.text ? b.text : "");
        buf_free(&b);
    }
    return e->text;
}

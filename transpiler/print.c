/* Expressions as text, in the two ways of the Go compiler: as its errors quote them (the syntax tree as it was written), and as
 * its -m lines name them (the typed tree, where conversions and types show in a form of their own). */
#include "transpiler/types.h"

#include "base/buf.h"

#include <string.h>

struct printer {
    struct buf out;
    struct arena *arena;
    const struct package *relative_to;
};

struct pos expr_told_at(const struct expr *e) {
    return e->kind == EXPR_SELECTOR ? e->dot : e->pos;
}

struct pos expr_start(const struct expr *e) {
    for (;;) {
        switch (e->kind) {
        case EXPR_COMPOSITE:
            if (!e->x)
                return e->pos;
            break;
        case EXPR_SELECTOR:
        case EXPR_INDEX:
        case EXPR_SLICE:
        case EXPR_TYPE_ASSERT:
        case EXPR_CALL:
        case EXPR_BINARY:
        case EXPR_KEY_VALUE:
            break;
        default:
            return e->pos;
        }
        e = e->x;
    }
}

static const char *finish(struct printer *p) {
    const char *text = arena_strndup(p->arena, p->out.text ? p->out.text : "", p->out.len);
    buf_free(&p->out);
    return text;
}

/* ---- as written ---- */

static void print_source(struct printer *p, const struct expr *e);

static void print_source_list(struct printer *p, const expr_list *list) {
    vec_each(i, list) {
        if (i)
            buf_add(&p->out, ", ");
        print_source(p, list->items[i]);
    }
}

/* Do fields i and i + 1 share one type expression, as in "a, b int"? */
static bool shares_type(const field_list *fields, int i) {
    return i + 1 < fields->len && fields->items[i].name && fields->items[i + 1].name &&
           fields->items[i].type == fields->items[i + 1].type;
}

static void print_fields(struct printer *p, const field_list *fields, const char *separator) {
    vec_each(i, fields) {
        const struct field *f = &fields->items[i];
        if (i)
            buf_add(&p->out, shares_type(fields, i - 1) ? ", " : separator);
        if (f->name)
            buf_add(&p->out, f->name->name);
        if (shares_type(fields, i))
            continue;
        if (f->name)
            buf_char(&p->out, ' ');
        print_source(p, f->type);
    }
}

static void print_signature(struct printer *p, const struct signature_expr *s) {
    buf_char(&p->out, '(');
    print_fields(p, &s->params, ", ");
    buf_char(&p->out, ')');
    if (!s->results.len)
        return;
    buf_char(&p->out, ' ');
    bool bare = s->results.len == 1 && !s->results.items[0].name;
    if (!bare)
        buf_char(&p->out, '(');
    print_fields(p, &s->results, ", ");
    if (!bare)
        buf_char(&p->out, ')');
}

static void print_interface(struct printer *p, const field_list *methods) {
    buf_add(&p->out, "interface{");
    vec_each(i, methods) {
        const struct field *m = &methods->items[i];
        if (i)
            buf_add(&p->out, "; ");
        if (m->name) {
            buf_add(&p->out, m->name->name);
            print_signature(p, m->type->signature);
        } else {
            print_source(p, m->type);
        }
    }
    buf_char(&p->out, '}');
}

static void print_channel(struct printer *p, const struct expr *e) {
    buf_add(&p->out, e->dir == CHAN_RECV ? "<-chan " : e->dir == CHAN_SEND ? "chan<- " : "chan ");
    bool ambiguous = e->dir == CHAN_BOTH && e->y->kind == EXPR_CHAN_TYPE && e->y->dir == CHAN_RECV;
    if (ambiguous)
        buf_char(&p->out, '(');
    print_source(p, e->y);
    if (ambiguous)
        buf_char(&p->out, ')');
}

static void print_slice_indices(struct printer *p, const struct expr *e, void (*print)(struct printer *, const struct expr *)) {
    buf_char(&p->out, '[');
    if (e->lo)
        print(p, e->lo);
    buf_char(&p->out, ':');
    if (e->hi)
        print(p, e->hi);
    if (e->max) {
        buf_char(&p->out, ':');
        print(p, e->max);
    }
    buf_char(&p->out, ']');
}

static void print_source(struct printer *p, const struct expr *e) {
    struct buf *out = &p->out;
    switch (e->kind) {
    case EXPR_BAD:
        buf_add(out, "<bad expr>");
        break;
    case EXPR_NAME:
        buf_add(out, e->name);
        break;
    case EXPR_LITERAL:
        buf_add(out, e->text);
        break;
    case EXPR_COMPOSITE:
        if (e->x)
            print_source(p, e->x);
        buf_add(out, e->list.len ? "{…}" : "{}");
        break;
    case EXPR_FUNC_LITERAL:
        buf_add(out, "func");
        print_signature(p, &e->func->signature);
        buf_add(out, e->func->body && e->func->body->list.len ? " {…}" : " {}");
        break;
    case EXPR_PAREN:
        buf_char(out, '(');
        print_source(p, e->x);
        buf_char(out, ')');
        break;
    case EXPR_SELECTOR:
        print_source(p, e->x);
        buf_printf(out, ".%s", e->name);
        break;
    case EXPR_INDEX:
        print_source(p, e->x);
        buf_char(out, '[');
        print_source(p, e->y);
        buf_char(out, ']');
        break;
    case EXPR_SLICE:
        print_source(p, e->x);
        print_slice_indices(p, e, print_source);
        break;
    case EXPR_TYPE_ASSERT:
        print_source(p, e->x);
        buf_add(out, ".(");
        if (e->y)
            print_source(p, e->y);
        else
            buf_add(out, "type");
        buf_char(out, ')');
        break;
    case EXPR_CALL:
        print_source(p, e->x);
        buf_char(out, '(');
        print_source_list(p, &e->list);
        buf_add(out, e->has_dots ? "...)" : ")");
        break;
    case EXPR_STAR:
        buf_char(out, '*');
        print_source(p, e->x);
        break;
    case EXPR_UNARY:
        buf_add(out, token_spelling(e->op));
        print_source(p, e->x);
        break;
    case EXPR_BINARY:
        print_source(p, e->x);
        buf_printf(out, " %s ", token_spelling(e->op));
        print_source(p, e->y);
        break;
    case EXPR_KEY_VALUE:
        print_source(p, e->x);
        buf_add(out, ": ");
        print_source(p, e->y);
        break;
    case EXPR_ARRAY_TYPE:
        buf_char(out, '[');
        if (e->x)
            print_source(p, e->x);
        else
            buf_add(out, "...");
        buf_char(out, ']');
        print_source(p, e->y);
        break;
    case EXPR_SLICE_TYPE:
        buf_add(out, "[]");
        print_source(p, e->y);
        break;
    case EXPR_STRUCT_TYPE:
        buf_add(out, "struct{");
        print_fields(p, &e->fields, "; ");
        buf_char(out, '}');
        break;
    case EXPR_FUNC_TYPE:
        buf_add(out, "func");
        print_signature(p, e->signature);
        break;
    case EXPR_INTERFACE_TYPE:
        print_interface(p, &e->fields);
        break;
    case EXPR_MAP_TYPE:
        buf_add(out, "map[");
        print_source(p, e->x);
        buf_char(out, ']');
        print_source(p, e->y);
        break;
    case EXPR_CHAN_TYPE:
        print_channel(p, e);
        break;
    case EXPR_DOTS_TYPE:
        buf_add(out, "...");
        print_source(p, e->y);
        break;
    }
}

const char *expr_source(struct arena *a, const struct expr *e) {
    struct printer p = {.arena = a};
    print_source(&p, e);
    return finish(&p);
}

/* ---- as -m lines name it ---- */

/* Precedences of the Go compiler's own formatting: the five of binary operators, then unary, then all else. */
enum { PRECEDENCE_UNARY = 6, PRECEDENCE_PRIMARY };

static void print_node(struct printer *p, const struct expr *e, int precedence);

static void print_alone(struct printer *p, const struct expr *e) {
    print_node(p, e, 0);
}

static void print_node_list(struct printer *p, const expr_list *list) {
    vec_each(i, list) {
        if (i)
            buf_add(&p->out, ", ");
        print_alone(p, list->items[i]);
    }
}

static void print_type(struct printer *p, const struct type *t) {
    buf_add(&p->out, type_compiled_text(p->arena, t, p->relative_to));
}

static int node_precedence(const struct expr *e) {
    if (e->mode == MODE_TYPE)
        return e->type && e->type->kind == TYPE_POINTER ? PRECEDENCE_UNARY : PRECEDENCE_PRIMARY;
    switch (e->kind) {
    case EXPR_STAR:
    case EXPR_UNARY:
        return PRECEDENCE_UNARY;
    case EXPR_BINARY:
        return token_precedence(e->op);
    default:
        return PRECEDENCE_PRIMARY;
    }
}

/* The slice type that a string is converted to, or from: []byte or []rune, but for the name. NULL for other conversions. */
static const struct type *converted_slice(const struct expr *call, const struct type *slice, const struct type *string) {
    const struct type *s = type_underlying((struct type *)slice);
    if (call->list.len != 1 || s->kind != TYPE_SLICE || !type_is_string(string))
        return NULL;
    enum type_kind element = type_underlying(s->elem)->kind;
    return element == TYPE_UINT8 || element == TYPE_INT32 ? s : NULL;
}

/* T(x), or (T)(x) where the type has no name. Two of them the Go compiler has rewritten when it prints: []rune("…") is a slice
 * literal then, and string(b) of a slice whose elements have another name than byte or rune goes by way of []byte or []rune. */
static void print_conversion(struct printer *p, const struct expr *call) {
    const struct type *t = call->x->type;
    const struct expr *x = call->list.items[0];
    const struct type *to_slice = converted_slice(call, t, x->type);
    int len;
    if (to_slice && x->value && type_underlying(to_slice->elem)->kind == TYPE_INT32) {
        constant_string(x->value, &len);
        print_type(p, t);
        buf_add(&p->out, len ? "{...}" : "{}");
        return;
    }
    bool named = t->kind == TYPE_NAMED || t->basic_name;
    buf_add(&p->out, named ? "" : "(");
    print_type(p, t);
    buf_add(&p->out, named ? "(" : ")(");
    const struct type *from_slice = converted_slice(call, x->type, t);
    bool by_way = from_slice && from_slice->elem->kind == TYPE_NAMED;
    if (by_way)
        buf_add(&p->out, type_underlying(from_slice->elem)->kind == TYPE_UINT8 ? "([]byte)(" : "([]rune)(");
    print_node_list(p, &call->list);
    buf_add(&p->out, by_way ? "))" : ")");
}

/* The embedded fields that x.name goes through without naming them. */
static void print_embedded_path(struct printer *p, const struct selection *s) {
    const struct type *t = type_underlying(s->receiver);
    int steps = s->kind == SELECT_FIELD ? s->path.len - 1 : s->path.len;
    for (int i = 0; i < steps; i++) {
        if (t->kind == TYPE_POINTER)
            t = type_underlying(t->elem);
        const struct object *field = t->fields.items[s->path.items[i]];
        buf_printf(&p->out, ".%s", field->name);
        t = type_underlying(field->type);
    }
}

/* x, or x.E where a method or field is promoted from E. */
static void print_holder(struct printer *p, const struct expr *selector) {
    print_node(p, selector->x, PRECEDENCE_PRIMARY);
    if (selector->selection && selector->x->mode != MODE_TYPE)
        print_embedded_path(p, selector->selection);
}

/* A call of a method of a known type has become a call of a function: T.m(x, …), (*T).m(x, …). */
static void print_method_call(struct printer *p, const struct expr *call, const struct expr *selector) {
    const struct type *receiver = selector->selection->method->receiver;
    bool pointer = receiver->kind == TYPE_POINTER;
    buf_add(&p->out, pointer ? "(" : "");
    print_type(p, receiver);
    buf_printf(&p->out, pointer ? ").%s(" : ".%s(", selector->name);
    print_holder(p, selector);
    buf_add(&p->out, call->list.len ? ", " : "");
    print_node_list(p, &call->list);
    buf_add(&p->out, call->has_dots ? "...)" : ")");
}

static void print_call(struct printer *p, const struct expr *e) {
    const struct expr *callee = e->x;
    while (callee->kind == EXPR_PAREN)
        callee = callee->x;
    if (e->call == CALL_CONVERSION) {
        print_conversion(p, e);
        return;
    }
    if (callee->kind == EXPR_SELECTOR && callee->selection && callee->selection->kind == SELECT_METHOD_VALUE) {
        print_method_call(p, e, callee);
        return;
    }
    print_node(p, callee, PRECEDENCE_PRIMARY);
    buf_char(&p->out, '(');
    print_node_list(p, &e->list);
    buf_add(&p->out, e->has_dots ? "...)" : ")");
}

static void print_unary(struct printer *p, const struct expr *e) {
    const struct expr *x = e->x;
    while (x->kind == EXPR_PAREN)
        x = x->x;
    buf_add(&p->out, token_spelling(e->op));
    if (e->op == TOKEN_AND && x->kind == EXPR_COMPOSITE) {
        print_alone(p, x);
        return;
    }
    if (x->kind == EXPR_UNARY && x->op == e->op)
        buf_char(&p->out, ' ');
    print_node(p, x, PRECEDENCE_UNARY + 1);
}

static void print_node(struct printer *p, const struct expr *e, int precedence) {
    struct buf *out = &p->out;
    /* The typed tree of the Go compiler has no parentheses: they come back where precedence asks for them. */
    while (e->kind == EXPR_PAREN)
        e = e->x;
    if (e->value || e->kind == EXPR_NAME || !e->type) {
        print_source(p, e);
        return;
    }
    if (precedence > node_precedence(e)) {
        buf_char(out, '(');
        print_alone(p, e);
        buf_char(out, ')');
        return;
    }
    if (e->mode == MODE_TYPE) {
        print_type(p, e->type);
        return;
    }
    switch (e->kind) {
    case EXPR_FUNC_LITERAL:
        buf_add(out, "func literal");
        break;
    case EXPR_COMPOSITE:
        if (e->type->kind == TYPE_POINTER) { /* the elided & of an element (spec: Composite literals) */
            buf_char(out, '&');
            print_type(p, e->type->elem);
        } else {
            print_type(p, e->type);
        }
        buf_add(out, e->list.len ? "{...}" : "{}");
        break;
    case EXPR_SELECTOR:
        print_holder(p, e);
        buf_printf(out, ".%s", e->name);
        break;
    case EXPR_INDEX:
        print_node(p, e->x, PRECEDENCE_PRIMARY);
        buf_char(out, '[');
        print_alone(p, e->y);
        buf_char(out, ']');
        break;
    case EXPR_SLICE:
        print_node(p, e->x, PRECEDENCE_PRIMARY);
        print_slice_indices(p, e, print_alone);
        break;
    case EXPR_TYPE_ASSERT:
        print_node(p, e->x, PRECEDENCE_PRIMARY);
        buf_add(out, ".(");
        print_alone(p, e->y);
        buf_char(out, ')');
        break;
    case EXPR_CALL:
        print_call(p, e);
        break;
    case EXPR_STAR:
        buf_char(out, '*');
        print_node(p, e->x, PRECEDENCE_UNARY + 1);
        break;
    case EXPR_UNARY:
        print_unary(p, e);
        break;
    case EXPR_BINARY:
        print_node(p, e->x, token_precedence(e->op));
        buf_printf(out, " %s ", token_spelling(e->op));
        print_node(p, e->y, token_precedence(e->op) + 1);
        break;
    default:
        print_source(p, e);
    }
}

const char *expr_text(struct arena *a, const struct expr *e, const struct package *relative_to) {
    struct printer p = {.arena = a, .relative_to = relative_to};
    print_alone(&p, e);
    return finish(&p);
}

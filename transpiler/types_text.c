/* Types as messages and %T show them. */
#include "transpiler/types.h"

#include <string.h>

/* An interface that is being printed. */
struct open_interface {
    const struct open_interface *outer;
    const struct type *type;
};

struct printer {
    struct buf *out;
    const struct package *relative_to; /* its names stand alone */
    bool compiled;                     /* the spacing and the plain parameters of type_compiled_text */
    const struct open_interface *open;
};

static void print_type(struct printer *p, const struct type *t);

/* "(a int, b ...string)" */
static void print_list(struct printer *p, const struct type *f, bool results) {
    int len = results ? f->results.len : f->params.len;
    struct type **types = results ? f->results.items : f->params.items;
    int named = results ? f->result_names.len : f->param_names.len;
    const char **names = results ? f->result_names.items : f->param_names.items;
    buf_char(p->out, '(');
    for (int i = 0; i < len; i++) {
        if (i)
            buf_add(p->out, ", ");
        if (i < named && names[i] && !p->compiled)
            buf_printf(p->out, "%s ", names[i]);
        const struct type *t = types[i];
        if (!results && f->variadic && i == len - 1) {
            buf_add(p->out, "...");
            t = t->elem;
        }
        print_type(p, t);
    }
    buf_char(p->out, ')');
}

static void print_signature(struct printer *p, const struct type *f) {
    print_list(p, f, false);
    if (!f->results.len)
        return;
    buf_char(p->out, ' ');
    if (f->results.len == 1 && (p->compiled || !(f->result_names.len && f->result_names.items[0])))
        print_type(p, f->results.items[0]);
    else
        print_list(p, f, true);
}

/* "struct{" … "}" or, as the compiled form has it, "struct { " … " }" and "struct {}". */
static void open_brace(struct printer *p, const char *keyword, bool empty) {
    buf_add(p->out, keyword);
    buf_add(p->out, !p->compiled ? "{" : empty ? " {" : " { ");
}

static void close_brace(struct printer *p, bool empty) {
    buf_add(p->out, p->compiled && !empty ? " }" : "}");
}

static void print_struct(struct printer *p, const struct type *t) {
    open_brace(p, "struct", !t->fields.len);
    vec_each(i, &t->fields) {
        const struct object *f = t->fields.items[i];
        if (i)
            buf_add(p->out, "; ");
        if (!f->embedded)
            buf_printf(p->out, "%s ", f->name);
        print_type(p, f->type);
        if (f->tag && *f->tag) {
            buf_add(p->out, " \"");
            for (const char *c = f->tag; *c; c++) {
                if (*c == '"' || *c == '\\')
                    buf_char(p->out, '\\');
                buf_char(p->out, *c);
            }
            buf_char(p->out, '"');
        }
    }
    close_brace(p, !t->fields.len);
}

/* One without a name may have itself in its methods (through another that it embeds), and is then cut short. */
static bool is_open(const struct printer *p, const struct type *t) {
    for (const struct open_interface *o = p->open; o; o = o->outer)
        if (o->type == t)
            return true;
    return false;
}

static void print_interface(struct printer *p, const struct type *t) {
    if (is_open(p, t)) {
        buf_add(p->out, "interface {...}");
        return;
    }
    struct open_interface here = {p->open, t};
    p->open = &here;
    bool empty = !t->methods.len && (t->complete || !t->embedded.len);
    open_brace(p, "interface", empty);
    vec_each(i, &t->methods) {
        if (i)
            buf_add(p->out, "; ");
        buf_add(p->out, t->methods.items[i].name);
        print_signature(p, t->methods.items[i].type);
    }
    for (int i = 0; !t->complete && i < t->embedded.len; i++) {
        if (i || t->methods.len)
            buf_add(p->out, "; ");
        print_type(p, t->embedded.items[i]);
    }
    close_brace(p, empty);
    p->open = here.outer;
}

static void print_type(struct printer *p, const struct type *t) {
    if (!t) {
        buf_add(p->out, "<nil>");
        return;
    }
    if (t->basic_name) {
        buf_add(p->out, t->basic_name);
        return;
    }
    switch (t->kind) {
    case TYPE_POINTER:
        buf_char(p->out, '*');
        print_type(p, t->elem);
        break;
    case TYPE_SLICE:
        buf_add(p->out, "[]");
        print_type(p, t->elem);
        break;
    case TYPE_ARRAY:
        buf_printf(p->out, "[%lld]", (long long)t->count);
        print_type(p, t->elem);
        break;
    case TYPE_MAP:
        buf_add(p->out, "map[");
        print_type(p, t->key);
        buf_char(p->out, ']');
        print_type(p, t->elem);
        break;
    case TYPE_CHAN: {
        bool parens = t->dir == CHAN_BOTH && t->elem && t->elem->kind == TYPE_CHAN && t->elem->dir == CHAN_RECV;
        buf_add(p->out, t->dir == CHAN_SEND ? "chan<- " : t->dir == CHAN_RECV ? "<-chan " : "chan ");
        if (parens)
            buf_char(p->out, '(');
        print_type(p, t->elem);
        if (parens)
            buf_char(p->out, ')');
        break;
    }
    case TYPE_STRUCT: print_struct(p, t); break;
    case TYPE_INTERFACE: print_interface(p, t); break;
    case TYPE_FUNC:
        buf_add(p->out, "func");
        print_signature(p, t);
        break;
    case TYPE_TUPLE: print_list(p, t, true); break;
    case TYPE_NAMED:
        if (t->object->package && t->object->package != p->relative_to)
            buf_printf(p->out, "%s.", t->object->package->name);
        buf_add(p->out, t->object->name);
        break;
    default: buf_add(p->out, "invalid type");
    }
}

static const char *finished(struct arena *a, struct buf *b) {
    const char *text = arena_strndup(a, b->text ? b->text : "", b->len);
    buf_free(b);
    return text;
}

const char *type_text(struct arena *a, const struct type *t, const struct package *relative_to) {
    struct buf b = {0};
    print_type(&(struct printer){&b, relative_to, false, NULL}, t);
    return finished(a, &b);
}

const char *type_compiled_text(struct arena *a, const struct type *t, const struct package *relative_to) {
    struct buf b = {0};
    print_type(&(struct printer){&b, relative_to, true, NULL}, t);
    return finished(a, &b);
}

const char *signature_text(struct arena *a, const struct type *f, const struct package *relative_to) {
    struct buf b = {0};
    print_signature(&(struct printer){&b, relative_to, false, NULL}, f);
    return finished(a, &b);
}

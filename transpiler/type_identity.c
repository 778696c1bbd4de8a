/* Types as text: as %T prints them, and so that equal texts mean identical types (spec: Type identity). */
#include "transpiler/ctypes.h"

#include <string.h>

/* An interface that is being written. */
struct open_interface {
    const struct open_interface *outer;
    const struct type *type;
};

struct writer {
    struct buf *out;
    bool identity; /* package paths, places of local types, packages of unexported names */
    const struct open_interface *open;
};

static void write_type(struct writer *w, const struct type *t);

/* One name per kind: byte is uint8, rune is int32. */
static const char *basic_name(enum type_kind k) {
    switch (k) {
#define X(name, text, size) case TYPE_##name: return text;
        BASIC_KINDS(X)
#undef X
    default: return NULL;
    }
}

static void write_quoted(struct writer *w, const char *s) {
    buf_char(w->out, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_char(w->out, '\\');
        buf_char(w->out, *s);
    }
    buf_char(w->out, '"');
}

static void write_signature(struct writer *w, const struct type *f) {
    buf_char(w->out, '(');
    vec_each(i, &f->params) {
        if (i)
            buf_add(w->out, ", ");
        if (f->variadic && i == f->params.len - 1) {
            buf_add(w->out, "...");
            write_type(w, f->params.items[i]->elem);
        } else {
            write_type(w, f->params.items[i]);
        }
    }
    buf_char(w->out, ')');
    if (f->results.len == 0)
        return;
    buf_add(w->out, f->results.len == 1 ? " " : " (");
    vec_each(i, &f->results) {
        if (i)
            buf_add(w->out, ", ");
        write_type(w, f->results.items[i]);
    }
    if (f->results.len > 1)
        buf_char(w->out, ')');
}

static void write_member_name(struct writer *w, const char *name, const struct package *package) {
    if (w->identity && package && !name_is_exported(name))
        buf_printf(w->out, "%s.", package->path);
    buf_add(w->out, name);
}

static void write_struct(struct writer *w, const struct type *t) {
    buf_add(w->out, "struct {");
    vec_each(i, &t->fields) {
        const struct object *f = t->fields.items[i];
        buf_add(w->out, i ? "; " : " ");
        if (!f->embedded || w->identity) {
            if (f->embedded)
                buf_char(w->out, '!');
            write_member_name(w, f->name, f->package);
            buf_char(w->out, ' ');
        }
        write_type(w, f->type);
        if (f->tag && *f->tag) {
            buf_char(w->out, ' ');
            write_quoted(w, f->tag);
        }
    }
    buf_add(w->out, t->fields.len ? " }" : "}");
}

/* An interface without a name can have itself in its methods, through one that it embeds: type I interface { F() interface{ I } }.
 * It is then told by how many interfaces further out it began. One that is merely identical counts as itself: so the text is that of
 * the type unfolded without end, wherever in the source its circle was entered. */
static bool write_if_open(struct writer *w, const struct type *t) {
    int outward = 0;
    for (const struct open_interface *o = w->open; o; o = o->outer, outward++) {
        if (types_identical(o->type, t)) {
            buf_printf(w->out, "interface^%d", outward);
            return true;
        }
    }
    return false;
}

static void write_interface(struct writer *w, const struct type *t) {
    if (write_if_open(w, t))
        return;
    struct open_interface here = {w->open, t};
    w->open = &here;
    buf_add(w->out, "interface {");
    vec_each(i, &t->methods) {
        const struct method *m = &t->methods.items[i];
        buf_add(w->out, i ? "; " : " ");
        write_member_name(w, m->name, m->package);
        write_signature(w, m->type);
    }
    buf_add(w->out, t->methods.len ? " }" : "}");
    w->open = here.outer;
}

static void write_named(struct writer *w, const struct type *t) {
    const struct object *o = t->object;
    if (o->package)
        buf_printf(w->out, "%s.", w->identity ? o->package->path : o->package->name);
    buf_add(w->out, o->name);
    if (w->identity && o->package && o->scope && o->scope != o->package->scope) {
        const char *file = o->pos.source ? strrchr(o->pos.source->name, '/') : NULL;
        buf_printf(w->out, "@%s:%d:%d", file ? file + 1 : o->pos.source ? o->pos.source->name : "", o->pos.line, o->pos.col);
    }
}

static void write_type(struct writer *w, const struct type *t) {
    const char *basic = basic_name(t->kind);
    if (basic) {
        buf_add(w->out, basic);
        return;
    }
    switch (t->kind) {
    case TYPE_POINTER:
        buf_char(w->out, '*');
        write_type(w, t->elem);
        break;
    case TYPE_SLICE:
        buf_add(w->out, "[]");
        write_type(w, t->elem);
        break;
    case TYPE_ARRAY:
        buf_printf(w->out, "[%lld]", (long long)t->count);
        write_type(w, t->elem);
        break;
    case TYPE_MAP:
        buf_add(w->out, "map[");
        write_type(w, t->key);
        buf_char(w->out, ']');
        write_type(w, t->elem);
        break;
    case TYPE_CHAN: {
        bool parens = t->dir != CHAN_SEND && t->elem->kind == TYPE_CHAN && t->elem->dir == CHAN_RECV;
        buf_add(w->out, t->dir == CHAN_SEND ? "chan<- " : t->dir == CHAN_RECV ? "<-chan " : "chan ");
        if (parens)
            buf_char(w->out, '(');
        write_type(w, t->elem);
        if (parens)
            buf_char(w->out, ')');
        break;
    }
    case TYPE_STRUCT: write_struct(w, t); break;
    case TYPE_INTERFACE: write_interface(w, t); break;
    case TYPE_FUNC:
        buf_add(w->out, "func");
        write_signature(w, t);
        break;
    case TYPE_NAMED: write_named(w, t); break;
    default: buf_add(w->out, "invalid"); break;
    }
}

static const char *text_of(struct arena *a, const struct type *t, bool identity) {
    struct buf b = {0};
    write_type(&(struct writer){&b, identity, NULL}, t);
    const char *text = arena_strndup(a, b.text, b.len);
    buf_free(&b);
    return text;
}

const char *type_identity(struct arena *a, const struct type *t) {
    return text_of(a, t, true);
}

const char *type_go_text(struct arena *a, const struct type *t) {
    return text_of(a, t, false);
}

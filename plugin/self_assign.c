/* Self-assignment (Go 1.19, cmd/compile/internal/escape/assign.go and ir.IsSelfAssign, isSliceSelfAssign).
 *
 *     b.p = b.q            both sides are fields of one object
 *     b.s[i] = b.s[j]      or elements of one array or slice
 *     b.buf = b.buf[i:j]   or a slice of what b holds is put back into b (but not a slice of an array inside b: that is a new
 *                          pointer, to b itself)
 *
 * No pointer gets to where it could not be reached from before, so the store through b is no leak of b's content. The rule is
 * about the Go source; here it is read off the lowered form: checks for nil and bounds are looked through, and so are temporaries,
 * which are assigned once. */
#include "plugin/self_assign.h"

#include "base/buf.h"
#include "plugin/build.h"

#include <ctype.h>
#include <string.h>

static bool is_temporary(const struct cvar *v) {
    return v->storage == CVAR_LOCAL && v->init && strncmp(v->name, "tmp", 3) == 0 && isdigit((unsigned char)v->name[3]);
}

/* A runtime check that gives back what it was given. */
static bool is_check(const struct cexpr *e) {
    const struct cfunc *f = e->kind == CEXPR_CALL ? function_named(e->a) : NULL;
    return f && (strcmp(f->name, "go_nonnil") == 0 || strcmp(f->name, "go_index") == 0 || strcmp(f->name, "go_index_unsigned") == 0);
}

static const struct cexpr *bare(const struct cexpr *e) {
    for (;;) {
        if (e->kind == CEXPR_CAST && e->cast != CCAST_POINTER_TO_INT && e->cast != CCAST_INT_TO_POINTER)
            e = e->a;
        else if (is_check(e))
            e = e->args.items[0];
        else if (e->kind == CEXPR_VAR && is_temporary(e->var))
            e = e->var->init;
        else
            return e;
    }
}

static bool is_field_named(const struct cexpr *e, const char *name) {
    return e->kind == CEXPR_MEMBER && e->a->type && e->field < e->a->type->field_count && strcmp(e->a->type->fields[e->field].name, name) == 0;
}

/* The array or slice that an index expression indexes; NULL where it is a bare pointer. */
static const struct cexpr *indexed(const struct cexpr *e) {
    const struct cexpr *a = e->kind == CEXPR_INDEX ? bare(e->a) : NULL;
    return a && (is_field_named(a, "at") || is_field_named(a, "ptr")) ? a->a : NULL;
}

static bool is_simple_index(const struct cexpr *e) {
    e = bare(e);
    return e->kind == CEXPR_CONST || e->kind == CEXPR_VAR;
}

/* The same place, and evaluating it has no effect. */
static bool same(const struct cexpr *a, const struct cexpr *b) {
    for (;;) {
        a = bare(a);
        b = bare(b);
        if (a->kind != b->kind)
            return false;
        switch (a->kind) {
        case CEXPR_VAR:
            return a->var == b->var;
        case CEXPR_CONST:
            return a->has_value && b->has_value && a->value == b->value;
        case CEXPR_MEMBER:
            if (a->field != b->field)
                return false;
            break;
        case CEXPR_INDEX:
            if (!is_simple_index(a->b) || !same(a->b, b->b))
                return false;
            break;
        case CEXPR_DEREF:
            break;
        default:
            return false;
        }
        a = a->a;
        b = b->a;
    }
}

/* `*p` or `p.f` of a plain name p: that name. */
static const struct cvar *dereferenced_name(const struct cexpr *e) {
    e = bare(e);
    if (e->kind == CEXPR_MEMBER)
        e = bare(e->a);
    if (e->kind != CEXPR_DEREF)
        return NULL;
    e = bare(e->a);
    return e->kind == CEXPR_VAR ? e->var : NULL;
}

static bool ends_with(const char *s, const char *end) {
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcmp(s + n - m, end) == 0;
}

enum slicing { NO_SLICE, SLICE_OF_SLICE, SLICE_OF_ARRAY };

static enum slicing slicing(const struct cexpr *e) {
    const struct cfunc *f = e->kind == CEXPR_CALL ? function_named(e->a) : NULL;
    if (!f || e->args.len == 0)
        return NO_SLICE;
    if (ends_with(f->name, "_slice") || ends_with(f->name, "_slice3") || ends_with(f->name, "_slice_from"))
        return SLICE_OF_SLICE;
    return ends_with(f->name, "_of_array") || ends_with(f->name, "_of_array3") ? SLICE_OF_ARRAY : NO_SLICE;
}

/* What is sliced, as Go has it: the slice, or the pointer to the array; NULL for an array that is no pointer's. */
static const struct cexpr *sliced(const struct cexpr *call) {
    const struct cexpr *e = bare(call->args.items[0]);
    if (slicing(call) == SLICE_OF_SLICE)
        return e;
    if (!is_field_named(e, "at"))
        return NULL;
    e = bare(e->a);
    return e->kind == CEXPR_DEREF ? bare(e->a) : NULL;
}

bool is_self_assignment(const struct cexpr *assign) {
    const struct cexpr *dst = bare(assign->a), *src = bare(assign->b);
    if (dst->kind == CEXPR_MEMBER && src->kind == CEXPR_MEMBER)
        return same(dst->a, src->a);
    const struct cexpr *to = indexed(dst), *from = indexed(src);
    if (to && from)
        return is_simple_index(dst->b) && is_simple_index(src->b) && same(to, from);
    if (slicing(src) == NO_SLICE || !dereferenced_name(dst))
        return false;
    const struct cexpr *base = sliced(src);
    return base && dereferenced_name(base) == dereferenced_name(dst);
}

/* ---- text ---- */

static void print(struct arena *a, struct buf *out, const struct cexpr *e) {
    e = bare(e);
    switch (e->kind) {
    case CEXPR_VAR:
        buf_add(out, e->var->name);
        break;
    case CEXPR_MEMBER: {
        const struct cexpr *base = bare(e->a);
        print(a, out, base->kind == CEXPR_DEREF ? base->a : base); /* p->f is p.f in Go */
        buf_printf(out, ".%s", e->a->type->fields[e->field].name);
        break;
    }
    case CEXPR_DEREF:
        buf_char(out, '*');
        print(a, out, e->a);
        break;
    case CEXPR_INDEX: {
        const struct cexpr *whole = indexed(e) ? bare(indexed(e)) : e->a;
        whole = whole->kind == CEXPR_DEREF ? bare(whole->a) : whole;
        bool paren = whole->kind == CEXPR_DEREF;
        buf_add(out, paren ? "(" : "");
        print(a, out, whole);
        buf_add(out, paren ? ")" : "");
        buf_char(out, '[');
        print(a, out, e->b);
        buf_char(out, ']');
        break;
    }
    case CEXPR_CALL: {
        const struct cexpr *base = sliced(e) ? sliced(e) : e->args.items[0];
        bool paren = bare(base)->kind == CEXPR_DEREF;
        int first = slicing(e) == SLICE_OF_ARRAY ? 2 : 1;
        buf_add(out, paren ? "(" : "");
        print(a, out, base);
        buf_add(out, paren ? ")[" : "[");
        for (int i = first; i < e->args.len; i++) {
            if (i > first)
                buf_char(out, ':');
            print(a, out, e->args.items[i]);
        }
        buf_add(out, e->args.len == first + 1 ? ":]" : "]");
        break;
    }
    case CEXPR_CONST:
        if (e->has_value)
            buf_printf(out, "%ld", e->value);
        break;
    default:
        buf_add(out, cexpr_text(a, e));
    }
}

const char *self_assignment_text(struct arena *a, const struct cexpr *assign) {
    struct buf b = {0};
    print(a, &b, assign->a);
    buf_add(&b, " = ");
    print(a, &b, assign->b);
    const char *text = arena_strdup(a, b.text);
    buf_free(&b);
    return text;
}

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

#include "plugin/go_text.h"

static bool is_simple_index(const struct cexpr *e) {
    e = go_bare(e);
    return e->kind == CEXPR_CONST || e->kind == CEXPR_VAR;
}

/* The same place, and evaluating it has no effect. */
static bool same(const struct cexpr *a, const struct cexpr *b) {
    for (;;) {
        a = go_bare(a);
        b = go_bare(b);
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
    e = go_bare(e);
    if (e->kind == CEXPR_MEMBER)
        e = go_bare(e->a);
    if (e->kind != CEXPR_DEREF)
        return NULL;
    e = go_bare(e->a);
    return e->kind == CEXPR_VAR ? e->var : NULL;
}

bool is_self_assignment(const struct cexpr *assign) {
    const struct cexpr *dst = go_bare(assign->a), *src = go_bare(assign->b);
    if (dst->kind == CEXPR_MEMBER && src->kind == CEXPR_MEMBER)
        return same(dst->a, src->a);
    const struct cexpr *to = go_indexed(dst), *from = go_indexed(src);
    if (to && from)
        return is_simple_index(dst->b) && is_simple_index(src->b) && same(to, from);
    if (go_slicing(src) == NO_SLICE || !dereferenced_name(dst))
        return false;
    const struct cexpr *base = go_sliced(src);
    return base && dereferenced_name(base) == dereferenced_name(dst);
}

const char *self_assignment_text(struct arena *a, const struct cexpr *assign) {
    return arena_printf(a, "%s = %s", go_text(a, assign->a), go_text(a, assign->b));
}

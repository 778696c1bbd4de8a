/* Calls (spec: Calls, Passing arguments to ... parameters). A call is prepared (its operands evaluated, its callee settled) and
 * then finished; `defer` and `go` do the two in different places. */
#include "transpiler/lower.h"

#include <string.h>

/* The slice behind a variadic parameter: an array of its own, which is a site. */
static struct code *variadic_slice(struct function *f, struct expr *e, struct type *slice, struct operand *elements, int count) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    if (count == 0)
        return zero_value(l, slice);
    struct code *values = code_braces(a);
    for (int i = 0; i < count; i++)
        code_push(a, values, elements[i].code);
    struct code *init = code_braces(a);
    code_push(a, init, values);
    struct type *elem = type_underlying(slice)->elem;
    const char *type = array_ctype(l, elem, count);
    struct code *array = f->record ? part_of_record(f, type, "args", init)
                                   : site_object(f, e->pos, "... argument", "args", type, type_has_pointers(elem), init);
    return slice_over(l, slice, array, code_atomf(l->arena, "%lld", (long long)count), count);
}

struct code *slice_over(struct lowering *l, struct type *slice, struct code *array, struct code *len, int64_t cap) {
    struct arena *a = l->arena;
    struct code *x = code_literal(a, ctype_word(&l->types, type_underlying(slice)));
    code_push(a, x, code_member(a, array, "at"));
    code_push(a, x, len);
    code_push(a, x, code_atomf(a, "%lld", (long long)cap));
    return x;
}

struct type *counted_array(struct lowering *l, struct type *elem, int64_t count) {
    struct type *t = arena_new(l->lasting, struct type);
    t->kind = TYPE_ARRAY;
    t->elem = elem;
    t->count = count;
    return t;
}

const char *array_ctype(struct lowering *l, struct type *elem, int64_t count) {
    return ctype(&l->types, counted_array(l, elem, count));
}

static struct type *param_type(const struct type *signature, int i, bool spread) {
    int last = signature->params.len - 1;
    if (signature->variadic && !spread && i >= last)
        return type_underlying(signature->params.items[last])->elem;
    return signature->params.items[i];
}

/* f(g()): the results of one call as the arguments of another. */
static void add_results(struct function *f, struct call *c, struct expr *inner) {
    struct lowering *l = f->l;
    struct arena *a = l->arena;
    const struct type *have = inner->type;
    struct code *all = temp(f, "tmp", ctype_results_list(&l->types, have->results.items, have->results.len), lower_expr(f, inner));
    vec_each(i, &have->results) {
        struct type *want = param_type(c->signature, i, false);
        struct code *part = code_member(a, all, arena_printf(a, "r%d", i));
        operand_add(f, &c->operands, convert(f, part, have->results.items[i], want, inner->pos, display(f->l, inner)),
                    ctype(&l->types, want));
    }
}

/* The Go compiler tells of the box of a variable at the call. */
static struct pos argument_told_at(const struct expr *call, struct expr *argument) {
    const struct expr *x = strip(argument);
    return x->kind == EXPR_NAME && x->mode == MODE_VARIABLE ? call->pos : expr_told_at(x);
}

static void add_arguments(struct function *f, struct call *c) {
    struct lowering *l = f->l;
    struct expr *e = c->e;
    const struct type *signature = c->signature;
    struct expr *only = e->list.len == 1 ? strip(e->list.items[0]) : NULL;
    if (only && only->type && only->type->kind == TYPE_TUPLE) {
        add_results(f, c, only);
        return;
    }
    vec_each(i, &e->list) {
        struct type *want = param_type(signature, i, e->has_dots);
        operand_add(f, &c->operands, lower_as_at(f, e->list.items[i], want, argument_told_at(e, e->list.items[i])), ctype(&l->types, want));
    }
}

void call_gather(struct function *f, struct call *c) {
    const struct type *signature = c->signature;
    if (!signature->variadic || c->e->has_dots)
        return;
    int first = c->receiver + signature->params.len - 1;
    struct type *slice = signature->params.items[signature->params.len - 1];
    struct code *x = variadic_slice(f, c->e, slice, vec_tail(&c->operands.list, first), c->operands.list.len - first);
    c->operands.list.len = first;
    operand_add(f, &c->operands, x, ctype(&f->l->types, slice));
}

struct code *lower_receiver(struct function *f, struct expr *x, const struct selection *s) {
    struct lowering *l = f->l;
    struct type *t = x->type;
    struct code *receiver;
    if (type_underlying(t)->kind == TYPE_POINTER)
        receiver = lower_expr(f, x);
    else if (s->address_needed)
        receiver = lower_place(f, x, PLACE_ONCE);
    else
        receiver = lower_place_or_value(f, x);
    receiver = lower_path(f, receiver, &t, s->path.items, s->path.len);
    if (s->address_needed)
        return code_address(l->arena, receiver);
    if (s->deref_needed)
        return code_deref(l->arena, non_nil(f, receiver));
    return receiver;
}

/* The receiver of a call x.M(), whose address may be taken although nobody wrote &. */
static struct code *called_on(struct function *f, struct expr *x) {
    struct code *receiver = lower_receiver(f, x->x, x->selection);
    if (!receiver->go)
        receiver->go = x;
    return receiver;
}

/* ---- callees that the Go compiler keeps ---- */

/* The Go compiler makes `t := f(); t()` of f()(), and the same of the receiver of f().m(), wherever the callee does something
 * when it is evaluated (cmd/compile/internal/typecheck: RewriteNonNameCall); its analysis takes t for a variable of the function's
 * outermost block. In a loop, whatever t leads to outlives the iteration there. */
static bool does_something(const struct expr *e) {
    if (!e || e->value || e->mode == MODE_TYPE)
        return false;
    switch (e->kind) {
    case EXPR_CALL:
        if (e->call != CALL_CONVERSION)
            return e->call != CALL_BUILTIN || e->builtin != BUILTIN_NEW;
        break;
    case EXPR_UNARY:
        if (e->op == TOKEN_ARROW)
            return true;
        break;
    case EXPR_SLICE:
        if (does_something(e->lo) || does_something(e->hi) || does_something(e->max))
            return true;
        break;
    case EXPR_FUNC_LITERAL:
        return false;
    default:
        break;
    }
    if (e->kind == EXPR_COMPOSITE || e->kind == EXPR_CALL) {
        vec_each(i, &e->list) {
            if (does_something(e->list.items[i]))
                return true;
        }
    }
    return does_something(e->x) || does_something(e->y);
}

/* Does something outside of the loops hold already whatever the value leads to? A variable there that it is part of, or led to
 * by; the heap, where all is that was put in a map or sent. */
static bool is_held_outside(const struct function *f, const struct expr *e) {
    for (;; e = e->x) {
        if (e->mode == MODE_MAP_INDEX)
            return true;
        switch (e->kind) {
        case EXPR_NAME: {
            const struct variable *v = e->object && e->object->kind == OBJECT_VAR ? e->object->lower : NULL;
            return !v || v->in_loop_of != f;
        }
        case EXPR_UNARY:
            if (e->op != TOKEN_AND)
                return e->op == TOKEN_ARROW;
            break;
        case EXPR_SELECTOR:
            if (!e->selection)
                return true; /* a variable of a package */
            break;
        case EXPR_PAREN:
        case EXPR_INDEX:
        case EXPR_SLICE:
        case EXPR_STAR:
        case EXPR_TYPE_ASSERT:
            break;
        default:
            return false;
        }
    }
}

/* The callee or receiver `x` of `e` as an operand of the call; where the Go compiler keeps it, in a variable that says so. */
static void add_callee(struct function *f, struct call *c, const struct expr *e, struct code *x, const char *base, struct type *t) {
    const char *type = ctype(&f->l->types, t);
    if (f->lifetime->outer && type_has_pointers(t) && does_something(e) && !is_held_outside(f, e)) {
        const char *name = name_temp(f, base);
        emit_decl(f, type, name, "OUTERMOST", x);
        x = code_atom(f->l->arena, name);
    }
    operand_add(f, &c->operands, x, type);
}

/* Who is called: fills in all but the arguments. */
static void prepare_callee(struct function *f, struct call *c) {
    struct lowering *l = f->l;
    struct expr *x = strip(c->e->x);
    if ((x->kind == EXPR_NAME || (x->kind == EXPR_SELECTOR && !x->selection)) && x->object && x->object->kind == OBJECT_FUNC) {
        c->function = function_reference(l, x->object);
        return;
    }
    if (x->kind == EXPR_FUNC_LITERAL) {
        c->receiver = 1;
        struct code *environment = lower_environment(f, x, &c->function, true);
        operand_add(f, &c->operands, environment, "void *");
        return;
    }
    const struct selection *s = x->kind == EXPR_SELECTOR ? x->selection : NULL;
    if (s && s->kind == SELECT_METHOD_VALUE) {
        c->receiver = 1;
        c->function = function_reference(l, s->method);
        add_callee(f, c, x->x, called_on(f, x), "receiver", s->method->receiver);
        return;
    }
    c->receiver = 1;
    if (s && s->kind == SELECT_INTERFACE_METHOD) {
        c->through_interface = true;
        c->method = ctype_interface_method(&l->types, type_underlying(s->holder), s->method_index);
        add_callee(f, c, x->x, called_on(f, x), "callee", s->holder);
        return;
    }
    add_callee(f, c, x, lower_expr(f, x), "callee", x->type);
}

void call_prepare(struct function *f, struct expr *e, struct call *c) {
    *c = (struct call){.e = e, .signature = type_underlying(e->x->type)};
    prepare_callee(f, c);
    add_arguments(f, c);
    operands_settle(f, &c->operands);
    if (!c->function) {
        struct operand *callee = &c->operands.list.items[0];
        callee->code = stable(f, callee->code, "callee", callee->type);
    }
}

struct code *call_finish(struct function *f, const struct call *c) {
    struct arena *a = f->l->arena;
    struct code *call;
    int next = 0;
    if (c->function) {
        call = code_call(a, code_atom(a, c->function));
    } else if (c->through_interface) {
        struct code *x = c->operands.list.items[next++].code;
        call = code_call(a, code_member(a, code_deref(a, code_member(a, x, "methods")), c->method));
        code_push(a, call, code_member(a, x, "data"));
    } else {
        struct code *x = c->operands.list.items[next++].code;
        call = code_call(a, code_member(a, x, "fn"));
        code_push(a, call, code_member(a, x, "env"));
    }
    for (; next < c->operands.list.len; next++)
        code_push(a, call, c->operands.list.items[next].code);
    return call;
}

struct code *lower_call(struct function *f, struct expr *e) {
    switch (e->call) {
    case CALL_CONVERSION:
        return lower_conversion(f, e);
    case CALL_BUILTIN:
        return lower_builtin(f, e);
    case CALL_FUNCTION:
        break;
    }
    struct call c;
    call_prepare(f, e, &c);
    call_gather(f, &c);
    return call_finish(f, &c);
}

/* Calls as constraints: what is passed, what comes back, and functions whose names say more than their types. */
#include "plugin/build.h"

#include "plugin/annotations.h"

#include <string.h>

static const struct op *last_load(const struct op *ops) {
    const struct op *last = NULL;
    for (; ops; ops = ops->next) {
        if (ops->kind != OP_FIELD)
            last = ops;
    }
    return last;
}

/* Are both places parts of one record? */
static bool same_record(struct place a, struct place b) {
    if (a.base != b.base || a.address || b.address)
        return false;
    const struct op *a_end = last_load(a.ops), *b_end = last_load(b.ops);
    if (!a_end || !b_end)
        return a_end == b_end;
    const struct op *x = a.ops, *y = b.ops;
    for (;; x = x->next, y = y->next) {
        if (!x || !y || x->kind != y->kind || x->offset != y->offset)
            return false;
        if (x == a_end || y == b_end)
            return x == a_end && y == b_end;
    }
}

/* `f.fn(f.env, x)`: which argument is another field of the record that the callee is a field of? */
static int environment_argument(const struct origins *through, const struct origins *args, int count) {
    if (through->list.len == 0)
        return -1;
    struct place fn = through->list.items[0].place;
    for (int i = 0; i < count; i++) {
        if (args[i].list.len == 0)
            continue;
        if ((fn.ops || args[i].list.items[0].place.ops) && same_record(fn, args[i].list.items[0].place))
            return i;
    }
    return -1;
}

static bool is_alloca(const char *name) {
    static const char prefix[] = "__builtin_alloca"; /* …_with_align, …_uninitialized, …_with_align_uninitialized */
    return strcmp(name, "alloca") == 0 || strncmp(name, prefix, sizeof prefix - 1) == 0;
}

/* Until the function ends, or a block in which an array of variable length was declared before: the stack goes back to where it was
 * when that block began. */
static struct scope *life_of_alloca(const struct builder *b) {
    struct scope *s = b->scope;
    while (s->outer && !s->has_vla)
        s = s->outer;
    return s;
}

bool is_pointer_to_list(const struct cexpr *list) {
    return is_pointer(list->type) && list->type->target && list->type->target->kind == CTYPE_RECORD;
}

/* The variable argument lists of <stdarg.h>: a list is a place that holds the address of what was passed for `...`. */
static bool eval_va_call(struct builder *b, const struct cexpr *call, const char *name) {
    if (strcmp(name, "__builtin_va_end") == 0) {
        eval_effects(b, call->args.items[0]);
        return true;
    }
    bool starts = strcmp(name, "__builtin_va_start") == 0 || strcmp(name, "__builtin_stdarg_start") == 0 || strcmp(name, "__builtin_c23_va_start") == 0;
    if (!starts && strcmp(name, "__builtin_va_copy") != 0)
        return false;
    const struct cexpr *list = call->args.items[0];
    struct origins places = origins_of(b, list, NULL);
    vec_each(i, &places.list) {
        struct place dst = places.list.items[i].place;
        if (dst.address)
            dst.address = false;
        else if (is_pointer_to_list(list))
            dst.ops = ops_append(b->arena, dst.ops, OP_LOAD, 0);
        struct hole to = hole_to(dst, NULL, step_new(b, FLOW_ASSIGN, call, call->place, NULL));
        if (!starts) {
            if (is_pointer_to_list(call->args.items[1]))
                push_op(b, &to, OP_LOAD, 0);
            eval(b, call->args.items[1], to);
        } else if (b->function && b->function->rest) {
            to.address = true;
            to.for_store = true;
            fill(b, b->function->rest, to);
        } else {
            from_outside(b, to);
        }
    }
    return true;
}

static bool returns_an_argument(const struct function *f) {
    for (int i = 0; i <= f->param_count; i++) {
        vec_each(j, &f->flows[i].rules) {
            if (f->flows[i].rules.items[j].target == TO_RESULT)
                return true;
        }
    }
    return false;
}

/* The parameter that a function only checks and gives back (`go_nonnil`): FLOWS says that it flows to the result, and the body
 * returns nothing else. -1: it is no such function. A call of one is its argument. */
static int parameter_given_back(struct builder *b, struct function *f) {
    if (f->given_back_is_known)
        return f->given_back;
    f->given_back_is_known = true;
    f->given_back = -1;
    const struct cvar *returned = NULL;
    VEC(const struct cstmt *) todo = {0};
    if (f->flows_declared && f->decl->is_defined) {
        cunit_load(b->flows->unit, f->decl);
        vec_push(b->arena, &todo, f->decl->body);
    }
    while (todo.len > 0) {
        const struct cstmt *s = todo.items[--todo.len];
        if (s->kind == CSTMT_RETURN) {
            const struct cexpr *e = s->e ? strip_casts(s->e) : NULL;
            if (!e || e->kind != CEXPR_VAR || e->var->storage != CVAR_PARAM || (returned && returned != e->var))
                return -1;
            returned = e->var;
        } else if (s->kind != CSTMT_BLOCK && s->kind != CSTMT_IF && s->kind != CSTMT_EXPR) {
            return -1;
        } else if (s->kind == CSTMT_EXPR && s->e->kind != CEXPR_CALL) {
            return -1; /* it might change the parameter */
        }
        vec_each(i, &s->list) {
            if (s->list.items[i])
                vec_push(b->arena, &todo, s->list.items[i]);
        }
    }
    if (!returned || f->flows[returned->index].rules.len != 1)
        return -1;
    const struct flow_rule *r = &f->flows[returned->index].rules.items[0];
    if (r->target == TO_RESULT && r->derefs == 0)
        f->given_back = returned->index;
    return f->given_back;
}

/* A function of numbers: only that it is named matters. */
static bool moves_no_address(const struct cexpr *call) {
    vec_each(i, &call->args) {
        if (has_pointers(call->args.items[i]->type))
            return false;
    }
    return !has_pointers(call->type);
}

void eval_call(struct builder *b, const struct cexpr *e, struct hole k) {
    struct cfunc *named = function_named(e->a);
    if (named) {
        struct function *callee = function_of(b->flows, named);
        mention(b, callee);
        int given_back = parameter_given_back(b, callee);
        bool is_transparent = given_back >= 0 && given_back < e->args.len;
        if (is_transparent || moves_no_address(e)) {
            vec_each(i, &e->args) eval(b, e->args.items[i], is_transparent && i == given_back ? k : (struct hole){.kind = HOLE_NUMBER});
            return;
        }
    }
    if (named && !named->is_defined) {
        if (is_copy(named->name) && e->args.len >= 2) {
            eval_copy(b, e, k);
            return;
        }
        if (e->args.len >= 1 && eval_va_call(b, e, named->name))
            return;
        if (e->args.len >= 1 && strncmp(named->name, "__sync_", 7) == 0) {
            eval_atomic(b, e, k);
            return;
        }
        if (e->args.len == 1 && strcmp(named->name, "__builtin_addressof") == 0) { /* the operand comes as it is written */
            struct cexpr address = {.kind = CEXPR_ADDRESS, .type = e->type, .place = e->place, .a = e->args.items[0]};
            eval(b, arena_copy(b->arena, &address, sizeof address), k);
            return;
        }
    }
    struct call *c = arena_new(b->arena, struct call);
    c->scope = b->scope;
    c->loops = b->loops;
    c->expression = e;
    c->place = e->place;
    c->env_arg = -1;
    c->discarded = k.kind == HOLE_NOWHERE;
    if (named) {
        c->callee = function_of(b->flows, named);
    } else {
        c->through = origins_of(b, e->a, step_new(b, FLOW_INDIRECTION, e->a, e->a->place, NULL));
    }
    c->arg_count = e->args.len;
    c->args = arena_array(b->arena, struct origins, e->args.len + 1);
    c->arg_types = arena_array(b->arena, struct ctype *, e->args.len + 1);
    const struct element_function *over = named && !named->is_defined ? element_function(b, e, named->name) : NULL;
    vec_each(i, &e->args) {
        const struct cexpr *arg = e->args.items[i];
        c->arg_types[i] = arg->type;
        struct step *passed = (struct step *)step_new(b, FLOW_CALL_PARAMETER, e, e->place, NULL);
        passed->argument = (unsigned)i;
        if (!over || over->elements != i) {
            c->args[i] = origins_of(b, arg, passed);
            continue;
        }
        struct hole element = hole_into(&c->args[i], arg->type, passed); /* any of them is given back, and passed on */
        push_op(b, &element, OP_SHIFT, constant_size(e->args.items[over->bytes]));
        eval(b, arg, element);
    }
    if (over && over->moves)
        eval_permuted(b, e, over, &c->args[over->elements]);
    if (named && !named->is_defined)
        eval_written_to_file(b, e, named->name, c->args);
    if (!named)
        c->env_arg = environment_argument(&c->through, c->args, c->arg_count);

    const char *name = named ? named->name : "{call}";
    bool allocates = named && (c->callee->returns_memory || is_alloca(named->name));
    if (!is_idle(&k) && has_pointers(e->type) && (!allocates || returns_an_argument(c->callee))) {
        c->result = temporary(b, name, e->type, e->place);
        fill(b, c->result, k);
    }
    if (b->function)
        vec_push(b->arena, &b->function->calls, c);
    if (named)
        note_growth(b, named, e->place);

    /* f(&env, …): a literal that is called where it stands has its environment paired in the call; a function with declared flows is none */
    if (named && named->is_defined && !c->callee->flows_declared && c->arg_count > 0 && takes_environment(named) &&
        named->type->params[0]->target->kind == CTYPE_VOID && c->args[0].list.len == 1) {
        struct place env = c->args[0].list.items[0].place;
        if (env.address && !env.ops && env.base->kind == LOC_VARIABLE && env.base->type && env.base->type->kind == CTYPE_RECORD) {
            pair_new(b, named, c->args[0], e->place)->direct = true;
        }
    }
    if (allocates && !is_idle(&k)) {
        struct ctype *pointer = is_pointer(k.hint) ? k.hint : !k.ops && is_pointer(k.type) ? k.type : NULL;
        struct ctype *element = pointer && pointer->target && pointer->target->kind != CTYPE_VOID ? pointer->target : NULL;
        bool on_stack = is_alloca(named->name); /* then the name is one of a site */
        struct location *memory = location_new(b, LOC_ALLOCATED, cexpr_text(on_stack ? b->flows->arena : b->arena, e), element, e->place);
        memory->on_stack = on_stack;
        if (on_stack)
            memory->scope = life_of_alloca(b);
        struct hole to = k;
        if (to.ops && to.ops->kind == OP_LOAD) {
            to.ops = to.ops->next;
        } else if (to.ops) {
            struct location *t = temporary(b, name, e->type, e->place);
            struct hole first = hole_to((struct place){.base = t}, e->type, k.steps);
            first.address = true;
            fill(b, memory, first);
            fill(b, t, k);
            return;
        } else {
            to.address = true;
        }
        fill(b, memory, to);
    }
}

/* The precise model: inclusion constraints, batch by batch, callees first.
 *
 * Every function is solved once, in its batch, for callers that nobody knows: what a parameter points to is a symbolic object,
 * memory of the caller's. What comes out is a summary (summary.c): the flows among parameters, what they point to, results, fresh
 * memory and the heap, and the calls that are made through parameters. A call of a function of an earlier batch adds the
 * summary's flows with the call's own arguments, so two calls do not mix; within a batch (recursion) arguments flow straight
 * into parameters.
 *
 * Why a program's escapes are all found (docs/analysis.md has the long form): an address is in one of the sets wherever the
 * program can hold it, or in the set of something that stands for that place: {heap} and the caller's memory are such places,
 * and an object whose address gets there is let out, which makes its own slots such places too. Aliasing between what two
 * parameters point to is not known in the callee, and need not be: what is stored in caller's memory has left already, and the
 * caller gets the stores as constraints, not as their outcome.
 *
 * Cost. A batch that takes more than MOST_STEPS_EACH steps for each constraint (programs that lowering makes take about one) is taken
 * function by function in the engine's coarse form; calls within it use summaries then, which are made again until they stay.
 *
 * Function values. A call through a pointer goes to all functions that the pointer holds, with all environments that it holds
 * beside them; a function that comes from outside gets the arguments and may do anything with them. A function value may also be
 * called by code that is not seen, once that has it: so when the function's address gets out of what is seen, each value that was made
 * of it is treated as called, with its environment and arguments from outside. */
#include "plugin/model.h"
#include "plugin/precise.h"

#include <string.h>

enum {
    /* What a batch may cost before it is taken in the coarse form: so many steps, and so many for each constraint. */
    MOST_STEPS_ALWAYS = 20000,
    MOST_STEPS_EACH = 25,
    MOST_CHANGES = 8, /* of a coarse summary while those of its batch are made */
};

/* ---- objects ---- */

/* Never stored to after its initialisation, which is seen. */
static bool is_known_global(const struct location *l) {
    return l->var && l->var->is_const && !l->var->attrs.weak && l->var->init && !l->var->is_extern && !l->var->is_thread_local;
}

static void add_assignment(struct precise *s, const struct assignment *a);

int object_for(struct precise *s, struct location *l) {
    if (has_object(s, l))
        return l->solver;
    struct pointsto *p = &s->p;
    int o;
    switch (l->kind) {
    case LOC_HEAP:
        return p->heap_object;
    case LOC_STRING:
        return p->string_object;
    case LOC_FUNCTION:
        o = object_new(p, OBJ_FUNCTION, l, NULL, l->name);
        break;
    case LOC_GLOBAL:
        o = object_new(p, OBJ_GLOBAL, l, l->type, l->name);
        object_at(p, o)->known = is_known_global(l);
        break;
    case LOC_ALLOCATED:
        o = object_new(p, l->on_stack ? OBJ_LOCAL : OBJ_MEMORY, l, l->type, l->name);
        object_at(p, o)->many = true;
        break;
    case LOC_RESULT:
    case LOC_TEMPORARY:
        o = object_new(p, OBJ_VALUE, l, l->type, l->name);
        object_at(p, o)->leaves = l->kind == LOC_RESULT;
        object_at(p, o)->function = l->function;
        break;
    default:
        o = object_new(p, OBJ_LOCAL, l, l->type, l->name);
        break;
    }
    l->solver = o;
    l->run = s->run;
    if (l->kind == LOC_GLOBAL && object_at(p, o)->known) {
        vec_each(i, &l->function->assignments) add_assignment(s, l->function->assignments.items[i]);
    }
    return o;
}

/* The slots that a value of this type has here: in the coarse form every object is one. */
static const struct slots *value_slots(struct precise *s, const struct ctype *t) {
    const struct slots *slots = slots_of(&s->slots, t);
    return s->p.coarse && slots->offsets.len > 1 ? &s->one_slot : slots;
}

/* ---- places ---- */

/* How far a place has been followed: a slot that is known, a slot behind a pointer, or a value. */
struct cursor {
    enum { AT_SLOT, BEHIND_POINTER, AT_VALUE } kind;
    int object;
    int node;
    long offset;
    bool number; /* BEHIND_POINTER: what is read there is a number */
};

static long plus(long a, long b) {
    return a == OFFSET_ANY || b == OFFSET_ANY ? OFFSET_ANY : a + b;
}

/* What is behind the pointer at the cursor, `offset` further on, comes to `to`. */
static struct use load(const struct cursor *c, long offset, int to, const struct step *steps, const char *why) {
    return (struct use){.kind = USE_LOAD, .other = to, .offset = plus(c->offset, offset), .number = c->number, .steps = steps, .why = why};
}

/* The node that holds what is at the cursor, `offset` further on. */
static int read(struct precise *s, const struct cursor *c, long offset) {
    struct pointsto *p = &s->p;
    if (c->kind == AT_SLOT)
        return content_of(p, target_of(p, c->object, plus(c->offset, offset)));
    if (c->kind == AT_VALUE)
        return c->node;
    int t = node_new(p);
    add_use(p, c->node, load(c, offset, t, NULL, NULL));
    return t;
}

static struct cursor follow(struct precise *s, struct place place) {
    struct cursor c = {AT_SLOT, object_for(s, place.base), -1, 0, false};
    for (const struct op *o = place.ops; o; o = o->next) {
        switch (o->kind) {
        case OP_FIELD:
            c.offset = plus(c.offset, o->offset);
            break;
        case OP_LOAD:
            c = (struct cursor){BEHIND_POINTER, -1, read(s, &c, 0), 0, o->offset > 0};
            break;
        case OP_SHIFT: {
            int moved = node_new(&s->p);
            add_use(&s->p, read(s, &c, 0), (struct use){.kind = USE_SHIFT, .other = moved, .offset = o->offset});
            c = (struct cursor){AT_VALUE, -1, moved, 0, false};
            break;
        }
        }
    }
    return c;
}

/* The node that holds the address of the place. NULL seeds: for a slot that is known, the caller seeds it. */
static int address(struct precise *s, const struct cursor *c) {
    if (c->offset == 0)
        return c->node;
    int t = node_new(&s->p);
    add_use(&s->p, c->node, (struct use){.kind = USE_MOVE, .other = t, .offset = c->offset});
    return t;
}

static const char *reason_to_store(struct precise *s, const struct cursor *dst, const struct assignment *a) {
    if (a->assumed)
        return a->assumed;
    if (dst->kind == AT_SLOT && object_at(&s->p, dst->object)->kind == OBJ_GLOBAL)
        return arena_printf(s->unit, "it is stored in the global '%s'", object_at(&s->p, dst->object)->name);
    return NULL;
}

/* The node that storing in a slot means, `offset` further on. */
static int place_at(struct precise *s, const struct cursor *dst, long offset, const struct assignment *a) {
    struct pointsto *p = &s->p;
    bool is_lost = a->assumed && dst->object == p->heap_object;
    return is_lost ? p->assumed_sink : place_to_store(p, target_of(p, dst->object, plus(dst->offset, offset)));
}

static void store(struct precise *s, const struct cursor *dst, long offset, int value, const struct assignment *a) {
    struct pointsto *p = &s->p;
    const char *why = reason_to_store(s, dst, a);
    if (dst->kind == BEHIND_POINTER)
        add_use(p, dst->node, (struct use){.kind = USE_STORE, .other = value, .offset = plus(dst->offset, offset), .steps = a->steps, .why = why});
    else if (dst->kind == AT_SLOT)
        add_edge(p, value, place_at(s, dst, offset, a), a->steps, why);
}

static void move(struct precise *s, const struct cursor *dst, const struct cursor *src, long offset, bool by_address, const struct assignment *a) {
    struct pointsto *p = &s->p;
    if (!by_address && dst->kind == AT_SLOT && src->kind == BEHIND_POINTER) {
        add_use(p, src->node, load(src, offset, place_at(s, dst, offset, a), a->steps, reason_to_store(s, dst, a)));
    } else if (!by_address) {
        store(s, dst, offset, read(s, src, offset), a);
    } else if (src->kind != AT_SLOT) {
        store(s, dst, offset, address(s, src), a);
    } else if (dst->kind == AT_SLOT && !(a->assumed && dst->object == p->heap_object)) {
        add_seed(p, place_at(s, dst, offset, a), target_of(p, src->object, src->offset), a->steps, reason_to_store(s, dst, a));
    } else {
        int t = node_new(p);
        add_seed(p, t, target_of(p, src->object, src->offset), NULL, NULL);
        store(s, dst, offset, t, a);
    }
}

static void add_assignment(struct precise *s, const struct assignment *a) {
    struct cursor dst = follow(s, a->dst), src = follow(s, a->src);
    if (a->src.address || src.kind == AT_VALUE) {
        move(s, &dst, &src, a->type ? 0 : OFFSET_ANY, a->src.address, a);
    } else if (!a->type) {
        move(s, &dst, &src, OFFSET_ANY, false, a);
    } else {
        const struct slots *slots = value_slots(s, a->type);
        vec_each(i, &slots->offsets) move(s, &dst, &src, slots->offsets.items[i], false, a);
    }
}

/* ---- calls ---- */

/* The call that shares its callees' callees with `c`, of which `c` makes one now; in the coarse form all share. */
struct live_call *outermost(struct precise *s, struct live_call *c) {
    if (!s->p.coarse)
        return c->outermost ? c->outermost : c;
    if (!s->all_inside)
        s->all_inside = arena_new(s->scratch, struct live_call);
    return s->all_inside;
}

struct live_call *live_call_new(struct precise *s, int arg_count, const char *text, const struct step *steps) {
    struct live_call *c = arena_new(s->scratch, struct live_call);
    *c = (struct live_call){.arg_count = arg_count, .every = -1, .result = -1, .text = text, .steps = steps};
    c->args = arena_array(s->scratch, int, arg_count + 1);
    c->arg_types = arena_array(s->scratch, struct ctype *, arg_count + 1);
    vec_push(s->scratch, &s->calls, c);
    return c;
}

static int value_object(struct precise *s, struct ctype *type, const char *name) {
    return object_new(&s->p, OBJ_VALUE, NULL, type, name);
}

static int collect(struct precise *s, const struct origins *origins, struct ctype *type, const char *name) {
    int o = value_object(s, type, name);
    struct cursor dst = {AT_SLOT, o, -1, 0, false};
    vec_each(i, &origins->list) {
        const struct origin *from = &origins->list.items[i];
        struct assignment a = {.src = from->place, .type = from->type, .steps = from->steps};
        struct cursor src = follow(s, from->place);
        if (from->place.address || src.kind == AT_VALUE) {
            move(s, &dst, &src, 0, from->place.address, &a);
            continue;
        }
        const struct slots *slots = from->type ? value_slots(s, from->type) : NULL;
        for (int j = 0; slots && j < slots->offsets.len; j++)
            move(s, &dst, &src, slots->offsets.items[j], false, &a);
        if (!slots)
            move(s, &dst, &src, OFFSET_ANY, false, &a);
    }
    return o;
}

static int arg_object(const struct live_call *c, int i) {
    return i < c->arg_count ? c->args[i] : c->every;
}

/* ---- callees that only say what they do ---- */

/* A call that `c`'s callee makes of its own argument number `callback`. */
static struct live_call *callback_call(struct precise *s, struct live_call *c, int callback, int args) {
    struct live_call *inner = live_call_new(s, args, c->text, c->steps);
    inner->outermost = outermost(s, c);
    for (int i = 0; i < args; i++)
        inner->args[i] = value_object(s, NULL, "{argument}");
    inner->every = value_object(s, NULL, "{argument}");
    add_edge(&s->p, s->p.from_heap, any_in(&s->p, inner->every), NULL, NULL);
    int callee = arg_object(c, callback);
    if (callee >= 0)
        watch_callee(s, any_out(&s->p, callee), inner);
    return inner;
}

static void to_result(struct precise *s, struct live_call *c, int arg, int value, const struct flow_rule *r) {
    struct pointsto *p = &s->p;
    if (c->result < 0)
        return;
    bool whole = r->derefs == 0 && r->offset < 0 && c->result_type && arg < c->arg_count && c->arg_types[arg] == c->result_type;
    if (whole) {
        const struct slots *slots = value_slots(s, c->result_type);
        vec_each(i, &slots->offsets) {
            long at = slots->offsets.items[i];
            add_edge(p, content_of(p, target_of(p, c->args[arg], at)), target_of(p, c->result, at), c->steps, NULL);
        }
    } else {
        add_edge(p, value, r->offset < 0 ? any_in(p, c->result) : target_of(p, c->result, r->offset), c->steps, NULL);
    }
}

static bool is_function_pointer(const struct ctype *t) {
    return t && t->kind == CTYPE_POINTER && t->target && t->target->kind == CTYPE_FUNCTION;
}

static bool leads_to_functions(const struct ctype *t) {
    const struct ctype *record = t && t->kind == CTYPE_POINTER ? t->target : NULL;
    for (int i = 0; record && i < record->field_count; i++) {
        if (is_function_pointer(record->fields[i].type))
            return true;
    }
    return false;
}

/* … and those in a record whose address it is given, with what stands beside them. */
static void call_what_is_behind(struct precise *s, struct live_call *c, int arg) {
    struct pointsto *p = &s->p;
    int beside = node_new(p);
    add_use(p, any_out(p, c->args[arg]), (struct use){.kind = USE_LOAD, .other = beside, .offset = OFFSET_ANY, .steps = c->steps});
    struct live_call *inner = live_call_new(s, 0, c->text, c->steps);
    inner->outermost = outermost(s, c);
    inner->every = value_object(s, NULL, "{argument}");
    inner->unknown = true; /* a function that it has put there itself is as its declaration says it is */
    add_edge(p, p->from_heap, any_in(p, inner->every), NULL, NULL);
    add_edge(p, beside, any_in(p, inner->every), c->steps, NULL);
    for (int i = 0; i < c->arg_count; i++)
        add_edge(p, any_out(p, c->args[i]), any_in(p, inner->every), c->steps, NULL);
    watch_callee(s, beside, inner);
}

/* A function that is not seen may call the functions it is given, with whatever else it is given. */
static void call_what_is_passed(struct precise *s, struct live_call *c) {
    for (int i = 0; i < c->arg_count; i++) {
        /* In lowered Go they are function values: making one was a call of it already (add_pair), and the runtime passes nothing else. */
        if (!s->f->lowered && leads_to_functions(c->arg_types[i]))
            call_what_is_behind(s, c, i);
        if (!is_function_pointer(c->arg_types[i]))
            continue;
        struct live_call *inner = callback_call(s, c, i, 0);
        for (int j = 0; j < c->arg_count; j++) {
            if (j != i)
                add_edge(&s->p, any_out(&s->p, c->args[j]), any_in(&s->p, inner->every), c->steps, NULL);
        }
    }
}

static void bind_declared(struct precise *s, struct live_call *c, struct function *callee) {
    struct pointsto *p = &s->p;
    const char *name = callee->decl->name;
    bool calls_back = false;
    struct live_call **callbacks = arena_array(s->scratch, struct live_call *, c->arg_count + 1);
    for (int i = 0; i < c->arg_count; i++) {
        int at = i < callee->param_count ? i : callee->param_count;
        const struct param_flows *flows = &callee->flows[at];
        int value = any_out(p, c->args[i]);
        /* It may put addresses of its own there, as one that receives from a channel does. */
        add_edge(p, value, p->written_sink, c->steps, NULL);
        if (!flows->known) {
            add_edge(p, value, p->assumed_sink, c->steps, arena_printf(s->unit, "it is passed to '%s', which is not seen here", name));
            continue;
        }
        vec_each(k, &flows->rules) {
            const struct flow_rule *r = &flows->rules.items[k];
            int v = value;
            for (int d = 0; d < r->derefs; d++) {
                int loaded = node_new(p);
                add_use(p, v, (struct use){.kind = USE_LOAD, .other = loaded, .offset = OFFSET_ANY, .steps = c->steps});
                v = loaded;
            }
            if (r->target == TO_HEAP) {
                add_edge(p, v, p->heap_sink, c->steps, arena_printf(s->unit, "'%s' keeps it", name));
            } else if (r->target == TO_RESULT) {
                to_result(s, c, i, v, r);
            } else if (r->target == TO_PARAMETER && r->parameter < c->arg_count) {
                add_use(p, any_out(p, c->args[r->parameter]), (struct use){.kind = USE_STORE, .other = v, .offset = OFFSET_ANY, .steps = c->steps});
            } else if (r->target == TO_CALLBACK && r->parameter < c->arg_count) {
                calls_back = true;
                if (!callbacks[r->parameter])
                    callbacks[r->parameter] = callback_call(s, c, r->parameter, 3);
                if (r->offset < 3) {
                    struct live_call *inner = callbacks[r->parameter];
                    add_edge(p, v, any_in(p, inner->args[r->offset]), c->steps, NULL);
                }
            }
        }
    }
    if (c->result >= 0 && !callee->returns_memory && returns_unknown(s, callee))
        add_edge(p, p->from_heap, any_in(p, c->result), NULL, NULL);
    if (!calls_back && !callee->decl->is_defined)
        call_what_is_passed(s, c);
}

static void bind_in_batch(struct precise *s, struct live_call *c, struct function *callee) {
    struct pointsto *p = &s->p;
    int count = callee->decl->params.len;
    for (int i = 0; i < count || i < c->arg_count; i++) {
        int arg = arg_object(c, i);
        if (arg < 0)
            continue;
        if (i >= count) {
            if (callee->rest)
                add_edge(p, any_out(p, arg), any_in(p, object_for(s, callee->rest)), c->steps, NULL);
            continue;
        }
        struct location *param = callee->params[i];
        const struct slots *slots = value_slots(s, param->type);
        int object = object_for(s, param);
        vec_each(j, &slots->offsets) {
            long at = slots->offsets.items[j];
            add_edge(p, content_of(p, target_of(p, arg, at)), target_of(p, object, at), c->steps, NULL);
        }
    }
    if (c->result >= 0 && callee->result) {
        const struct slots *slots = value_slots(s, callee->result->type);
        int result = object_for(s, callee->result);
        vec_each(j, &slots->offsets) {
            long at = slots->offsets.items[j];
            add_edge(p, target_of(p, result, at), target_of(p, c->result, at), NULL, NULL);
        }
    }
}

/* Calls that callees make through what they were given. Inside one call of the text, all calls of one function are one: that bounds the
 * work where functions reach each other through values (a closure that calls itself does). It mixes their arguments, which can
 * only add flows. */
static void join(struct precise *s, struct live_call *c, struct live_call *all) {
    struct pointsto *p = &s->p;
    for (int i = 0; i < c->arg_count && i < all->arg_count; i++)
        add_edge(p, any_out(p, c->args[i]), any_in(p, all->args[i]), c->steps, NULL);
    for (int i = all->arg_count; i < c->arg_count; i++)
        add_edge(p, any_out(p, c->args[i]), any_in(p, all->every), c->steps, NULL);
    for (int i = c->arg_count; i < all->arg_count && c->every >= 0; i++)
        add_edge(p, any_out(p, c->every), any_in(p, all->args[i]), c->steps, NULL);
    if (c->every >= 0)
        add_edge(p, any_out(p, c->every), any_in(p, all->every), c->steps, NULL);
    if (c->result >= 0)
        add_edge(p, any_out(p, all->result), any_in(p, c->result), NULL, NULL);
}

static void instantiate_or_join(struct precise *s, struct live_call *c, struct function *callee) {
    if (!c->outermost) {
        instantiate(s, c, callee);
        return;
    }
    struct live_call *all = ptrmap_get(&c->outermost->inside, callee);
    if (all) {
        join(s, c, all);
        return;
    }
    /* whatever the others pass and use must have its place in this one */
    if (c->every < 0)
        c->every = value_object(s, NULL, "{argument}");
    if (c->result < 0)
        c->result = value_object(s, NULL, "{result}");
    ptrmap_put(s->scratch, &c->outermost->inside, callee, c);
    instantiate(s, c, callee);
}

/* A callee that may do anything with what it gets. */
static void bind_unknown(struct precise *s, struct live_call *c, const char *why) {
    struct pointsto *p = &s->p;
    if (c->unknown)
        return;
    c->unknown = true;
    for (int i = 0; i < c->arg_count; i++)
        add_edge(p, any_out(p, c->args[i]), p->assumed_sink, c->steps, why);
    if (c->every >= 0)
        add_edge(p, any_out(p, c->every), p->assumed_sink, c->steps, "it is passed to a function that is not known");
    if (c->result >= 0)
        add_edge(p, p->from_heap, any_in(p, c->result), NULL, NULL);
}

static void bind_entangled(struct precise *s, struct live_call *c, struct function *callee) {
    bind_unknown(s, c, arena_printf(s->unit, "it is passed to '%s', which is too entangled to be followed", callee->decl->name));
    call_what_is_passed(s, c);
}

/* A call through a pointer to a function of another type: a pointer may become a number on the way, or a number a pointer. */
static void bind_other_types(struct precise *s, struct live_call *c, struct function *callee) {
    struct pointsto *p = &s->p;
    const struct ctype *type = callee->decl->type;
    for (int i = 0; i < c->arg_count; i++) {
        const struct ctype *param = i < callee->decl->params.len ? callee->decl->params.items[i]->type : i < type->param_count ? type->params[i] : NULL;
        if (param && !param->has_pointers && c->arg_types[i] && c->arg_types[i]->has_pointers)
            add_edge(p, any_out(p, c->args[i]), p->assumed_sink, c->steps,
                     arena_printf(s->unit, "it is passed to '%s' as a number", callee->decl->name));
    }
    if (c->result >= 0 && c->result_type && c->result_type->has_pointers && type->target && !type->target->has_pointers)
        add_edge(p, p->from_heap, any_in(p, c->result), NULL, NULL);
}

static void note_user(struct precise *s, struct function *callee) {
    struct function *user = s->functions[0];
    if (callee->users.len == 0 || vec_last(&callee->users) != user)
        vec_push(s->f->arena, &callee->users, user);
}

static void bind(struct precise *s, struct live_call *c, struct function *callee) {
    vec_each(i, &c->bound) {
        if (c->bound.items[i] == callee)
            return;
    }
    vec_push(s->scratch, &c->bound, callee);
    if (!c->text)
        c->text = callee->decl->name;
    if (callee->decl->attrs.weak && callee->decl->is_defined && !callee->flows_declared)
        bind_unknown(s, c, arena_printf(s->unit, "it is passed to '%s', which another definition may replace", callee->decl->name));
    bind_other_types(s, c, callee);
    if (callee->flows_declared || !callee->decl->is_defined)
        bind_declared(s, c, callee);
    else if (callee->batch == s->batch && !s->p.coarse)
        bind_in_batch(s, c, callee);
    else if (summary_is_entangled(callee->solver))
        bind_entangled(s, c, callee);
    else
        instantiate_or_join(s, c, callee);
    if (s->p.coarse && callee->batch == s->batch)
        note_user(s, callee);
}

/* ---- callees that are not known ---- */

static struct outer_call *outer_call_of(struct precise *s, int callee) {
    const struct object *o = object_at(&s->p, callee);
    bool brought_in = o->call >= 0;
    struct outer_call *shared = NULL;
    if (s->p.coarse && s->outer.len > 0)
        shared = &s->outer.items[0];
    vec_each(i, &s->outer) {
        struct outer_call *c = &s->outer.items[i];
        vec_each(j, &c->callees) {
            if (c->callees.items[j] == callee)
                return c;
        }
        if (brought_in && c->brought_in && c->function == o->function)
            shared = c;
    }
    if (!shared) {
        struct outer_call fresh = {.brought_in = brought_in, .function = o->function};
        vec_push(s->scratch, &s->outer, fresh);
        shared = &vec_last(&s->outer);
    }
    vec_push(s->scratch, &shared->callees, callee);
    return shared;
}

static void add_outer_result(struct precise *s, struct outer_call *o, struct live_call *c, long offset) {
    struct pointsto *p = &s->p;
    int object = -1;
    vec_each(i, &o->results) {
        if (o->results.items[i].offset == offset)
            object = o->results.items[i].object;
    }
    if (object < 0) {
        struct ctype *pointer = c->result_type ? pointer_at(c->result_type, offset) : NULL;
        object = symbolic_root(p, o->function, -1, (int)(o - s->outer.items), offset, pointer ? pointer->target : NULL, "{result of a call}");
        struct symbolic_result r = {offset, object};
        vec_push(s->scratch, &o->results, r);
    }
    int result = offset == OFFSET_ANY ? any_in(p, c->result) : target_of(p, c->result, offset);
    add_seed(p, result, target_of(p, object, 0), NULL, NULL);
}

/* Through a function that the caller provides: it gets the arguments; the caller knows which function that is. */
static void bind_outer(struct precise *s, struct live_call *c, int callee) {
    struct pointsto *p = &s->p;
    vec_each(i, &c->outer) {
        if (c->outer.items[i] == callee)
            return;
    }
    vec_push(s->scratch, &c->outer, callee);
    struct outer_call *o = outer_call_of(s, callee);
    for (int i = 0; i < c->arg_count; i++) {
        if (i == o->args.len) {
            int arg = value_object(s, c->arg_types[i], "{argument}");
            object_at(p, arg)->leaves = true;
            object_at(p, arg)->function = o->function;
            vec_push(s->scratch, &o->args, arg);
        }
        const char *why = "it is passed to a function that comes from outside";
        if (c->arg_types[i]) {
            const struct slots *slots = value_slots(s, c->arg_types[i]);
            vec_each(j, &slots->offsets) {
                long at = slots->offsets.items[j];
                add_edge(p, content_of(p, target_of(p, c->args[i], at)), target_of(p, o->args.items[i], at), c->steps, why);
            }
        } else {
            add_edge(p, any_out(p, c->args[i]), any_in(p, o->args.items[i]), c->steps, why);
        }
    }
    if (c->every >= 0)
        add_edge(p, any_out(p, c->every), p->assumed_sink, c->steps, "it is passed to a function that is not known");
    for (int i = 0; c->result >= 0 && i < c->result_offset_count; i++)
        add_outer_result(s, o, c, s->p.coarse ? OFFSET_ANY : c->result_offsets[i]);
}

static void on_callee(void *context, int watcher, int target, struct element why, int src) {
    struct precise *s = context;
    (void)why;
    (void)src;
    struct live_call *c = s->calls.items[watcher];
    int object = node_at(&s->p, target)->object;
    const struct object *o = object_at(&s->p, object);
    if (o->kind == OBJ_FUNCTION)
        bind(s, c, o->location->function);
    else if (o->kind == OBJ_SYMBOLIC)
        bind_outer(s, c, object);
    else
        bind_unknown(s, c, "it is passed to a function that is called through a pointer that is not known");
}

void watch_callee(struct precise *s, int callee, struct live_call *c) {
    int number = s->calls.len - 1;
    while (s->calls.items[number] != c)
        number--;
    add_use(&s->p, callee, (struct use){.kind = USE_WATCH, .other = number});
}

static void add_call(struct precise *s, const struct call *c) {
    const char *text = c->callee ? c->callee->decl->name : NULL;
    const struct step *steps = NULL;
    struct live_call *live = live_call_new(s, c->arg_count, text, steps);
    for (int i = 0; i < c->arg_count; i++) {
        live->args[i] = collect(s, &c->args[i], c->arg_types[i], "{argument}");
        live->arg_types[i] = c->arg_types[i];
    }
    if (c->result) {
        live->result = object_for(s, c->result);
        live->result_type = c->result->type;
        const struct slots *slots = value_slots(s, c->result->type);
        live->result_offsets = slots->offsets.items;
        live->result_offset_count = slots->offsets.len;
    }
    if (c->callee) {
        bind(s, live, c->callee);
        return;
    }
    int callee = collect(s, &c->through, NULL, "{callee}");
    watch_callee(s, any_out(&s->p, callee), live);
}

/* Code that is not seen may call a function whose address it has: with this environment, and arguments from outside. */
static void call_pair(struct precise *s, const struct pair *p) {
    struct live_call *live = live_call_new(s, 1, p->code->decl->name, NULL);
    live->args[0] = collect(s, &p->env, NULL, "{environment}");
    live->every = value_object(s, NULL, "{argument}");
    add_edge(&s->p, s->p.from_heap, any_in(&s->p, live->every), NULL, NULL);
    bind(s, live, p->code);
}

/* … which it may get from here on. */
static void on_code_out(void *context, int function) {
    struct precise *s = context;
    struct pairs_of_code *pairs = ptrmap_get(&s->pairs, object_at(&s->p, function)->location->function);
    for (int i = 0; pairs && i < pairs->list.len; i++)
        call_pair(s, pairs->list.items[i]);
}

static void add_pair(struct precise *s, const struct pair *p) {
    if (p->direct || !p->code->decl->is_defined)
        return;
    struct pairs_of_code *pairs = ptrmap_get(&s->pairs, p->code);
    if (!pairs) {
        pairs = arena_new(s->scratch, struct pairs_of_code);
        ptrmap_put(s->scratch, &s->pairs, p->code, pairs);
    }
    vec_push(s->scratch, &pairs->list, p);
}

/* ---- batches ---- */

static void start_parameters(struct precise *s, struct function *f) {
    struct pointsto *p = &s->p;
    for (int i = 0; i < f->decl->params.len; i++) {
        struct location *param = f->params[i];
        int object = object_for(s, param);
        const struct slots *slots = value_slots(s, param->type);
        vec_each(j, &slots->offsets) {
            long at = slots->offsets.items[j];
            struct ctype *pointer = s->p.coarse && param->type->kind != CTYPE_POINTER ? NULL : pointer_at(param->type, at);
            int root = symbolic_root(p, f, i, -1, s->p.coarse ? OFFSET_ANY : at, pointer ? pointer->target : NULL, param->name);
            add_seed(p, target_of(p, object, at), target_of(p, root, 0), NULL, NULL);
        }
    }
    if (f->rest) {
        int root = symbolic_root(p, f, f->decl->params.len, -1, OFFSET_ANY, NULL, "...");
        add_seed(p, any_in(p, object_for(s, f->rest)), target_of(p, root, 0), NULL, NULL);
    }
}

/* The constraints of functions[0 … count) and their solution. False: more steps than such a batch may take. */
static bool run(struct precise *s, struct function **functions, int count, bool coarse) {
    arena_clear(s->scratch);
    s->run++;
    s->functions = functions;
    s->function_count = count;
    s->calls.items = NULL;
    s->calls.len = s->calls.cap = 0;
    s->outer.items = NULL;
    s->outer.len = s->outer.cap = 0;
    s->pairs = (struct ptrmap){0};
    s->memory = -1;
    s->all_inside = NULL;
    pointsto_start(&s->p, s->scratch, s->unit, s->tables, &s->slots);
    s->p.on_watch = on_callee;
    s->p.on_code_out = on_code_out;
    s->p.context = s;
    s->p.coarse = coarse;
    s->p.lowered = s->f->lowered;
    s->p.one_function = count == 1;
    for (int i = 0; i < count; i++)
        start_parameters(s, functions[i]);
    for (int i = 0; i < count; i++) {
        struct function *f = functions[i];
        vec_each(j, &f->assignments) add_assignment(s, f->assignments.items[j]);
        vec_each(j, &f->calls) add_call(s, f->calls.items[j]);
        vec_each(j, &f->pairs) add_pair(s, f->pairs.items[j]);
    }
    s->p.most_steps = limit(s, MOST_STEPS_ALWAYS + (long)MOST_STEPS_EACH * (s->p.nodes.len + s->p.edges.len + s->p.uses.len));
    return pointsto_solve(&s->p);
}

/* Summaries in the coarse form, function by function, until none of the batch changes: each starts with "does nothing" and is made
 * again when one that it uses has changed. One that changes too often may do anything from then on. */
static void summarise_coarsely(struct precise *s, struct function **functions, int count) {
    int *times = arena_array(s->f->arena, int, count);
    int due = count;
    for (int i = 0; i < count; i++) {
        functions[i]->solver = summary_empty(s, functions[i]);
        functions[i]->is_due = true;
    }
    while (due > 0) {
        for (int i = count - 1; i >= 0; i--) { /* callees stand behind their callers, where there is such an order */
            struct function *f = functions[i];
            if (!f->is_due)
                continue;
            f->is_due = false;
            due--;
            const struct summary *before = f->solver;
            if (summary_is_entangled(before))
                continue;
            run(s, &f, 1, true);
            summarise(s);
            if (summary_is_same(before, f->solver))
                continue;
            if (++times[i] > MOST_CHANGES)
                summary_entangle(f->solver);
            vec_each(u, &f->users) {
                struct function *user = f->users.items[u];
                due += !user->is_due;
                user->is_due = true;
            }
            f->users.len = 0; /* they tell again */
        }
    }
}

/* What was asked for about the objects of the run. */
static void judge(struct precise *s) {
    if (s->decides)
        decide(s);
    if (s->f->options->wants_uses)
        tell_uses(s);
}

static void solve_coarsely(struct precise *s, struct function **functions, int count) {
    summarise_coarsely(s, functions, count);
    for (int i = 0; i < count; i++) {
        run(s, &functions[i], 1, true);
        judge(s);
    }
}

void precise_batch(struct precise *s, struct function **functions, int count) {
    s->batch = functions[0]->batch;
    if (!run(s, functions, count, false)) {
        solve_coarsely(s, functions, count);
        return;
    }
    summarise(s);
    judge(s);
    bool all_small = true;
    struct summary **found = arena_array(s->f->arena, struct summary *, count);
    for (int i = 0; i < count; i++) {
        found[i] = functions[i]->solver;
        all_small = all_small && summary_is_small(s, found[i]);
    }
    if (all_small)
        return;
    summarise_coarsely(s, functions, count);
    for (int i = 0; i < count; i++) {
        if (summary_is_small(s, found[i]))
            functions[i]->solver = found[i];
    }
}

struct precise *precise_start(struct unit_flows *f, bool decides) {
    struct precise *s = arena_new(f->arena, struct precise);
    *s = (struct precise){.f = f, .decides = decides, .unit = f->arena, .scratch = arena_new(f->arena, struct arena),
                          .tables = arena_new(f->arena, struct arena)};
    s->slots.arena = f->arena;
    vec_push(f->arena, &s->one_slot.offsets, 0);
    return s;
}

void precise_finish(struct precise *s) {
    arena_free(s->scratch);
    arena_free(s->tables);
}

void solve_precise(struct unit_flows *f, bool decides) {
    struct precise *s = precise_start(f, decides);
    for (int i = 0; i < f->by_batch.len;) {
        int j = i;
        while (j < f->by_batch.len && f->by_batch.items[j]->batch == f->by_batch.items[i]->batch)
            j++;
        precise_batch(s, f->by_batch.items + i, j - i);
        i = j;
    }
    precise_finish(s);
}

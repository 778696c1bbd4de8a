/* Summaries: a function as its callers see it.
 *
 * Of all that was found in a function, only what a caller can see is kept, in terms of objects that the caller has or gets:
 *
 *     symbolic   what parameter k points to, what a slot of that points to, …; what a function from outside returned
 *     fresh      memory that the function made (or a local that must be on the heap) and lets the caller have
 *     constant   code, globals, {heap}
 *
 * and flows "result ∋ address of symbolic 2", "slot 8 of symbolic 1 ∋ fresh 3", "{heap} ∋ symbolic 0", and calls through symbolic
 * function pointers. Instantiating makes a node per object, filled from the call's arguments, and the flows as ordinary
 * constraints: so whether two parameters point to one object or not is answered by the caller's own sets.
 *
 * A local of lowered Go that the caller gets to see will be on the heap, and nothing there points into a stack: what it holds has
 * reached the heap, too.
 *
 * In a batch of several functions each gets its own summary from the one solution; memory of another function's callers can't be
 * met in it but through that function's own calls, and is left out.
 *
 * Size: symbolic objects are bounded by the engine; calls through one symbolic function are one call; more fresh objects than
 * MOST_FRESH are handed on as one. So a chain of 10,000 functions, each calling the next twice, stays as small as it looks. A summary
 * that has more flows than MOST_FLOWS all the same is made again in the coarse form (pointsto.h), where it has a few for each pair of
 * parameters. */
#include "plugin/precise.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_FRESH = 6,      /* objects that callers get, told apart */
    MOST_CONSTANTS = 60, /* functions and globals that they see: more are {heap} */
    MOST_FLOWS = 200,    /* of a summary that is used at every call */
    MOST_COARSE = 400,   /* of a coarse one */
};

enum known_kind { KNOWN_SYMBOLIC, KNOWN_FRESH, KNOWN_CONSTANT, KNOWN_HEAP, KNOWN_STRING };

struct known_object {
    enum known_kind kind;
    VEC(struct symbolic_origin) origins; /* parent: number of a known object; -1: root */
    int parameter, call, depth;
    long step;
    struct location *location; /* CONSTANT: code or a global */
    struct ctype *type;        /* FRESH */
    bool many;
    bool is_lost;              /* SYMBOLIC: read as a number, and nothing else: a call needs no node for it */
    int was;                   /* normalise: the number before */
};

struct known_flow {
    enum { INTO_MEMORY, INTO_RESULT, INTO_HEAP, INTO_ASSUMED, INTO_ARGUMENT, INTO_UNSEEN } where; /* UNSEEN: a function that is not seen may call it */
    int dst;      /* known object; argument number */
    int call;     /* INTO_ARGUMENT */
    long dst_offset;
    int value;    /* known object whose address flows */
    long offset;  /* that far inside */
    const char *why;
};

struct known_call {
    VEC(int) callees;
    int arg_count;
    VEC(long) results;
};

struct summary {
    VEC(struct known_object) objects;
    VEC(struct known_flow) flows;
    VEC(struct known_call) calls;
    int fresh_count, constant_count;
    bool coarse;
    bool entangled;
    /* while it is made */
    int *number;                /* of objects that are moved or united: the new one */
    struct ptrmap numbers;      /* object + 1 → number + 1 */
    VEC(int) todo;              /* fresh objects whose slots are still to be told */
    struct function *function;
};

/* ---- making ---- */

static int known_new(struct precise *s, struct summary *m, const struct known_object *k, int object) {
    vec_push(s->scratch, &m->objects, *k);
    ptrmap_put(s->scratch, &m->numbers, (void *)(uintptr_t)(object + 1), (void *)(uintptr_t)m->objects.len);
    return m->objects.len - 1;
}

/* The number of an object in the summary; -1: callers of this function never see it. */
static int known(struct precise *s, struct summary *m, int object) {
    uintptr_t at = (uintptr_t)ptrmap_get(&m->numbers, (void *)(uintptr_t)(object + 1));
    if (at)
        return (int)at - 1;
    const struct object *o = object_at(&s->p, object);
    struct known_object k = {.kind = KNOWN_CONSTANT, .parameter = o->parameter, .call = -1, .depth = o->depth, .step = o->step, .location = o->location,
                             .type = o->type, .many = o->many};
    switch (o->kind) {
    case OBJ_HEAP:
        k.kind = KNOWN_HEAP;
        return known_new(s, m, &k, object);
    case OBJ_STRING:
        k.kind = KNOWN_STRING;
        return known_new(s, m, &k, object);
    case OBJ_FUNCTION:
    case OBJ_GLOBAL:
        m->constant_count++;
        return known_new(s, m, &k, object);
    case OBJ_LOCAL:
    case OBJ_MEMORY:
        k.kind = KNOWN_FRESH;
        m->fresh_count++;
        vec_push(s->scratch, &m->todo, object);
        return known_new(s, m, &k, object);
    case OBJ_VALUE:
        return -1;
    case OBJ_SYMBOLIC:
        break;
    }
    if (o->function != m->function)
        return -1;
    k.kind = KNOWN_SYMBOLIC;
    k.call = o->call;
    int number = known_new(s, m, &k, object);
    /* Parents come in now; the chain is as deep as symbolic objects are, and closed by this object's own number. */
    for (int i = 0; i < object_at(&s->p, object)->origins.len; i++) {
        struct symbolic_origin origin = object_at(&s->p, object)->origins.items[i];
        if (origin.parent >= 0)
            origin.parent = known(s, m, origin.parent);
        vec_push(s->unit, &m->objects.items[number].origins, origin);
    }
    return number;
}

static void tell(struct precise *s, struct summary *m, struct known_flow flow, int target) {
    flow.value = known(s, m, node_at(&s->p, target)->object);
    flow.offset = m->coarse ? OFFSET_ANY : node_at(&s->p, target)->offset;
    if (flow.value >= 0)
        vec_push(s->scratch, &m->flows, flow);
}

/* All that a node holds, but for what the caller had there anyway. */
static void tell_node(struct precise *s, struct summary *m, struct known_flow flow, int node) {
    node = joined(&s->p, node);
    for (int i = 0; i < node_at(&s->p, node)->set.len; i++) {
        struct element e = node_at(&s->p, node)->set.items[i];
        if (s->p.edges.items[e.edge].closure != EDGE_FILLS)
            tell(s, m, flow, e.target);
    }
}

static void tell_object(struct precise *s, struct summary *m, struct known_flow flow, int object) {
    for (int n = object_at(&s->p, object)->first_slot; n >= 0; n = node_at(&s->p, n)->next_slot) {
        flow.dst_offset = m->coarse ? OFFSET_ANY : node_at(&s->p, n)->offset;
        tell_node(s, m, flow, n);
    }
    flow.dst_offset = OFFSET_ANY;
    if (!m->coarse && object_at(&s->p, object)->any_in >= 0)
        tell_node(s, m, flow, object_at(&s->p, object)->any_in);
}

/* Could the address of a function be behind it, and did a function that is not seen have it? */
static bool is_called_unseen(const struct object *o) {
    return o->kind == OBJ_SYMBOLIC && o->written && (!o->type || o->type->kind == CTYPE_FUNCTION);
}

static void tell_sinks(struct precise *s, struct summary *m, int object, int number) {
    const struct object *o = object_at(&s->p, object);
    struct known_flow flow = {.value = number};
    if (o->on_heap) {
        flow.where = INTO_HEAP;
        vec_push(s->scratch, &m->flows, flow);
    } else if (o->assumed) {
        flow.where = INTO_ASSUMED;
        flow.why = o->assumed;
        vec_push(s->scratch, &m->flows, flow);
    }
    if (is_called_unseen(o)) {
        flow.where = INTO_UNSEEN;
        vec_push(s->scratch, &m->flows, flow);
    }
}

static bool holds_news(struct precise *s, int object) {
    const struct object *o = object_at(&s->p, object);
    if (o->on_heap || o->assumed || is_called_unseen(o) || (o->any_in >= 0 && node_at(&s->p, o->any_in)->set.len > 0))
        return true;
    for (int n = o->first_slot; n >= 0; n = node_at(&s->p, n)->next_slot) {
        const struct node *node = node_at(&s->p, n);
        if (node->set.len > 1 || (node->set.len == 1 && s->p.edges.items[node->set.items[0].edge].closure != EDGE_FILLS))
            return true;
    }
    return false;
}

static void tell_outer_call(struct precise *s, struct summary *m, struct outer_call *o, int *number_of_call) {
    struct known_call call = {.arg_count = o->args.len};
    vec_each(i, &o->callees) vec_push(s->unit, &call.callees, known(s, m, o->callees.items[i]));
    vec_each(i, &o->results) vec_push(s->unit, &call.results, o->results.items[i].offset);
    *number_of_call = m->calls.len;
    vec_push(s->unit, &m->calls, call);
    vec_each(i, &o->args) {
        struct known_flow flow = {.where = INTO_ARGUMENT, .dst = i, .call = *number_of_call};
        tell_object(s, m, flow, o->args.items[i]);
    }
}

static int by_content(const void *x, const void *y) {
    const struct known_flow *a = x, *b = y;
#define BY(field)               \
    if (a->field != b->field)   \
        return a->field < b->field ? -1 : 1;
    BY(where)
    BY(dst)
    BY(call)
    BY(dst_offset)
    BY(value)
    BY(offset)
#undef BY
    return 0;
}

/* The objects' numbers have become those in m->number. */
static void renumber(struct summary *m) {
    vec_each(i, &m->objects) {
        struct known_object *k = &m->objects.items[i];
        vec_each(j, &k->origins) {
            if (k->origins.items[j].parent >= 0)
                k->origins.items[j].parent = m->number[k->origins.items[j].parent];
        }
    }
    vec_each(i, &m->calls) {
        struct known_call *k = &m->calls.items[i];
        vec_each(j, &k->callees) {
            if (k->callees.items[j] >= 0)
                k->callees.items[j] = m->number[k->callees.items[j]];
        }
    }
    vec_each(i, &m->flows) {
        struct known_flow *f = &m->flows.items[i];
        f->value = m->number[f->value];
        if (f->where == INTO_MEMORY)
            f->dst = m->number[f->dst];
    }
}

static void sort_flows(struct summary *m) {
    int kept = 0;
    if (m->flows.len > 0)
        qsort(m->flows.items, (size_t)m->flows.len, sizeof *m->flows.items, by_content);
    vec_each(i, &m->flows) {
        if (kept == 0 || by_content(&m->flows.items[kept - 1], &m->flows.items[i]) != 0)
            m->flows.items[kept++] = m->flows.items[i];
    }
    m->flows.len = kept;
}

/* All objects of a kind become one, of which no slot is known. */
static void unite(struct precise *s, struct summary *m, enum known_kind kind, enum known_kind into) {
    m->number = arena_array(s->scratch, int, m->objects.len);
    int one = -1, kept = 0;
    vec_each(i, &m->objects) {
        struct known_object *k = &m->objects.items[i];
        bool is_one = k->kind == kind || k->kind == into;
        m->number[i] = is_one && one >= 0 ? one : kept;
        if (is_one && one >= 0)
            continue;
        if (is_one) {
            one = kept;
            k->kind = into;
            k->type = NULL;
            k->location = NULL;
        }
        m->objects.items[kept++] = *k;
    }
    m->objects.len = kept;
    renumber(m);
    vec_each(i, &m->flows) {
        struct known_flow *f = &m->flows.items[i];
        if (f->where == INTO_MEMORY && f->dst == one)
            f->dst_offset = OFFSET_ANY;
        if (f->value == one)
            f->offset = OFFSET_ANY;
    }
    sort_flows(m);
}

static int by_identity(const void *x, const void *y) {
    const struct known_object *a = x, *b = y;
#define BY(field)               \
    if (a->field != b->field)   \
        return a->field < b->field ? -1 : 1;
    BY(kind)
    BY(parameter)
    BY(call)
    BY(depth)
#undef BY
    int at = a->location ? a->location->number : -1, bt = b->location ? b->location->number : -1;
    return (at > bt) - (at < bt);
}

static int by_parent(const void *x, const void *y) {
    const struct symbolic_origin *a = x, *b = y;
    if (a->parent != b->parent)
        return a->parent < b->parent ? -1 : 1;
    return (a->offset > b->offset) - (a->offset < b->offset);
}

static int by_number(const void *x, const void *y) {
    return (*(const int *)x > *(const int *)y) - (*(const int *)x < *(const int *)y);
}

/* Coarse summaries that say the same look the same: no two objects of one have the same identity. */
static void normalise(struct precise *s, struct summary *m) {
    if (m->objects.len == 0)
        return;
    vec_each(i, &m->objects) m->objects.items[i].was = i;
    qsort(m->objects.items, (size_t)m->objects.len, sizeof *m->objects.items, by_identity);
    m->number = arena_array(s->scratch, int, m->objects.len);
    vec_each(i, &m->objects) m->number[m->objects.items[i].was] = i;
    renumber(m);
    sort_flows(m);
    vec_each(i, &m->objects) {
        struct known_object *k = &m->objects.items[i];
        if (k->origins.len > 0)
            qsort(k->origins.items, (size_t)k->origins.len, sizeof *k->origins.items, by_parent);
    }
    vec_each(i, &m->calls) {
        struct known_call *k = &m->calls.items[i];
        qsort(k->callees.items, (size_t)k->callees.len, sizeof *k->callees.items, by_number);
    }
}

bool summary_is_same(const struct summary *a, const struct summary *b) {
    if (a->entangled != b->entangled || a->objects.len != b->objects.len || a->flows.len != b->flows.len || a->calls.len != b->calls.len)
        return false;
    vec_each(i, &a->objects) {
        const struct known_object *x = &a->objects.items[i], *y = &b->objects.items[i];
        if (by_identity(x, y) != 0 || x->origins.len != y->origins.len)
            return false;
        vec_each(j, &x->origins) {
            if (by_parent(&x->origins.items[j], &y->origins.items[j]) != 0)
                return false;
        }
    }
    vec_each(i, &a->flows) {
        if (by_content(&a->flows.items[i], &b->flows.items[i]) != 0)
            return false;
    }
    vec_each(i, &a->calls) {
        const struct known_call *x = &a->calls.items[i], *y = &b->calls.items[i];
        if (x->arg_count != y->arg_count || x->results.len != y->results.len || x->callees.len != y->callees.len ||
            memcmp(x->callees.items, y->callees.items, sizeof *x->callees.items * (size_t)x->callees.len) != 0)
            return false;
    }
    return true;
}

struct summary *summary_empty(struct precise *s, struct function *f) {
    struct summary *m = arena_new(s->unit, struct summary);
    m->function = f;
    return m;
}

bool summary_is_small(const struct precise *s, const struct summary *m) {
    return m->flows.len <= limit(s, MOST_FLOWS);
}

void summary_entangle(struct summary *m) {
    m->entangled = true;
}

bool summary_is_entangled(const struct summary *m) {
    return m->entangled;
}

/* Which symbolic objects are only lost, as numbers: what is read there goes one way. */
static void find_lost(struct summary *m) {
    vec_each(i, &m->objects) {
        struct known_object *k = &m->objects.items[i];
        k->is_lost = k->kind == KNOWN_SYMBOLIC && k->step < 0;
        vec_each(j, &k->origins) k->is_lost = k->is_lost && k->origins.items[j].parent >= 0 && k->origins.items[j].number;
    }
    vec_each(i, &m->objects) {
        const struct known_object *k = &m->objects.items[i];
        for (int j = 0; j < k->origins.len; j++) {
            if (k->origins.items[j].parent >= 0)
                m->objects.items[k->origins.items[j].parent].is_lost = false;
        }
    }
    vec_each(i, &m->flows) {
        const struct known_flow *f = &m->flows.items[i];
        if (f->where != INTO_ASSUMED || f->offset != 0)
            m->objects.items[f->value].is_lost = false;
        if (f->where == INTO_MEMORY)
            m->objects.items[f->dst].is_lost = false;
    }
    vec_each(i, &m->calls) {
        const struct known_call *k = &m->calls.items[i];
        vec_each(j, &k->callees) {
            if (k->callees.items[j] >= 0)
                m->objects.items[k->callees.items[j]].is_lost = false;
        }
    }
}

/* What was made in the batch's memory moves to where callers find it. */
static void keep(struct precise *s, struct summary *m) {
    m->objects.items = arena_copy(s->unit, m->objects.items, sizeof *m->objects.items * (size_t)m->objects.len);
    m->flows.items = arena_copy(s->unit, m->flows.items, sizeof *m->flows.items * (size_t)m->flows.len);
    m->numbers = (struct ptrmap){0};
    m->number = NULL;
    m->todo.items = NULL;
    m->todo.len = m->todo.cap = 0;
}

void summarise(struct precise *s) {
    for (int i = 0; i < s->function_count; i++) {
        struct summary *m = summary_empty(s, s->functions[i]);
        m->coarse = s->p.coarse;
        s->functions[i]->solver = m;
    }
    int *call_numbers = arena_array(s->scratch, int, s->outer.len + 1);
    vec_each(i, &s->outer) tell_outer_call(s, s->outer.items[i].function->solver, &s->outer.items[i], &call_numbers[i]);
    int objects = s->p.objects.len;
    for (int i = 0; i < objects; i++) {
        if (object_at(&s->p, i)->kind != OBJ_SYMBOLIC || !holds_news(s, i))
            continue;
        struct summary *m = object_at(&s->p, i)->function->solver;
        int number = known(s, m, i);
        tell_sinks(s, m, i, number);
        tell_object(s, m, (struct known_flow){.where = INTO_MEMORY, .dst = number}, i);
    }
    for (int i = 0; i < s->function_count; i++) {
        struct function *f = s->functions[i];
        struct summary *m = f->solver;
        if (f->result)
            tell_object(s, m, (struct known_flow){.where = INTO_RESULT}, object_for(s, f->result));
        while (m->todo.len > 0) {
            int object = m->todo.items[--m->todo.len];
            int number = known(s, m, object);
            tell_sinks(s, m, object, number);
            tell_object(s, m, (struct known_flow){.where = INTO_MEMORY, .dst = number}, object);
            if (s->f->lowered && object_at(&s->p, object)->kind == OBJ_LOCAL)
                tell_object(s, m, (struct known_flow){.where = INTO_HEAP}, object);
        }
        if (m->fresh_count > (m->coarse ? 0 : MOST_FRESH))
            unite(s, m, KNOWN_FRESH, KNOWN_FRESH);
        if (m->constant_count > MOST_CONSTANTS)
            unite(s, m, KNOWN_CONSTANT, KNOWN_HEAP);
        vec_each(j, &m->objects) {
            if (m->objects.items[j].call >= 0)
                m->objects.items[j].call = call_numbers[m->objects.items[j].call];
        }
        if (m->coarse) {
            normalise(s, m);
            m->entangled = m->flows.len > MOST_COARSE;
        } else {
            find_lost(m);
        }
        keep(s, m);
    }
}

/* ---- using ---- */

bool returns_unknown(const struct precise *s, const struct function *f) {
    const struct summary *m = f->solver;
    if (!f->decl->is_defined || f->batch == s->batch || !m || m->entangled)
        return true;
    vec_each(i, &m->flows) {
        const struct known_flow *flow = &m->flows.items[i];
        if (flow->where == INTO_RESULT && m->objects.items[flow->value].kind != KNOWN_SYMBOLIC && m->objects.items[flow->value].kind != KNOWN_STRING)
            return true;
        if (flow->where == INTO_RESULT && m->objects.items[flow->value].kind == KNOWN_SYMBOLIC && m->objects.items[flow->value].parameter < 0)
            return true;
    }
    return false;
}

static void fill_root(struct precise *s, const struct known_object *k, const struct symbolic_origin *origin, int node, struct live_call *c,
                      struct function *callee, struct live_call **calls) {
    struct pointsto *p = &s->p;
    int from = k->parameter, to = k->parameter;
    if (k->call >= 0) {
        int result = calls[k->call]->result;
        add_edge(p, origin->offset == OFFSET_ANY ? any_out(p, result) : target_of(p, result, origin->offset), node, NULL, NULL);
        return;
    }
    if (k->parameter >= callee->decl->params.len) /* what was passed for `...` */
        to = c->arg_count > from ? c->arg_count - 1 : from;
    for (int i = from; i <= to; i++) {
        int arg = i < c->arg_count ? c->args[i] : c->every;
        if (arg >= 0)
            add_edge(p, origin->offset == OFFSET_ANY ? any_out(p, arg) : target_of(p, arg, origin->offset), node, c->steps, NULL);
    }
}

static void fill(struct precise *s, const struct summary *m, int number, const int *nodes, struct live_call *c, struct function *callee,
                 struct live_call **calls) {
    struct pointsto *p = &s->p;
    const struct known_object *k = &m->objects.items[number];
    int node = nodes[number];
    switch (k->kind) {
    case KNOWN_SYMBOLIC:
        vec_each(i, &k->origins) {
            const struct symbolic_origin *origin = &k->origins.items[i];
            if (origin->parent < 0)
                fill_root(s, k, origin, node, c, callee, calls);
            else
                add_use(p, nodes[origin->parent], (struct use){.kind = USE_LOAD, .other = node, .offset = origin->offset, .number = origin->number});
        }
        if (k->step >= 0)
            add_use(p, node, (struct use){.kind = USE_SHIFT, .other = node, .offset = k->step});
        break;
    case KNOWN_FRESH: {
        int memory = s->memory;
        if (memory < 0) {
            memory = object_new(p, OBJ_MEMORY, NULL, k->type, callee->decl->name);
            object_at(p, memory)->many = true;
            s->memory = p->coarse ? memory : -1;
        }
        add_seed(p, node, target_of(p, memory, 0), NULL, NULL);
        break;
    }
    case KNOWN_CONSTANT:
        add_seed(p, node, target_of(p, object_for(s, k->location), 0), NULL, NULL);
        break;
    case KNOWN_HEAP:
        add_edge(p, p->from_heap, node, NULL, NULL);
        break;
    case KNOWN_STRING:
        add_seed(p, node, target_of(p, p->string_object, 0), NULL, NULL);
        break;
    }
}

/* The node for the address `offset` bytes inside the objects that this one holds; "anywhere inside" is asked for again and again. */
static int moved(struct precise *s, int node, long offset, int *anywhere) {
    if (offset == 0 || s->p.coarse)
        return node;
    if (offset == OFFSET_ANY && *anywhere)
        return *anywhere - 1;
    int t = node_new(&s->p);
    add_use(&s->p, node, (struct use){.kind = USE_MOVE, .other = t, .offset = offset});
    if (offset == OFFSET_ANY)
        *anywhere = t + 1;
    return t;
}

/* What is read as a number of the objects that lead there. */
static void lose(struct precise *s, const struct known_object *k, const int *nodes, const char *why) {
    vec_each(i, &k->origins) {
        const struct symbolic_origin *origin = &k->origins.items[i];
        add_use(&s->p, nodes[origin->parent],
                (struct use){.kind = USE_LOAD, .other = s->p.assumed_sink, .offset = origin->offset, .number = true, .why = why});
    }
}

void instantiate(struct precise *s, struct live_call *c, struct function *callee) {
    struct pointsto *p = &s->p;
    const struct summary *m = callee->solver;
    const char *name = callee->decl->name;
    int *nodes = arena_array(s->scratch, int, m->objects.len + 1);
    int *anywhere = arena_array(s->scratch, int, m->objects.len + 1); /* nodes for an address anywhere inside, + 1 */
    vec_each(i, &m->objects) nodes[i] = m->objects.items[i].is_lost ? -1 : node_new(p);

    struct live_call **calls = arena_array(s->scratch, struct live_call *, m->calls.len + 1);
    vec_each(i, &m->calls) {
        const struct known_call *k = &m->calls.items[i];
        calls[i] = live_call_new(s, k->arg_count, name, c->steps);
        calls[i]->outermost = outermost(s, c);
        for (int j = 0; j < k->arg_count; j++)
            calls[i]->args[j] = object_new(p, OBJ_VALUE, NULL, NULL, "{argument}");
        calls[i]->result = object_new(p, OBJ_VALUE, NULL, NULL, "{result}");
        calls[i]->result_offsets = k->results.items;
        calls[i]->result_offset_count = k->results.len;
    }
    vec_each(i, &m->objects) {
        if (!m->objects.items[i].is_lost)
            fill(s, m, i, nodes, c, callee, calls);
    }
    vec_each(i, &m->flows) {
        const struct known_flow *f = &m->flows.items[i];
        if (m->objects.items[f->value].is_lost) {
            lose(s, &m->objects.items[f->value], nodes, f->why);
            continue;
        }
        int value = moved(s, nodes[f->value], f->offset, &anywhere[f->value]);
        switch (f->where) {
        case INTO_MEMORY:
            add_use(p, nodes[f->dst], (struct use){.kind = USE_STORE, .other = value, .offset = f->dst_offset, .steps = c->steps});
            break;
        case INTO_RESULT:
            if (c->result >= 0)
                add_edge(p, value, f->dst_offset == OFFSET_ANY ? any_in(p, c->result) : target_of(p, c->result, f->dst_offset), NULL, NULL);
            break;
        case INTO_HEAP:
            if (m->coarse) /* what shares an object with something that does may not do so itself */
                add_edge(p, value, p->assumed_sink, NULL, arena_printf(s->unit, "it is passed to '%s', which is followed coarsely", name));
            else
                add_edge(p, value, p->heap_sink, NULL, arena_printf(s->unit, "it is passed to '%s', which lets it reach the heap", name));
            break;
        case INTO_ASSUMED:
            add_edge(p, value, p->assumed_sink, NULL, f->why);
            break;
        case INTO_UNSEEN:
            add_edge(p, value, p->written_sink, c->steps, NULL);
            break;
        case INTO_ARGUMENT: {
            int arg = calls[f->call]->args[f->dst];
            add_edge(p, value, f->dst_offset == OFFSET_ANY ? any_in(p, arg) : target_of(p, arg, f->dst_offset), c->steps, NULL);
            break;
        }
        }
    }
    vec_each(i, &m->calls) {
        const struct known_call *k = &m->calls.items[i];
        vec_each(j, &k->callees) watch_callee(s, nodes[k->callees.items[j]], calls[i]);
    }
}

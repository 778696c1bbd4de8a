/* Verdicts of the precise model: who holds whose address, and who outlives whom.
 *
 * An object must be on the heap when something that outlives it holds its address:
 *
 *   - {heap}, memory of the caller's, a result, the arguments of a function from outside;
 *   - a variable of an outer block, or memory that such a variable leads to;
 *   - an object that is on the heap itself: what outlives is as the heap for what is stored in it.
 *
 * Variables of other functions of the batch do not count: an older frame can only be reached through what it passed (caller's
 * memory, which counts) and through results (which count).
 *
 * For sites of lowered Go the Go compiler's model was asked as well. It proves the same thing about the same program ("no
 * reference outlives the block") in another way, so an object that either model keeps may stay on the stack. For objects of plain
 * C it is not asked: what Go does with integers that were pointers is not what C does. */
#include "plugin/explain.h"
#include "plugin/precise.h"

#include <limits.h>
#include <stdint.h>

struct choice {
    int node, element;     /* the holder, and the object in its set; node -1: none */
    int rank;              /* 0 certain, 1 assumed */
    int length;
    enum { BY_SINK, BY_BLOCK, BY_OBJECT } how;
    int holder;            /* BY_BLOCK, BY_OBJECT: the object that outlives */
};

/* Nodes that share one set: what each of them would look for in it. Locals are chained by function. */
struct local_in_circle {
    int element; /* of the set */
    int next;    /* the one before of the same function; -1: none */
};
struct circle {
    VEC(int) memory; /* objects of that kind in the set */
    VEC(struct local_in_circle) locals;
    struct ptrmap newest; /* function → number of its last local, + 1 */
};

struct decision {
    struct precise *s;
    struct circle **circles; /* by the node that leads it; NULL until the first is met */
    struct choice *of;     /* by object */
    VEC(int) todo;         /* objects that were decided to be on the heap, whose contents come next */
    const char *kept_in, *why_kept; /* what is said of those that stay in this function */
};

static struct scope *life_of(const struct object *o) {
    if (o->kind == OBJ_MEMORY)
        return o->life;
    return o->location->scope;
}

bool object_outlives(const struct object *holder, const struct object *x) {
    if (holder->kind != OBJ_LOCAL && holder->kind != OBJ_MEMORY)
        return false;
    const struct scope *h = life_of(holder), *l = life_of(x);
    if (h && h == l && holder->kind == OBJ_LOCAL && x->kind == OBJ_LOCAL)
        return is_cleaned_up_after(holder->location, x->location);
    return h && l && h != l && h->function == l->function && scope_encloses(h, l);
}

static bool is_decided(const struct object *o) {
    return o->kind == OBJ_LOCAL;
}

static void offer(struct decision *d, int object, struct choice c) {
    struct choice *now = &d->of[object];
    if (now->node < 0 || c.rank < now->rank) /* what it holds is as certain as itself */
        vec_push(d->s->scratch, &d->todo, object);
    else if (c.rank > now->rank || now->how == BY_OBJECT || c.how == BY_OBJECT || c.length >= now->length)
        return; /* an object that is held by another comes after those that are not, or each would be explained by the other */
    *now = c;
}

static bool is_outer_argument(const struct object *o) {
    return o->kind == OBJ_VALUE && o->leaves && !o->location;
}

/* What an object's content left by is told last, and the first come first: so no object left with itself, in a circle. */
static int length_of(const struct pointsto *p, int n, int element) {
    const struct element *e = &p->nodes.items[joined(p, n)].set.items[element];
    return p->edges.items[e->edge].closure >= 0 ? INT_MAX / 2 + element : e->length;
}

/* Node n holds the object of this element: is that one outlived? */
static void look_at_element(struct decision *d, int n, int i) {
    struct pointsto *p = &d->s->p;
    const struct node *node = node_at(p, n);
    const struct object *holder = node->object >= 0 ? object_at(p, node->object) : NULL;
    int target = node_at(p, joined(p, n))->set.items[i].target;
    const struct object *x = object_of(p, target);
    if (x->kind != OBJ_LOCAL && x->kind != OBJ_MEMORY)
        return;
    struct choice c = {n, i, 0, length_of(p, n, i), BY_SINK, -1};
    if (leads_out(node->sink)) {
        c.rank = node->sink == SINK_ASSUMED || (holder && is_outer_argument(holder));
        offer(d, node_at(p, target)->object, c);
    } else if (holder && is_decided(x) && object_outlives(holder, x)) {
        c.how = BY_BLOCK;
        c.holder = node->object;
        offer(d, node_at(p, target)->object, c);
    }
}

/* What is in the set of a circle: of many nodes that share a large set each asks for the memory, and for the locals of its own function. */
static const struct circle *circle_of(struct decision *d, int n) {
    struct pointsto *p = &d->s->p;
    int leader = joined(p, n);
    if (!node_at(p, leader)->is_circle)
        return NULL;
    if (!d->circles)
        d->circles = arena_array(d->s->scratch, struct circle *, p->nodes.len);
    struct circle *c = d->circles[leader];
    if (c)
        return c;
    c = d->circles[leader] = arena_new(d->s->scratch, struct circle);
    vec_each(i, &node_at(p, leader)->set) {
        int object = node_at(p, node_at(p, leader)->set.items[i].target)->object;
        const struct object *x = object_at(p, object);
        if (x->kind == OBJ_MEMORY)
            vec_push(d->s->scratch, &c->memory, object);
        if (!is_decided(x))
            continue;
        struct local_in_circle l = {i, 0};
        int before = (int)(uintptr_t)ptrmap_get(&c->newest, x->location->function);
        l.next = before - 1;
        vec_push(d->s->scratch, &c->locals, l);
        ptrmap_put(d->s->scratch, &c->newest, x->location->function, (void *)(uintptr_t)c->locals.len);
    }
    return c;
}

static void look_at_node(struct decision *d, int n) {
    struct pointsto *p = &d->s->p;
    const struct node *node = node_at(p, n);
    const struct circle *circle = node->sink == SINK_NONE ? circle_of(d, n) : NULL;
    if (!circle) {
        for (int i = 0; i < node_at(p, joined(p, n))->set.len; i++)
            look_at_element(d, n, i);
        return;
    }
    const struct object *holder = node->object >= 0 ? object_at(p, node->object) : NULL;
    const struct scope *life = holder && (holder->kind == OBJ_LOCAL || holder->kind == OBJ_MEMORY) ? life_of(holder) : NULL;
    if (!life)
        return;
    for (int i = (int)(uintptr_t)ptrmap_get(&circle->newest, life->function) - 1; i >= 0; i = circle->locals.items[i].next)
        look_at_element(d, n, circle->locals.items[i].element);
}

struct holding {
    int memory;
    int next; /* of the same holder */
};

typedef VEC(int) int_list;

/* The memory that a node leads to. */
static void memory_in(struct decision *d, int n, int_list *out) {
    struct pointsto *p = &d->s->p;
    const struct node *set = node_at(p, joined(p, n));
    const struct circle *circle = circle_of(d, n);
    out->len = 0;
    for (int i = 0; circle && i < circle->memory.len; i++)
        vec_push(d->s->scratch, out, circle->memory.items[i]);
    for (int i = 0; !circle && i < set->set.len; i++) {
        int x = node_at(p, set->set.items[i].target)->object;
        if (object_at(p, x)->kind == OBJ_MEMORY)
            vec_push(d->s->scratch, out, x);
    }
}

/* Memory lives as long as whatever leads to it: from then on nobody can reach it. */
static void find_lives(struct decision *d) {
    struct pointsto *p = &d->s->p;
    VEC(struct holding) held = {0};
    int_list todo = {0}, memory = {0};
    int *first = arena_array(d->s->scratch, int, p->objects.len + 1); /* 1 + the first of an object's holdings */
    vec_each(n, &p->nodes) {
        int holder = node_at(p, n)->object;
        if (holder < 0 || (object_at(p, holder)->kind != OBJ_LOCAL && object_at(p, holder)->kind != OBJ_MEMORY))
            continue;
        memory_in(d, n, &memory);
        vec_each(i, &memory) {
            int x = memory.items[i];
            if (x == holder)
                continue;
            struct holding h = {x, first[holder]};
            vec_push(d->s->scratch, &held, h);
            if (first[holder] == 0 && object_at(p, holder)->kind == OBJ_LOCAL)
                vec_push(d->s->scratch, &todo, holder);
            first[holder] = held.len;
        }
    }
    while (todo.len > 0) {
        int holder = todo.items[--todo.len];
        struct scope *h = life_of(object_at(p, holder));
        for (int i = first[holder]; i > 0; i = held.items[i - 1].next) {
            struct object *m = object_at(p, held.items[i - 1].memory);
            if (m->life && m->life->function != h->function)
                continue;
            struct scope *common = scope_common(m->life, h);
            if (common == m->life)
                continue;
            m->life = common;
            vec_push(d->s->scratch, &todo, held.items[i - 1].memory);
        }
    }
}

static void look_into_node(struct decision *d, int holder, int n) {
    struct pointsto *p = &d->s->p;
    const struct node *set = node_at(p, joined(p, n));
    vec_each(i, &set->set) {
        struct element e = set->set.items[i];
        const struct object *x = object_of(p, e.target);
        if (x->kind == OBJ_LOCAL || x->kind == OBJ_MEMORY)
            offer(d, node_at(p, e.target)->object, (struct choice){n, i, d->of[holder].rank, e.length, BY_OBJECT, holder});
    }
}

/* ---- explanations ---- */

const char *object_name(struct precise *s, const struct object *o, long offset) {
    if (o->kind == OBJ_SYMBOLIC)
        return o->parameter >= 0 ? arena_printf(s->unit, "*%s", o->name) : "{heap}";
    if (o->kind == OBJ_VALUE && o->location && o->location->kind == LOC_RESULT) {
        int result = 0;
        for (int i = 0; is_results(o->type) && i < o->type->field_count; i++)
            result = o->type->fields[i].offset <= offset ? i : result;
        return result_name(s->unit, o->location->function, result);
    }
    if (is_outer_argument(o))
        return "{heap}";
    if (o->kind == OBJ_MEMORY)
        return arena_printf(s->unit, "{memory from %s}", o->name);
    return o->name;
}

static bool is_named(const struct object *o) {
    return o->kind != OBJ_VALUE || o->leaves;
}

struct hop hop_of(struct precise *s, const struct edge_of_sets *e, const char *seed) {
    struct pointsto *p = &s->p;
    const struct node *dst = node_at(p, e->dst);
    struct hop h = {.dst = "{temp}", .src = seed, .derefs = is_seed(e) ? -1 : 0, .steps = e->steps, .into_temporary = true};
    if (dst->object >= 0) {
        const struct object *o = object_at(p, dst->object);
        h.into_temporary = !is_named(o);
        h.dst = object_name(s, o, dst->offset);
    } else if (dst->sink != SINK_NONE) {
        h.into_temporary = false;
        h.dst = "{heap}";
    }
    if (!is_seed(e)) {
        const struct node *src = node_at(p, e->src);
        h.src = src->object >= 0 ? object_name(s, object_at(p, src->object), src->offset) : "{temp}";
    }
    return h;
}

/* The hops from an object's address to the element; *left: an object that left with its content on the way (-1: none). */
static void trace(struct precise *s, int node, int element, const char *name, hop_list *hops, int *left) {
    struct pointsto *p = &s->p;
    hop_list back = {0};
    *left = -1;
    for (int n = joined(p, node), i = element; n >= 0;) {
        struct element e = node_at(p, n)->set.items[i];
        const struct edge_of_sets *edge = &p->edges.items[e.edge];
        if (edge->closure >= 0) {
            back.len = 0;
            *left = edge->closure;
            /* what carries an object's content out is no flow of the program */
            n = edge->src;
            i = e.via;
            e = node_at(p, n)->set.items[i];
            edge = &p->edges.items[e.edge];
            n = edge->src;
            i = e.via;
            continue;
        }
        vec_push_moving(s->scratch, &back, hop_of(s, edge, name));
        n = edge->src;
        i = e.via;
    }
    for (int i = back.len - 1; i >= 0; i--)
        vec_push_moving(s->scratch, hops, back.items[i]);
}

static const char *last_reason(struct precise *s, int node, int element) {
    struct pointsto *p = &s->p;
    return p->edges.items[node_at(p, joined(p, node))->set.items[element].edge].why;
}

static const char *why_of(struct decision *d, const struct choice *c, const char *holder, const struct object *x) {
    struct precise *s = d->s;
    struct pointsto *p = &s->p;
    const struct node *node = node_at(p, c->node);
    const struct object *o = node->object >= 0 ? object_at(p, node->object) : NULL;
    const char *reason = last_reason(s, c->node, c->element);
    if (reason)
        return reason;
    if (c->how == BY_BLOCK)
        return arena_printf(s->unit, "its address is stored in '%s', which is declared outside its block", holder);
    if (o && o->kind == OBJ_VALUE && o->location)
        return arena_printf(s->unit, "its address is returned by '%s'", x->location->function->decl->name);
    if (o && o->kind == OBJ_SYMBOLIC)
        return o->parameter >= 0 || o->call < 0 ? arena_printf(s->unit, "its address is stored in memory that '%s' leads to", o->name)
                                                : "its address is stored in memory that a function from outside returned";
    return "it reaches the heap";
}

static enum rule rule_of(struct decision *d, const struct choice *c) {
    struct pointsto *p = &d->s->p;
    const struct node *node = node_at(p, c->node);
    const struct object *o = node->object >= 0 ? object_at(p, node->object) : NULL;
    if (c->rank > 0)
        return RULE_NOT_SEEN;
    if (c->how == BY_BLOCK)
        return RULE_OUTER_BLOCK;
    if (o && o->kind == OBJ_VALUE && o->location)
        return RULE_RETURNED;
    return o && o->kind == OBJ_SYMBOLIC ? RULE_CALLERS_MEMORY : RULE_REACHES_HEAP;
}

static void explain(struct decision *d, int object, struct verdict *v) {
    struct precise *s = d->s;
    struct pointsto *p = &s->p;
    hop_list hops = {0};
    const struct verdict *reached = NULL;
    int at = object;
    int last = object;
    /* Through memory that has no verdict of its own, the story goes on with that memory. */
    for (int steps = 0; at >= 0 && steps < p->objects.len; steps++) {
        const struct choice *c = &d->of[at];
        int left = -1;
        last = at;
        trace(s, c->node, c->element, object_name(s, object_at(p, at), 0), &hops, &left);
        at = c->how == BY_OBJECT ? c->holder : left;
        if (at >= 0 && object_at(p, at)->location && object_at(p, at)->location->verdict) {
            reached = object_at(p, at)->location->verdict;
            break;
        }
        if (at >= 0 && d->of[at].node < 0)
            break;
    }
    if (hops.len > 0)
        hops.items[hops.len - 1].into_temporary = false;
    flow_path path = explain_path(s->f->unit, hops.items, hops.len);
    verdict_set_path(s->unit, v, &path, reached);
    const struct choice *c = &d->of[last];
    v->outlived_by = path.len > 0 ? vec_last(&path).destination : "{heap}";
    if (reached) {
        v->rule = RULE_HELD_BY_HEAP;
        v->why = arena_printf(s->unit, "%s holds its address, and is on the heap itself", v->outlived_by);
        v->assumed = d->of[object].rank > 0;
    } else {
        v->rule = rule_of(d, c);
        v->why = why_of(d, c, v->outlived_by, object_at(p, object));
        v->assumed = c->rank > 0;
    }
}

/* ---- verdicts ---- */

static void keep(struct decision *d, struct verdict *v, const struct location *l) {
    v->heap = false;
    v->assumed = false;
    v->outlived_by = NULL;
    v->path.len = 0;
    v->rule = l->address_taken ? RULE_HOLDERS_END : RULE_NO_ADDRESS;
    if (!l->address_taken) {
        v->why = "its address is never taken";
        return;
    }
    if (d->kept_in != v->function)
        d->why_kept = arena_printf(d->s->unit, "whatever holds its address ends before it does, in '%s'", v->function);
    d->kept_in = v->function;
    v->why = d->why_kept;
}

static void decide_site(struct decision *d, struct location *l) {
    struct verdict *v = l->verdict;
    bool go_keeps = v->id && !v->heap, go_moves = v->id && v->heap;
    struct precise *s = d->s;
    if (v->by_nature)
        return;
    bool heap = has_object(s, l) && d->of[l->solver].node >= 0;
    if (heap && v->id && s->f->one_by_one) {
        s->asks_go = true;
        return;
    }
    if (heap && go_keeps)
        return; /* with the Go model's reason */
    if (!heap) {
        keep(d, v, l);
        return;
    }
    v->heap = true;
    if (!go_moves)
        explain(d, l->solver, v);
}

void decide(struct precise *s) {
    struct decision d = {.s = s};
    struct pointsto *p = &s->p;
    d.of = arena_array(s->scratch, struct choice, p->objects.len + 1);
    vec_each(i, &p->objects) d.of[i].node = -1;
    find_lives(&d);
    vec_each(n, &p->nodes) look_at_node(&d, n);
    while (d.todo.len > 0) {
        int object = d.todo.items[--d.todo.len];
        for (int n = object_at(p, object)->first_slot; n >= 0; n = node_at(p, n)->next_slot)
            look_into_node(&d, object, n);
        if (object_at(p, object)->any_in >= 0)
            look_into_node(&d, object, object_at(p, object)->any_in);
    }
    for (int i = 0; i < s->function_count; i++) {
        vec_each(j, &s->functions[i]->locations) {
            struct location *l = s->functions[i]->locations.items[j];
            if (l->verdict)
                decide_site(&d, l);
        }
    }
}

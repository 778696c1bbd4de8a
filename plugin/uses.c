/* Where the address of one object goes, use by use: what `why` tells of an object that stays on the stack, and of one that does not.
 *
 * The sets of the precise model hold all that the program can do with an address, whichever model decides. Every edge between sets
 * that brings the object's address to something with a name, or to a call, is a use. What is between two names (temporaries, what a
 * callee does inside) belongs to the use it ends in. */
#include "plugin/precise.h"

#include <stdlib.h>
#include <string.h>

typedef VEC(struct location *) location_list;

enum { SEED = -1, NOT_BROUGHT = -2 };

/* The element of the edge's source that is in `object`; SEED, NOT_BROUGHT. */
static int brought(struct precise *s, const struct edge_of_sets *e, int object) {
    struct pointsto *p = &s->p;
    if (is_seed(e))
        return node_at(p, seed_target(e))->object == object ? SEED : NOT_BROUGHT;
    const struct node *src = node_at(p, e->src); /* as it was when the edge was made: pointsto.h, `joined` */
    vec_each(i, &src->set) {
        if (node_at(p, src->set.items[i].target)->object == object)
            return i;
    }
    return NOT_BROUGHT;
}

static const struct step *last_step(const struct step *s) {
    while (s && s->next)
        s = s->next;
    return s;
}

static bool is_argument(const struct edge_of_sets *e) {
    const struct step *last = last_step(e->steps);
    return last && last->reason == FLOW_CALL_PARAMETER;
}

/* The way to this edge from the last holder with a name, or from the object itself. */
static struct flow flow_along(struct precise *s, const struct edge_of_sets *e, int element, const char *name) {
    struct pointsto *p = &s->p;
    hop_list back = {0};
    struct hop h = hop_of(s, e, name);
    h.into_temporary = false;
    vec_push(s->scratch, &back, h);
    while (!is_seed(e)) {
        struct element via = node_at(p, e->src)->set.items[element];
        e = &p->edges.items[via.edge];
        h = hop_of(s, e, name);
        if (!h.into_temporary || e->closure >= 0)
            break;
        vec_push(s->scratch, &back, h);
        element = via.via;
    }
    hop_list hops = {0};
    for (int i = back.len - 1; i >= 0; i--)
        vec_push(s->scratch, &hops, back.items[i]);
    flow_path path = explain_path(s->f->unit, hops.items, hops.len);
    return path.len > 0 ? vec_last(&path) : (struct flow){0};
}

/* "ends with 'f'" */
static const char *end_of(struct precise *s, const struct object *holder, const struct object *x) {
    const struct function *f = holder->location ? holder->location->function : NULL;
    if (holder->kind == OBJ_MEMORY)
        return "is memory that nothing else leads to";
    if (!f || !f->decl)
        return "ends before it does";
    if (f != x->location->function)
        return arena_printf(s->unit, "ends with the call of '%s'", f->decl->name);
    return holder->location->scope == f->body ? arena_printf(s->unit, "ends with '%s'", f->decl->name) : "ends with its block";
}

static bool fill_end(struct precise *s, struct address_use *u, const struct edge_of_sets *e, const struct object *x) {
    struct pointsto *p = &s->p;
    const struct node *dst = node_at(p, e->dst);
    const struct object *holder = dst->object >= 0 ? object_at(p, dst->object) : NULL;
    if (leads_out(dst->sink)) {
        u->end = USE_OUTLIVES;
        return true;
    }
    if (is_argument(e)) {
        u->end = USE_IN_CALL;
        return true;
    }
    if (!holder || (holder->kind != OBJ_LOCAL && holder->kind != OBJ_MEMORY))
        return false;
    u->holder = holder->location ? holder->location->verdict : NULL;
    bool is_heap = (u->holder && u->holder->heap) || (holder->kind == OBJ_MEMORY && is_out(holder));
    u->end = is_heap || object_outlives(holder, x) ? USE_OUTLIVES : USE_IN_HOLDER;
    u->until = end_of(s, holder, x);
    return true;
}

static struct pos place_of(const struct address_use *u) {
    return u->flow.steps.len > 0 ? vec_last(&u->flow.steps).place.physical : (struct pos){0};
}

static bool is_same(const char *a, const char *b) {
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* One use by several edges: a record has several slots. */
static bool is_told(const struct verdict *v, const struct address_use *u) {
    struct pos here = place_of(u);
    vec_each(i, &v->uses) {
        const struct address_use *other = &v->uses.items[i];
        struct pos there = place_of(other);
        if (here.line != there.line || here.col != there.col || u->end != other->end)
            continue;
        if (u->end == USE_IN_CALL ? is_same(vec_last(&u->flow.steps).parameter, vec_last(&other->flow.steps).parameter)
                                  : is_same(u->flow.destination, other->flow.destination))
            return true;
    }
    return false;
}

static int by_distance(const void *x, const void *y) {
    const struct address_use *a = x, *b = y;
    if (a->distance != b->distance)
        return a->distance < b->distance ? -1 : 1;
    struct pos p = place_of(a), q = place_of(b);
    return p.line != q.line ? (p.line < q.line ? -1 : 1) : p.col < q.col ? -1 : p.col > q.col;
}

/* The uses of one object; `holders` gets the sites that hold its address. */
static void tell_uses_of(struct precise *s, struct location *l, location_list *holders) {
    struct pointsto *p = &s->p;
    if (!has_object(s, l))
        return; /* nothing mentions it */
    int object = l->solver;
    struct verdict *v = l->verdict;
    vec_each(i, &p->edges) {
        const struct edge_of_sets *e = &p->edges.items[i];
        int element = e->closure == EDGE_PLAIN ? brought(s, e, object) : NOT_BROUGHT;
        struct address_use u = {0};
        if (element == NOT_BROUGHT || !fill_end(s, &u, e, object_at(p, object)))
            continue;
        u.flow = flow_along(s, e, element, l->name);
        u.distance = element == SEED ? 1 : node_at(p, e->src)->set.items[element].length + 1;
        if (u.flow.steps.len == 0 || is_told(v, &u))
            continue;
        vec_push(s->unit, &v->uses, u);
        if (u.holder)
            vec_push(s->scratch, holders, object_at(p, node_at(p, e->dst)->object)->location);
    }
    if (v->uses.len > 0)
        qsort(v->uses.items, (size_t)v->uses.len, sizeof *v->uses.items, by_distance);
}

void tell_uses(struct precise *s) {
    const struct check_options *o = s->f->options;
    location_list todo = {0};
    struct ptrmap told = {0};
    for (int i = 0; i < s->function_count; i++) {
        vec_each(j, &s->functions[i]->locations) {
            struct location *l = s->functions[i]->locations.items[j];
            if (l->verdict && !l->verdict->by_nature && o->wants_uses(o->context, l->verdict))
                vec_push(s->scratch, &todo, l);
        }
    }
    while (todo.len > 0) {
        struct location *l = todo.items[--todo.len];
        if (ptrmap_get(&told, l))
            continue;
        ptrmap_put(s->scratch, &told, l, l);
        tell_uses_of(s, l, &todo);
    }
}

/* The order in which package variables are initialised (spec: Package initialization).
 *
 * The next one is always the first in the source that needs no variable which is not initialised yet, neither itself nor through the
 * functions that it mentions. Variables, constants and functions are the nodes of a graph; its strongly connected components are found
 * first: one that holds a variable or constant and refers to itself is an error, one of functions only is recursion. Then components
 * are done as soon as all they depend on is: functions at once, variables in the order of the source. */
#include "transpiler/check_internal.h"

#include <stdlib.h>

struct node {
    struct decl_info *info;       /* of `var a, b = f()`: that of a */
    VEC(int) edges;               /* nodes that it depends on */
    bool is_function;
    int component;                /* -1 while unknown */
    int index, low;               /* Tarjan's numbers; index -1 while not visited */
    bool on_stack;
    int next_edge;                /* of the walk that is under way */
};

struct component {
    VEC(int) users;               /* components that depend on it */
    int missing;                  /* components it depends on that are not done */
    int first_node;               /* the first in the source */
    bool is_function;
};

struct graph {
    struct checker *checker;
    VEC(struct node) nodes;
    VEC(struct component) components;
    struct ptrmap node_of;        /* object → node number + 1 */
    VEC(int) stack;
};

static int node_number(const struct graph *g, const struct object *o) {
    return (int)(intptr_t)ptrmap_get(&g->node_of, o) - 1;
}

static bool shares_value(const struct decl *d) {
    return d->kind == DECL_VAR && d->values.len == 1 && d->names.len > 1;
}

static void add_nodes(struct graph *g) {
    struct checker *c = g->checker;
    vec_each(i, &c->infos) {
        struct decl_info *info = c->infos.items[i];
        if (info->object->kind == OBJECT_TYPE)
            continue;
        int number = g->nodes.len;
        if (shares_value(info->decl) && info->index > 0)
            number = node_number(g, info->decl->objects.items[0]);
        else
            vec_push(c->arena, &g->nodes,
                     ((struct node){.info = info, .is_function = info->object->kind == OBJECT_FUNC, .component = -1, .index = -1}));
        ptrmap_put(c->arena, &g->node_of, info->object, (void *)(intptr_t)(number + 1));
    }
    vec_each(i, &c->infos) {
        struct decl_info *info = c->infos.items[i];
        int from = node_number(g, info->object);
        vec_each(k, &info->dependencies) {
            int to = node_number(g, info->dependencies.items[k]);
            if (to >= 0)
                vec_push(c->arena, &g->nodes.items[from].edges, to);
        }
    }
}

/* ---- strongly connected components: Tarjan's algorithm with a stack of its own ---- */

static void finish_component(struct graph *g, int root) {
    struct checker *c = g->checker;
    struct component component = {.first_node = root, .is_function = true};
    for (;;) {
        int n = g->stack.items[--g->stack.len];
        g->nodes.items[n].on_stack = false;
        g->nodes.items[n].component = g->components.len;
        component.is_function &= g->nodes.items[n].is_function;
        if (n < component.first_node)
            component.first_node = n;
        if (n == root)
            break;
    }
    vec_push(c->arena, &g->components, component);
}

static void find_components_from(struct graph *g, int start, int *counter) {
    struct checker *c = g->checker;
    VEC(int) path = {0};
    vec_push(c->arena, &path, start);
    while (path.len) {
        int n = vec_last(&path);
        struct node *node = &g->nodes.items[n];
        if (node->index < 0) {
            node->index = node->low = (*counter)++;
            node->on_stack = true;
            vec_push(c->arena, &g->stack, n);
        }
        if (node->next_edge < node->edges.len) {
            int to = node->edges.items[node->next_edge];
            const struct node *target = &g->nodes.items[to];
            if (target->index < 0) {
                vec_push(c->arena, &path, to);
                continue; /* comes back to this edge */
            }
            node->next_edge++;
            if (target->on_stack && target->low < node->low)
                node->low = target->low;
            continue;
        }
        path.len--;
        if (node->low == node->index)
            finish_component(g, n);
    }
}

/* ---- cycles ---- */

/* A shortest way from the component's first variable through the component back to it. */
static void report_init_cycle(struct graph *g, int component) {
    struct checker *c = g->checker;
    int start = -1;
    vec_each(i, &g->nodes) {
        if (start < 0 && g->nodes.items[i].component == component && !g->nodes.items[i].is_function)
            start = i;
    }
    int *from = arena_array(c->arena, int, g->nodes.len);
    for (int i = 0; i < g->nodes.len; i++)
        from[i] = -1;
    VEC(int) queue = {0};
    vec_push(c->arena, &queue, start);
    int last = -1;
    for (int q = 0; q < queue.len && last < 0; q++) {
        const struct node *n = &g->nodes.items[queue.items[q]];
        vec_each(e, &n->edges) {
            int to = n->edges.items[e];
            if (to == start) {
                last = queue.items[q];
                break;
            }
            if (g->nodes.items[to].component == component && from[to] < 0) {
                from[to] = queue.items[q];
                vec_push(c->arena, &queue, to);
            }
        }
    }
    VEC(int) way = {0};
    for (int n = last; n >= 0 && n != start; n = from[n])
        vec_push(c->arena, &way, n);
    struct object *o = g->nodes.items[start].info->object, *first = o;
    report(c, o->pos, "initialization loop for %s", o->name);
    for (int i = way.len - 1; i >= 0; i--) {
        report_more(c, o->pos, "%s refers to", o->name);
        o = g->nodes.items[way.items[i]].info->object;
    }
    report_more(c, o->pos, "%s refers to", o->name);
    report_more(c, first->pos, "%s", first->name);
}

static void report_cycles(struct graph *g) {
    int *sizes = arena_array(g->checker->arena, int, g->components.len);
    bool *loops = arena_array(g->checker->arena, bool, g->components.len);
    vec_each(i, &g->nodes) {
        const struct node *n = &g->nodes.items[i];
        sizes[n->component]++;
        vec_each(e, &n->edges) loops[n->component] |= n->edges.items[e] == i;
    }
    vec_each(i, &g->components) {
        if (!g->components.items[i].is_function && (sizes[i] > 1 || loops[i]))
            report_init_cycle(g, i);
    }
}

/* ---- order ---- */

static void connect_components(struct graph *g) {
    vec_each(i, &g->nodes) {
        const struct node *n = &g->nodes.items[i];
        vec_each(e, &n->edges) {
            int to = g->nodes.items[n->edges.items[e]].component;
            if (to == n->component)
                continue;
            vec_push(g->checker->arena, &g->components.items[to].users, n->component);
            g->components.items[n->component].missing++;
        }
    }
}

/* A heap of components by their place in the source. */
struct heap {
    const struct graph *graph;
    int *items;
    int len;
};

static bool heap_less(const struct heap *h, int x, int y) {
    return h->graph->components.items[h->items[x]].first_node < h->graph->components.items[h->items[y]].first_node;
}

static void heap_swap(struct heap *h, int x, int y) {
    int item = h->items[x];
    h->items[x] = h->items[y];
    h->items[y] = item;
}

static void heap_push(struct heap *h, int component) {
    int i = h->len++;
    h->items[i] = component;
    for (; i > 0 && heap_less(h, i, (i - 1) / 2); i = (i - 1) / 2)
        heap_swap(h, i, (i - 1) / 2);
}

static int heap_pop(struct heap *h) {
    int top = h->items[0];
    h->items[0] = h->items[--h->len];
    for (int i = 0;;) {
        int least = i, left = 2 * i + 1;
        if (left < h->len && heap_less(h, left, least))
            least = left;
        if (left + 1 < h->len && heap_less(h, left + 1, least))
            least = left + 1;
        if (least == i)
            return top;
        heap_swap(h, i, least);
        i = least;
    }
}

/* A declaration of one variable out of several that each have their own value. */
static struct decl *single_decl(struct checker *c, struct decl *d, int index) {
    struct decl *one = arena_copy(c->arena, d, sizeof *d);
    one->names.items = &d->names.items[index];
    one->values.items = &d->values.items[index];
    one->objects.items = &d->objects.items[index];
    one->names.len = one->values.len = one->objects.len = 1;
    one->names.cap = one->values.cap = one->objects.cap = 1;
    return one;
}

static void emit(struct graph *g, const struct node *n) {
    struct checker *c = g->checker;
    struct decl_info *info = n->info;
    struct decl *d = info->decl;
    if (info->object->kind != OBJECT_VAR || info->index >= d->values.len)
        return;
    bool whole = d->names.len == 1 || shares_value(d);
    vec_push(c->arena, &c->package->init_order, whole ? d : single_decl(c, d, info->index));
}

void find_init_order(struct checker *c) {
    struct graph g = {.checker = c};
    add_nodes(&g);
    int counter = 0;
    vec_each(i, &g.nodes) {
        if (g.nodes.items[i].index < 0)
            find_components_from(&g, i, &counter);
    }
    report_cycles(&g);
    connect_components(&g);

    struct heap ready = {&g, arena_array(c->arena, int, g.components.len), 0};
    VEC(int) done = {0}; /* functions and constants need no turn */
    vec_each(i, &g.components) {
        if (g.components.items[i].missing)
            continue;
        if (g.components.items[i].is_function)
            vec_push(c->arena, &done, i);
        else
            heap_push(&ready, i);
    }
    int finished = 0;
    for (;;) {
        int component;
        if (finished < done.len) {
            component = done.items[finished++];
        } else if (ready.len) {
            component = heap_pop(&ready);
            emit(&g, &g.nodes.items[g.components.items[component].first_node]);
        } else {
            break;
        }
        const struct component *k = &g.components.items[component];
        vec_each(i, &k->users) {
            int user = k->users.items[i];
            if (--g.components.items[user].missing)
                continue;
            if (g.components.items[user].is_function)
                vec_push(c->arena, &done, user);
            else
                heap_push(&ready, user);
        }
    }
}

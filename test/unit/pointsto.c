// RUN: %unit/pointsto
//
// Inclusion constraints on graphs written down by hand: sets, slots, what comes from outside, circles, and the way back.
#include "test/unit/unit.h"

#include "plugin/pointsto.h"

static struct ctype number = {.kind = CTYPE_NUMBER, .spelling = "int", .bytes = 4};
static struct ctype pointer = {.kind = CTYPE_POINTER, .spelling = "int *", .bytes = 8, .has_pointers = true, .target = &number};
static struct ctype list;
static struct ctype to_list = {.kind = CTYPE_POINTER, .spelling = "struct list *", .bytes = 8, .has_pointers = true, .target = &list};
static struct cfield list_fields[] = {{"next", &to_list, 0}, {"value", &pointer, 8}};
static struct ctype list = {
    .kind = CTYPE_RECORD, .spelling = "struct list", .bytes = 16, .has_pointers = true, .fields = list_fields, .field_count = 2};
static struct ctype four = {.kind = CTYPE_ARRAY, .spelling = "struct list[4]", .bytes = 64, .has_pointers = true, .target = &list, .count = 4};

struct graph {
    struct arena arena;
    struct slot_table slots;
    struct pointsto p;
};

static void start(struct graph *g) {
    *g = (struct graph){0};
    g->slots.arena = &g->arena;
    pointsto_start(&g->p, &g->arena, &g->arena, &g->arena, &g->slots);
}

static int local(struct graph *g, struct ctype *t, const char *name) {
    return object_new(&g->p, OBJ_LOCAL, NULL, t, name);
}

static int slot(struct graph *g, int object, long offset) {
    return target_of(&g->p, object, offset);
}

static bool holds(struct graph *g, int node, int target) {
    const struct node *n = node_at(&g->p, joined(&g->p, node));
    vec_each(i, &n->set) {
        if (n->set.items[i].target == target)
            return true;
    }
    return false;
}

static int count(struct graph *g, int node) {
    return node_at(&g->p, joined(&g->p, node))->set.len;
}

/* p = &x; q = p; */
static void copies_pass_targets_on(void) {
    struct graph g;
    start(&g);
    int x = local(&g, &number, "x"), p = local(&g, &pointer, "p"), q = local(&g, &pointer, "q");
    add_edge(&g.p, slot(&g, p, 0), slot(&g, q, 0), NULL, NULL);
    add_seed(&g.p, slot(&g, p, 0), slot(&g, x, 0), NULL, NULL);
    pointsto_solve(&g.p);
    EXPECT(holds(&g, slot(&g, q, 0), slot(&g, x, 0)));
    EXPECT(!holds(&g, slot(&g, p, 0), slot(&g, q, 0)));
    arena_free(&g.arena);
}

/* p = &r; p->value = &x; v = p->value; n = p->next; */
static void fields_are_told_apart(void) {
    struct graph g;
    start(&g);
    int x = local(&g, &number, "x"), r = local(&g, &list, "r"), p = local(&g, &to_list, "p");
    int of_x = node_new(&g.p), value = node_new(&g.p), next = node_new(&g.p);
    add_seed(&g.p, of_x, slot(&g, x, 0), NULL, NULL);
    add_use(&g.p, slot(&g, p, 0), (struct use){.kind = USE_STORE, .other = of_x, .offset = 8});
    add_use(&g.p, slot(&g, p, 0), (struct use){.kind = USE_LOAD, .other = value, .offset = 8});
    add_use(&g.p, slot(&g, p, 0), (struct use){.kind = USE_LOAD, .other = next, .offset = 0});
    add_seed(&g.p, slot(&g, p, 0), slot(&g, r, 0), NULL, NULL);
    pointsto_solve(&g.p);
    EXPECT(holds(&g, value, slot(&g, x, 0)));
    EXPECT(count(&g, next) == 0);
    EXPECT(node_at(&g.p, g.p.heap_sink)->set.len == 0);
    arena_free(&g.arena);
}

/* Elements are one; a byte past the array, or a step that is no element's, is anywhere in it. */
static void offsets_fold_and_never_leave_the_object(void) {
    struct graph g;
    start(&g);
    int all = local(&g, &four, "all"), one = local(&g, &list, "one");
    EXPECT(slot(&g, all, 8) == slot(&g, all, 40));
    EXPECT(slot(&g, all, 0) != slot(&g, all, 8));
    EXPECT(node_at(&g.p, slot(&g, all, 64))->offset == OFFSET_ANY);
    EXPECT(target_moved(&g.p, slot(&g, all, 16), 8) == slot(&g, all, 8));
    EXPECT(target_shifted(&g.p, slot(&g, all, 8), 16) == slot(&g, all, 8));
    EXPECT(target_shifted(&g.p, slot(&g, one, 8), 8) == slot(&g, one, OFFSET_ANY));
    EXPECT(target_moved(&g.p, slot(&g, one, OFFSET_ANY), 8) == slot(&g, one, OFFSET_ANY));
    arena_free(&g.arena);
}

/* What is stored anywhere in an object is read from every slot of it, and the other way round. */
static void anywhere_reads_and_writes_all_slots(void) {
    struct graph g;
    start(&g);
    int x = local(&g, &number, "x"), y = local(&g, &number, "y"), r = local(&g, &list, "r");
    int all = node_new(&g.p);
    add_seed(&g.p, slot(&g, r, 0), slot(&g, x, 0), NULL, NULL);
    add_edge(&g.p, any_out(&g.p, r), all, NULL, NULL);
    add_seed(&g.p, any_in(&g.p, r), slot(&g, y, 0), NULL, NULL);
    pointsto_solve(&g.p);
    EXPECT(holds(&g, all, slot(&g, x, 0)) && holds(&g, all, slot(&g, y, 0)));
    EXPECT(holds(&g, slot(&g, r, 8), slot(&g, y, 0)) && !holds(&g, slot(&g, r, 8), slot(&g, x, 0)));
    pointsto_solve(&g.p);
    EXPECT(holds(&g, slot(&g, r, 8), slot(&g, y, 0)));
    arena_free(&g.arena);
}

/* An object that got to the heap may have been written to, and what it holds got there, too. */
static void what_gets_out_takes_its_content_along(void) {
    struct graph g;
    start(&g);
    int x = local(&g, &number, "x"), r = local(&g, &list, "r");
    add_seed(&g.p, slot(&g, r, 8), slot(&g, x, 0), NULL, NULL);
    add_seed(&g.p, g.p.heap_sink, slot(&g, r, 0), NULL, "because");
    pointsto_solve(&g.p);
    EXPECT(holds(&g, g.p.heap_sink, slot(&g, x, 0)));
    EXPECT(holds(&g, slot(&g, r, 8), slot(&g, g.p.heap_object, 0)));
    EXPECT(object_at(&g.p, r)->on_heap && object_at(&g.p, x)->on_heap);
    arena_free(&g.arena);
}

/* Storing through an unknown pointer is an escape; reading through it gives another unknown one. */
static void the_heap_is_where_unknown_pointers_lead(void) {
    struct graph g;
    start(&g);
    int x = local(&g, &number, "x");
    int unknown = node_new(&g.p), of_x = node_new(&g.p), read = node_new(&g.p);
    add_edge(&g.p, g.p.from_heap, unknown, NULL, NULL);
    add_seed(&g.p, of_x, slot(&g, x, 0), NULL, NULL);
    add_use(&g.p, unknown, (struct use){.kind = USE_STORE, .other = of_x});
    add_use(&g.p, unknown, (struct use){.kind = USE_LOAD, .other = read});
    pointsto_solve(&g.p);
    EXPECT(holds(&g, g.p.heap_sink, slot(&g, x, 0)));
    EXPECT(count(&g, read) == 1 && holds(&g, read, slot(&g, g.p.heap_object, 0)));
    arena_free(&g.arena);
}

/* p->next->next->next: the tail of a tail is a tail. */
static void the_callers_lists_end(void) {
    struct graph g;
    start(&g);
    struct function f = {0};
    int root = symbolic_root(&g.p, &f, 0, -1, 0, &list, "p");
    int at = node_new(&g.p), first = at;
    add_seed(&g.p, at, slot(&g, root, 0), NULL, NULL);
    for (int i = 0; i < 50; i++) {
        int next = node_new(&g.p);
        add_use(&g.p, at, (struct use){.kind = USE_LOAD, .other = next});
        at = next;
    }
    pointsto_solve(&g.p);
    EXPECT(count(&g, at) == 1 && !holds(&g, at, slot(&g, root, 0)));
    int symbolic = 0;
    vec_each(i, &g.p.objects) symbolic += g.p.objects.items[i].kind == OBJ_SYMBOLIC;
    EXPECT(symbolic == 3); /* what p points to, its tail, all further tails */
    EXPECT(count(&g, first) == 1);
    arena_free(&g.arena);
}

static void memory_of_the_caller_is_a_sink(void) {
    struct graph g;
    start(&g);
    struct function f = {0};
    int root = symbolic_root(&g.p, &f, 0, -1, 0, &list, "p"), r = local(&g, &list, "r");
    add_seed(&g.p, slot(&g, root, 8), slot(&g, r, 0), NULL, NULL);
    pointsto_solve(&g.p);
    EXPECT(node_at(&g.p, slot(&g, root, 8))->sink == SINK_CALLER);
    EXPECT(object_at(&g.p, r)->viewers.len == 1 && !object_at(&g.p, r)->on_heap);
    int held = node_at(&g.p, slot(&g, r, 0))->set.items[0].target;
    EXPECT(count(&g, slot(&g, r, 0)) == 1 && object_of(&g.p, held)->origins.items[0].parent == r);
    arena_free(&g.arena);
}

/* p->value = &r; r.value = &x: by now the caller can reach x, too, and may store there. */
static void what_the_caller_can_reach_it_can_write_to(void) {
    struct graph g;
    start(&g);
    struct function f = {0};
    int root = symbolic_root(&g.p, &f, 0, -1, 0, &list, "p"), r = local(&g, &list, "r"), x = local(&g, &pointer, "x");
    add_seed(&g.p, slot(&g, r, 8), slot(&g, x, 0), NULL, NULL);
    pointsto_solve(&g.p);
    EXPECT(count(&g, slot(&g, x, 0)) == 0);
    add_seed(&g.p, slot(&g, root, 8), slot(&g, r, 0), NULL, NULL);
    pointsto_solve(&g.p);
    EXPECT(object_at(&g.p, x)->viewers.len == 1 && count(&g, slot(&g, x, 0)) == 1);
    arena_free(&g.arena);
}

/* In the coarse form an object is one slot, and what a parameter leads to is two objects. */
static void the_coarse_form_has_few_objects(void) {
    struct graph g;
    start(&g);
    g.p.coarse = true;
    struct function f = {0};
    int root = symbolic_root(&g.p, &f, 0, -1, OFFSET_ANY, &list, "p"), r = local(&g, &list, "r"), at = node_new(&g.p);
    EXPECT(slot(&g, r, 0) == slot(&g, r, 8));
    add_seed(&g.p, at, slot(&g, root, 0), NULL, NULL);
    for (int i = 0; i < 5; i++) {
        int next = node_new(&g.p);
        add_use(&g.p, at, (struct use){.kind = USE_LOAD, .other = next, .offset = i == 0 ? 8 : 0});
        at = next;
    }
    int stored = node_new(&g.p);
    add_seed(&g.p, stored, slot(&g, r, 0), NULL, NULL);
    add_use(&g.p, at, (struct use){.kind = USE_STORE, .other = stored, .offset = 0});
    pointsto_solve(&g.p);
    int symbolic = 0;
    vec_each(i, &g.p.objects) symbolic += g.p.objects.items[i].kind == OBJ_SYMBOLIC && g.p.objects.items[i].origins.items[0].parent != r;
    EXPECT(symbolic == 2);
    EXPECT(object_at(&g.p, r)->viewers.len == 1);
    EXPECT(!holds(&g, at, slot(&g, r, 0))); /* it is the caller's now, and is read as such */
    arena_free(&g.arena);
}

/* p = &x0; p = &x1; …: what is too much for one set is let go, and its place holds {heap}. */
static void a_crowd_is_let_go(void) {
    enum { MANY = 200 };
    struct graph g;
    start(&g);
    g.p.coarse = true;
    int p = local(&g, &pointer, "p"), objects[MANY], out = 0;
    for (int i = 0; i < MANY; i++) {
        objects[i] = local(&g, &number, "x");
        add_seed(&g.p, slot(&g, p, 0), slot(&g, objects[i], 0), NULL, NULL);
    }
    pointsto_solve(&g.p);
    for (int i = 0; i < MANY; i++) {
        bool is_out = object_at(&g.p, objects[i])->outside;
        out += is_out;
        EXPECT(is_out != holds(&g, slot(&g, p, 0), slot(&g, objects[i], 0)));
    }
    EXPECT(out > 0 && out < MANY);
    EXPECT(holds(&g, slot(&g, p, 0), slot(&g, g.p.heap_object, 0)));
    arena_free(&g.arena);
}

/* The full form stops where it would cost more than it may. */
static void solving_gives_up_after_so_many_steps(void) {
    enum { LONG = 100 };
    struct graph g;
    start(&g);
    int before = node_new(&g.p), first = before;
    for (int i = 0; i < LONG; i++) {
        int next = node_new(&g.p);
        add_edge(&g.p, before, next, NULL, NULL);
        before = next;
    }
    add_seed(&g.p, first, slot(&g, local(&g, &number, "x"), 0), NULL, NULL);
    g.p.most_steps = g.p.steps + LONG / 2;
    EXPECT(!pointsto_solve(&g.p));
    g.p.most_steps = g.p.steps + LONG;
    EXPECT(pointsto_solve(&g.p));
    EXPECT(count(&g, before) == 1);
    arena_free(&g.arena);
}

/* A ring of a thousand copies, fed from one place, is one set. */
static void circles_are_joined(void) {
    enum { RING = 1000 };
    struct graph g;
    start(&g);
    int ring[RING], x = local(&g, &number, "x"), out = node_new(&g.p);
    for (int i = 0; i < RING; i++)
        ring[i] = node_new(&g.p);
    for (int i = 0; i < RING; i++)
        add_edge(&g.p, ring[i], ring[(i + 1) % RING], NULL, NULL);
    add_edge(&g.p, ring[RING / 2], out, NULL, NULL);
    add_seed(&g.p, ring[7], slot(&g, x, 0), NULL, NULL);
    pointsto_solve(&g.p);
    for (int i = 1; i < RING; i++)
        EXPECT(joined(&g.p, ring[i]) == joined(&g.p, ring[0]));
    EXPECT(holds(&g, ring[3], slot(&g, x, 0)) && holds(&g, out, slot(&g, x, 0)));
    arena_free(&g.arena);
}

/* The edges that the elements came along lead back to the seed, in as many steps as `length` says. */
static void every_element_knows_its_way(void) {
    struct graph g;
    start(&g);
    int x = local(&g, &number, "x"), at = node_new(&g.p), first = at;
    for (int i = 0; i < 100; i++) {
        int next = node_new(&g.p);
        add_edge(&g.p, at, next, NULL, NULL);
        add_edge(&g.p, first, next, NULL, NULL); /* a short cut */
        at = next;
    }
    add_seed(&g.p, first, slot(&g, x, 0), NULL, NULL);
    pointsto_solve(&g.p);
    struct element e = node_at(&g.p, at)->set.items[0];
    EXPECT(e.length <= 3);
    int steps = 1;
    while (g.p.edges.items[e.edge].src >= 0) {
        e = node_at(&g.p, g.p.edges.items[e.edge].src)->set.items[e.via];
        steps++;
    }
    EXPECT(steps == node_at(&g.p, at)->set.items[0].length && e.target == slot(&g, x, 0));
    arena_free(&g.arena);
}

/* Whatever the order in which constraints come, the sets are those of the naive fixpoint. */
static void agrees_with_the_naive_fixpoint(void) {
    enum { NODES = 30, EDGES = 60, SEEDS = 8, ROUNDS = 40 };
    unsigned random = 5;
    for (int round = 0; round < ROUNDS; round++) {
        struct graph g;
        start(&g);
        int objects[SEEDS], nodes[NODES], from[EDGES], to[EDGES], seeded[SEEDS];
        bool naive[NODES][SEEDS] = {{0}};
        for (int i = 0; i < SEEDS; i++)
            objects[i] = local(&g, &number, "x");
        for (int i = 0; i < NODES; i++)
            nodes[i] = node_new(&g.p);
        for (int i = 0; i < EDGES; i++) {
            from[i] = (int)(unit_random(&random) % NODES);
            to[i] = (int)(unit_random(&random) % NODES);
            if (i == EDGES / 2) /* half of the constraints come when some is solved already */
                pointsto_solve(&g.p);
            add_edge(&g.p, nodes[from[i]], nodes[to[i]], NULL, NULL);
            if (i % (EDGES / SEEDS) == 0 && i / (EDGES / SEEDS) < SEEDS) {
                int s = i / (EDGES / SEEDS);
                seeded[s] = (int)(unit_random(&random) % NODES);
                naive[seeded[s]][s] = true;
                add_seed(&g.p, nodes[seeded[s]], slot(&g, objects[s], 0), NULL, NULL);
            }
        }
        pointsto_solve(&g.p);
        for (bool changed = true; changed;) {
            changed = false;
            for (int i = 0; i < EDGES; i++) {
                for (int s = 0; s < SEEDS; s++) {
                    if (naive[from[i]][s] && !naive[to[i]][s])
                        naive[to[i]][s] = changed = true;
                }
            }
        }
        for (int i = 0; i < NODES; i++) {
            for (int s = 0; s < SEEDS; s++)
                EXPECT(holds(&g, nodes[i], slot(&g, objects[s], 0)) == naive[i][s]);
        }
        arena_free(&g.arena);
    }
}

int main(void) {
    copies_pass_targets_on();
    fields_are_told_apart();
    offsets_fold_and_never_leave_the_object();
    anywhere_reads_and_writes_all_slots();
    what_gets_out_takes_its_content_along();
    the_heap_is_where_unknown_pointers_lead();
    the_callers_lists_end();
    memory_of_the_caller_is_a_sink();
    what_the_caller_can_reach_it_can_write_to();
    the_coarse_form_has_few_objects();
    a_crowd_is_let_go();
    solving_gives_up_after_so_many_steps();
    circles_are_joined();
    every_element_knows_its_way();
    agrees_with_the_naive_fixpoint();
    return unit_verdict();
}

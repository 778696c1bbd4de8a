/* Batches: strongly connected components of "names", callees first.
 *
 * A function that names another may call it, directly or through a value; so when a batch is solved, the summaries of all
 * functions that can come up in it are there. A global's initialiser is a stop of its own: whoever names a table of functions
 * may call what is in it. For the Go compiler's model a literal stays with the function around it: there the two share their
 * variables.
 *
 * Tarjan's algorithm (SIAM J. Comput. 1, 1972) with its own stack: a chain of 10,000 calls costs memory, not C stack. */
#include "plugin/flow.h"

struct tarjan {
    struct arena *arena;
    int *order, *low;          /* by function number; 0: not visited */
    int *next;                 /* mention that is to be looked at next */
    int counter;
    VEC(struct function *) open;  /* visited, batch not closed */
    VEC(struct function *) path;  /* being visited */
    bool *is_open;
    bool literals_stay;
    bool go;                   /* lowered Go, as the Go compiler takes it */
};

/* A package variable, which names what it is initialised with. */
static bool is_variable(const struct function *f) {
    return !f->decl;
}

/* To the Go compiler no name but a function's own makes a batch. A method table has to come after its methods all the same, since calls
 * through it are told apart; but not the descriptor in it, which names every method of a type and is read by the runtime only. */
static struct function *mention_at(struct tarjan *t, const struct function *f, int i) {
    while (t->go && is_variable(f) && i < f->mentions.len && is_variable(f->mentions.items[i]))
        i = ++t->next[f->number];
    if (i < f->mentions.len)
        return f->mentions.items[i];
    if (i == f->mentions.len && t->literals_stay)
        return f->enclosing;
    return NULL;
}

static void enter(struct tarjan *t, struct function *f) {
    t->order[f->number] = t->low[f->number] = ++t->counter;
    t->is_open[f->number] = true;
    vec_push(t->arena, &t->open, f);
    vec_push(t->arena, &t->path, f);
}

static void close_batch(struct unit_flows *u, struct tarjan *t, struct function *root) {
    struct function *f;
    int first = u->by_batch.len;
    do {
        f = t->open.items[--t->open.len];
        t->is_open[f->number] = false;
        f->batch = u->batch_count;
        if (f->decl && f->decl->body)
            vec_push(t->arena, &u->by_batch, f);
    } while (f != root);
    /* within a batch, in order of the text */
    for (int i = first, j = u->by_batch.len - 1; i < j; i++, j--) {
        struct function *swapped = u->by_batch.items[i];
        u->by_batch.items[i] = u->by_batch.items[j];
        u->by_batch.items[j] = swapped;
    }
    u->batch_count++;
}

static void visit(struct unit_flows *u, struct tarjan *t, struct function *start) {
    enter(t, start);
    while (t->path.len > 0) {
        struct function *f = vec_last(&t->path);
        struct function *m = mention_at(t, f, t->next[f->number]);
        if (m) {
            t->next[f->number]++;
            if (!t->order[m->number])
                enter(t, m);
            else if (t->is_open[m->number] && t->order[m->number] < t->low[f->number])
                t->low[f->number] = t->order[m->number];
            continue;
        }
        t->path.len--;
        if (t->path.len > 0) {
            struct function *caller = vec_last(&t->path);
            if (t->low[f->number] < t->low[caller->number])
                t->low[caller->number] = t->low[f->number];
        }
        if (t->low[f->number] == t->order[f->number])
            close_batch(u, t, f);
    }
}

void callgraph_order(struct unit_flows *u, bool literals_stay) {
    int n = u->functions.len;
    struct tarjan t = {.arena = u->arena, .literals_stay = literals_stay, .go = literals_stay && u->lowered};
    u->batch_count = 0;
    u->by_batch.len = 0;
    t.order = arena_array(u->arena, int, n);
    t.low = arena_array(u->arena, int, n);
    t.next = arena_array(u->arena, int, n);
    t.is_open = arena_array(u->arena, bool, n);
    vec_each(i, &u->functions) {
        if (!t.order[u->functions.items[i]->number])
            visit(u, &t, u->functions.items[i]);
    }
}

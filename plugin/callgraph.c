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
    const struct batch_visitor *visitor;
    int counter, batches;
    VEC(struct function *) open;  /* met, batch not closed */
    VEC(struct function *) path;  /* being visited */
    VEC(struct function *) batch;
    bool literals_stay;
    bool go;                      /* lowered Go, as the Go compiler takes it */
    bool stopped;
};

/* A package variable, which names what it is initialised with. */
static bool is_variable(const struct function *f) {
    return !f->decl;
}

/* To the Go compiler no name but a function's own makes a batch. A method table has to come after its methods all the same, since calls
 * through it are told apart; but not the descriptor in it, which names every method of a type and is read by the runtime only. */
static struct function *next_mention(const struct tarjan *t, struct function *f) {
    while (t->go && is_variable(f) && f->next < f->mentions.len && is_variable(f->mentions.items[f->next]))
        f->next++;
    int i = f->next++;
    if (i < f->mentions.len)
        return f->mentions.items[i];
    return i == f->mentions.len && t->literals_stay ? f->enclosing : NULL;
}

static void enter(struct tarjan *t, struct function *f) {
    f->order = f->low = ++t->counter;
    f->next = 0;
    f->is_open = true;
    vec_push(t->arena, &t->open, f);
    vec_push(t->arena, &t->path, f);
    if (t->visitor->enter)
        t->visitor->enter(t->visitor->context, f);
}

static void close_batch(struct tarjan *t, const struct function *root) {
    int first = t->open.len;
    do {
        first--;
        t->open.items[first]->is_open = false;
        t->open.items[first]->batch = t->batches;
    } while (t->open.items[first] != root);
    t->batches++;
    /* in order of the text, for the most part */
    t->batch.len = 0;
    for (int i = first; i < t->open.len; i++) {
        struct function *f = t->open.items[i];
        if (f->decl && f->decl->is_defined)
            vec_push(t->arena, &t->batch, f);
    }
    t->open.len = first;
    if (t->batch.len > 0 && !t->visitor->batch(t->visitor->context, t->batch.items, t->batch.len))
        t->stopped = true;
}

static void visit(struct tarjan *t, struct function *start) {
    enter(t, start);
    while (t->path.len > 0 && !t->stopped) {
        struct function *f = vec_last(&t->path);
        struct function *m = next_mention(t, f);
        if (m) {
            if (!m->order)
                enter(t, m);
            else if (m->is_open && m->order < f->low)
                f->low = m->order;
            continue;
        }
        t->path.len--;
        if (t->path.len > 0 && f->low < vec_last(&t->path)->low)
            vec_last(&t->path)->low = f->low;
        if (f->low == f->order)
            close_batch(t, f);
    }
}

void visit_batches(struct unit_flows *u, bool literals_stay, const struct batch_visitor *visitor) {
    struct tarjan t = {.arena = u->arena, .visitor = visitor, .literals_stay = literals_stay, .go = literals_stay && u->lowered};
    vec_each(i, &u->functions) u->functions.items[i]->order = 0;
    for (int i = 0; i < u->functions.len && !t.stopped; i++) { /* more of them may come up on the way */
        if (!u->functions.items[i]->order)
            visit(&t, u->functions.items[i]);
    }
}

static bool add_batch(void *context, struct function **functions, int count) {
    struct unit_flows *u = context;
    for (int i = 0; i < count; i++)
        vec_push(u->arena, &u->by_batch, functions[i]);
    return true;
}

void callgraph_order(struct unit_flows *u, bool literals_stay) {
    u->by_batch.len = 0;
    visit_batches(u, literals_stay, &(struct batch_visitor){.batch = add_batch, .context = u});
}

/* Inclusion constraints: what every pointer may point at, by slot. The engine of the precise model; it knows objects and nodes,
 * but no functions and no verdicts. One instance solves one batch of functions.
 *
 * A node holds a set of targets. A target is a slot of an object, and the slot is itself the node that holds what is stored there,
 * so "x.f holds &y" is: the node slot(x, f) has the target slot(y, 0).
 *
 *     edge      dst ⊇ src
 *     seed      dst ∋ target
 *     load      dst ⊇ content of (every target of src, moved by offset)
 *     store     content of (every target of dst, moved by offset) ⊇ src
 *     move      dst ⊇ targets of src, moved by offset
 *     shift     dst ⊇ targets of src, moved by some multiple of a step
 *     watch     call back for every target of src
 *
 * Three kinds of object stand for what is outside. {heap} is all unknown memory: reading it gives pointers into it, storing in it
 * is the end of the story. A symbolic object is memory of the caller's, reached from a parameter; its slots hold further symbolic
 * objects, made when they are first read, and storing in it is seen by the caller. An object of ours that got out has further holders,
 * who may write to it under another name: one that got to {heap} has its slots filled with {heap}, one that the caller can reach with
 * symbolic objects, "what the caller has there", and so has all that it leads to.
 *
 * Nodes on a circle of edges hold the same targets; they are found now and then (Tarjan) and joined into one, which keeps large
 * cycles of functions from costing the cube of their size.
 *
 * Every target in a set remembers the edge it came along, first come first: the way back is the explanation. All work is on
 * work lists; a set only grows. Objects of the caller's of one type that are two or more loads away from one parameter are one
 * (symbolic_child).
 *
 * The coarse form is for what would cost too much all the same (most_steps): an object has one slot, what a parameter points to and all
 * that leads on to are two objects, what is stored there is not read back, and a set has at most CROWD members, further ones being let go
 * ("assumed"). So it costs at most CROWD steps for each constraint. It is coarser everywhere, and complete: docs/analysis.md has why. */
#ifndef OUTLIVE_POINTSTO_H
#define OUTLIVE_POINTSTO_H

#include "plugin/flow.h"
#include "plugin/layout.h"

enum object_kind {
    OBJ_LOCAL,    /* a variable of the batch, or alloca's */
    OBJ_VALUE,    /* what a call gets or returns, by slot: no memory, nothing points at it */
    OBJ_MEMORY,   /* allocated here, or by a callee for its caller */
    OBJ_GLOBAL,   /* `known`: never changes; else as {heap}, but its address is known */
    OBJ_FUNCTION,
    OBJ_STRING,
    OBJ_HEAP,
    OBJ_SYMBOLIC, /* memory of the caller's */
};

/* The caller of a function of the batch, as one who can reach an object of ours: it got out through that function. */
struct viewer {
    struct function *function;
    int root; /* symbolic: what the caller may have stored there points to this; -1: not read yet */
};

/* Where a symbolic object comes from. */
struct symbolic_origin {
    int parent;   /* object, symbolic or one that the caller can reach; -1: a parameter or the result of an unresolved call */
    long offset;  /* in the parent; in the parameter; in the result */
    bool number;  /* nothing but numbers is read there: of a pointer, its bytes */
};

/* There are many: members stand where they need no padding. */
struct object {
    enum object_kind kind : 8;
    bool many;                    /* elements of `type`, one behind the other */
    bool known;                   /* GLOBAL */
    bool leaves;                  /* VALUE: what is in it goes to the caller, or to a function from outside */
    bool outside;                 /* anybody may write to it; FUNCTION: may call it */
    bool written;                 /* a function that is not looked into may have written to it, and to what it leads to */
    bool on_heap;                 /* its address got to {heap} for sure */
    const char *assumed;          /* its address may have got there, for this reason */
    struct location *location;    /* LOCAL, GLOBAL, FUNCTION, and MEMORY allocated here */
    const char *name;
    struct ctype *type;           /* NULL: not known */
    struct scope *life;           /* MEMORY: what all its holders have in common */
    VEC(struct viewer) viewers;   /* LOCAL, MEMORY: whose callers may write to it */
    int first_slot;               /* newest; chained by node.next_slot; -1: none */
    int any_target, any_in, any_out; /* nodes of "somewhere in it"; -1 until asked for */
    /* SYMBOLIC */
    int parameter;                /* -1: result of the unresolved call `call` */
    int call;                     /* -1: neither; what the caller stored in an object of ours that it can reach */
    int depth;                    /* loads from the root */
    int root;                     /* what the parameter itself points to */
    int next_deep;                /* of the root: chain of its objects of depth 2 and more; -1: none */
    struct function *function;    /* whose caller's memory; also of a VALUE that leaves: whose caller gets it */
    VEC(struct symbolic_origin) origins;
    long step;                    /* -1; else it was moved in steps of so many bytes (0: any) */
};

enum sink {
    SINK_NONE,
    SINK_HEAP,
    SINK_ASSUMED,
    SINK_CALLER,  /* a place that the caller has or gets */
    SINK_SEEN,    /* all that the caller can reach through such a place */
    SINK_WRITTEN, /* all that functions can reach which keep nothing, but may write anything there */
};

/* Is what such a node holds held by who outlives the function? */
static inline bool leads_out(enum sink sink) {
    return sink == SINK_HEAP || sink == SINK_ASSUMED || sink == SINK_CALLER;
}

struct element {
    int target;  /* node */
    int edge;    /* the edge it came along */
    int via;     /* its index in that edge's source; -1 for a seed */
    int length;  /* edges since the seed */
};

/* Memory of a set that has grown. */
struct block {
    struct block *next;
};

struct node {
    VEC(struct element) set;
    int *index;          /* of a set that has room for more than a few: hash by target, where in it each is, + 1; twice as large as the room */
    int done;            /* elements that were passed on */
    int joined;          /* the node that this one was joined with, + 1; 0: none */
    int first_edge, last_edge; /* out, chained by `next`; -1: none */
    int first_use, last_use;
    union {
        int loaded;      /* coarse: node for what is loaded through this one, + 1; 0: nothing yet */
        int child;       /* not coarse, a slot of the caller's memory that was read: the symbolic object that fills it */
    };
    int stored;          /* coarse: the same for what is stored */
    int object;          /* slot of; -1: none */
    int next_slot;
    union {
        long offset;     /* of a slot */
        struct function *viewer; /* SEEN */
    };
    enum sink sink : 8;
    bool is_circle;      /* stands for others */
    bool queued;
    bool filled;         /* slot of a symbolic object, or of a number, that was read: what the caller has there, or anything, is in the set */
    bool as_number;      /* and it was a number that was read, whatever is there */
};

enum use_kind { USE_LOAD, USE_STORE, USE_MOVE, USE_SHIFT, USE_WATCH };
struct use {
    enum use_kind kind;
    int other;           /* the node that is not used as a pointer; WATCH: number of what watches */
    long offset;         /* or step */
    const struct step *steps;
    const char *why;
    int next;            /* of the same node; -1: none */
    bool number;         /* LOAD: a number of several bytes is read */
};

struct edge_of_sets {
    int src, dst;        /* src of a seed: -1 - its target */
    int next;            /* out of the same node; -1: none */
    int closure;         /* ≥ 0: the content of this object leaves because the object did; or EDGE_… */
    const struct step *steps;
    const char *why;     /* into a sink: the rule */
};
enum { EDGE_PLAIN = -1, EDGE_FILLS = -2 /* what the caller has in a slot of its memory */ };
static inline bool is_seed(const struct edge_of_sets *e) {
    return e->src < 0;
}
static inline int seed_target(const struct edge_of_sets *e) {
    return -1 - e->src;
}

struct pointsto {
    struct arena *arena;
    struct arena *texts;  /* of reasons, which live longer */
    struct arena *tables; /* of the vectors below, which are used again for the next batch */
    struct slot_table *slots;
    VEC(struct object) objects;
    VEC(struct node) nodes;
    VEC(struct use) uses;
    VEC(struct edge_of_sets) edges;
    struct int_index { int *table; int size, count; } slot_index, edge_index; /* numbers + 1, by hash of a slot or an edge */
    struct block *blocks[32]; /* that sets and their indexes left, by the logarithm of the elements that they have room for */
    VEC(int) queue;
    int queue_head;
    int heap_object, string_object;
    int from_heap;       /* node: holds {heap} */
    int heap_sink, assumed_sink;
    int written_sink;
    bool coarse;           /* one slot for each object, two objects for all that a parameter leads to, sets of limited size */
    bool one_function;     /* the batch has one */
    bool lowered;          /* numbers are never read as pointers */
    int seen_root;         /* coarse: what the caller may have stored in objects of ours; -1: not read yet */
    struct ptrmap seen;    /* function → node: all that its caller can reach of ours, + 1 */
    long steps;            /* elements passed on so far */
    long most_steps;       /* not coarse: after so many, give up */
    long pause, next_join; /* steps between two looks for circles, doubled each time; when the next one is */
    void (*on_watch)(void *context, int watcher, int target, struct element why, int src);
    void (*on_code_out)(void *context, int function); /* of an OBJ_FUNCTION, once: code that is not seen may call it now */
    void *context;
};

/* p: zeroed, or what was used before; `tables` lives as long as it. */
void pointsto_start(struct pointsto *p, struct arena *a, struct arena *texts, struct arena *tables, struct slot_table *slots);
/* False: it took more steps than most_steps, and the sets are not complete. */
bool pointsto_solve(struct pointsto *p);

int object_new(struct pointsto *p, enum object_kind kind, struct location *l, struct ctype *type, const char *name);
int node_new(struct pointsto *p);

/* The slot as something that is pointed at; and the nodes that reading and writing there mean. */
int target_of(struct pointsto *p, int object, long offset);
int content_of(struct pointsto *p, int target);
int number_at(struct pointsto *p, int target); /* read as a number */
int place_to_store(struct pointsto *p, int target);
/* The nodes for "stored anywhere in the object" and "read from anywhere in it". */
int any_in(struct pointsto *p, int object);
int any_out(struct pointsto *p, int object);
/* The target `offset` bytes further on. */
int target_moved(struct pointsto *p, int target, long offset);
int target_shifted(struct pointsto *p, int target, long step);

void add_edge(struct pointsto *p, int src, int dst, const struct step *steps, const char *why);
void add_seed(struct pointsto *p, int dst, int target, const struct step *steps, const char *why);
void add_use(struct pointsto *p, int node, struct use use);

/* The symbolic object that a parameter's slot, or a slot of an unresolved call's result, points to. */
int symbolic_root(struct pointsto *p, struct function *f, int parameter, int call, long offset, struct ctype *pointee, const char *name);

/* May others than this batch write to it? */
static inline bool is_out(const struct object *o) {
    return o->outside || o->viewers.len > 0;
}
static inline struct object *object_at(struct pointsto *p, int n) {
    return &p->objects.items[n];
}
/* The node whose set is this one's: nodes on a circle of edges hold the same and are joined. A slot keeps its own identity as
 * something that is pointed at. */
static inline int joined(const struct pointsto *p, int n) {
    while (p->nodes.items[n].joined)
        n = p->nodes.items[n].joined - 1;
    return n;
}
static inline struct node *node_at(struct pointsto *p, int n) {
    return &p->nodes.items[n];
}
/* The object that a target is in. */
static inline struct object *object_of(struct pointsto *p, int target) {
    return &p->objects.items[p->nodes.items[target].object];
}

#endif

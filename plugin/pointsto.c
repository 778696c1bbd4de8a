/* The engine of inclusion constraints: pointsto.h says what it means. */
#include "plugin/pointsto.h"

#include <stdint.h>
#include <string.h>

/* ---- hash indexes of ints ---- */

/* splitmix64's last steps (Steele, Lea, Flood 2014): numbers here are small and come in rows. */
static uint64_t mix(uint64_t a, uint64_t b) {
    uint64_t h = a * 0x9E3779B97F4A7C15u + b;
    h = (h ^ h >> 30) * 0xBF58476D1CE4E5B9u;
    h = (h ^ h >> 27) * 0x94D049BB133111EBu;
    return h ^ h >> 31;
}

static uint64_t hash_of_slot(const struct pointsto *p, int n) {
    return mix((uint64_t)p->nodes.items[n].object, (uint64_t)p->nodes.items[n].offset);
}

static uint64_t hash_of_edge(const struct pointsto *p, int e) {
    return mix((uint64_t)p->edges.items[e].src, (uint64_t)p->edges.items[e].dst);
}

/* Room for one more number, in a table that is at most half full. */
static void index_room(struct pointsto *p, struct int_index *x, uint64_t (*hash)(const struct pointsto *p, int number)) {
    if (x->count * 2 < x->size)
        return;
    int size = x->size ? x->size * 2 : 256;
    int *table = arena_array(p->arena, int, size);
    for (int i = 0; i < x->size; i++) {
        if (!x->table[i])
            continue;
        uint64_t h = hash(p, x->table[i] - 1);
        while (table[h & (uint64_t)(size - 1)])
            h++;
        table[h & (uint64_t)(size - 1)] = x->table[i];
    }
    arena_drop(p->arena, x->table, sizeof *x->table * (size_t)x->size);
    x->table = table;
    x->size = size;
}

/* ---- nodes and objects ---- */

int node_new(struct pointsto *p) {
    struct node n = {.object = -1, .next_slot = -1, .first_edge = -1, .last_edge = -1, .first_use = -1, .last_use = -1};
    vec_push_moving(p->tables, &p->nodes, n);
    return p->nodes.len - 1;
}

int object_new(struct pointsto *p, enum object_kind kind, struct location *l, struct ctype *type, const char *name) {
    struct object o = {.kind = kind, .location = l, .name = name, .type = type, .first_slot = -1, .any_target = -1, .any_in = -1,
                       .any_out = -1, .parameter = -1, .call = -1, .step = -1};
    vec_push_moving(p->tables, &p->objects, o);
    return p->objects.len - 1;
}

/* Of no node's yet. */
static int edge_new(struct pointsto *p, struct edge_of_sets e) {
    vec_push_moving(p->tables, &p->edges, e);
    return p->edges.len - 1;
}

static void enqueue(struct pointsto *p, int n) {
    if (node_at(p, n)->queued)
        return;
    node_at(p, n)->queued = true;
    vec_push_moving(p->tables, &p->queue, n);
}

/* One slot for all of it: {heap}, code, strings; in the coarse form, everything. */
static bool is_one_slot(const struct pointsto *p, const struct object *o) {
    return p->coarse || o->kind == OBJ_HEAP || o->kind == OBJ_FUNCTION || o->kind == OBJ_STRING;
}

static long normal_offset(const struct pointsto *p, const struct object *o, long offset) {
    if (is_one_slot(p, o))
        return 0;
    if (offset == OFFSET_ANY || !o->type)
        return offset;
    return slot_of(o->type, offset);
}

static int symbolic_child(struct pointsto *p, int object, long offset, bool number);
static int seen_child(struct pointsto *p, int object, long offset, struct function *viewer);

/* An object of this type holds no pointers, even if it is read as bytes or as something else (C17 6.5p7: characters may stand for anything). */
static bool is_all_numbers(const struct ctype *t) {
    while (t && t->kind == CTYPE_ARRAY)
        t = t->target;
    return t && t->kind != CTYPE_VOID && t->kind != CTYPE_FUNCTION && t->bytes > 1 && !t->has_pointers;
}

/* Reading the slot gives what the caller had there: `child`. */
static void fill(struct pointsto *p, int node, int child) {
    int edge = p->edges.len;
    bool shared = node_at(p, joined(p, node))->is_circle; /* another slot of the circle got it from this one */
    add_seed(p, node, target_of(p, child, 0), NULL, NULL);
    p->edges.items[edge].closure = shared ? EDGE_PLAIN : EDGE_FILLS;
}

static void fill_symbolic(struct pointsto *p, int object, long offset, int node, bool number) {
    if (p->lowered && is_all_numbers(object_at(p, object)->type))
        return;
    int child = symbolic_child(p, object, offset, number);
    fill(p, node, child);
    if (p->coarse) /* which takes no number apart, and has another use for the node's room */
        return;
    node_at(p, node)->child = child;
    node_at(p, node)->as_number = number;
}

/* The slot of a symbolic object was read as a number, and is read as a pointer now. */
static void fill_as_pointer(struct pointsto *p, int node) {
    struct node *n = node_at(p, node);
    n->as_number = false;
    vec_each(i, &object_at(p, n->child)->origins) {
        struct symbolic_origin *origin = &object_at(p, n->child)->origins.items[i];
        if (origin->parent == n->object && origin->offset == n->offset)
            origin->number = false;
    }
}

/* Numbers that are read as pointers may be any, whatever they were made of. */
static bool is_number_of_ours(const struct pointsto *p, const struct object *o) {
    return o->kind == OBJ_LOCAL && !p->lowered && is_all_numbers(o->type);
}

/* The same for a slot of an object of ours that the caller of `viewer` can reach. What is stored there can be reached, too. */
static void fill_seen(struct pointsto *p, int object, long offset, int node, struct function *viewer) {
    int seen = (int)(uintptr_t)ptrmap_get(&p->seen, viewer) - 1;
    fill(p, node, seen_child(p, object, offset, viewer));
    add_edge(p, node, seen, NULL, NULL);
}

/* In the coarse form what is stored in the caller's memory is not read back: it can be reached from there, and reading gives whatever can. */
static bool is_write_only(const struct pointsto *p, const struct object *o) {
    return p->coarse && o->kind == OBJ_SYMBOLIC;
}

static int slot(struct pointsto *p, int object, long offset) {
    struct int_index *x = &p->slot_index;
    index_room(p, x, hash_of_slot);
    uint64_t h = mix((uint64_t)object, (uint64_t)offset);
    for (; x->table[h & (uint64_t)(x->size - 1)]; h++) {
        int n = x->table[h & (uint64_t)(x->size - 1)] - 1;
        if (node_at(p, n)->object == object && node_at(p, n)->offset == offset)
            return n;
    }
    int n = node_new(p);
    x->table[h & (uint64_t)(x->size - 1)] = n + 1;
    x->count++;
    struct node *fresh = node_at(p, n);
    struct object *o = object_at(p, object);
    fresh->object = object;
    fresh->offset = offset;
    fresh->next_slot = o->first_slot;
    o->first_slot = n;
    if (o->kind == OBJ_SYMBOLIC || o->leaves)
        fresh->sink = SINK_CALLER;
    if (o->any_in >= 0)
        add_edge(p, o->any_in, n, NULL, NULL);
    if (object_at(p, object)->any_out >= 0 && !is_write_only(p, object_at(p, object)))
        add_edge(p, n, object_at(p, object)->any_out, NULL, NULL);
    for (int i = 0; i < object_at(p, object)->viewers.len; i++)
        fill_seen(p, object, offset, n, object_at(p, object)->viewers.items[i].function);
    return n;
}

static int any_target(struct pointsto *p, int object) {
    if (object_at(p, object)->any_target < 0) {
        int n = node_new(p);
        node_at(p, n)->object = object;
        node_at(p, n)->offset = OFFSET_ANY;
        object_at(p, object)->any_target = n;
    }
    return object_at(p, object)->any_target;
}

int any_in(struct pointsto *p, int object) {
    if (p->coarse)
        return slot(p, object, 0);
    if (object_at(p, object)->any_in < 0) {
        int n = node_new(p);
        object_at(p, object)->any_in = n;
        node_at(p, n)->object = object; /* of the object, but at no slot of it */
        node_at(p, n)->offset = OFFSET_ANY;
        if (object_at(p, object)->kind == OBJ_SYMBOLIC || object_at(p, object)->leaves)
            node_at(p, n)->sink = SINK_CALLER;
        for (int s = object_at(p, object)->first_slot; s >= 0; s = node_at(p, s)->next_slot)
            add_edge(p, n, s, NULL, NULL);
        if (object_at(p, object)->any_out >= 0)
            add_edge(p, n, object_at(p, object)->any_out, NULL, NULL);
        for (int i = 0; i < object_at(p, object)->viewers.len; i++)
            add_edge(p, n, (int)(uintptr_t)ptrmap_get(&p->seen, object_at(p, object)->viewers.items[i].function) - 1, NULL, NULL);
    }
    return object_at(p, object)->any_in;
}

int any_out(struct pointsto *p, int object) {
    if (p->coarse && object_at(p, object)->kind != OBJ_SYMBOLIC)
        return slot(p, object, 0);
    if (object_at(p, object)->any_out < 0) {
        int n = node_new(p);
        object_at(p, object)->any_out = n;
        for (int s = object_at(p, object)->first_slot; s >= 0 && !p->coarse; s = node_at(p, s)->next_slot)
            add_edge(p, s, n, NULL, NULL);
        if (object_at(p, object)->any_in >= 0)
            add_edge(p, object_at(p, object)->any_in, n, NULL, NULL);
        if (object_at(p, object)->kind == OBJ_SYMBOLIC)
            fill_symbolic(p, object, OFFSET_ANY, n, false);
        if (is_number_of_ours(p, object_at(p, object)))
            add_edge(p, p->from_heap, n, NULL, NULL);
        for (int i = 0; i < object_at(p, object)->viewers.len; i++)
            fill_seen(p, object, OFFSET_ANY, n, object_at(p, object)->viewers.items[i].function);
    }
    return object_at(p, object)->any_out;
}

int target_of(struct pointsto *p, int object, long offset) {
    offset = normal_offset(p, object_at(p, object), offset);
    return offset == OFFSET_ANY ? any_target(p, object) : slot(p, object, offset);
}

int content_of(struct pointsto *p, int target) {
    int object = node_at(p, target)->object;
    const struct object *o = object_at(p, object);
    if (o->kind == OBJ_HEAP || (o->kind == OBJ_GLOBAL && !o->known))
        return p->from_heap;
    if (node_at(p, target)->offset == OFFSET_ANY || is_write_only(p, o))
        return any_out(p, object);
    bool is_number = is_number_of_ours(p, o);
    if (node_at(p, target)->as_number)
        fill_as_pointer(p, target);
    if ((o->kind != OBJ_SYMBOLIC && !is_number) || node_at(p, target)->filled)
        return target;
    node_at(p, target)->filled = true;
    if (is_number)
        add_edge(p, p->from_heap, target, NULL, NULL);
    else
        fill_symbolic(p, object, node_at(p, target)->offset, target, false);
    return target;
}

/* A number of ours that is read as one is no pointer, but what was stored there as a pointer may be. */
int number_at(struct pointsto *p, int target) {
    int object = node_at(p, target)->object;
    const struct object *o = object_at(p, object);
    if (node_at(p, target)->offset == OFFSET_ANY || p->coarse || (o->kind != OBJ_SYMBOLIC && !is_number_of_ours(p, o)))
        return content_of(p, target);
    if (o->kind == OBJ_SYMBOLIC && !node_at(p, target)->filled) {
        node_at(p, target)->filled = true;
        fill_symbolic(p, object, node_at(p, target)->offset, target, true);
    }
    return target;
}

int place_to_store(struct pointsto *p, int target) {
    int object = node_at(p, target)->object;
    const struct object *o = object_at(p, object);
    if (o->kind == OBJ_HEAP || (o->kind == OBJ_GLOBAL && !o->known))
        return p->heap_sink;
    return node_at(p, target)->offset == OFFSET_ANY ? any_in(p, object) : target;
}

int target_moved(struct pointsto *p, int target, long offset) {
    if (offset == 0)
        return target;
    const struct node *n = node_at(p, target);
    if (n->offset == OFFSET_ANY || is_one_slot(p, object_at(p, n->object)))
        return target;
    return target_of(p, n->object, offset == OFFSET_ANY ? OFFSET_ANY : n->offset + offset);
}

int target_shifted(struct pointsto *p, int target, long step) {
    const struct node *n = node_at(p, target);
    struct object *o = object_at(p, n->object);
    if (n->offset == OFFSET_ANY || is_one_slot(p, o))
        return target;
    if (o->type && moves_among_elements(o->type, n->offset, step))
        return target;
    if (o->type && o->many && step > 0 && o->type->bytes > 0 && step % o->type->bytes == 0) {
        if (o->kind == OBJ_SYMBOLIC && o->step != step) /* the caller's object may be one of several, or no array at all */
            o->step = o->step < 0 ? step : 0;
        return target;
    }
    if (o->kind == OBJ_SYMBOLIC)
        o->step = 0;
    if (o->type && !o->type->has_pointers && o->kind != OBJ_SYMBOLIC && o->type->kind != CTYPE_RECORD)
        return target; /* one number, or one slot for all of its elements */
    return target_of(p, n->object, OFFSET_ANY);
}

/* ---- symbolic objects ---- */

int symbolic_root(struct pointsto *p, struct function *f, int parameter, int call, long offset, struct ctype *pointee, const char *name) {
    int n = object_new(p, OBJ_SYMBOLIC, NULL, pointee && pointee->kind != CTYPE_VOID ? pointee : NULL, name);
    struct object *o = object_at(p, n);
    o->many = true;
    o->function = f;
    o->parameter = parameter;
    o->call = call;
    o->root = n;
    o->next_deep = -1;
    struct symbolic_origin origin = {-1, offset, false};
    vec_push(p->arena, &o->origins, origin);
    return n;
}

static void add_origin(struct pointsto *p, int object, int parent, long offset, bool number) {
    struct object *o = object_at(p, object);
    p->steps += o->origins.len;
    vec_each(i, &o->origins) {
        if (o->origins.items[i].parent == parent && o->origins.items[i].offset == offset) {
            o->origins.items[i].number &= number;
            return;
        }
    }
    struct symbolic_origin origin = {parent, offset, number};
    vec_push(p->arena, &o->origins, origin);
}

/* A symbolic object further on from `root`, or the one there is already: objects of one type that are deep enough are one. Of what has no
 * type, since `void *` leads there, the offset at which the pointer was tells something: a function is at another one than its environment. */
static int symbolic_deeper(struct pointsto *p, int root, int depth, int parent, long offset, bool number, struct ctype *pointee) {
    bool folds = depth >= (p->coarse ? 1 : 2);
    for (int deep = object_at(p, root)->next_deep; folds && deep >= 0; deep = object_at(p, deep)->next_deep) {
        p->steps++;
        if (object_at(p, deep)->type == pointee && (pointee || p->coarse || object_at(p, deep)->origins.items[0].offset == offset)) {
            add_origin(p, deep, parent, offset, number);
            return deep;
        }
    }
    int n = object_new(p, OBJ_SYMBOLIC, NULL, pointee, object_at(p, root)->name);
    struct object *o = object_at(p, n);
    const struct object *first = object_at(p, root);
    o->many = true;
    o->function = first->function;
    o->parameter = first->parameter;
    o->call = first->call;
    o->depth = depth;
    o->root = root;
    o->next_deep = -1;
    if (folds) {
        o->next_deep = first->next_deep;
        object_at(p, root)->next_deep = n;
    }
    add_origin(p, n, parent, offset, number);
    return n;
}

/* The type of what the pointer in this slot points to; NULL: not known. */
static struct ctype *pointee_at(const struct pointsto *p, const struct object *o, long offset) {
    struct ctype *pointer = o->type && !p->coarse ? pointer_at(o->type, offset) : NULL;
    return pointer && pointer->target && pointer->target->kind != CTYPE_VOID ? pointer->target : NULL;
}

/* What the caller has in a slot of its memory points to. What a parameter points to and what the fields of that lead to are told apart;
 * from there on all objects of one type are one, as the nodes of a list, or a tree, are. */
static int symbolic_child(struct pointsto *p, int object, long offset, bool number) {
    const struct object *o = object_at(p, object);
    return symbolic_deeper(p, o->root, o->depth + 1, object, offset, number, pointee_at(p, o, offset));
}

/* What the caller of `viewer` may have stored in a slot of an object of ours, since it can reach that; the first such object is the root of
 * the others. In the coarse form it is one for all objects: the summary has one for them, too. */
static int seen_child(struct pointsto *p, int object, long offset, struct function *viewer) {
    struct ctype *pointee = pointee_at(p, object_at(p, object), offset);
    int *root = p->coarse ? &p->seen_root : NULL;
    for (int i = 0; !root; i++) {
        if (object_at(p, object)->viewers.items[i].function == viewer)
            root = &object_at(p, object)->viewers.items[i].root;
    }
    if (*root >= 0)
        return p->coarse ? *root : symbolic_deeper(p, *root, 1, object, offset, false, pointee);
    int n = symbolic_root(p, viewer, -1, -1, offset, pointee, object_at(p, object)->name);
    object_at(p, n)->depth = 1;
    object_at(p, n)->origins.items[0].parent = object;
    *root = n;
    return n;
}

/* ---- sets ---- */

enum {
    SMALL_SET = 8,
    WORTH_JOINING = 500, /* nodes: in fewer, circles cost less than looking for them */
    CROWD = 50,  /* members of a set of the coarse form, sinks excepted: what makes its cost linear */
};

static uint64_t index_mask(const struct node *node) {
    return 2 * (uint64_t)node->set.cap - 1;
}

static int find(struct pointsto *p, int n, int target) {
    const struct node *node = node_at(p, n);
    if (!node->index) {
        vec_each(i, &node->set) {
            if (node->set.items[i].target == target)
                return i;
        }
        return -1;
    }
    for (uint64_t h = mix((uint64_t)target, 0);; h++) {
        int i = node->index[h & index_mask(node)];
        if (!i)
            return -1;
        if (node->set.items[i - 1].target == target)
            return i - 1;
    }
}

/* Sets and their indexes double, thousands of them: what one leaves behind is the next one's. Blocks of `1 << class` elements. */
static void *block_new(struct pointsto *p, int class) {
    struct block *b = p->blocks[class];
    if (!b)
        return arena_alloc_raw(p->arena, sizeof(struct element) << class);
    p->blocks[class] = b->next;
    return b;
}

static void block_free(struct pointsto *p, void *block, int class) {
    struct block *b = block;
    b->next = p->blocks[class];
    p->blocks[class] = b;
}

static int class_of(int size) {
    int class = 0;
    while (1 << class < size)
        class++;
    return class;
}

static void add_to_index(struct node *node, int target, int i) {
    uint64_t h = mix((uint64_t)target, 0);
    while (node->index[h & index_mask(node)])
        h++;
    node->index[h & index_mask(node)] = i + 1;
}

static void make_room(struct pointsto *p, struct node *node) {
    int class = node->set.cap ? class_of(node->set.cap) + 1 : 0;
    struct element *grown = block_new(p, class);
    if (node->set.cap) {
        memcpy(grown, node->set.items, sizeof *grown * (size_t)node->set.len);
        block_free(p, node->set.items, class - 1);
    }
    if (node->index)
        block_free(p, node->index, class - 2);
    node->set.items = grown;
    node->set.cap = 1 << class;
    if (node->set.cap <= SMALL_SET)
        return;
    /* two numbers for each element take half of an element's bytes */
    node->index = memset(block_new(p, class - 1), 0, sizeof(struct element) << (class - 1));
    vec_each(i, &node->set) add_to_index(node, node->set.items[i].target, i);
}

static void add_element(struct pointsto *p, int n, struct element e);

/* A set of the coarse form that is full: what else comes along is let go, and read back as {heap}. */
static void add_to_crowd(struct pointsto *p, int n, struct element e) {
    add_edge(p, p->from_heap, n, NULL, NULL);
    if (find(p, p->assumed_sink, e.target) >= 0)
        return;
    struct edge_of_sets away = p->edges.items[e.edge];
    away.dst = p->assumed_sink;
    away.why = "more addresses may be stored in one place than are told apart";
    e.edge = edge_new(p, away);
    add_element(p, p->assumed_sink, e);
}

static void add_element(struct pointsto *p, int n, struct element e) {
    struct node *node = node_at(p, n);
    int known = find(p, n, e.target);
    if (known >= 0) {
        /* What the caller had in a slot, stored there by us: of several objects that are one here, it may have been another's. */
        if (p->edges.items[node->set.items[known].edge].closure == EDGE_FILLS && p->edges.items[e.edge].closure != EDGE_FILLS)
            node->set.items[known] = e;
        return;
    }
    if (p->coarse && node->set.len >= CROWD && node->sink == SINK_NONE && object_of(p, e.target)->kind != OBJ_HEAP) {
        add_to_crowd(p, n, e);
        return;
    }
    if (node->set.len == node->set.cap)
        make_room(p, node);
    node->set.items[node->set.len++] = e;
    if (node->index)
        add_to_index(node, e.target, node->set.len - 1);
    enqueue(p, n);
}

/* ---- constraints ---- */

static bool edge_is_new(struct pointsto *p, int src, int dst) {
    struct int_index *x = &p->edge_index;
    index_room(p, x, hash_of_edge);
    uint64_t h = mix((uint64_t)src, (uint64_t)dst);
    for (; x->table[h & (uint64_t)(x->size - 1)]; h++) {
        const struct edge_of_sets *e = &p->edges.items[x->table[h & (uint64_t)(x->size - 1)] - 1];
        if (e->src == src && e->dst == dst)
            return false;
    }
    x->table[h & (uint64_t)(x->size - 1)] = p->edges.len + 1; /* the caller adds it right away */
    x->count++;
    return true;
}

static struct element along(struct pointsto *p, int edge, int via, int target) {
    const struct edge_of_sets *e = &p->edges.items[edge];
    return (struct element){target, edge, via, is_seed(e) ? 1 : node_at(p, e->src)->set.items[via].length + 1};
}

void add_edge(struct pointsto *p, int src, int dst, const struct step *steps, const char *why) {
    src = joined(p, src);
    dst = joined(p, dst);
    if (src == dst || !edge_is_new(p, src, dst))
        return;
    int edge = edge_new(p, (struct edge_of_sets){src, dst, -1, EDGE_PLAIN, steps, why});
    struct node *from = node_at(p, src);
    if (from->last_edge >= 0)
        p->edges.items[from->last_edge].next = edge;
    else
        from->first_edge = edge;
    from->last_edge = edge;
    p->steps += 1 + node_at(p, src)->done;
    for (int i = 0; i < node_at(p, src)->done; i++)
        add_element(p, dst, along(p, edge, i, node_at(p, src)->set.items[i].target));
}

void add_seed(struct pointsto *p, int dst, int target, const struct step *steps, const char *why) {
    dst = joined(p, dst);
    int edge = edge_new(p, (struct edge_of_sets){-1 - target, dst, -1, EDGE_PLAIN, steps, why});
    add_element(p, dst, along(p, edge, -1, target));
}

static void apply(struct pointsto *p, int n, const struct use u, int i) {
    struct element e = node_at(p, n)->set.items[i];
    switch (u.kind) {
    case USE_LOAD: {
        /* What a pointer to numbers leads to are numbers, C17 6.5p7; those of a union are told where the pointer is made. */
        if (u.number && object_of(p, e.target)->kind == OBJ_SYMBOLIC && is_all_numbers(object_of(p, e.target)->type))
            break;
        int from = target_moved(p, e.target, u.offset);
        add_edge(p, u.number ? number_at(p, from) : content_of(p, from), u.other, u.steps, u.why);
        break;
    }
    case USE_STORE: {
        int to = place_to_store(p, target_moved(p, e.target, u.offset));
        const struct object *o = object_of(p, e.target);
        const char *why = u.why ? u.why : o->kind == OBJ_GLOBAL ? arena_printf(p->texts, "it is stored in the global '%s'", o->name)
                                        : o->kind == OBJ_HEAP   ? "it is stored in memory that is not known"
                                                                : NULL;
        add_edge(p, u.other, to, u.steps, why);
        break;
    }
    case USE_MOVE:
    case USE_SHIFT: {
        int to = joined(p, u.other);
        /* the elements change on the way, so the edge between the nodes carries them one by one */
        int target = u.kind == USE_MOVE ? target_moved(p, e.target, u.offset) : target_shifted(p, e.target, u.offset);
        if (find(p, to, target) >= 0)
            break;
        int edge = edge_new(p, (struct edge_of_sets){n, to, -1, EDGE_PLAIN, u.steps, u.why});
        add_element(p, to, along(p, edge, i, target));
        break;
    }
    case USE_WATCH:
        p->on_watch(p->context, u.other, e.target, e, n);
        break;
    }
}

static void add_use_itself(struct pointsto *p, int node, struct use use) {
    use.next = -1;
    vec_push_moving(p->tables, &p->uses, use);
    int u = p->uses.len - 1;
    struct node *user = node_at(p, node);
    if (user->last_use >= 0)
        p->uses.items[user->last_use].next = u;
    else
        user->first_use = u;
    user->last_use = u;
    p->steps += 1 + node_at(p, node)->done;
    for (int i = 0; i < node_at(p, node)->done; i++)
        apply(p, node, p->uses.items[u], i);
}

/* In the coarse form all that is stored through one pointer goes the same way, and so does all that is loaded: each way is told once,
 * by a node in between. */
static void add_way(struct pointsto *p, int node, const struct use *use) {
    bool loads = use->kind == USE_LOAD;
    int *way = loads ? &node_at(p, node)->loaded : &node_at(p, node)->stored;
    if (!*way) {
        int between = node_new(p);
        way = loads ? &node_at(p, node)->loaded : &node_at(p, node)->stored;
        *way = between + 1;
        add_use_itself(p, node, (struct use){.kind = use->kind, .other = between});
    }
    int between = (loads ? node_at(p, node)->loaded : node_at(p, node)->stored) - 1;
    if (loads)
        add_edge(p, between, use->other, use->steps, use->why);
    else
        add_edge(p, use->other, between, use->steps, use->why);
}

void add_use(struct pointsto *p, int node, struct use use) {
    node = joined(p, node);
    bool moves = use.kind == USE_MOVE || use.kind == USE_SHIFT;
    if (p->coarse && moves)
        add_edge(p, node, use.other, use.steps, use.why);
    else if (p->coarse && (use.kind == USE_LOAD || use.kind == USE_STORE))
        add_way(p, node, &use);
    else
        add_use_itself(p, node, use);
}

/* ---- solving ---- */

/* The caller of `f` can reach the object now, and through it what it holds: under another name it may store in both. */
static void let_caller_see(struct pointsto *p, int object, struct function *f) {
    struct object *o = object_at(p, object);
    vec_each(i, &o->viewers) {
        if (o->viewers.items[i].function == f)
            return;
    }
    struct viewer viewer = {f, -1};
    vec_push(p->arena, &o->viewers, viewer);
    int seen = (int)(uintptr_t)ptrmap_get(&p->seen, f) - 1;
    if (seen < 0) {
        seen = node_new(p);
        node_at(p, seen)->sink = SINK_SEEN;
        node_at(p, seen)->viewer = f;
        ptrmap_put(p->arena, &p->seen, f, (void *)(uintptr_t)(seen + 1));
    }
    for (int n = object_at(p, object)->first_slot; n >= 0; n = node_at(p, n)->next_slot)
        fill_seen(p, object, node_at(p, n)->offset, n, f);
    if (object_at(p, object)->any_out >= 0)
        fill_seen(p, object, OFFSET_ANY, object_at(p, object)->any_out, f);
    if (object_at(p, object)->any_in >= 0)
        add_edge(p, object_at(p, object)->any_in, seen, NULL, NULL);
}

/* A function that is not looked into had the object's address for as long as it ran: it may have put addresses of its own there, and in
 * whatever can be reached from there. */
static void let_write(struct pointsto *p, int object) {
    struct object *o = object_at(p, object);
    bool is_memory = o->kind == OBJ_LOCAL || o->kind == OBJ_MEMORY || o->kind == OBJ_SYMBOLIC;
    if (!is_memory || o->written || is_all_numbers(o->type))
        return;
    o->written = true;
    add_edge(p, p->from_heap, any_in(p, object), NULL, NULL);
    add_edge(p, any_out(p, object), p->written_sink, NULL, NULL);
}

/* An object whose address got to a sink: others can reach it now, may store in it, and what it holds has left with it. */
static void let_out(struct pointsto *p, int object, int n, const char *why) {
    struct object *o = object_at(p, object);
    enum sink sink = node_at(p, n)->sink;
    if (o->kind == OBJ_FUNCTION && !o->outside) {
        o->outside = true;
        p->on_code_out(p->context, object);
        o = object_at(p, object);
    }
    if (sink == SINK_WRITTEN) {
        let_write(p, object);
        return;
    }
    if (sink == SINK_HEAP)
        o->on_heap = true;
    if (sink == SINK_ASSUMED && !o->assumed)
        o->assumed = why ? why : "it may reach the heap";
    if (o->kind != OBJ_LOCAL && o->kind != OBJ_MEMORY)
        return;
    if (sink == SINK_CALLER || sink == SINK_SEEN) {
        let_caller_see(p, object, sink == SINK_SEEN ? node_at(p, n)->viewer : object_at(p, node_at(p, n)->object)->function);
        return;
    }
    if (!o->outside) {
        o->outside = true;
        add_edge(p, p->from_heap, any_in(p, object), NULL, NULL);
    }
    int to = sink == SINK_HEAP ? p->heap_sink : p->assumed_sink;
    int from = any_out(p, object);
    int edges = p->edges.len;
    add_edge(p, from, to, NULL, why);
    if (p->edges.len > edges)
        p->edges.items[edges].closure = object;
}

/* ---- circles ---- */

/* What fills one slot of a circle comes to the others as any value does. */
static int as_plain(struct pointsto *p, int edge) {
    if (p->edges.items[edge].closure != EDGE_FILLS)
        return edge;
    struct edge_of_sets e = p->edges.items[edge];
    e.closure = EDGE_PLAIN;
    return edge_new(p, e);
}

/* Stands for its circle from now on. */
static void lead_circle(struct pointsto *p, int n) {
    node_at(p, n)->is_circle = true;
    vec_each(i, &node_at(p, n)->set) node_at(p, n)->set.items[i].edge = as_plain(p, node_at(p, n)->set.items[i].edge);
}

/* `n` becomes a part of `into`. Its old elements stay readable under its own number: explanations lead through them. */
static void join(struct pointsto *p, int n, int into) {
    node_at(p, n)->joined = into + 1;
    for (int i = 0; i < node_at(p, n)->set.len; i++) {
        struct element e = node_at(p, n)->set.items[i];
        e.edge = as_plain(p, e.edge);
        add_element(p, into, e);
    }
    for (int i = node_at(p, n)->first_edge; i >= 0; i = p->edges.items[i].next) {
        const struct edge_of_sets e = p->edges.items[i];
        int first = p->edges.len;
        add_edge(p, into, e.dst, e.steps, e.why);
        if (p->edges.len > first)
            p->edges.items[first].closure = e.closure;
    }
    for (int i = node_at(p, n)->first_use; i >= 0; i = p->uses.items[i].next)
        add_use(p, into, p->uses.items[i]);
    struct node *gone = node_at(p, n);
    gone->first_edge = gone->last_edge = gone->first_use = gone->last_use = -1;
}

/* Slots of the caller's memory only where there is one caller. (The other sinks lead nowhere, so they are on no circle.) */
static bool may_join(struct pointsto *p, int n) {
    enum sink sink = node_at(p, n)->sink;
    return (sink == SINK_NONE || (sink == SINK_CALLER && p->one_function)) && !node_at(p, n)->joined && n != p->from_heap;
}

/* Tarjan's algorithm over the edges there are now, on stacks of its own. */
static void join_circles(struct pointsto *p) {
    struct arena scratch = {0};
    int count = p->nodes.len, counter = 0;
    int *order = arena_array(&scratch, int, count), *low = arena_array(&scratch, int, count), *next = arena_array(&scratch, int, count); /* next: 1 + the edge that was followed last */
    bool *is_open = arena_array(&scratch, bool, count);
    VEC(int) open = {0}, path = {0}, circles = {0}; /* circles: members, each circle closed by -1 */
    for (int start = 0; start < count; start++) {
        if (order[start] || !may_join(p, start))
            continue;
        vec_push(&scratch, &path, start);
        while (path.len > 0) {
            int n = vec_last(&path);
            if (!order[n]) {
                order[n] = low[n] = ++counter;
                is_open[n] = true;
                vec_push(&scratch, &open, n);
            }
            int edge = next[n] ? p->edges.items[next[n] - 1].next : node_at(p, n)->first_edge;
            if (edge >= 0) {
                next[n] = edge + 1;
                int to = joined(p, p->edges.items[edge].dst);
                if (!may_join(p, to))
                    continue;
                if (!order[to])
                    vec_push(&scratch, &path, to);
                else if (is_open[to] && order[to] < low[n])
                    low[n] = order[to];
                continue;
            }
            path.len--;
            if (path.len > 0 && low[n] < low[vec_last(&path)])
                low[vec_last(&path)] = low[n];
            if (low[n] != order[n])
                continue;
            int member, first = circles.len;
            do {
                member = open.items[--open.len];
                is_open[member] = false;
                vec_push(&scratch, &circles, member);
            } while (member != n);
            if (circles.len == first + 1)
                circles.len = first;
            else
                vec_push(&scratch, &circles, -1);
        }
    }
    for (int i = 0; i < circles.len; i++) {
        int first = i, into = circles.items[i];
        for (; circles.items[i] >= 0; i++) {
            if (node_at(p, circles.items[i])->sink != SINK_NONE)
                into = circles.items[i]; /* what comes to it leaves, so what comes to any of them does */
        }
        lead_circle(p, into);
        for (int j = first; j < i; j++) {
            if (circles.items[j] != into)
                join(p, circles.items[j], into);
        }
    }
    arena_free(&scratch);
    p->pause = p->pause ? 2 * p->pause : 20L * p->nodes.len + 10000;
    p->next_join = p->steps + p->pause;
}

static int next_in_queue(struct pointsto *p) {
    int n = p->queue.items[p->queue_head++];
    if (p->queue_head > 1024 && p->queue_head * 2 > p->queue.len) {
        p->queue.len -= p->queue_head;
        memmove(p->queue.items, p->queue.items + p->queue_head, sizeof *p->queue.items * (size_t)p->queue.len);
        p->queue_head = 0;
    }
    node_at(p, n)->queued = false;
    return n;
}

/* Passes on what has come to the node since the last time. */
static void pass_on(struct pointsto *p, int n) {
    int from = node_at(p, n)->done, to = node_at(p, n)->set.len;
    node_at(p, n)->done = to; /* edges and uses that come up meanwhile begin with all of these */
    for (int e = from; e < to && node_at(p, n)->sink != SINK_NONE; e++) {
        struct element left = node_at(p, n)->set.items[e];
        let_out(p, node_at(p, left.target)->object, n, p->edges.items[left.edge].why);
    }
    int last_edge = node_at(p, n)->last_edge, last_use = node_at(p, n)->last_use;
    for (int edge = last_edge < 0 ? -1 : node_at(p, n)->first_edge; edge >= 0; edge = edge == last_edge ? -1 : p->edges.items[edge].next) {
        int dst = joined(p, p->edges.items[edge].dst);
        p->steps += to - from;
        for (int e = from; dst != n && e < to; e++)
            add_element(p, dst, along(p, edge, e, node_at(p, n)->set.items[e].target));
    }
    for (int use = last_use < 0 ? -1 : node_at(p, n)->first_use; use >= 0; use = use == last_use ? -1 : p->uses.items[use].next) {
        p->steps += to - from;
        for (int e = from; e < to; e++)
            apply(p, n, p->uses.items[use], e);
    }
}

bool pointsto_solve(struct pointsto *p) {
    if (p->nodes.len >= WORTH_JOINING)
        join_circles(p);
    else
        p->next_join = 20L * p->nodes.len + 10000;
    while (p->queue_head < p->queue.len) {
        if (!p->coarse && p->steps > p->most_steps)
            return false;
        if (p->steps > p->next_join)
            join_circles(p);
        int n = next_in_queue(p);
        if (!node_at(p, n)->joined)
            pass_on(p, n);
    }
    return true;
}

void pointsto_start(struct pointsto *p, struct arena *a, struct arena *texts, struct arena *tables, struct slot_table *slots) {
    const struct pointsto before = *p;
    *p = (struct pointsto){.arena = a, .texts = texts, .tables = tables, .slots = slots, .most_steps = LONG_MAX, .seen_root = -1};
#define KEEP_ROOM(v)                 \
    p->v.items = before.v.items;     \
    p->v.cap = before.v.cap;
    KEEP_ROOM(objects)
    KEEP_ROOM(nodes)
    KEEP_ROOM(uses)
    KEEP_ROOM(edges)
    KEEP_ROOM(queue)
#undef KEEP_ROOM
    p->heap_object = object_new(p, OBJ_HEAP, NULL, NULL, "{heap}");
    p->string_object = object_new(p, OBJ_STRING, NULL, NULL, "{string}");
    p->from_heap = node_new(p);
    p->heap_sink = node_new(p);
    p->assumed_sink = node_new(p);
    node_at(p, p->heap_sink)->sink = SINK_HEAP;
    node_at(p, p->assumed_sink)->sink = SINK_ASSUMED;
    p->written_sink = node_new(p);
    node_at(p, p->written_sink)->sink = SINK_WRITTEN;
    add_seed(p, p->from_heap, target_of(p, p->heap_object, 0), NULL, NULL);
}

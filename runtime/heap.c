/* Memory of lowered programs: the Boehm collector (OUTLIVE_GC), or malloc and no collection (-gc=none).
 *
 * Small objects come from lists that each thread keeps, one per size and kind, filled a block at a time: taking one is a load
 * and a store. The lists are roots of their own (uncollectable memory), since thread-local variables are not searched. */
#include "runtime.h"

static char zero_bytes[16]; /* where all objects without size are */

#if OUTLIVE_GC

#include <gc/gc.h>
#include <gc/gc_inline.h> /* GC_generic_malloc_many */
#include <gc/gc_mark.h>   /* GC_new_kind */

enum { GRANULE = 16, GRANULES = 17, NORMAL = 0, POINTER_FREE = 1 };

/* As in Go. The collector begins with 64 KB and grows only where a collection gives little back: a program that keeps nothing would be
 * stopped for one whenever it has taken as much. These are addresses: pages are there once they are used. */
enum { LEAST_HEAP_BYTES = 4 << 20 };

/* The collector's numbers of our kinds of objects. Those with pointers are searched to their end (in its own kind it leaves the
 * last word out, which is only there so that a pointer past the end still means the object; our slices never make one). Of those
 * without, the first word is searched, for a list of free ones must not be lost behind its head. */
static int kinds[2];

struct list {
    void *first; /* free objects, linked by the first word */
    size_t taken;
};

/* Of one thread. Others read the counts, and may get those of a moment ago. */
struct lists {
    struct list small[2][GRANULES]; /* by kind and granules */
    size_t large, large_bytes;      /* taken */
    struct lists *next;             /* of another thread */
};
static __thread struct lists *lists __attribute__((tls_model("initial-exec")));
static struct lists *all_lists; /* grows only */

GO_NORETURN static void out_of_memory(void) {
    go_fatal("runtime: out of memory");
}

static void *out_of_memory_hook(size_t bytes) {
    (void)bytes;
    out_of_memory();
}

void go_heap_start(void) {
    GC_set_oom_fn(out_of_memory_hook);
    GC_set_warn_proc(GC_ignore_warn_proc);
    GC_set_handle_fork(0);
    GC_INIT();
    if (GC_get_heap_size() < LEAST_HEAP_BYTES)
        GC_expand_hp(LEAST_HEAP_BYTES - GC_get_heap_size());
    GC_allow_register_threads();
    kinds[NORMAL] = (int)GC_new_kind(GC_new_free_list(), GC_DS_LENGTH, 1, 1);
    kinds[POINTER_FREE] = (int)GC_new_kind(GC_new_free_list(), sizeof(void *) | GC_DS_LENGTH, 0, 1);
}

static struct lists *lists_of_thread(void) {
    if (!lists) {
        struct lists *made = GC_MALLOC_UNCOLLECTABLE(sizeof(struct lists));
        if (!made)
            out_of_memory();
        made->next = __atomic_load_n(&all_lists, __ATOMIC_RELAXED);
        while (!__atomic_compare_exchange_n(&all_lists, &made->next, made, true, __ATOMIC_RELEASE, __ATOMIC_RELAXED))
            ;
        lists = made;
    }
    return lists;
}

static __attribute__((noinline)) void *refill(size_t bytes, int kind) {
    size_t granules = (bytes + GRANULE - 1) / GRANULE;
    struct list *list = &lists_of_thread()->small[kind][granules];
    void *first = NULL;
    GC_generic_malloc_many(granules * GRANULE, kinds[kind], &first);
    if (!first)
        out_of_memory();
    list->first = GC_NEXT(first);
    list->taken++;
    GC_NEXT(first) = NULL;
    return first;
}

static inline void *take(size_t bytes, int kind) {
    if (!lists)
        return refill(bytes, kind);
    struct list *list = &lists->small[kind][(bytes + GRANULE - 1) / GRANULE];
    void *p = list->first;
    if (!p)
        return refill(bytes, kind);
    list->first = *(void **)p;
    list->taken++;
    *(void **)p = NULL;
    return p;
}

static void *take_large(size_t bytes, int kind) {
    void *p = kind == NORMAL ? GC_MALLOC(bytes) : GC_MALLOC_ATOMIC(bytes);
    if (!p)
        out_of_memory();
    struct lists *mine = lists_of_thread();
    mine->large++;
    mine->large_bytes += bytes;
    return p;
}

void *go_new(size_t bytes) {
    if (bytes == 0)
        return zero_bytes;
    if (bytes <= (GRANULES - 1) * GRANULE)
        return take(bytes, NORMAL);
    return take_large(bytes, NORMAL);
}

void *go_new_noscan(size_t bytes) {
    if (bytes == 0)
        return zero_bytes;
    if (bytes <= (GRANULES - 1) * GRANULE)
        return take(bytes, POINTER_FREE);
    return memset(take_large(bytes, POINTER_FREE), 0, bytes); /* the collector clears only what it will search */
}

struct go_heap_counts go_heap_counts(void) {
    struct go_heap_counts counts = {.system = GC_get_heap_size(), .in_use = GC_get_heap_size() - GC_get_free_bytes(),
                                    .collections = GC_get_gc_no()};
    for (const struct lists *l = __atomic_load_n(&all_lists, __ATOMIC_ACQUIRE); l; l = l->next) {
        counts.objects += l->large;
        counts.bytes += l->large_bytes;
        for (int kind = 0; kind < 2; kind++)
            for (size_t granules = 1; granules < GRANULES; granules++) {
                size_t taken = __atomic_load_n(&l->small[kind][granules].taken, __ATOMIC_RELAXED);
                counts.objects += taken;
                counts.bytes += taken * granules * GRANULE;
            }
    }
    return counts;
}

#else

static size_t objects, object_bytes; /* made so far, by all threads */

void go_heap_start(void) {
}

void *go_new(size_t bytes) {
    if (bytes == 0)
        return zero_bytes;
    void *p = calloc(1, bytes);
    if (!p)
        go_fatal("runtime: out of memory");
    __atomic_fetch_add(&objects, 1, __ATOMIC_RELAXED);
    __atomic_fetch_add(&object_bytes, bytes, __ATOMIC_RELAXED);
    return p;
}

void *go_new_noscan(size_t bytes) {
    return go_new(bytes);
}

struct go_heap_counts go_heap_counts(void) {
    size_t bytes = __atomic_load_n(&object_bytes, __ATOMIC_RELAXED);
    return (struct go_heap_counts){.objects = __atomic_load_n(&objects, __ATOMIC_RELAXED), .bytes = bytes, .in_use = bytes,
                                   .system = bytes};
}

#endif

void *go_heap_memory(size_t bytes, bool scan) {
    return scan ? go_new(bytes) : go_new_noscan(bytes);
}

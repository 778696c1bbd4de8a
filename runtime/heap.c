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

/* The collector's numbers of our kinds of objects. Those with pointers are searched to their end (in its own kind it leaves the
 * last word out, which is only there so that a pointer past the end still means the object; our slices never make one). Of those
 * without, the first word is searched, for a list of free ones must not be lost behind its head. */
static int kinds[2];

struct lists {
    void *free[2][GRANULES]; /* by kind and granules; linked by the first word */
};
static __thread struct lists *lists __attribute__((tls_model("initial-exec")));

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
    GC_allow_register_threads();
    kinds[NORMAL] = (int)GC_new_kind(GC_new_free_list(), GC_DS_LENGTH, 1, 1);
    kinds[POINTER_FREE] = (int)GC_new_kind(GC_new_free_list(), sizeof(void *) | GC_DS_LENGTH, 0, 1);
}

static __attribute__((noinline)) void *refill(size_t bytes, int kind) {
    if (!lists) {
        lists = GC_MALLOC_UNCOLLECTABLE(sizeof(struct lists));
        if (!lists)
            out_of_memory();
    }
    size_t granules = (bytes + GRANULE - 1) / GRANULE;
    void *first = NULL;
    GC_generic_malloc_many(granules * GRANULE, kinds[kind], &first);
    if (!first)
        out_of_memory();
    lists->free[kind][granules] = GC_NEXT(first);
    GC_NEXT(first) = NULL;
    return first;
}

static inline void *take(size_t bytes, int kind) {
    if (!lists)
        return refill(bytes, kind);
    void **list = &lists->free[kind][(bytes + GRANULE - 1) / GRANULE];
    void *p = *list;
    if (!p)
        return refill(bytes, kind);
    *list = *(void **)p;
    *(void **)p = NULL;
    return p;
}

void *go_new(size_t bytes) {
    if (bytes == 0)
        return zero_bytes;
    if (bytes <= (GRANULES - 1) * GRANULE)
        return take(bytes, NORMAL);
    void *p = GC_MALLOC(bytes);
    if (!p)
        out_of_memory();
    return p;
}

void *go_new_noscan(size_t bytes) {
    if (bytes == 0)
        return zero_bytes;
    if (bytes <= (GRANULES - 1) * GRANULE)
        return take(bytes, POINTER_FREE);
    void *p = GC_MALLOC_ATOMIC(bytes);
    if (!p)
        out_of_memory();
    return memset(p, 0, bytes); /* the collector clears only what it will search */
}

#else

void go_heap_start(void) {
}

void *go_new(size_t bytes) {
    if (bytes == 0)
        return zero_bytes;
    void *p = calloc(1, bytes);
    if (!p)
        go_fatal("runtime: out of memory");
    return p;
}

void *go_new_noscan(size_t bytes) {
    return go_new(bytes);
}

#endif

void *go_heap_memory(size_t bytes, bool scan) {
    return scan ? go_new(bytes) : go_new_noscan(bytes);
}

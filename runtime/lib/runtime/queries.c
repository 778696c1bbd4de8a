/* What package runtime asks. */
#include "runtime/runtime.h"

#if OUTLIVE_GC
#include <gc/gc.h>
#endif
#include <unistd.h>

typedef struct results_uint64_uint64_uint64_uint64_uint64 {
    go_uint64 r0, r1, r2, r3, r4;
} results_uint64_uint64_uint64_uint64_uint64;

void runtime_GC(void);
go_int runtime_NumCPU(void);
go_int runtime_NumGoroutine(void);
void runtime_Gosched(void);
void runtime_KeepAlive(any x);
results_uint64_uint64_uint64_uint64_uint64 runtime_memory(void);

void runtime_GC(void) {
#if OUTLIVE_GC
    GC_gcollect();
#endif
}

go_int runtime_NumCPU(void) {
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? n : 1;
}

go_int runtime_NumGoroutine(void) {
    return go_goroutine_count();
}

void runtime_Gosched(void) {
    go_yield();
}

void runtime_KeepAlive(any x) {
    (void)x;
}

results_uint64_uint64_uint64_uint64_uint64 runtime_memory(void) {
    struct go_heap_counts counts = go_heap_counts();
    return (results_uint64_uint64_uint64_uint64_uint64){counts.objects, counts.bytes, counts.in_use, counts.system, counts.collections};
}

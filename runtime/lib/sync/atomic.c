/* Package sync/atomic: the compiler's own operations. */
#include "runtime/runtime.h"

#define ATOMIC(Name, T)                                                                \
    T atomic_Add##Name(T *p, T delta);                                                 \
    T atomic_Add##Name(T *p, T delta) {                                                \
        return __atomic_add_fetch(p, delta, __ATOMIC_SEQ_CST);                         \
    }                                                                                  \
    ATOMIC_WORD(Name, T)
#define ATOMIC_WORD(Name, T)                                                           \
    T atomic_Load##Name(T *p);                                                         \
    T atomic_Load##Name(T *p) {                                                        \
        return __atomic_load_n(p, __ATOMIC_SEQ_CST);                                   \
    }                                                                                  \
    void atomic_Store##Name(T *p, T x);                                                \
    void atomic_Store##Name(T *p, T x) {                                               \
        __atomic_store_n(p, x, __ATOMIC_SEQ_CST);                                      \
    }                                                                                  \
    T atomic_Swap##Name(T *p, T x);                                                    \
    T atomic_Swap##Name(T *p, T x) {                                                   \
        return __atomic_exchange_n(p, x, __ATOMIC_SEQ_CST);                            \
    }                                                                                  \
    bool atomic_CompareAndSwap##Name(T *p, T old, T x);                                \
    bool atomic_CompareAndSwap##Name(T *p, T old, T x) {                               \
        return __atomic_compare_exchange_n(p, &old, x, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); \
    }

ATOMIC(Int32, go_int32)
ATOMIC(Int64, go_int64)
ATOMIC(Uint32, go_uint32)
ATOMIC(Uint64, go_uint64)
ATOMIC(Uintptr, go_uintptr)
ATOMIC_WORD(Pointer, void *)

/* Between the C files of the runtime. Lowered programs include outlive.h only. */
#ifndef OUTLIVE_RUNTIME_H
#define OUTLIVE_RUNTIME_H

#include "outlive.h"

#include <stdlib.h>
#include <string.h>

/* ---- heap.c ---- */

void go_heap_start(void);                     /* before any other thread is there */
void *go_heap_memory(size_t bytes, bool scan);/* zeroed */

/* Objects and bytes taken from the heap since the program started; bytes that are in use or free for use now, and in all. */
struct go_heap_counts {
    go_uint64 objects, bytes, in_use, system, collections;
};
struct go_heap_counts go_heap_counts(void);

/* The largest object the program may ask for, as in Go on amd64. */
#define GO_MOST_BYTES ((go_uint64)1 << 47)

/* ---- slices.c ---- */

/* The size that Go's allocator would really hand out for `bytes`: capacities that programs can see come from it. */
size_t go_size_class(size_t bytes);

/* ---- types.c ---- */

bool go_comparable(const go_type *t);
bool go_equal_values(const go_type *t, const void *a, const void *b); /* values at a and b; panics like == */
go_uint64 go_hash_value(const go_type *t, const void *p);             /* panics for what cannot be a map's key */
GO_INLINE const void *go_value_of(const any *x) {                     /* where the value in an interface is */
    return x->type->direct ? (const void *)&x->data : x->data;
}

/* ---- errors.c: values of runtime.Error ---- */

GO_NORETURN void go_panic_runtime(const char *format, ...) __attribute__((format(printf, 1, 2))); /* "runtime error: " + text */
GO_NORETURN void go_panic_plain(const char *text);                                                /* the text alone */
GO_NORETURN void go_panic_nil_value(void);                                                       /* panic(nil) since Go 1.21 */
GO_NORETURN void go_panic_assertion(go_string text);                                               /* a *runtime.TypeAssertionError */
bool go_is_nil_dereference(any value);

/* ---- panic.c ---- */

/* "fatal error: TEXT" and Go's trace line; exit status 2. Cannot be recovered. */
GO_NORETURN void go_fatal(const char *text);

/* ---- landing.c ---- */

GO_NORETURN void go_jump_to(struct go_landing *landing);

/* ---- print.c ---- */

void go_print_text(const char *s);
void go_print_bytes(const void *p, size_t n);

/* ---- text.c ---- */

go_string go_string_copy(const char *s);      /* of a C string */
go_string go_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* ---- start.c ---- */

extern int go_argument_count;
extern char **go_arguments;

/* ---- goroutine.c ---- */

struct goroutine;
struct goroutine *go_current_goroutine(void); /* NULL in a thread that runs none */

/* panic.c's part of a goroutine. */
struct go_panic_state {
    struct go_panicking *panics;      /* newest first */
    /* The deferred call that is being made, until the function that is called has asked (go_called_by_panic), and the panic that
     * makes it. */
    go_code deferred_code;
    struct go_panicking *deferred_by;
};
struct go_panic_state *go_panic_state(void);  /* of this goroutine */

GO_NORETURN void go_run_main(void (*start)(void *unused)); /* this thread runs goroutine 1, and others; `start` does not return */
void go_stack_guard(void);                    /* start.c: this thread's signal stack */
bool go_is_stack_overflow(const char *at);    /* is a fault there the end of this goroutine's stack? */
go_int go_goroutine_count(void);
go_int go_goroutine_number(void);             /* of this one, from 1 */

/* One lock for all channels, waiting lists and stacks; nothing that may panic or allocate is done under it. */
void go_lock(void);
void go_unlock(void);
/* Waits, with the lock held, until another goroutine says go_wake; the lock is not held afterwards. If nobody is left who
 * could, the program ends: "all goroutines are asleep". `why` is what Go's trace line says: "chan receive". */
void go_park(const char *why);
void go_wake(struct goroutine *g);            /* with the lock held */
void go_yield(void);                          /* others that can run come first */
void go_sleep(go_int64 ns);

#endif

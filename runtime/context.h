/* Stacks of goroutines, and going from one to another in the same thread. */
#ifndef OUTLIVE_CONTEXT_H
#define OUTLIVE_CONTEXT_H

#include "runtime.h"

/* A stack that waits to be gone on with. A zeroed one has none yet. */
struct context {
    void *sp;          /* where the registers of its code are, on it; NULL while it is run, and when it has ended */
    char *high, *low;  /* the lowest page is its guard */
    struct context *next; /* of all; the collector looks at those that wait */
    void *fake_stack;  /* AddressSanitizer's */
    void *fiber;       /* ThreadSanitizer's */
};

void go_contexts_start(void);                     /* once, after the heap */
void go_context_of_thread(struct context *c);     /* the stack that the calling thread has from the system */
void go_context_make(struct context *c, size_t bytes, size_t least); /* a stack of so many bytes; less, where there is no room */

/* The next switch to it calls `entry`, on an empty stack, which says go_context_entered and never returns. */
void go_context_restart(struct context *c, void (*entry)(void));
void go_context_entered(struct context *c);

/* Goes on in `to`. Returns when another thread, or this one, goes on in `from`; never, if that ends. The runtime's lock is held
 * all the way, so that neither another thread nor the collector meets a stack that is half-switched. What is found by the
 * thread (thread-local variables) may be another's afterwards. */
void go_context_switch(struct context *from, struct context *to, bool ends);

#endif

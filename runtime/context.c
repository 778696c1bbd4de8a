#define _GNU_SOURCE /* MAP_NORESERVE, pthread_getattr_np */
#include "context.h"

#if OUTLIVE_GC
#include <gc/gc.h>
#include <gc/gc_mark.h>
#endif
#include <pthread.h>
#include <sys/mman.h>

/* Each stack starts some lines and some pages below its end, not at the same place as others: there all of them would want the same
 * few lines of the cache. And so would the entries of their pages in page tables, which are memory too: as many pages as have their
 * entries in one line is the least step that helps. This costs a 32nd of the stack's addresses, and no memory. */
enum { PAGE_BYTES = 4096, LINE_BYTES = 64, PAGES_OF_LINE = LINE_BYTES / 8 };
enum { GUARD_BYTES = PAGE_BYTES, START_STEP = PAGES_OF_LINE * PAGE_BYTES + 5 * LINE_BYTES, SPREAD_PART = 32 };

/* The sanitizers', where the program is built with one: they keep books on every stack. */
__attribute__((weak)) void __sanitizer_start_switch_fiber(void **fake_stack, const void *low, size_t bytes);
__attribute__((weak)) void __sanitizer_finish_switch_fiber(void *fake_stack, const void **low, size_t *bytes);
__attribute__((weak)) void *__tsan_get_current_fiber(void);
__attribute__((weak)) void *__tsan_create_fiber(unsigned flags);
__attribute__((weak)) void __tsan_switch_to_fiber(void *fiber, unsigned flags);

/* ---- the switch itself: what a call preserves is put on the old stack and taken from the new one ---- */

void go_swap_stacks(void **old_sp, void *new_sp);

#if defined(__x86_64__)

enum { SAVED_WORDS = 6 }; /* rbp, rbx, r12 to r15 */

__asm__(".text\n"
        ".globl go_swap_stacks\n"
        ".type go_swap_stacks, @function\n"
        "go_swap_stacks:\n"
        "    pushq %rbp\n"
        "    pushq %rbx\n"
        "    pushq %r12\n"
        "    pushq %r13\n"
        "    pushq %r14\n"
        "    pushq %r15\n"
        "    movq %rsp, (%rdi)\n"
        "    movq %rsi, %rsp\n"
        "    popq %r15\n"
        "    popq %r14\n"
        "    popq %r13\n"
        "    popq %r12\n"
        "    popq %rbx\n"
        "    popq %rbp\n"
        "    ret\n"
        ".size go_swap_stacks, . - go_swap_stacks\n");

/* As after a call: a return address on top, which is nobody's. */
static void *first_frame(char *high, void (*entry)(void)) {
    void **sp = (void **)high;
    *--sp = NULL;
    *--sp = (void *)entry;
    for (int i = 0; i < SAVED_WORDS; i++)
        *--sp = NULL;
    return sp;
}

#elif defined(__aarch64__)

enum { SAVED_WORDS = 20, LINK_REGISTER = 11 }; /* x19 to x30, d8 to d15 */

__asm__(".text\n"
        ".globl go_swap_stacks\n"
        ".type go_swap_stacks, %function\n"
        "go_swap_stacks:\n"
        "    sub sp, sp, 160\n"
        "    stp x19, x20, [sp]\n"
        "    stp x21, x22, [sp, 16]\n"
        "    stp x23, x24, [sp, 32]\n"
        "    stp x25, x26, [sp, 48]\n"
        "    stp x27, x28, [sp, 64]\n"
        "    stp x29, x30, [sp, 80]\n"
        "    stp d8, d9, [sp, 96]\n"
        "    stp d10, d11, [sp, 112]\n"
        "    stp d12, d13, [sp, 128]\n"
        "    stp d14, d15, [sp, 144]\n"
        "    mov x2, sp\n"
        "    str x2, [x0]\n"
        "    mov sp, x1\n"
        "    ldp x19, x20, [sp]\n"
        "    ldp x21, x22, [sp, 16]\n"
        "    ldp x23, x24, [sp, 32]\n"
        "    ldp x25, x26, [sp, 48]\n"
        "    ldp x27, x28, [sp, 64]\n"
        "    ldp x29, x30, [sp, 80]\n"
        "    ldp d8, d9, [sp, 96]\n"
        "    ldp d10, d11, [sp, 112]\n"
        "    ldp d12, d13, [sp, 128]\n"
        "    ldp d14, d15, [sp, 144]\n"
        "    add sp, sp, 160\n"
        "    ret\n"
        ".size go_swap_stacks, . - go_swap_stacks\n");

static void *first_frame(char *high, void (*entry)(void)) {
    void **sp = (void **)high - SAVED_WORDS;
    memset(sp, 0, SAVED_WORDS * sizeof *sp);
    sp[LINK_REGISTER] = (void *)entry;
    return sp;
}

#else
#error "switches between stacks are written for x86-64 and AArch64"
#endif

/* ---- the collector ---- */

#if OUTLIVE_GC

static struct context *all; /* grows only */
static GC_push_other_roots_proc push_threads;
static __thread void *thread_handle; /* the collector's, of this thread */

/* Stacks that wait. Those that run are searched as the stacks of their threads. */
static void push_waiting_stacks(void) {
    push_threads();
    for (const struct context *c = __atomic_load_n(&all, __ATOMIC_ACQUIRE); c; c = c->next)
        if (c->sp)
            GC_push_all_eager(c->sp, c->high);
}

/* No thread may be stopped between two stacks. */
static void hold_switches(GC_EventType event) {
    if (event == GC_EVENT_PRE_STOP_WORLD)
        go_lock();
    else if (event == GC_EVENT_POST_START_WORLD)
        go_unlock();
}

void go_contexts_start(void) {
    push_threads = GC_get_push_other_roots();
    GC_set_push_other_roots(push_waiting_stacks);
    GC_set_on_collection_event(hold_switches);
}

static void register_stack(struct context *c) {
    c->next = __atomic_load_n(&all, __ATOMIC_RELAXED);
    while (!__atomic_compare_exchange_n(&all, &c->next, c, true, __ATOMIC_RELEASE, __ATOMIC_RELAXED))
        ;
}

static void register_thread(struct context *c) {
    struct GC_stack_base base;
    thread_handle = GC_get_my_stackbottom(&base);
    c->high = base.mem_base;
}

static void search_thread_from(const struct context *c) {
    GC_set_stackbottom(thread_handle, &(struct GC_stack_base){.mem_base = c->high});
}

#else

void go_contexts_start(void) {
}

static void register_stack(struct context *c) {
    (void)c;
}

static void register_thread(struct context *c) {
    (void)c;
}

static void search_thread_from(const struct context *c) {
    (void)c;
}

#endif

/* ---- contexts ---- */

void go_context_of_thread(struct context *c) {
    *c = (struct context){0};
    register_thread(c);
    pthread_attr_t attributes;
    if (__sanitizer_start_switch_fiber && pthread_getattr_np(pthread_self(), &attributes) == 0) {
        void *low;
        size_t bytes;
        pthread_attr_getstack(&attributes, &low, &bytes);
        pthread_attr_destroy(&attributes);
        c->low = low;
        c->high = (char *)low + bytes;
    }
    if (__tsan_get_current_fiber)
        c->fiber = __tsan_get_current_fiber();
}

void go_context_make(struct context *c, size_t bytes, size_t least) {
    /* Address space only: pages come when they are touched. Less where a limit forbids as much. */
    for (; bytes >= least; bytes /= 2) {
        char *low = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
        if (low == MAP_FAILED)
            continue;
        mprotect(low, GUARD_BYTES, PROT_NONE);
        madvise(low, bytes, MADV_NOHUGEPAGE); /* a small stack is to take small room */
        static go_uint64 made;
        size_t start = __atomic_fetch_add(&made, 1, __ATOMIC_RELAXED) * START_STEP % (bytes / SPREAD_PART);
        *c = (struct context){.low = low, .high = low + bytes - start};
        register_stack(c);
        return;
    }
    go_fatal("runtime: cannot make a stack for a goroutine");
}

void go_context_restart(struct context *c, void (*entry)(void)) {
    if (__tsan_create_fiber && !c->fiber)
        c->fiber = __tsan_create_fiber(0);
    c->fake_stack = NULL;
    c->sp = first_frame(c->high, entry);
}

void go_context_entered(struct context *c) {
    if (__sanitizer_finish_switch_fiber)
        __sanitizer_finish_switch_fiber(c->fake_stack, NULL, NULL);
}

void go_context_switch(struct context *from, struct context *to, bool ends) {
    void *nowhere, *sp = to->sp;
    if (__sanitizer_start_switch_fiber)
        __sanitizer_start_switch_fiber(ends ? NULL : &from->fake_stack, to->low, (size_t)(to->high - to->low));
    if (__tsan_switch_to_fiber)
        __tsan_switch_to_fiber(to->fiber, 0);
    to->sp = NULL;
    search_thread_from(to);
    go_swap_stacks(ends ? &nowhere : &from->sp, sp);
    go_context_entered(from);
}

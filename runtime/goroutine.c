/* Goroutines, and the threads that run them.
 *
 * A goroutine has a stack of its own; a thread goes from one that must wait to the next that can run. One thread runs them all
 * as long as it keeps up, since handing over between threads costs a hundred times as much. Another one watches: where what can run
 * has to wait (the thread is in a system call, or computes for long) it takes a part, and another thread watches after it. So
 * goroutines that compute are run by all processors, and none can keep the others from running. */
#include "runtime.h"
#include "context.h"

#if OUTLIVE_GC
#include <gc/gc.h> /* makes pthread_create tell the collector */
#endif
#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* What every switch looks at comes first, so that it is in one line of the cache. */
struct goroutine {
    struct go_goroutine shown;   /* what outlive.h knows of it; at its start */
    struct goroutine *next;      /* in the queue of those that can run, or the list of those that have ended */
    const char *waits_for;       /* NULL: it runs, or could */
    struct context context;
    struct go_panic_state panic; /* panic.c's */
    func_void call;              /* what to run */
    go_int number;
    go_int64 wakes;              /* while it sleeps: when, on the monotonic clock */
    struct goroutine *later[2];  /* those that sleep longer: a leftist heap */
    int rank;
};

struct worker {
    struct context context;      /* its own stack: it runs no goroutine */
    go_uint32 called;            /* a futex: 1 when it is to watch */
    struct worker *next;         /* in the list of those that have nothing to do */
};

enum {
    MAIN_STACK_BYTES = 256 << 20,
    STACK_BYTES = 64 << 20,
    LEAST_STACK_BYTES = 128 << 10,
    WORKER_STACK_BYTES = 128 << 10,
    SPINS = 100,
};

enum { MICROSECOND = 1000, MILLISECOND = 1000 * MICROSECOND, SECOND = 1000 * MILLISECOND };

/* How the watching thread judges. */
enum {
    SHORTEST_PAUSE = MILLISECOND, /* between two looks */
    LONGEST_PAUSE = 10 * MILLISECOND,
    LONG_TURN = 20 * MICROSECOND, /* a processor more is worth its cost where turns take this long on average */
};

__thread struct go_goroutine *go_self;

/* Under the lock: */
static go_int alive, asleep, last_number;
static const char *const *main_waits_for;
static struct goroutine *ended;
static struct goroutine *sleeping;         /* the one to wake first */
static struct goroutine *ready, **ready_end = &ready;
static go_uint64 turns;                    /* taken from `ready` so far */
static go_int running;                     /* threads that run a goroutine */
static struct worker *unused;
static bool watched;                       /* a thread watches, or is about to */
static go_int64 watch_until;               /* when it looks again */
static go_uint32 watch_word;               /* a futex: changes when it is to look now */

/* ---- the lock: 0 free, 1 held, 2 held and waited for ---- */

static go_uint32 lock_word;

/* ThreadSanitizer does not see into the runtime. */
__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

/* Sleeps until the word is changed and woken, or for some time (ns; below 0: for ever). May return for no reason. */
static void futex_wait(go_uint32 *word, go_uint32 value, go_int64 ns) {
    struct timespec limit = {ns / SECOND, ns % SECOND};
    syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, ns < 0 ? NULL : &limit, NULL, 0);
}

static void futex_wake(go_uint32 *word) {
    syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

static __attribute__((noinline)) void lock_slowly(void) {
    for (int i = 0; i < SPINS; i++) {
        go_uint32 free = 0;
        if (__atomic_load_n(&lock_word, __ATOMIC_RELAXED) == 0 &&
            __atomic_compare_exchange_n(&lock_word, &free, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
            return;
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }
    while (__atomic_exchange_n(&lock_word, 2, __ATOMIC_ACQUIRE) != 0)
        futex_wait(&lock_word, 2, -1);
}

void go_lock(void) {
    go_uint32 free = 0;
    if (!__atomic_compare_exchange_n(&lock_word, &free, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
        lock_slowly();
    if (__tsan_acquire)
        __tsan_acquire(&lock_word);
}

void go_unlock(void) {
    if (__tsan_release)
        __tsan_release(&lock_word);
    if (__atomic_exchange_n(&lock_word, 0, __ATOMIC_RELEASE) == 2)
        futex_wake(&lock_word);
}

/* ---- which goroutine, which thread ---- */

/* Not inlined, as the thread may have changed since it was last asked. */
__attribute__((noinline)) struct go_goroutine *go_current_of_thread(void) {
    return go_self;
}

struct goroutine *go_current_goroutine(void) {
    return (struct goroutine *)go_current();
}

static __thread struct worker *thread_worker;

static __attribute__((noinline)) struct worker *this_worker(void) {
    __asm__ volatile("");
    return thread_worker;
}

static __attribute__((noinline)) void set_current(struct goroutine *g) {
    __asm__ volatile("");
    go_self = g ? &g->shown : NULL;
}

struct go_panic_state *go_panic_state(void) {
    return &go_current_goroutine()->panic;
}

bool go_is_stack_overflow(const char *at) {
    struct goroutine *g = go_current_goroutine();
    enum { BELOW = 64 << 10 }; /* a large frame may step over the guard */
    return g && at >= g->context.low - BELOW && at < g->context.low + BELOW;
}

go_int go_goroutine_count(void) {
    go_lock();
    go_int n = alive;
    go_unlock();
    return n;
}

go_int go_goroutine_number(void) {
    struct goroutine *g = go_current_goroutine();
    return g ? g->number : 1;
}

/* ---- those that can run, in the order in which they became able to ---- */

static void make_ready(struct goroutine *g) {
    __builtin_prefetch(g->context.sp); /* where it goes on was seldom looked at lately */
    g->next = NULL;
    *ready_end = g;
    ready_end = &g->next;
}

static struct goroutine *take_ready(void) {
    struct goroutine *g = ready;
    if (g) {
        ready = g->next;
        if (!ready)
            ready_end = &ready;
        turns++;
    }
    return g;
}

/* ---- those that sleep ---- */

static int rank_of(const struct goroutine *g) {
    return g ? g->rank : 0;
}

static struct goroutine *merge(struct goroutine *a, struct goroutine *b) {
    if (!a || !b)
        return a ? a : b;
    if (b->wakes < a->wakes) {
        struct goroutine *first = b;
        b = a;
        a = first;
    }
    a->later[1] = merge(a->later[1], b);
    if (rank_of(a->later[0]) < rank_of(a->later[1])) {
        struct goroutine *shallow = a->later[0];
        a->later[0] = a->later[1];
        a->later[1] = shallow;
    }
    a->rank = rank_of(a->later[1]) + 1;
    return a;
}

static go_int64 now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * SECOND + t.tv_nsec;
}

static void wake_sleepers(void) {
    if (!sleeping)
        return;
    go_int64 time = now();
    while (sleeping && sleeping->wakes <= time) {
        struct goroutine *g = sleeping;
        sleeping = merge(g->later[0], g->later[1]);
        make_ready(g);
    }
}

/* ---- going from one goroutine to the next; with the lock held ---- */

static void leave_for(struct goroutine *g, struct goroutine *next, bool ends) {
    set_current(next);
    go_context_switch(&g->context, next ? &next->context : &this_worker()->context, ends);
}

GO_NORETURN static void die_of_deadlock(void) {
    go_print_text("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [");
    go_print_text(*main_waits_for ? *main_waits_for : "running");
    go_print_text("]:\n");
    _exit(2);
}

void go_park(const char *why) {
    struct goroutine *g = go_current_goroutine();
    g->waits_for = why;
    if (++asleep == alive)
        die_of_deadlock();
    leave_for(g, take_ready(), false);
    go_unlock();
}

void go_wake(struct goroutine *g) {
    g->waits_for = NULL;
    asleep--;
    make_ready(g);
}

void go_yield(void) {
    go_lock();
    struct goroutine *next = take_ready();
    if (next) {
        make_ready(go_current_goroutine());
        leave_for(go_current_goroutine(), next, false);
    }
    go_unlock();
    if (!next)
        sched_yield(); /* whoever it waits for is in another thread */
}

void go_sleep(go_int64 ns) {
    if (ns <= 0) {
        go_yield();
        return;
    }
    struct goroutine *g = go_current_goroutine();
    go_lock();
    if (__builtin_add_overflow(now(), ns, &g->wakes))
        g->wakes = INT64_MAX;
    g->later[0] = g->later[1] = NULL;
    g->rank = 1;
    sleeping = merge(sleeping, g);
    if (watched && g->wakes < watch_until) {
        watch_word++;
        futex_wake(&watch_word);
    }
    leave_for(g, take_ready(), false);
    go_unlock();
}

/* ---- threads; with the lock held, which start_thread lets go for a moment ---- */

static void *thread(void *worker);

static void start_thread(struct worker *w) {
    go_unlock();
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, WORKER_STACK_BYTES);
    pthread_t made;
    if (pthread_create(&made, &attributes, thread, w) != 0)
        go_fatal("runtime: cannot make a thread for goroutines");
    pthread_attr_destroy(&attributes);
    go_lock();
}

static void appoint_watcher(void) {
    watched = true;
    struct worker *w = unused;
    if (w) {
        unused = w->next;
        __atomic_store_n(&w->called, 1, __ATOMIC_RELEASE);
        futex_wake(&w->called);
        return;
    }
    w = calloc(1, sizeof *w);
    if (!w)
        go_fatal("runtime: out of memory");
    start_thread(w);
}

static go_int processors(void) {
    static go_int count; /* under the lock */
    if (!count)
        count = sysconf(_SC_NPROCESSORS_ONLN);
    return count;
}

/* Looks now and then, until there is something to run that has to wait for too long. */
static void watch(void) {
    go_int64 pause = SHORTEST_PAUSE, looked = now();
    go_uint64 turns_then = turns;
    const struct goroutine *first_then = NULL;
    int same = 0; /* looks at which the same one was first in the queue */
    for (;;) {
        wake_sleepers();
        go_int64 time = now();
        go_uint64 turns_since = turns - turns_then;
        if (ready && running == 0)
            return;
        same = ready && ready == first_then && turns_since == 0 ? same + 1 : 0;
        bool long_turns = first_then && time - looked >= (go_int64)(turns_since + 1) * LONG_TURN;
        if (ready && (running < processors() ? long_turns : same * SHORTEST_PAUSE >= LONGEST_PAUSE))
            return;
        pause = ready ? SHORTEST_PAUSE : pause * 2 < LONGEST_PAUSE ? pause * 2 : LONGEST_PAUSE;
        first_then = ready;
        turns_then = turns;
        looked = time;
        go_int64 until = running ? time + pause : INT64_MAX;
        watch_until = sleeping && sleeping->wakes < until ? sleeping->wakes : until;
        go_uint32 word = watch_word;
        go_unlock();
        /* The first sleeper may have come due since wake_sleepers looked: no negative time, which is for ever. */
        futex_wait(&watch_word, word, watch_until == INT64_MAX ? -1 : watch_until > time ? watch_until - time : 0);
        go_lock();
    }
}

static void wait_for_call(struct worker *w) {
    w->next = unused;
    unused = w;
    go_unlock();
    while (__atomic_load_n(&w->called, __ATOMIC_ACQUIRE) == 0)
        futex_wait(&w->called, 0, -1);
    w->called = 0;
    go_lock();
}

/* What a thread does: it watches, where nobody does, until there is a goroutine for it; runs that, and whatever comes after, until
 * nothing is left to run. A new thread, and one that was called, is the one that is to watch. */
GO_NORETURN static void work(struct worker *w) {
    go_stack_guard();
    thread_worker = w;
    go_context_of_thread(&w->context);
    go_lock();
    for (;;) {
        watch();
        struct goroutine *g = take_ready();
        running++;
        watched = false;
        if (alive > 1)
            appoint_watcher();
        set_current(g);
        go_context_switch(&w->context, &g->context, false);
        running--;
        if (watched)
            wait_for_call(w);
        watched = true;
    }
}

static void *thread(void *worker) {
    work(worker);
}

/* ---- the life of a goroutine ---- */

static void live(void) {
    struct goroutine *g = go_current_goroutine();
    go_context_entered(&g->context);
    go_unlock();
    func_void call = g->call;
    g->call = (func_void){NULL, NULL};
    call.fn(call.env);
    go_lock();
    if (--alive == asleep)
        die_of_deadlock();
    g->next = ended;
    ended = g;
    leave_for(g, take_ready(), true);
    __builtin_unreachable();
}

static struct goroutine *new_goroutine(size_t stack_bytes) {
#if OUTLIVE_GC
    struct goroutine *g = GC_MALLOC_UNCOLLECTABLE(sizeof *g); /* `call` and what it panics with are roots */
#else
    struct goroutine *g = calloc(1, sizeof *g);
#endif
    if (!g)
        go_fatal("runtime: out of memory");
    go_context_make(&g->context, stack_bytes, LEAST_STACK_BYTES);
    return g;
}

/* With the lock held. */
static void begin(struct goroutine *g, func_void f) {
    g->call = f;
    g->number = ++last_number;
    alive++;
    go_context_restart(&g->context, live);
    make_ready(g);
}

void go_spawn(func_void f) {
    if (!f.fn)
        go_fatal("go of nil func value");
    go_lock();
    struct goroutine *g = ended;
    if (g) {
        ended = g->next;
    } else {
        go_unlock();
        g = new_goroutine(STACK_BYTES);
        go_lock();
    }
    begin(g, f);
    if (!watched)
        appoint_watcher();
    go_unlock();
}

void go_run_main(void (*start)(void *unused)) {
    struct goroutine *g = new_goroutine(MAIN_STACK_BYTES);
    main_waits_for = &g->waits_for;
    watched = true;
    begin(g, (func_void){start, NULL});
    static struct worker first;
    work(&first);
}

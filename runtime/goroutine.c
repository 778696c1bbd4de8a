/* Goroutines: each is a thread. A thread whose goroutine has ended waits for the next one for a while, since making threads is
 * what costs. */
#include "runtime.h"

#if OUTLIVE_GC
#include <gc/gc.h> /* makes pthread_create tell the collector */
#endif
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

struct goroutine {
    sem_t wakened;
    func_void call;          /* what to run next */
    const char *waits_for;   /* NULL: it runs */
    go_int number;
    struct goroutine *next;  /* in the list of idle threads */
};

enum { STACK_BYTES = 64 << 20, SMALLEST_STACK = 128 << 10, SPINS = 200 };

__thread struct goroutine *go_self;
static struct goroutine main_goroutine;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
/* Under the lock: */
static go_int alive, asleep, last_number;
static struct goroutine *idle;

void go_lock(void) {
    pthread_mutex_lock(&lock);
}

void go_unlock(void) {
    pthread_mutex_unlock(&lock);
}

static void wait_for_wake(struct goroutine *g) {
    /* often the other side is at it on another core */
    for (int i = 0; i < SPINS; i++) {
        if (sem_trywait(&g->wakened) == 0)
            return;
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }
    while (sem_wait(&g->wakened) < 0 && errno == EINTR)
        ;
}

GO_NORETURN static void die_of_deadlock(void) {
    go_print_text("fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [");
    go_print_text(main_goroutine.waits_for ? main_goroutine.waits_for : "running");
    go_print_text("]:\n");
    _exit(2);
}

void go_park(const char *why) {
    struct goroutine *g = go_self;
    g->waits_for = why;
    if (++asleep == alive)
        die_of_deadlock();
    go_unlock();
    wait_for_wake(g);
}

void go_wake(struct goroutine *g) {
    g->waits_for = NULL;
    asleep--;
    sem_post(&g->wakened);
}

go_int go_goroutine_count(void) {
    go_lock();
    go_int n = alive;
    go_unlock();
    return n;
}

go_int go_goroutine_number(void) {
    return go_self ? go_self->number : 1;
}

void go_start_main(void) {
    sem_init(&main_goroutine.wakened, 0, 0);
    main_goroutine.number = last_number = 1;
    alive = 1;
    go_self = &main_goroutine;
}

/* ---- threads ---- */

/* Runs goroutines one after the other, each when go_spawn hands it over. */
static void *run_thread(void *g_) {
    struct goroutine *g = g_;
    go_self = g;
    go_stack_guard();
    for (;;) {
        func_void call = g->call;
        g->call = (func_void){NULL, NULL};
        call.fn(call.env);
        call = (func_void){NULL, NULL};
        go_lock();
        if (--alive == asleep)
            die_of_deadlock();
        g->next = idle;
        idle = g;
        go_unlock();
        wait_for_wake(g);
    }
    return NULL;
}

static void start_thread(struct goroutine *g) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t thread;
    for (size_t bytes = STACK_BYTES; bytes >= SMALLEST_STACK; bytes /= 4) {
        if (pthread_attr_setstacksize(&attributes, bytes) == 0 && pthread_create(&thread, &attributes, run_thread, g) == 0) {
            pthread_attr_destroy(&attributes);
            return;
        }
    }
    go_fatal("runtime: cannot make a thread for a goroutine");
}

void go_spawn(func_void f) {
    if (!f.fn)
        go_fatal("go of nil func value");
    go_lock();
    alive++;
    go_int number = ++last_number;
    struct goroutine *g = idle;
    if (g)
        idle = g->next;
    go_unlock();
    bool is_new = !g;
    if (is_new) {
#if OUTLIVE_GC
        g = GC_MALLOC_UNCOLLECTABLE(sizeof *g); /* `call` is a root until the thread has taken it */
#else
        g = calloc(1, sizeof *g);
#endif
        if (!g)
            go_fatal("runtime: out of memory");
        sem_init(&g->wakened, 0, 0);
    }
    g->call = f;
    g->number = number;
    if (is_new)
        start_thread(g);
    else
        sem_post(&g->wakened);
}

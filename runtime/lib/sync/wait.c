/* What package sync is built on: sleeping on a word, as Linux's futex does it, but counted, so that deadlocks are seen. */
#include "runtime/runtime.h"

void sync_wait(go_uint32 *key, go_uint32 value, go_string why);
void sync_wake(go_uint32 *key, go_int n);
void sync_fatal(go_string text);

struct sleeper {
    const go_uint32 *key;
    struct goroutine *goroutine;
    struct sleeper *next, *before;
};

enum { LISTS = 256 };
static struct sleeper *lists[LISTS]; /* by key; newest first; under the runtime's lock */

static struct sleeper **list_of(const go_uint32 *key) {
    return &lists[(uintptr_t)key / sizeof *key % LISTS];
}

static const char *c_text(go_string s, char *room, size_t bytes) {
    size_t n = (size_t)s.len < bytes - 1 ? (size_t)s.len : bytes - 1;
    memcpy(room, s.ptr, n);
    room[n] = '\0';
    return room;
}

void sync_wait(go_uint32 *key, go_uint32 value, go_string why) {
    char room[32];
    struct sleeper s = {.key = key, .goroutine = go_current_goroutine()};
    go_lock();
    if (__atomic_load_n(key, __ATOMIC_SEQ_CST) != value) {
        go_unlock();
        return;
    }
    struct sleeper **list = list_of(key);
    s.next = *list;
    if (s.next)
        s.next->before = &s;
    *list = &s;
    go_park(c_text(why, room, sizeof room));
}

/* Who has waited longest comes first. */
void sync_wake(go_uint32 *key, go_int n) {
    go_lock();
    struct sleeper **list = list_of(key);
    struct sleeper *oldest = *list;
    while (oldest && oldest->next)
        oldest = oldest->next;
    for (struct sleeper *s = oldest, *before; s && n > 0; s = before) {
        before = s->before;
        if (s->key != key)
            continue;
        if (s->before)
            s->before->next = s->next;
        else
            *list = s->next;
        if (s->next)
            s->next->before = s->before;
        go_wake(s->goroutine);
        n--;
    }
    go_unlock();
}

void sync_fatal(go_string text) {
    char room[128];
    go_fatal(c_text(text, room, sizeof room));
}

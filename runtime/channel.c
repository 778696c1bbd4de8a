/* Channels and select (spec: Channel types, Send statements, Receive operator, Select statements).
 *
 * Who cannot go on stands in line at the channel with the address of its value; the other side copies the value, takes it out of
 * the line and wakes it. A select stands in line at each of its channels, and leaves them all when one has served it. */
#include "runtime.h"

/* A goroutine in line. All those of one select share `served`. */
struct waiter {
    struct waiter *next, *before;
    struct goroutine *goroutine;
    void *value;       /* sent from or received into */
    struct service *service;
    go_int which;      /* number of its case */
};

/* What became of a wait. */
struct service {
    bool served;
    bool ok;           /* a value went over; false: the channel was closed */
    go_int which;
};

struct line {
    struct waiter *first, *last;
};

struct go_chan {
    go_int len, cap, first; /* of the values in `buffer`, a ring */
    size_t element_bytes;
    bool closed;
    struct line senders, receivers;
    char *buffer;
};

struct go_chan *go_chan_make(go_int cap, size_t element_bytes, bool scan) {
    if (cap < 0 || (element_bytes && (go_uint64)cap > GO_MOST_BYTES / element_bytes))
        go_panic_plain("makechan: size out of range");
    struct go_chan *c = NEW(struct go_chan);
    c->cap = cap;
    c->element_bytes = element_bytes;
    c->buffer = go_heap_memory((size_t)cap * element_bytes, scan);
    return c;
}

go_int go_chan_len(const struct go_chan *c) {
    if (!c)
        return 0;
    go_lock();
    go_int len = c->len;
    go_unlock();
    return len;
}

go_int go_chan_cap(const struct go_chan *c) {
    return c ? c->cap : 0;
}

/* ---- lines ---- */

static void stand(struct line *line, struct waiter *w) {
    w->next = NULL;
    w->before = line->last;
    if (line->last)
        line->last->next = w;
    else
        line->first = w;
    line->last = w;
}

static void leave(struct line *line, struct waiter *w) {
    if (w->before)
        w->before->next = w->next;
    else
        line->first = w->next;
    if (w->next)
        w->next->before = w->before;
    else
        line->last = w->before;
}

/* The first in line, taken out of it. A select that another channel has served already does not count; it leaves by itself. */
static struct waiter *next_in(struct line *line) {
    for (struct waiter *w = line->first; w; w = w->next) {
        if (!w->service->served) {
            leave(line, w);
            w->before = w->next = w; /* marks it as out of the line */
            return w;
        }
    }
    return NULL;
}

static bool is_out(const struct waiter *w) {
    return w->next == w;
}

static void serve(struct waiter *w, bool ok) {
    w->service->served = true;
    w->service->ok = ok;
    w->service->which = w->which;
    go_wake(w->goroutine);
}

/* ---- values ---- */

static void copy(void *to, const void *from, size_t bytes) {
    if (to && bytes)
        memcpy(to, from, bytes);
}

static void clear(void *p, size_t bytes) {
    if (p && bytes)
        memset(p, 0, bytes);
}

static char *slot(const struct go_chan *c, go_int i) {
    go_int at = c->first + i;
    return c->buffer + (size_t)(at < c->cap ? at : at - c->cap) * c->element_bytes;
}

/* With the lock held. What can be done at once is done; false: it would have to wait. */
static bool try_send(struct go_chan *c, const void *value) {
    struct waiter *receiver = next_in(&c->receivers);
    if (receiver) {
        copy(receiver->value, value, c->element_bytes);
        serve(receiver, true);
        return true;
    }
    if (c->len == c->cap)
        return false;
    copy(slot(c, c->len++), value, c->element_bytes);
    return true;
}

static bool try_receive(struct go_chan *c, void *into, bool *ok) {
    *ok = true;
    if (c->len > 0) {
        copy(into, slot(c, 0), c->element_bytes);
        clear(slot(c, 0), c->element_bytes); /* the collector need not keep it */
        c->first = c->first + 1 == c->cap ? 0 : c->first + 1;
        c->len--;
        struct waiter *sender = next_in(&c->senders);
        if (sender) { /* there is room for one more now */
            copy(slot(c, c->len++), sender->value, c->element_bytes);
            serve(sender, true);
        }
        return true;
    }
    struct waiter *sender = next_in(&c->senders);
    if (sender) {
        copy(into, sender->value, c->element_bytes);
        serve(sender, true);
        return true;
    }
    *ok = false;
    if (c->closed)
        clear(into, c->element_bytes);
    return c->closed;
}

/* ---- operations ---- */

GO_NORETURN static void sleep_forever(const char *why) {
    go_lock();
    for (;;) {
        go_park(why);
        go_lock();
    }
}

GO_NORETURN static void panic_send_on_closed(void) {
    go_panic_plain("send on closed channel");
}

void go_chan_send(struct go_chan *c, const void *value) {
    if (!c)
        sleep_forever("chan send (nil chan)");
    go_lock();
    if (c->closed) {
        go_unlock();
        panic_send_on_closed();
    }
    if (try_send(c, value)) {
        go_unlock();
        return;
    }
    struct service service = {false, false, 0};
    struct waiter w = {.goroutine = go_current_goroutine(), .value = (void *)value, .service = &service};
    stand(&c->senders, &w);
    go_park("chan send");
    if (!service.ok)
        panic_send_on_closed();
}

bool go_chan_receive(struct go_chan *c, void *into, size_t element_bytes) {
    (void)element_bytes;
    if (!c)
        sleep_forever("chan receive (nil chan)");
    bool ok;
    go_lock();
    if (try_receive(c, into, &ok)) {
        go_unlock();
        return ok;
    }
    struct service service = {false, false, 0};
    struct waiter w = {.goroutine = go_current_goroutine(), .value = into, .service = &service};
    stand(&c->receivers, &w);
    go_park("chan receive");
    return service.ok;
}

void go_chan_close(struct go_chan *c) {
    if (!c)
        go_panic_plain("close of nil channel");
    go_lock();
    if (c->closed) {
        go_unlock();
        go_panic_plain("close of closed channel");
    }
    c->closed = true;
    struct waiter *w;
    while ((w = next_in(&c->receivers))) {
        clear(w->value, c->element_bytes);
        serve(w, false);
    }
    while ((w = next_in(&c->senders)))
        serve(w, false);
    go_unlock();
}

/* ---- select ---- */

/* Which case is looked at first changes from one select to the next, so that none starves another. */
static go_int first_case(go_int n) {
    static go_uint32 state = 2463534242u; /* xorshift; under the lock */
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return n ? (go_int)(state % (go_uint64)n) : 0;
}

go_int go_select(struct go_case *cases, go_int n, bool has_default) {
    go_lock();
    go_int first = first_case(n);
    for (go_int k = 0; k < n; k++) {
        go_int i = first + k < n ? first + k : first + k - n;
        struct go_case *x = &cases[i];
        if (!x->chan)
            continue; /* a nil channel is never ready */
        if (x->sends && x->chan->closed) {
            go_unlock();
            panic_send_on_closed();
        }
        if (x->sends ? try_send(x->chan, x->value) : try_receive(x->chan, x->value, &x->ok)) {
            go_unlock();
            return i;
        }
    }
    if (has_default) {
        go_unlock();
        return -1;
    }
    struct service service = {false, false, 0};
    struct waiter waiters[n + 1];
    for (go_int i = 0; i < n; i++) {
        waiters[i] = (struct waiter){.goroutine = go_current_goroutine(), .value = cases[i].value, .service = &service, .which = i};
        if (cases[i].chan)
            stand(cases[i].sends ? &cases[i].chan->senders : &cases[i].chan->receivers, &waiters[i]);
    }
    go_park(n ? "select" : "select (no cases)");
    go_lock();
    for (go_int i = 0; i < n; i++)
        if (cases[i].chan && !is_out(&waiters[i]))
            leave(cases[i].sends ? &cases[i].chan->senders : &cases[i].chan->receivers, &waiters[i]);
    go_unlock();
    cases[service.which].ok = service.ok;
    if (cases[service.which].sends && !service.ok)
        panic_send_on_closed();
    return service.which;
}

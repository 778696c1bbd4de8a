#include "driver/cleanup.h"

#include "base/diag.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A signal handler may neither allocate nor look at anything that is half-changed: a fixed table, and a name counts from the
 * moment `used` says so. The one piece of state that belongs to the process and not to a call. It is
 * filled like a stack, so that a folder comes before what is in it. */
enum { MOST_PATHS = 16 };
static char paths[MOST_PATHS][PATH_MAX + 16];
static volatile sig_atomic_t used[MOST_PATHS];

void cleanup_add(const char *path) {
    int top = MOST_PATHS;
    while (top > 0 && !used[top - 1])
        top--;
    if (top == MOST_PATHS)
        die("more than %d scratch files", MOST_PATHS);
    if (snprintf(paths[top], sizeof paths[top], "%s", path) >= (int)sizeof paths[top])
        die("a scratch path is too long: %s", path);
    used[top] = 1;
}

void cleanup_forget(const char *path) {
    for (int i = 0; i < MOST_PATHS; i++)
        if (used[i] && !strcmp(paths[i], path))
            used[i] = 0;
}

void cleanup_run(void) {
    for (int i = MOST_PATHS - 1; i >= 0; i--) {
        if (!used[i])
            continue;
        if (unlink(paths[i]))
            rmdir(paths[i]);
        used[i] = 0;
    }
}

static void on_signal(int signal_number) {
    cleanup_run();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void cleanup_install(void) {
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
        struct sigaction before;
        /* What the caller has set to be ignored (nohup) stays ignored. */
        if (!sigaction(ending[i], NULL, &before) && before.sa_handler != SIG_IGN)
            sigaction(ending[i], &(struct sigaction){.sa_handler = on_signal, .sa_flags = SA_RESTART}, NULL);
    }
    signal(SIGXFSZ, SIG_IGN); /* a file grown too large is an error like a full disk, told by write() */
}

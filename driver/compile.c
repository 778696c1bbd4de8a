#include "driver/compile.h"

#include "base/diag.h"
#include "config.h"
#include "driver/c_flags.h"
#include "driver/cleanup.h"
#include "driver/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

typedef VEC(char *) arg_list;

/* execve's type for arguments is not const, but promises not to write to them. */
static void add(struct arena *a, arg_list *args, const char *arg) {
    vec_push(a, args, (char *)arg);
}

/* Runs a program to its end, its standard error being ours. Returns whether it ended with status 0. */
static bool run(char **args) {
    pid_t child;
    posix_spawnattr_t attributes;
    sigset_t not_ours;
    sigemptyset(&not_ours);
    sigaddset(&not_ours, SIGXFSZ); /* ignored here, see cleanup.c */
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigdefault(&attributes, &not_ours);
    int error = posix_spawn(&child, args[0], NULL, &attributes, args, environ);
    posix_spawnattr_destroy(&attributes);
    if (error) {
        fprintf(stderr, "outlive: cannot run %s: %s\n", args[0], strerror(error));
        return false;
    }
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            die("waitpid: %s", strerror(errno));
    if (WIFSIGNALED(status))
        fprintf(stderr, "outlive: %s was ended by signal %d (%s)\n", args[0], WTERMSIG(status), strsignal(WTERMSIG(status)));
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static const char *scratch_folder(struct arena *a) {
    const char *parent = getenv("TMPDIR");
    char *folder = arena_printf(a, "%s/outlive-XXXXXX", parent && *parent ? parent : "/tmp");
    if (!mkdtemp(folder)) {
        fprintf(stderr, "outlive: cannot make a scratch folder %s: %s\n", folder, strerror(errno));
        return NULL;
    }
    cleanup_add(folder);
    return folder;
}

static arg_list compile_args(struct arena *a, const struct resources *r, const struct options *o, const char *c_file,
                             const char *object) {
    arg_list args = {0};
    add(a, &args, r->clang);
    /* Data at fixed low addresses, as in Go programs. A recursion without end is no loop: it ends with a full stack. */
    static const char *const language[] = {LOWERED_C_FLAGS, "-O2", "-fno-pie", "-fno-optimize-sibling-calls"};
    for (size_t i = 0; i < sizeof language / sizeof *language; i++)
        add(a, &args, language[i]);
    if (o->line_directives && o->command == COMMAND_BUILD)
        add(a, &args, "-g");
    /* The plugin analyses the decided C again: a verdict that was wrong, or not followed, is an error here. By the default model whatever
     * decided, since that takes what either of them proves; of decided C the Go compiler's knows less (a literal that captures nothing
     * has no record there, unless it is called where it stands, that would tell it from a function). */
    add(a, &args, arena_printf(a, "-fplugin=%s", r->plugin));
    add(a, &args, "-fplugin-arg-outlive-decided");
    add(a, &args, "-I");
    add(a, &args, r->include);
    add(a, &args, "-c");
    add(a, &args, "-o");
    add(a, &args, object);
    add(a, &args, c_file);
    add(a, &args, NULL);
    return args;
}

static arg_list link_args(struct arena *a, const struct resources *r, const struct options *o, const char *object,
                          const char *executable) {
    arg_list args = {0};
    add(a, &args, r->linker);
    add(a, &args, "-no-pie");
    if (o->command == COMMAND_RUN)
        add(a, &args, "-s"); /* it runs once: nobody looks at its symbols */
    add(a, &args, "-o");
    add(a, &args, executable);
    add(a, &args, object);
    add(a, &args, o->heap == HEAP_BOEHM ? r->runtime_gc : r->runtime_none);
    if (o->heap == HEAP_BOEHM)
        add(a, &args, "-lgc");
    add(a, &args, "-lpthread");
    add(a, &args, "-lm");
    add(a, &args, NULL);
    return args;
}

const char *compile_c(struct arena *a, const struct resources *r, const struct options *o, const char *name, const char *c,
                      size_t c_len) {
    if (!r->clang) {
        fprintf(stderr, "outlive: clang %d is needed to compile, and it is not there (on Debian: apt-get install %s)\n",
                OUTLIVE_LLVM_MAJOR, OUTLIVE_CLANG_PACKAGE);
        return NULL;
    }
    const char *folder = scratch_folder(a);
    if (!folder)
        return NULL;
    const char *executable = arena_printf(a, "%s/%s", folder, name);
    const char *c_file = arena_printf(a, "%s/%s.c", folder, name);
    const char *object = arena_printf(a, "%s/%s.o", folder, name);
    cleanup_add(c_file);
    cleanup_add(object);
    cleanup_add(executable);
    if (!output_write(c_file, c, c_len, false))
        return NULL;
    /* Two commands: for both at once clang would start itself a second time, which costs as much as all it does for a small file. */
    arg_list compile = compile_args(a, r, o, c_file, object), link = link_args(a, r, o, object, executable);
    return run(compile.items) && run(link.items) ? executable : NULL;
}

void become(const char *executable, const char *name, const char *const *args, int arg_count) {
    struct arena a = {0};
    arg_list all = {0};
    add(&a, &all, name);
    for (int i = 0; i < arg_count; i++)
        add(&a, &all, args[i]);
    add(&a, &all, NULL);
    /* An open file can be executed after its name is gone. */
    int fd = open(executable, O_RDONLY | O_CLOEXEC);
    fflush(NULL);
    if (fd >= 0) {
        cleanup_run();
        signal(SIGXFSZ, SIG_DFL);
        fexecve(fd, all.items, environ);
    }
    fprintf(stderr, "outlive: cannot run the program: %s\n", strerror(errno));
    arena_free(&a);
}

/* The C main: heap, signals, and the program on a stack like Go's, which may grow far beyond what a C thread has by default. */
#define _GNU_SOURCE /* names of registers */
#include "context.h"
#include "runtime.h"

#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

/* ---- faults ---- */

enum { SIGNAL_STACK = 64 * 1024, FIRST_PAGES = 4096 };

/* Goes on in go_panic_nil, as if the faulting instruction had called it. */
static bool panic_at_fault(void *context) {
#if defined(__x86_64__)
    ucontext_t *c = context;
    greg_t *registers = c->uc_mcontext.gregs;
    registers[REG_RSP] = ((registers[REG_RSP] - 256) & ~(greg_t)15) - 8; /* past the red zone; as after a call */
    registers[REG_RIP] = (greg_t)(uintptr_t)go_panic_nil;
    return true;
#elif defined(__aarch64__)
    ucontext_t *c = context;
    c->uc_mcontext.sp = (c->uc_mcontext.sp - 256) & ~15ull;
    c->uc_mcontext.pc = (uintptr_t)go_panic_nil;
    return true;
#else
    (void)context;
    return false;
#endif
}

/* A field of what nil points to or, since UndefinedBehaviorSanitizer reads what stands before a function that is to be called, just
 * below. Programs have no memory at either side of address 0. */
static bool is_near_nil(uintptr_t at) {
    return at < FIRST_PAGES || at >= -(uintptr_t)FIRST_PAGES;
}

static void on_fault(int signal, siginfo_t *info, void *context) {
    (void)signal;
    char *at = info->si_addr;
    if (is_near_nil((uintptr_t)at) && panic_at_fault(context))
        return;
    if (go_is_stack_overflow(at)) {
        go_print_text("runtime: goroutine stack exceeds 1000000000-byte limit\n");
        go_fatal("stack overflow");
    }
    go_print_text("fatal error: unexpected signal during runtime execution\n[signal SIGSEGV: segmentation violation]\n");
    go_print_text("\ngoroutine 1 [running]:\n");
    _exit(2);
}

void go_stack_guard(void) {
    void *memory = mmap(NULL, SIGNAL_STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return; /* faults then end the program without Go's message */
    sigaltstack(&(stack_t){.ss_sp = memory, .ss_size = SIGNAL_STACK}, NULL);
}

static void catch_faults(void) {
    struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
    signal(SIGPIPE, SIG_DFL);
}

/* ---- start ---- */

int go_argument_count;
char **go_arguments;

static void main_goroutine(void *unused) {
    (void)unused;
    go_init();
    go_main();
    fflush(NULL);
    exit(0);
}

int main(int argc, char **argv) {
    go_argument_count = argc;
    go_arguments = argv;
    go_heap_start();
    go_contexts_start();
    catch_faults();
    go_run_main(main_goroutine);
}

/* defer, panic, recover (spec: Handling panics), and what is printed when nothing recovers.
 *
 * A panic runs the deferred calls of the goroutine's frames, innermost first, on the stack of the function that panicked: its
 * record is a local of go_panic. Where a deferred call recovers, everything above that frame is left by a jump to its landing. */
#include "runtime.h"

#include <unistd.h>

/* AddressSanitizer's, where the program is built with it: stack frames are left without returning. */
__attribute__((weak)) void __asan_handle_no_return(void);

struct go_panicking {
    struct go_panicking *link; /* the panic during which this one came up */
    any value;
    bool recovered;
    bool is_printed;           /* its value's text is being made, or was */
    go_frame *running;         /* whose deferred call it runs */
};

/* Runs the newest deferred call of a frame on behalf of a panic. (When a function returns no state is needed: a call that nobody
 * announced recovers nothing.) */
static void run_for_panic(go_frame *frame, struct go_panicking *by) {
    struct go_panic_state *state = go_panic_state();
    state->deferred_code = (go_code)frame->defers->call.fn;
    state->deferred_by = by;
    go_run_newest(frame);
    state->deferred_code = NULL;
}

void go_defer_in_loop(go_frame *frame, func_void call) {
    go_defer *d = NEW(go_defer);
    d->call = call;
    d->next = frame->defers;
    frame->defers = d;
}

void go_run_defers(go_frame *frame) {
    while (frame->defers)
        go_run_newest(frame);
}

struct go_panicking *go_called_by_panic(go_code self) {
    struct go_panic_state *state = go_panic_state();
    if (state->deferred_code != self)
        return NULL;
    state->deferred_code = NULL;
    return state->deferred_by;
}

void go_passes_call(go_code self, go_code called) {
    struct go_panic_state *state = go_panic_state();
    if (state->deferred_code == self)
        state->deferred_code = called;
}

any go_recover(struct go_panicking *panicking) {
    if (!panicking || panicking != go_panic_state()->panics || panicking->recovered)
        return (any){NULL, NULL};
    panicking->recovered = true;
    return panicking->value;
}

/* ---- when nothing recovers ---- */

static void print_basic(const go_type *t, const void *p) {
    switch (t->kind) {
    case GO_BOOL: go_print_bool(*(const bool *)p); break;
    case GO_INT:
    case GO_INT64: go_print_int(*(const go_int64 *)p); break;
    case GO_INT8: go_print_int(*(const go_int8 *)p); break;
    case GO_INT16: go_print_int(*(const go_int16 *)p); break;
    case GO_INT32: go_print_int(*(const go_int32 *)p); break;
    case GO_UINT:
    case GO_UINTPTR:
    case GO_UINT64: go_print_uint(*(const go_uint64 *)p); break;
    case GO_UINT8: go_print_uint(*(const go_uint8 *)p); break;
    case GO_UINT16: go_print_uint(*(const go_uint16 *)p); break;
    case GO_UINT32: go_print_uint(*(const go_uint32 *)p); break;
    case GO_FLOAT32: go_print_float(*(const float *)p); break;
    case GO_FLOAT64: go_print_float(*(const double *)p); break;
    case GO_COMPLEX64: go_print_complex(*(const go_complex64 *)p); break;
    case GO_COMPLEX128: go_print_complex(*(const go_complex128 *)p); break;
    default: go_print_string(*(const go_string *)p); break;
    }
}

/* The value of a panic message: 5, main.Code(5), main.Name("x"), (main.T) 0xc000012345. */
static void print_panic_value(any x) {
    if (!x.type) {
        go_print_text("nil");
    } else if (x.type->kind > GO_STRING) {
        go_print_text("(");
        go_print_text(x.type->text);
        go_print_text(") ");
        go_print_pointer(x.data);
    } else if (x.type->named) {
        bool quotes = x.type->kind == GO_STRING;
        go_print_text(x.type->text);
        go_print_text(quotes ? "(\"" : "(");
        print_basic(x.type, x.data);
        go_print_text(quotes ? "\")" : ")");
    } else {
        print_basic(x.type, x.data);
    }
}

/* Errors and Stringers are printed by their text. */
static any printable(any x) {
    static const struct go_method string_method[] = {{"String", "func() string", NULL}};
    static const go_type stringer = {.kind = GO_INTERFACE, .text = "runtime.stringer", .methods = string_method, .method_count = 1};
    const struct error_methods *methods = go_implements(x.type, &type_error);
    if (!methods)
        methods = go_implements(x.type, &stringer); /* of the same layout */
    if (!methods)
        return x;
    go_string *text = NEW(go_string);
    *text = methods->Error(x.data);
    return (any){&type_string, text};
}

static void print_panics(const struct go_panicking *p) {
    if (p->link) {
        print_panics(p->link);
        go_print_text("\t");
    }
    go_print_text("panic: ");
    print_panic_value(p->value);
    if (p->recovered)
        go_print_text(" [recovered]");
    go_print_line();
}

GO_NORETURN static void leave_program(void) {
    go_print_text("\ngoroutine ");
    go_print_int(go_goroutine_number());
    go_print_text(" [running]:\n");
    _exit(2);
}

void go_fatal(const char *text) {
    go_print_text("fatal error: ");
    go_print_text(text);
    go_print_line();
    leave_program();
}

/* The method that tells the text of a panic's value panics itself. */
GO_NORETURN static void die_of_printing(any value) {
    go_print_text("fatal error: panic while printing panic value: ");
    if (value.type == &type_string) {
        go_print_string(*(const go_string *)value.data);
    } else {
        go_print_text("type ");
        go_print_text(value.type->text);
    }
    go_print_line();
    if (go_is_nil_dereference(value))
        go_print_text("[signal SIGSEGV: segmentation violation]\n");
    leave_program();
}

GO_NORETURN static void die_of_panic(struct go_panicking *p) {
    bool segment = go_is_nil_dereference(p->value);
    for (const struct go_panicking *i = p; i; i = i->link) {
        if (i->is_printed)
            die_of_printing(p->value);
    }
    for (struct go_panicking *i = p; i; i = i->link) {
        i->is_printed = true;
        i->value = printable(i->value);
    }
    print_panics(p);
    if (segment)
        go_print_text("[signal SIGSEGV: segmentation violation]\n");
    leave_program();
}

/* ---- panic ---- */

static bool is_outward(const go_frame *from, const go_frame *frame) {
    while (from && from != frame)
        from = from->outer;
    return from != NULL;
}

/* Panics whose deferred call is being left are forgotten: those that run one of this frame or of one inside it. */
static void land(go_frame *frame, struct go_panicking *recovered) {
    struct go_panicking *p = recovered->link;
    while (p && is_outward(p->running, frame))
        p = p->link;
    go_panic_state()->panics = p;
    go_current()->frames = frame;
    if (!frame->lands)
        go_fatal("recovered in a function that has no landing");
    if (__asan_handle_no_return)
        __asan_handle_no_return();
    go_jump_to(&frame->landing);
}

void go_panic(any value) {
    if (!value.type)
        go_panic_nil_value();
    go_panic_also_nil(value);
}

void go_panic_also_nil(any value) {
    struct go_panic_state *state = go_panic_state();
    struct go_panicking p = {.link = state->panics, .value = value};
    state->panics = &p;
    struct go_goroutine *goroutine = go_current();
    for (go_frame *frame; (frame = goroutine->frames); goroutine->frames = frame->outer) {
        while (frame->defers) {
            p.running = frame;
            run_for_panic(frame, &p);
            if (p.recovered)
                land(frame, &p);
        }
    }
    die_of_panic(&p);
}

/* print and println: to standard error, unbuffered, in the formats of Go's runtime (spec: Bootstrapping). */
#include "runtime.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

void go_print_bytes(const void *p, size_t n) {
    const char *at = p;
    while (n > 0) {
        ssize_t written = write(STDERR_FILENO, at, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return;
        at += written;
        n -= (size_t)written;
    }
}

void go_print_text(const char *s) {
    go_print_bytes(s, strlen(s));
}

void go_print_bool(bool x) {
    go_print_text(x ? "true" : "false");
}

void go_print_int(go_int x) {
    char text[32];
    go_print_bytes(text, (size_t)snprintf(text, sizeof text, "%lld", (long long)x));
}

void go_print_uint(go_uint64 x) {
    char text[32];
    go_print_bytes(text, (size_t)snprintf(text, sizeof text, "%llu", (unsigned long long)x));
}

/* +1.234567e+000: a sign, seven digits, three of exponent. */
void go_print_float(go_float64 x) {
    if (isnan(x)) {
        go_print_text("NaN");
        return;
    }
    if (isinf(x)) {
        go_print_text(x > 0 ? "+Inf" : "-Inf");
        return;
    }
    char text[40];
    snprintf(text, sizeof text, "%+.6e", x);
    char *e = strchr(text, 'e');
    int exponent = atoi(e + 1);
    snprintf(e, sizeof text - (size_t)(e - text), "e%c%03d", exponent < 0 ? '-' : '+', abs(exponent));
    go_print_text(text);
}

void go_print_complex(go_complex128 x) {
    go_print_text("(");
    go_print_float(__real__ x);
    go_print_float(__imag__ x);
    go_print_text("i)");
}

void go_print_string(go_string s) {
    go_print_bytes(s.ptr, (size_t)s.len);
}

static void print_hex(const void *p) {
    char text[32];
    go_print_bytes(text, (size_t)snprintf(text, sizeof text, "0x%llx", (unsigned long long)(uintptr_t)p));
}

void go_print_pointer(const void *p) {
    print_hex(p);
}

void go_print_slice(go_int len, go_int cap, const void *ptr) {
    char text[64];
    go_print_bytes(text, (size_t)snprintf(text, sizeof text, "[%lld/%lld]", (long long)len, (long long)cap));
    print_hex(ptr);
}

void go_print_interface(const void *first, const void *data) {
    go_print_text("(");
    print_hex(first);
    go_print_text(",");
    print_hex(data);
    go_print_text(")");
}

void go_print_space(void) {
    go_print_text(" ");
}

void go_print_line(void) {
    go_print_text("\n");
}

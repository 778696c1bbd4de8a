/* Run-time panics: the values of runtime.Error that Go's runtime panics with, and their texts. */
#include "runtime.h"

#include <stdarg.h>
#include <stdio.h>

/* ---- values ---- */

/* All of them hold their text; the data word of the interface points to one of these. */
struct runtime_error {
    go_string text;
};

static go_string error_text(void *self) {
    return ((struct runtime_error *)self)->text;
}

static void is_runtime_error(void *self) {
    (void)self;
}

static const struct go_method methods[] = {
    {"Error", "func() string", (go_code)error_text},
    {"RuntimeError", "func()", (go_code)is_runtime_error},
};
static const struct go_field fields[] = {{"text", &type_string, 0, false, false}};

#define ERROR_TYPE(name, hash_, text_)                                                                                     \
    static const go_type name = {.kind = GO_STRUCT, .size = sizeof(struct runtime_error), .hash = hash_, .text = text_,    \
                                 .named = true, .fields = fields, .count = 1, .methods = methods, .method_count = 2}
ERROR_TYPE(type_errorString, 1, "runtime.errorString");   /* "runtime error: " before its text */
ERROR_TYPE(type_boundsError, 2, "runtime.boundsError");
ERROR_TYPE(type_plainError, 3, "runtime.plainError");     /* nothing before its text */
ERROR_TYPE(type_memoryError, 4, "runtime.errorString");
ERROR_TYPE(type_TypeAssertionError, 5, "runtime.TypeAssertionError");
ERROR_TYPE(type_PanicNilError, 7, "runtime.PanicNilError");

#define ERROR_POINTER_TYPE(name, hash_, text_, elem_)                                                                     \
    static const go_type name = {.kind = GO_POINTER, .size = sizeof(void *), .hash = hash_, .text = text_, .direct = true, \
                                 .elem = &elem_, .methods = methods, .method_count = 2}
ERROR_POINTER_TYPE(type_ptr_TypeAssertionError, 6, "*runtime.TypeAssertionError", type_TypeAssertionError);
ERROR_POINTER_TYPE(type_ptr_PanicNilError, 8, "*runtime.PanicNilError", type_PanicNilError);

GO_NORETURN static void panic_with(const go_type *type, go_string text) {
    struct runtime_error *e = NEW(struct runtime_error);
    e->text = text;
    go_panic((any){type, e});
}

GO_NORETURN static void panic_format(const go_type *type, const char *format, va_list args) {
    char text[512];
    int n = snprintf(text, sizeof text, "runtime error: ");
    vsnprintf(text + n, sizeof text - (size_t)n, format, args);
    panic_with(type, go_string_copy(text));
}

void go_panic_runtime(const char *format, ...) {
    va_list args;
    va_start(args, format);
    panic_format(&type_errorString, format, args);
}

__attribute__((format(printf, 1, 2))) GO_NORETURN static void panic_bounds(const char *format, ...) {
    va_list args;
    va_start(args, format);
    panic_format(&type_boundsError, format, args);
}

void go_panic_plain(const char *text) {
    panic_with(&type_plainError, go_string_copy(text));
}

void go_panic_nil_value(void) {
    panic_with(&type_ptr_PanicNilError, STR("panic called with nil argument (use GODEBUG=panicnil=1 to disable)"));
}

void go_panic_text(go_string text) {
    panic_with(&type_plainError, text);
}

void go_panic_wrapped(const char *type, const char *method) {
    const char *dot = strrchr(type, '.');
    char text[512];
    int len = snprintf(text, sizeof text, "value method %s.%s called using nil *%s pointer", type, method, dot ? dot + 1 : type);
    len = len < (int)sizeof text ? len : (int)sizeof text - 1;
    panic_with(&type_plainError, go_concat2(NULL, (go_string){(const go_uint8 *)text, len}, STR("")));
}

void go_panic_assertion(go_string text) {
    panic_with(&type_ptr_TypeAssertionError, text);
}

void go_panic_nil(void) {
    panic_with(&type_memoryError, STR("runtime error: invalid memory address or nil pointer dereference"));
}

bool go_is_nil_dereference(any value) {
    return value.type == &type_memoryError;
}

/* ---- texts ---- */

void go_panic_divide(void) {
    go_panic_runtime("integer divide by zero");
}

void go_panic_shift(void) {
    go_panic_runtime("negative shift amount");
}

void go_panic_index(go_int i, go_int len) {
    if (i < 0)
        panic_bounds("index out of range [%lld]", (long long)i);
    panic_bounds("index out of range [%lld] with length %lld", (long long)i, (long long)len);
}

void go_panic_index_unsigned(go_uint64 i, go_int len) {
    panic_bounds("index out of range [%llu] with length %lld", (unsigned long long)i, (long long)len);
}

static const char *limit(bool of_capacity) {
    return of_capacity ? "capacity" : "length";
}

void go_panic_slice(go_int low, go_int high, go_int cap, bool of_capacity) {
    if (high < 0)
        panic_bounds("slice bounds out of range [:%lld]", (long long)high);
    if (high > cap)
        panic_bounds("slice bounds out of range [:%lld] with %s %lld", (long long)high, limit(of_capacity), (long long)cap);
    if (low < 0)
        panic_bounds("slice bounds out of range [%lld:]", (long long)low);
    panic_bounds("slice bounds out of range [%lld:%lld]", (long long)low, (long long)high);
}

void go_panic_slice3(go_int low, go_int high, go_int max, go_int cap, bool of_capacity) {
    if (max < 0)
        panic_bounds("slice bounds out of range [::%lld]", (long long)max);
    if (max > cap)
        panic_bounds("slice bounds out of range [::%lld] with %s %lld", (long long)max, limit(of_capacity), (long long)cap);
    if (high < 0)
        panic_bounds("slice bounds out of range [:%lld:]", (long long)high);
    if (high > max)
        panic_bounds("slice bounds out of range [:%lld:%lld]", (long long)high, (long long)max);
    if (low < 0)
        panic_bounds("slice bounds out of range [%lld::]", (long long)low);
    panic_bounds("slice bounds out of range [%lld:%lld:]", (long long)low, (long long)high);
}

void go_panic_slice_to_array(go_int len, go_int wanted) {
    panic_bounds("cannot convert slice with length %lld to pointer to array with length %lld", (long long)len, (long long)wanted);
}

void go_unreachable(void) {
    go_fatal("unreachable code was reached");
}

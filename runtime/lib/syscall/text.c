/* Texts of error numbers: the C library's, in Go's lower case. */
#define _GNU_SOURCE /* strerrordesc_np */
#include "runtime/runtime.h"

#include <ctype.h>

go_string syscall_text(go_int number);

go_string syscall_text(go_int number) {
    const char *description = strerrordesc_np((int)number);
    if (!description)
        return go_format("errno %lld", (long long)number);
    go_string text = go_string_copy(description);
    if (text.len > 1 && !isupper(text.ptr[1]))
        ((go_uint8 *)text.ptr)[0] = (go_uint8)tolower(text.ptr[0]);
    return text;
}

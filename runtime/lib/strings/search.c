/* What package strings leaves to C: searching by the C library's routines, and seeing bytes as a string. */
#define _GNU_SOURCE /* memmem */
#include "runtime/runtime.h"

go_int strings_index(go_string s, go_string part, go_int from);
go_int strings_lastIndex(go_string s, go_string part);
go_string strings_asString(slice_uint8 b);

go_int strings_index(go_string s, go_string part, go_int from) {
    if (part.len == 0)
        return from;
    if (from >= s.len)
        return -1;
    const go_uint8 *found = memmem(s.ptr + from, (size_t)(s.len - from), part.ptr, (size_t)part.len);
    return found ? found - s.ptr : -1;
}

go_int strings_lastIndex(go_string s, go_string part) {
    for (go_int i = s.len - part.len; i >= 0; i--)
        if (part.len == 0 || memcmp(s.ptr + i, part.ptr, (size_t)part.len) == 0)
            return i;
    return -1;
}

go_string strings_asString(slice_uint8 b) {
    return (go_string){b.ptr, b.len};
}

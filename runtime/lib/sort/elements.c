/* Elements of slices of any type, for sort.Slice. */
#include "runtime/runtime.h"

go_int sort_length(any x);
void sort_swap(any x, go_int i, go_int j);

go_int sort_length(any x) {
    if (!x.type || x.type->kind != GO_SLICE)
        go_panic_plain("reflect: call of Swapper on a value that is no slice");
    return ((const slice_any *)x.data)->len; /* all slices are laid out alike */
}

void sort_swap(any x, go_int i, go_int j) {
    const slice_any *s = x.data;
    size_t bytes = (size_t)x.type->elem->size;
    char *a = (char *)s->ptr + (size_t)i * bytes, *b = (char *)s->ptr + (size_t)j * bytes;
    char piece[64];
    for (size_t n; bytes > 0; bytes -= n, a += n, b += n) {
        n = bytes < sizeof piece ? bytes : sizeof piece;
        memcpy(piece, a, n);
        memcpy(a, b, n);
        memcpy(b, piece, n);
    }
}

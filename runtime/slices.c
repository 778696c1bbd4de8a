/* Slices: memory, growth, moving. */
#include "runtime.h"

/* Sizes that the Go allocator hands out up to 32 KiB; larger ones are whole pages of 8 KiB. */
static const unsigned short size_classes[] = {
    8,    16,   24,   32,   48,   64,   80,   96,   112,  128,  144,  160,   176,   192,   208,   224,   240,   256,   288,   320,   352,   384,   416,
    448,  480,  512,  576,  640,  704,  768,  896,  1024, 1152, 1280, 1408,  1536,  1792,  2048,  2304,  2688,  3072,  3200,  3456,  4096,  4864,  5376,
    6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768,
};
enum { CLASSES = sizeof size_classes / sizeof *size_classes, PAGE = 8192 };

size_t go_size_class(size_t bytes) {
    if (bytes > size_classes[CLASSES - 1])
        return (bytes + PAGE - 1) / PAGE * PAGE;
    int low = 0, high = CLASSES - 1;
    while (low < high) {
        int middle = (low + high) / 2;
        if (size_classes[middle] < bytes)
            low = middle + 1;
        else
            high = middle;
    }
    return size_classes[low];
}

go_int go_make_len(go_int len, go_int cap) {
    if (len < 0)
        go_panic_runtime("makeslice: len out of range");
    if (len > cap)
        go_panic_runtime("makeslice: cap out of range");
    return len;
}

void *go_make_slice(go_int len, go_int cap, size_t element_bytes, bool scan) {
    go_uint64 most = element_bytes ? GO_MOST_BYTES / element_bytes : (go_uint64)INT64_MAX;
    if (len < 0 || (go_uint64)len > most)
        go_panic_runtime("makeslice: len out of range");
    if (cap < len || (go_uint64)cap > most)
        go_panic_runtime("makeslice: cap out of range");
    return go_heap_memory((size_t)cap * element_bytes, scan);
}

/* Twice the capacity while it is small, then a quarter more each time, smoothly from one to the other (Go 1.18 and later). */
static go_int grown_capacity(go_int old_cap, go_int len) {
    enum { THRESHOLD = 256 };
    if (len > 2 * old_cap)
        return len;
    if (old_cap < THRESHOLD)
        return 2 * old_cap;
    go_int cap = old_cap;
    while (cap < len)
        cap += (cap + 3 * THRESHOLD) / 4;
    return cap;
}

struct go_grown go_grow(const void *old, go_int old_len, go_int old_cap, go_int len, size_t element_bytes, bool scan) {
    if (len < 0 || (element_bytes > 0 && (go_uint64)len > GO_MOST_BYTES / element_bytes))
        go_panic_runtime("growslice: cap out of range");
    if (element_bytes == 0)
        return (struct go_grown){go_heap_memory(0, false), len};
    size_t bytes = go_size_class((size_t)grown_capacity(old_cap, len) * element_bytes);
    void *ptr = go_heap_memory(bytes, scan);
    if (old_len > 0)
        memcpy(ptr, old, (size_t)old_len * element_bytes);
    return (struct go_grown){ptr, (go_int)(bytes / element_bytes)};
}

go_int go_unsafe_slice_len(const void *p, go_int len, size_t element_bytes) {
    size_t room = -(size_t)p; /* bytes from p to the end of the address space */
    if (len < 0 || (element_bytes > 0 && p && (size_t)len > room / element_bytes) ||
        (element_bytes > 0 && (go_uint64)len > GO_MOST_BYTES / element_bytes))
        go_panic_runtime("unsafe.Slice: len out of range");
    if (!p && len > 0)
        go_panic_runtime("unsafe.Slice: ptr is nil and len is not zero");
    return len;
}

void go_move(void *to, const void *from, size_t bytes) {
    if (bytes > 0)
        memmove(to, from, bytes);
}

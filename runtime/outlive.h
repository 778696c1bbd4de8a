/* What lowered Go programs are written against: the types, and the operations that are calls.
 *
 * docs/lowered-form.md is the contract this header keeps. It is parsed in every run of the checker, so it is small, and it
 * includes nothing that declares names a Go program may use. Needs -fwrapv (Go's integers wrap) and -fno-strict-aliasing
 * (unsafe.Pointer; the memory of maps and interfaces has no declared type).
 *
 * Every operation that takes a pointer says by FLOWS what becomes of it; the checker believes that and looks no further. */
#ifndef OUTLIVE_H
#define OUTLIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- marks for the checker ---- */

#ifdef __clang__
#define GO_ANNOTATE(text) __attribute__((annotate(text)))
#else
#define GO_ANNOTATE(text) /* gcc only compiles this */
#endif
#define SITE(id) GO_ANNOTATE("outlive.site=" id)
#define HEAP(id, reason) GO_ANNOTATE("outlive.heap=" id "|" reason)
#define FLOWS(list) GO_ANNOTATE("outlive.flows=" list)
#define GO_FLOWS(list) GO_ANNOTATE("outlive.go-flows=" list)
#define RESULTS(names) GO_ANNOTATE("outlive.results=" names)
#define GO_NAME(name) GO_ANNOTATE("outlive.go=" name) /* of a function, where C has another */
#define COLLECTED GO_ANNOTATE("outlive.returns=heap") /* memory of the collector: nothing in it may point into a stack */
#define OUTERMOST GO_ANNOTATE("outlive.outermost") /* of a variable: to the Go compiler it is declared outside of all loops */
#define ALLOCATES GO_ANNOTATE("outlive.allocates=zeroed") /* and does nothing else: with an object that nobody sees the call may go */

#define UNUSED __attribute__((unused))
#define GO_INLINE static inline __attribute__((unused))
#define GO_NORETURN __attribute__((noreturn, cold))

/* ---- basic types ---- */

typedef int64_t go_int, go_int64;
typedef int8_t go_int8;
typedef int16_t go_int16;
typedef int32_t go_int32;
typedef uint64_t go_uint, go_uint64, go_uintptr;
typedef uint8_t go_uint8;
typedef uint16_t go_uint16;
typedef uint32_t go_uint32;
typedef float go_float32;
typedef double go_float64;
typedef float _Complex go_complex64;
typedef double _Complex go_complex128;

/* Any function, where only its identity matters. */
typedef void (*go_code)(void);

typedef struct go_string {
    const go_uint8 *ptr;
    go_int len;
} go_string;
#define STR(text) ((go_string){(const go_uint8 *)("" text), sizeof("" text) - 1})

/* The same as an initialiser of a static object. */
#define STR_INIT(text) {(const go_uint8 *)("" text), sizeof("" text) - 1}

/* func(): two words like every function value. */
typedef struct func_void {
    void (*fn)(void *env);
    void *env;
} func_void;

/* The record of a func literal without captures: no bytes, but a place for its verdict. */
struct go_no_captures {
    char none[0];
};

/* ---- type descriptors and interfaces ---- */

enum go_kind {
    GO_INVALID,
    GO_BOOL,
    GO_INT, GO_INT8, GO_INT16, GO_INT32, GO_INT64,
    GO_UINT, GO_UINT8, GO_UINT16, GO_UINT32, GO_UINT64, GO_UINTPTR,
    GO_FLOAT32, GO_FLOAT64, GO_COMPLEX64, GO_COMPLEX128,
    GO_STRING, GO_UNSAFE_POINTER,
    GO_POINTER, GO_SLICE, GO_ARRAY, GO_MAP, GO_CHAN, GO_STRUCT, GO_FUNC, GO_INTERFACE,
};

typedef struct go_type go_type;

struct go_field {
    const char *name;
    const go_type *type;
    go_int offset;
    bool embedded, exported;
};

/* Methods are sorted by name; an unexported one's name has its package before it ("main.area"), so that it matches only there.
 * `code` takes the data word of an interface as its first argument; NULL in the descriptor of an interface type. */
struct go_method {
    const char *name;
    const char *signature; /* identity of the func type */
    go_code code;
};

/* One per type and unit: two descriptors are of the same type if they are one or have the same identity. */
struct go_type {
    go_uint8 kind;         /* enum go_kind */
    bool direct;           /* in an interface, the data word is the value itself (Go's type is one pointer) */
    bool noscan;           /* no pointers in it */
    bool named;
    go_uint32 hash;        /* of the identity */
    go_int size;
    const char *text;      /* as %T prints it: "main.T" */
    const char *identity;  /* unique text; NULL: `text` is */
    const go_type *elem, *key;
    go_int count;          /* ARRAY: elements; STRUCT: fields */
    const struct go_field *fields;
    const struct go_method *methods;
    go_int method_count;
};

/* interface{}: nil is {NULL, NULL}. The data word is the value where Go's type is one pointer, else the address of a box. */
typedef struct any {
    const go_type *type;
    void *data;
} any;

struct error_methods {
    const go_type *type;
    go_string (*Error)(void *self);
};
typedef struct error {
    const struct error_methods *methods;
    void *data;
} error;

extern const go_type type_bool, type_int, type_int8, type_int16, type_int32, type_int64, type_uint, type_uint8, type_uint16,
    type_uint32, type_uint64, type_uintptr, type_float32, type_float64, type_complex64, type_complex128, type_string,
    type_unsafe_Pointer, type_any, type_error, type_slice_any, type_slice_uint8, type_slice_int32, type_slice_string;

/* The dynamic type of an interface with methods: every method table starts with it. NULL for nil. */
GO_INLINE const go_type *go_type_of(const void *methods FLOWS("")) {
    return methods ? *(const go_type *const *)methods : NULL;
}

bool go_same_type_slow(const go_type *a FLOWS(""), const go_type *b FLOWS(""));
/* Is the dynamic type (NULL: nil interface) this one? */
GO_INLINE bool go_is(const go_type *type FLOWS(""), const go_type *wanted FLOWS("")) {
    return type == wanted || (type && type->hash == wanted->hash && go_same_type_slow(type, wanted));
}

/* x.(T): the data word of an interface whose dynamic type is `type`; panics as Go does where that is not `wanted`. `from` is the
 * static type of x. The value is *(T *)go_assert(…), or (T)go_assert(…) where T is one pointer. */
GO_NORETURN void go_panic_assert(const go_type *type FLOWS(""), const go_type *wanted FLOWS(""), const go_type *from FLOWS(""));
GO_INLINE void *go_assert(const go_type *type FLOWS(""), void *data FLOWS("result"), const go_type *wanted FLOWS(""),
                          const go_type *from FLOWS("")) {
    if (!go_is(type, wanted))
        go_panic_assert(type, wanted, from);
    return data;
}

/* The method table of a dynamic type for an interface type: NULL if it does not implement it (or is NULL: nil). Write
 * `(I){go_implements(type, &type_I), data}`. go_assert_interface panics instead of giving NULL. */
const void *go_implements(const go_type *type FLOWS(""), const go_type *interface FLOWS(""));
const void *go_assert_interface(const go_type *type FLOWS(""), const go_type *interface FLOWS(""));

/* x == y on interfaces (without and with methods): panics where the dynamic type cannot be compared. */
bool go_any_equal(any a FLOWS(""), any b FLOWS(""));
bool go_interface_equal(const void *a_methods FLOWS(""), const void *a_data FLOWS(""), const void *b_methods FLOWS(""),
                        const void *b_data FLOWS(""));

/* ---- memory ---- */

/* Zeroed memory of the collector; the second kind is not searched for pointers. Not COLLECTED: it is memory that the checker follows,
 * since it takes the place of objects that it followed as locals. */
void *go_new(size_t bytes) ALLOCATES __attribute__((malloc, returns_nonnull, alloc_size(1)));
void *go_new_noscan(size_t bytes) ALLOCATES __attribute__((malloc, returns_nonnull, alloc_size(1)));
#define NEW(T) ((T *)go_new(sizeof(T)))
#define NEW_NOSCAN(T) ((T *)go_new_noscan(sizeof(T)))

/* ---- run-time panics: each raises a runtime.Error with Go's text ---- */

GO_NORETURN void go_panic(any value FLOWS("heap"));
GO_NORETURN void go_panic_also_nil(any value FLOWS("heap")); /* before Go 1.21, where nil is a value to panic with like any other */
GO_NORETURN void go_panic_nil(void);
GO_NORETURN void go_panic_index(go_int i, go_int len);
GO_NORETURN void go_panic_index_unsigned(go_uint64 i, go_int len);
GO_NORETURN void go_panic_divide(void);
GO_NORETURN void go_panic_shift(void);
GO_NORETURN void go_panic_slice(go_int low, go_int high, go_int cap, bool of_capacity);
GO_NORETURN void go_panic_slice3(go_int low, go_int high, go_int max, go_int cap, bool of_capacity);
GO_NORETURN void go_panic_slice_to_array(go_int len, go_int wanted);
GO_NORETURN void go_panic_text(go_string text FLOWS("heap")); /* a runtime.Error of this text */
GO_NORETURN void go_unreachable(void);                        /* the end of a function that Go proves is never reached */

GO_INLINE void *go_nonnil(const void *p FLOWS("result")) {
    if (__builtin_expect(!p, 0))
        go_panic_nil();
    return (void *)p;
}
/* A pointer, which must not be nil. (One argument, in which a compound literal may have its commas.) */
#define NONNIL(...) ((__typeof__(__VA_ARGS__))go_nonnil(__VA_ARGS__))

/* p, the pointer in an interface whose method `method` takes a value: that of a nil pointer panics with a text of its own. */
GO_NORETURN void go_panic_wrapped(const char *type FLOWS(""), const char *method FLOWS(""));
GO_INLINE void *go_receiver(void *p FLOWS("result"), const char *type FLOWS(""), const char *method FLOWS("")) {
    if (__builtin_expect(!p, 0))
        go_panic_wrapped(type, method);
    return p;
}
#define GO_RECEIVER(p, type, method) ((__typeof__(p))go_receiver(p, type, method))

/* i, which must be in 0 … len-1. */
GO_INLINE go_int go_index(go_int i, go_int len) {
    if (__builtin_expect((go_uint64)i >= (go_uint64)len, 0))
        go_panic_index(i, len);
    return i;
}
/* The same for an index of type uint64, uint or uintptr. */
GO_INLINE go_int go_index_unsigned(go_uint64 i, go_int len) {
    if (__builtin_expect(i >= (go_uint64)len, 0))
        go_panic_index_unsigned(i, len);
    return (go_int)i;
}

/* The array in a slice of at least `wanted` elements (conversion to an array or to a pointer to one). */
GO_INLINE void *go_slice_to_array(void *ptr FLOWS("result"), go_int len, go_int wanted) {
    if (__builtin_expect(len < wanted, 0))
        go_panic_slice_to_array(len, wanted);
    return ptr;
}

/* len, which is a possible length of a slice of such elements at p (unsafe.Slice). */
go_int go_unsafe_slice_len(const void *p FLOWS(""), go_int len, size_t element_bytes);

/* ---- integers: division and shifts (spec: Integer operators; -fwrapv does the rest) ---- */

#define GO_DEFINE_SIGNED(T, bits)                                                          \
    GO_INLINE go_##T go_div_##T(go_##T a, go_##T b) {                                      \
        if (__builtin_expect(b == 0, 0))                                                   \
            go_panic_divide();                                                             \
        return b == -1 ? (go_##T)(0 - (go_u##T)a) : (go_##T)(a / b);                       \
    }                                                                                      \
    GO_INLINE go_##T go_rem_##T(go_##T a, go_##T b) {                                      \
        if (__builtin_expect(b == 0, 0))                                                   \
            go_panic_divide();                                                             \
        return b == -1 ? 0 : (go_##T)(a % b);                                              \
    }                                                                                      \
    GO_INLINE go_##T go_shl_##T(go_##T a, go_uint64 n) {                                   \
        return n < bits ? (go_##T)((go_uint64)a << n) : 0;                                 \
    }                                                                                      \
    GO_INLINE go_##T go_shr_##T(go_##T a, go_uint64 n) {                                   \
        return (go_##T)(a >> (n < bits ? n : bits - 1));                                   \
    }
#define GO_DEFINE_UNSIGNED(T, bits)                                                        \
    GO_INLINE go_##T go_div_##T(go_##T a, go_##T b) {                                      \
        if (__builtin_expect(b == 0, 0))                                                   \
            go_panic_divide();                                                             \
        return (go_##T)(a / b);                                                            \
    }                                                                                      \
    GO_INLINE go_##T go_rem_##T(go_##T a, go_##T b) {                                      \
        if (__builtin_expect(b == 0, 0))                                                   \
            go_panic_divide();                                                             \
        return (go_##T)(a % b);                                                            \
    }                                                                                      \
    GO_INLINE go_##T go_shl_##T(go_##T a, go_uint64 n) {                                   \
        return n < bits ? (go_##T)((go_uint64)a << n) : 0;                                 \
    }                                                                                      \
    GO_INLINE go_##T go_shr_##T(go_##T a, go_uint64 n) {                                   \
        return n < bits ? (go_##T)(a >> n) : 0;                                            \
    }
GO_DEFINE_SIGNED(int, 64)
GO_DEFINE_SIGNED(int8, 8)
GO_DEFINE_SIGNED(int16, 16)
GO_DEFINE_SIGNED(int32, 32)
GO_DEFINE_SIGNED(int64, 64)
GO_DEFINE_UNSIGNED(uint, 64)
GO_DEFINE_UNSIGNED(uint8, 8)
GO_DEFINE_UNSIGNED(uint16, 16)
GO_DEFINE_UNSIGNED(uint32, 32)
GO_DEFINE_UNSIGNED(uint64, 64)
GO_DEFINE_UNSIGNED(uintptr, 64)

/* A shift count of a signed type, which must not be negative: go_shl_int(x, go_shift_count(n)). */
GO_INLINE go_uint64 go_shift_count(go_int n) {
    if (__builtin_expect(n < 0, 0))
        go_panic_shift();
    return (go_uint64)n;
}

/* T(x) of a float x. Out of range the result is what Go's amd64 instructions give. */
#define GO_FLOAT_CONVERSIONS(X) X(int) X(int8) X(int16) X(int32) X(int64) X(uint) X(uint8) X(uint16) X(uint32) X(uint64) X(uintptr)
#define X(T) go_##T go_##T##_from_float(go_float64 x);
GO_FLOAT_CONVERSIONS(X)
#undef X

#define GO_COMPLEX64(real, imaginary) __builtin_complex((float)(real), (float)(imaginary))
#define GO_COMPLEX128(real, imaginary) __builtin_complex((double)(real), (double)(imaginary))

/* min and max of floats: NaN if one is NaN, and -0 is less than 0. */
go_float64 go_float_min(go_float64 a, go_float64 b);
go_float64 go_float_max(go_float64 a, go_float64 b);

/* Complex division with Go's rules for zero, infinite and NaN operands. */
go_complex128 go_div_complex128(go_complex128 a, go_complex128 b);
go_complex64 go_div_complex64(go_complex64 a, go_complex64 b);

/* ---- slices ---- */

/* Memory for `n` elements, Go's panics for lengths out of range. */
/* The length of a slice that is made over an array of its capacity, which it must not exceed. */
go_int go_make_len(go_int len, go_int cap);
void *go_make_slice(go_int len, go_int cap, size_t element_bytes, bool scan) COLLECTED __attribute__((malloc, returns_nonnull));

/* The array that has room for `len` elements, with the `old_len` old ones in it; and its capacity. */
struct go_grown {
    void *ptr;
    go_int cap;
};
struct go_grown go_grow(const void *old FLOWS(""), go_int old_len, go_int old_cap, go_int len, size_t element_bytes, bool scan);

/* memmove, but nothing is moved from or to nil. */
void go_move(void *to FLOWS(""), const void *from FLOWS(""), size_t bytes);

/* The flows of append and copy: elements with pointers go to memory that may be on the heap. */
#define GO_APPENDEE_SCAN FLOWS("result,heap:1")
#define GO_APPENDEE_NOSCAN FLOWS("result")
#define GO_ELEMENT_SCAN FLOWS("heap")
#define GO_ELEMENT_NOSCAN FLOWS("")
#define GO_ELEMENTS_SCAN FLOWS("heap:1")
#define GO_ELEMENTS_NOSCAN FLOWS("")
#define GO_GROWS HEAP("append", "growth beyond the capacity")
#define GO_IS_SCAN true
#define GO_IS_NOSCAN false

/* Operations of  typedef struct S { T *ptr; go_int len, cap; } S;  K is SCAN, or NOSCAN where T has no pointers in it.
 *
 * S_make(len, cap)        make([]T, len, cap)
 * S_append(s, x)          append(s, x)
 * S_append_slice(s, t)    append(s, t...); append(s, x, y) is S_append_slice(s, (S){(T[]){x, y}, 2, 2})
 * S_copy(to, from)        copy(to, from)
 * S_slice(s, lo, hi)      s[lo:hi]; S_slice_from(s, lo) is s[lo:]
 * S_slice3(s, lo, hi, max)  s[lo:hi:max]
 * S_of_array(p, n, lo, hi)  a[lo:hi] of an array of n elements at p; S_of_array3 is a[lo:hi:max] */
#define DEFINE_SLICE(S, T, K)                                                                                       \
    GO_INLINE S S##_make(go_int len, go_int cap) {                                                                  \
        return (S){(T *)go_make_slice(len, cap, sizeof(T), GO_IS_##K), len, cap};                                   \
    }                                                                                                               \
    GO_INLINE GO_GROWS S S##_append(S s GO_APPENDEE_##K, T x GO_ELEMENT_##K) {                                      \
        if (__builtin_expect(s.len == s.cap, 0)) {                                                                  \
            struct go_grown grown = go_grow(s.ptr, s.len, s.cap, s.len + 1, sizeof(T), GO_IS_##K);                  \
            s.ptr = (T *)grown.ptr;                                                                                 \
            s.cap = grown.cap;                                                                                      \
        }                                                                                                           \
        s.ptr[s.len++] = x;                                                                                         \
        return s;                                                                                                   \
    }                                                                                                               \
    GO_INLINE GO_GROWS S S##_append_slice(S s GO_APPENDEE_##K, S t GO_ELEMENTS_##K) {                               \
        if (t.len > s.cap - s.len) {                                                                                \
            struct go_grown grown = go_grow(s.ptr, s.len, s.cap, s.len + t.len, sizeof(T), GO_IS_##K);              \
            s.ptr = (T *)grown.ptr;                                                                                 \
            s.cap = grown.cap;                                                                                      \
        }                                                                                                           \
        if (t.len > 0)                                                                                              \
            go_move(s.ptr + s.len, t.ptr, (size_t)t.len * sizeof(T));                                               \
        s.len += t.len;                                                                                             \
        return s;                                                                                                   \
    }                                                                                                               \
    GO_INLINE go_int S##_copy(S to FLOWS(""), S from GO_ELEMENTS_##K) {                                             \
        go_int n = to.len < from.len ? to.len : from.len;                                                           \
        if (n > 0)                                                                                                  \
            go_move(to.ptr, from.ptr, (size_t)n * sizeof(T));                                                       \
        return n;                                                                                                   \
    }                                                                                                               \
    GO_INLINE S S##_slice3(S s FLOWS("result"), go_int lo, go_int hi, go_int max) {                                 \
        if (__builtin_expect((go_uint64)max > (go_uint64)s.cap || (go_uint64)hi > (go_uint64)max ||                 \
                                 (go_uint64)lo > (go_uint64)hi, 0))                                                 \
            go_panic_slice3(lo, hi, max, s.cap, true);                                                              \
        return (S){max > lo ? s.ptr + lo : s.ptr, hi - lo, max - lo};                                               \
    }                                                                                                               \
    GO_INLINE S S##_slice(S s FLOWS("result"), go_int lo, go_int hi) {                                              \
        if (__builtin_expect((go_uint64)hi > (go_uint64)s.cap || (go_uint64)lo > (go_uint64)hi, 0))                 \
            go_panic_slice(lo, hi, s.cap, true);                                                                    \
        return (S){s.cap > lo ? s.ptr + lo : s.ptr, hi - lo, s.cap - lo};                                           \
    }                                                                                                               \
    GO_INLINE S S##_slice_from(S s FLOWS("result"), go_int lo) {                                                    \
        return S##_slice(s, lo, s.len);                                                                             \
    }                                                                                                               \
    GO_INLINE S S##_of_array3(T *p FLOWS("result"), go_int n, go_int lo, go_int hi, go_int max) {                   \
        if (__builtin_expect((go_uint64)max > (go_uint64)n || (go_uint64)hi > (go_uint64)max ||                     \
                                 (go_uint64)lo > (go_uint64)hi, 0))                                                 \
            go_panic_slice3(lo, hi, max, n, false);                                                                 \
        return (S){max > lo ? p + lo : p, hi - lo, max - lo};                                                       \
    }                                                                                                               \
    GO_INLINE S S##_of_array(T *p FLOWS("result"), go_int n, go_int lo, go_int hi) {                                \
        if (__builtin_expect((go_uint64)hi > (go_uint64)n || (go_uint64)lo > (go_uint64)hi, 0))                     \
            go_panic_slice(lo, hi, n, false);                                                                       \
        return (S){n > lo ? p + lo : p, hi - lo, n - lo};                                                           \
    }

typedef struct slice_any { any *ptr; go_int len, cap; } slice_any;
typedef struct slice_uint8 { go_uint8 *ptr; go_int len, cap; } slice_uint8;
typedef struct slice_int32 { go_int32 *ptr; go_int len, cap; } slice_int32;
typedef struct slice_string { go_string *ptr; go_int len, cap; } slice_string;
DEFINE_SLICE(slice_any, any, SCAN)
DEFINE_SLICE(slice_uint8, go_uint8, NOSCAN)
DEFINE_SLICE(slice_int32, go_int32, NOSCAN)
DEFINE_SLICE(slice_string, go_string, SCAN)

/* ---- strings ---- */

int go_compare_bytes(const void *a FLOWS(""), const void *b FLOWS(""), size_t n); /* memcmp */

GO_INLINE bool go_string_equal(go_string a FLOWS(""), go_string b FLOWS("")) {
    return a.len == b.len && (a.ptr == b.ptr || a.len == 0 || go_compare_bytes(a.ptr, b.ptr, (size_t)a.len) == 0);
}
/* Below 0, 0, above 0. */
go_int go_string_compare(go_string a FLOWS(""), go_string b FLOWS(""));
go_string go_string_slice(go_string s FLOWS("result"), go_int lo, go_int hi);

/* New strings and slices are made in `room` where they fit (32 bytes; go_runes_of_string: 32 runes), else, and where it is
 * NULL, on the heap. */
go_string go_concat2(go_uint8 *room FLOWS("result"), go_string a FLOWS(""), go_string b FLOWS(""));
go_string go_concat_to(go_string a FLOWS(""), go_string b FLOWS("") GO_FLOWS("result")); /* a += b: gc lets b flow to a */
go_string go_concat3(go_uint8 *room FLOWS("result"), go_string a FLOWS(""), go_string b FLOWS(""), go_string c FLOWS(""));
go_string go_concat(go_uint8 *room FLOWS("result"), go_int n, const go_string *parts FLOWS("")); /* n of them */
go_string go_string_of_bytes(go_uint8 *room FLOWS("result"), slice_uint8 bytes FLOWS(""));
go_string go_string_of_runes(go_uint8 *room FLOWS("result"), slice_int32 runes FLOWS(""));
go_string go_string_of_rune(go_uint8 *room FLOWS("result"), go_int rune); /* 4 bytes are enough; U+FFFD for what is no rune */
slice_uint8 go_bytes_of_string(go_uint8 *room FLOWS("result"), go_string s FLOWS(""));
slice_int32 go_runes_of_string(go_int32 *room FLOWS("result"), go_string s FLOWS(""));

/* for i, r := range s: the rune at i, and how many bytes it has there (invalid UTF-8: U+FFFD, 1). i must be in range. */
struct go_decoded {
    go_int32 rune;
    go_int width;
};
struct go_decoded go_decode_rune_slow(go_string s FLOWS(""), go_int i);
GO_INLINE struct go_decoded go_decode_rune(go_string s FLOWS(""), go_int i) {
    return s.ptr[i] < 0x80 ? (struct go_decoded){s.ptr[i], 1} : go_decode_rune_slow(s, i);
}

/* ---- maps ---- */

/* Entries in order of insertion, and an index of them by hash. A map_K_V is a pointer to one; nil reads as empty. */
struct go_map {
    go_int len;             /* entries that are there */
    const go_type *type;    /* of the map */
    struct go_map_table *table;
};
struct go_map_iterator {
    void *key, *value;
    struct go_map *map;
    struct go_map_table *table;
    go_int at, end;
};
struct go_map *go_map_make(const go_type *type FLOWS(""), go_int hint) __attribute__((returns_nonnull));
void go_map_init(struct go_map *m FLOWS(""), const go_type *type FLOWS(""), go_int hint);
void *go_map_find(const struct go_map *m FLOWS(""), const void *key FLOWS(""), const go_type *type FLOWS("")); /* value or NULL */
void *go_map_at(struct go_map *m FLOWS(""), const void *key FLOWS("heap:1")); /* value, made zero where there was none */
void go_map_delete(struct go_map *m FLOWS(""), const void *key FLOWS(""), const go_type *type FLOWS(""));
void go_map_clear(struct go_map *m FLOWS(""));
bool go_map_next(struct go_map_iterator *i FLOWS(""));
GO_INLINE go_int go_map_len(const struct go_map *m FLOWS("")) {
    return m ? m->len : 0;
}

/* Operations of  typedef struct go_map *M;  for a map from K to V with descriptor `type`.
 *
 * M_make(hint)       make(map[K]V, hint);  M_init(&object, hint) the same in an object, and gives its address
 * M_get(m, k)        m[k];  M_find(m, k) is v, ok := m[k] in {r0, r1}
 * M_put(m, k, v)     m[k] = v;  *M_at(m, k) is m[k] as an operand of += and the like (it makes the entry)
 * M_delete(m, k)     delete(m, k)
 * for (struct M_iterator i = M_range(m); M_next(&i);)  with *i.key and *i.value */
#define DEFINE_MAP(M, K, V, descriptor)                                                                              \
    struct M##_found {                                                                                               \
        V r0;                                                                                                        \
        bool r1;                                                                                                     \
    };                                                                                                               \
    struct M##_iterator {                                                                                            \
        K *key;                                                                                                      \
        V *value;                                                                                                    \
        struct go_map_iterator state;                                                                                \
    };                                                                                                               \
    GO_INLINE M M##_make(go_int hint) {                                                                              \
        return go_map_make(&descriptor, hint);                                                                       \
    }                                                                                                                \
    GO_INLINE M M##_init(struct go_map *object FLOWS("result"), go_int hint) {                                       \
        go_map_init(object, &descriptor, hint);                                                                      \
        return object;                                                                                               \
    }                                                                                                                \
    GO_INLINE V M##_get(M m FLOWS(""), K key FLOWS("")) {                                                            \
        V *found = (V *)go_map_find(m, &key, &descriptor);                                                           \
        V value;                                                                                                     \
        if (found)                                                                                                   \
            value = *found;                                                                                          \
        else                                                                                                         \
            __builtin_memset(&value, 0, sizeof(V));                                                                  \
        return value;                                                                                                \
    }                                                                                                                \
    GO_INLINE struct M##_found M##_find(M m FLOWS(""), K key FLOWS("")) {                                            \
        V *found = (V *)go_map_find(m, &key, &descriptor);                                                           \
        struct M##_found result;                                                                                     \
        if (found)                                                                                                   \
            result.r0 = *found;                                                                                      \
        else                                                                                                         \
            __builtin_memset(&result.r0, 0, sizeof(V));                                                              \
        result.r1 = found != NULL;                                                                                   \
        return result;                                                                                               \
    }                                                                                                                \
    GO_INLINE V *M##_at(M m FLOWS(""), K key FLOWS("heap")) {                                                        \
        return (V *)go_map_at(m, &key);                                                                              \
    }                                                                                                                \
    GO_INLINE void M##_put(M m FLOWS(""), K key FLOWS("heap"), V value FLOWS("heap")) {                              \
        *(V *)go_map_at(m, &key) = value;                                                                            \
    }                                                                                                                \
    GO_INLINE void M##_delete(M m FLOWS(""), K key FLOWS("")) {                                                      \
        go_map_delete(m, &key, &descriptor);                                                                         \
    }                                                                                                                \
    GO_INLINE struct M##_iterator M##_range(M m FLOWS("result.value")) {                                             \
        return (struct M##_iterator){NULL, NULL, {NULL, NULL, m, NULL, 0, 0}};                                          \
    }                                                                                                                \
    GO_INLINE bool M##_next(struct M##_iterator *i FLOWS("")) {                                                      \
        bool more = go_map_next(&i->state);                                                                          \
        i->key = (K *)i->state.key;                                                                                  \
        i->value = (V *)i->state.value;                                                                              \
        return more;                                                                                                 \
    }

/* ---- defer, panic, recover ---- */

typedef struct go_defer go_defer;
struct go_defer {
    func_void call;
    go_defer *next;
};

/* Like setjmp, its flows being known and no header needed: 0 at first, not 0 when a panic was recovered. */
struct go_landing {
    go_uint64 room[21]; /* registers */
};
int go_land(struct go_landing *landing FLOWS("")) __attribute__((returns_twice));

/* A function that defers. */
typedef struct go_frame go_frame;
struct go_frame {
    go_defer *defers;   /* newest first */
    go_frame *outer;
    struct go_goroutine *goroutine;
    bool lands;
    struct go_landing landing;
};

/* What functions have to know of the goroutine that runs them. */
struct go_goroutine {
    go_frame *frames;   /* innermost first */
};
extern __thread struct go_goroutine *go_self __attribute__((tls_model("initial-exec")));
struct go_goroutine *go_current_of_thread(void);

/* The goroutine that runs this. It may go on in another thread after any call, and a compiler thinks it knows where the variables
 * of the thread are once it has looked; so it is asked each time. */
GO_INLINE struct go_goroutine *go_current(void) {
#if defined(__x86_64__)
    struct go_goroutine *current;
    __asm__ volatile("movq go_self@gottpoff(%%rip), %0\n\tmovq %%fs:(%0), %0" : "=r"(current));
    return current;
#else
    return go_current_of_thread();
#endif
}

void go_run_defers(go_frame *frame FLOWS(""));

/* A defer in a loop: there may be any number of records, so they are made on the heap. (A record there that is linked by plain
 * assignments would take the frame's later ones along: what a heap object may point to must be on the heap.) */
void go_defer_in_loop(go_frame *frame FLOWS(""), func_void call FLOWS("heap"));

GO_INLINE void go_enter(go_frame *frame FLOWS("")) {
    frame->defers = NULL;
    frame->lands = false;
    frame->goroutine = go_current();
    frame->outer = frame->goroutine->frames;
    frame->goroutine->frames = frame;
}
/* Runs what was deferred last, if there is anything: here, where the compiler may know what that is. */
GO_INLINE void go_run_newest(go_frame *frame FLOWS("")) {
    go_defer *d = frame->defers;
    if (d) {
        frame->defers = d->next;
        if (__builtin_expect(!d->call.fn, 0))
            go_panic_nil(); /* a nil func panics where it is called, not where it is deferred */
        d->call.fn(d->call.env);
    }
}

/* Runs what is deferred, last first, and unlinks the frame. */
GO_INLINE void go_leave(go_frame *frame FLOWS("")) {
    go_run_newest(frame);
    go_run_newest(frame);
    if (frame->defers)
        go_run_defers(frame);
    frame->goroutine->frames = frame->outer;
}
#define GO_ENTER(frame) go_enter(frame)
/* True when a panic was recovered in this frame: the caller goes on to go_leave and its return. */
#define GO_LANDING(frame) ((frame)->lands = true, go_land(&(frame)->landing) != 0)

/* Said before a landing, of memory that is read after it: any call may change it from then on, as far as the C compiler knows. So
 * what is stored there is stored before the next call, and is looked up after the landing. */
GO_INLINE void go_pin(const void *p FLOWS("")) {
    __asm__ volatile("" : : "r"(p) : "memory");
}

/* recover() works only in the function that a panic itself called as a deferred one. A function that uses it starts with
 *     struct go_panicking *panicking = go_called_by_panic((go_code)NAME);
 * and says go_recover(panicking). Code that only passes such a call on (the synthetic body of a defer, adapters) says so first:
 *     go_passes_call((go_code)ITS_NAME, (go_code)CALLED_FUNCTION); */
struct go_panicking;
struct go_panicking *go_called_by_panic(go_code self);
void go_passes_call(go_code self FLOWS(""), go_code called FLOWS(""));
any go_recover(struct go_panicking *panicking FLOWS(""));

/* ---- goroutines and channels ---- */

void go_spawn(func_void f FLOWS("heap"));

struct go_chan;
struct go_chan *go_chan_make(go_int cap, size_t element_bytes, bool scan) __attribute__((returns_nonnull));
void go_chan_send(struct go_chan *c FLOWS(""), const void *value FLOWS("heap:1"));
bool go_chan_receive(struct go_chan *c FLOWS(""), void *into FLOWS(""), size_t element_bytes); /* false: closed, *into is zero */
void go_chan_close(struct go_chan *c FLOWS(""));
go_int go_chan_len(const struct go_chan *c FLOWS(""));
go_int go_chan_cap(const struct go_chan *c FLOWS(""));

/* One case of a select. go_select gives the number of the case that went ahead, -1 for the default, and waits if there is none;
 * a receive has then put the value where its case says, and `ok` tells whether one was sent. */
struct go_case {
    struct go_chan *chan;
    void *value;
    size_t element_bytes;
    bool sends, ok;
};
go_int go_select(struct go_case *cases FLOWS(""), go_int n, bool has_default);

/* Operations of  typedef struct go_chan *C;  for elements T; K is SCAN or NOSCAN.
 *
 * C_make(cap)                  make(chan T, cap)
 * C_send(c, x)                 c <- x
 * C_receive(c)                 <-c;  C_receive_ok(c) is x, ok := <-c in {r0, r1}
 * C_send_case(c, &x), C_receive_case(c, &x)   for go_select */
#define DEFINE_CHAN(C, T, K)                                                                                         \
    struct C##_received {                                                                                            \
        T r0;                                                                                                        \
        bool r1;                                                                                                     \
    };                                                                                                               \
    GO_INLINE C C##_make(go_int cap) {                                                                               \
        return go_chan_make(cap, sizeof(T), GO_IS_##K);                                                              \
    }                                                                                                                \
    GO_INLINE void C##_send(C c FLOWS(""), T x GO_ELEMENT_##K) {                                                     \
        go_chan_send(c, &x);                                                                                         \
    }                                                                                                                \
    GO_INLINE T C##_receive(C c FLOWS("")) {                                                                         \
        T x;                                                                                                         \
        go_chan_receive(c, &x, sizeof(T));                                                                           \
        return x;                                                                                                    \
    }                                                                                                                \
    GO_INLINE struct C##_received C##_receive_ok(C c FLOWS("")) {                                                    \
        struct C##_received result;                                                                                  \
        result.r1 = go_chan_receive(c, &result.r0, sizeof(T));                                                       \
        return result;                                                                                               \
    }                                                                                                                \
    GO_INLINE struct go_case C##_send_case(C c FLOWS(""), T *x GO_ELEMENTS_##K) {                                    \
        return (struct go_case){c, x, sizeof(T), true, false};                                                       \
    }                                                                                                                \
    GO_INLINE struct go_case C##_receive_case(C c FLOWS(""), T *x FLOWS("")) {                                       \
        return (struct go_case){c, x, sizeof(T), false, false};                                                      \
    }

/* ---- print and println: to standard error ---- */

void go_print_bool(bool x);
void go_print_int(go_int x);
void go_print_uint(go_uint64 x);
void go_print_float(go_float64 x);
void go_print_complex(go_complex128 x);
void go_print_string(go_string s FLOWS(""));
void go_print_pointer(const void *p FLOWS(""));
void go_print_slice(go_int len, go_int cap, const void *ptr FLOWS(""));
void go_print_interface(const void *first FLOWS(""), const void *data FLOWS(""));
void go_print_space(void);
void go_print_line(void);

/* ---- what the lowered program defines ---- */

void go_init(void);
void go_main(void);

#endif

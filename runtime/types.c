/* Type descriptors at work: identity, which methods a type has, == and hashes of values by their type. */
#include "runtime.h"

#include <stdatomic.h>

/* ---- predeclared types ---- */

#define BASIC(name_, kind_, ctype, text_, hash_, noscan_, direct_) \
    const go_type type_##name_ = {                                 \
        .kind = kind_, .size = sizeof(ctype), .hash = hash_, .text = text_, .noscan = noscan_, .direct = direct_}
BASIC(bool, GO_BOOL, bool, "bool", 0xc894953d, true, false);
BASIC(int, GO_INT, go_int, "int", 0x95e97e5e, true, false);
BASIC(int8, GO_INT8, go_int8, "int8", 0x6491fa92, true, false);
BASIC(int16, GO_INT16, go_int16, "int16", 0x07e372d1, true, false);
BASIC(int32, GO_INT32, go_int32, "int32", 0xfbdee2bf, true, false);
BASIC(int64, GO_INT64, go_int64, "int64", 0x03d22364, true, false);
BASIC(uint, GO_UINT, go_uint, "uint", 0xcb9836a1, true, false);
BASIC(uint8, GO_UINT8, go_uint8, "uint8", 0x199df2db, true, false);
BASIC(uint16, GO_UINT16, go_uint16, "uint16", 0xae8ebef2, true, false);
BASIC(uint32, GO_UINT32, go_uint32, "uint32", 0x32940bec, true, false);
BASIC(uint64, GO_UINT64, go_uint64, "uint64", 0xaea00813, true, false);
BASIC(uintptr, GO_UINTPTR, go_uintptr, "uintptr", 0xfcd16165, true, false);
BASIC(float32, GO_FLOAT32, go_float32, "float32", 0xe89f7410, true, false);
BASIC(float64, GO_FLOAT64, go_float64, "float64", 0x7c980e47, true, false);
BASIC(complex64, GO_COMPLEX64, go_complex64, "complex64", 0xe1067665, true, false);
BASIC(complex128, GO_COMPLEX128, go_complex128, "complex128", 0xb000c0e8, true, false);
BASIC(string, GO_STRING, go_string, "string", 0x17c16538, false, false);
BASIC(unsafe_Pointer, GO_UNSAFE_POINTER, void *, "unsafe.Pointer", 0xb24f7ca0, false, true);
BASIC(any, GO_INTERFACE, any, "interface {}", 0xd8f76804, false, false);

static const struct go_method error_method[] = {{"Error", "func() string", NULL}};
const go_type type_error = {.kind = GO_INTERFACE, .size = sizeof(error), .hash = 0x21918751, .text = "error", .named = true,
                            .methods = error_method, .method_count = 1};

const go_type type_slice_any = {.kind = GO_SLICE, .size = sizeof(slice_any), .hash = 0xb91ad9e4, .text = "[]interface {}", .elem = &type_any};
const go_type type_slice_uint8 = {.kind = GO_SLICE, .size = sizeof(slice_uint8), .hash = 0xb047183b, .text = "[]uint8", .elem = &type_uint8};
const go_type type_slice_int32 = {.kind = GO_SLICE, .size = sizeof(slice_int32), .hash = 0x5950391f, .text = "[]int32", .elem = &type_int32};
const go_type type_slice_string = {.kind = GO_SLICE, .size = sizeof(slice_string), .hash = 0xe4060d18, .text = "[]string", .elem = &type_string};

/* ---- identity ---- */

static const char *identity(const go_type *t) {
    return t->identity ? t->identity : t->text;
}

bool go_same_type_slow(const go_type *a, const go_type *b) {
    return strcmp(identity(a), identity(b)) == 0;
}

/* ---- methods ---- */

/* Fills in the code of the interface's methods, both lists being sorted by name. NULL or the first method that is missing. */
static const struct go_method *find_methods(const go_type *t, const go_type *interface, go_code *code) {
    go_int at = 0;
    for (go_int i = 0; i < interface->method_count; i++) {
        const struct go_method *wanted = &interface->methods[i];
        while (at < t->method_count && strcmp(t->methods[at].name, wanted->name) != 0)
            at++;
        if (at == t->method_count || strcmp(t->methods[at].signature, wanted->signature) != 0)
            return wanted;
        code[i] = t->methods[at].code;
    }
    return NULL;
}

/* What was found before, by the addresses of both descriptors. Entries are never changed once they can be seen. */
struct implementation {
    const go_type *type, *interface;
    const void *methods; /* NULL: does not implement it */
    struct implementation *next;
};
enum { BUCKETS = 1024 };
static _Atomic(struct implementation *) implementations[BUCKETS];

/* A method table has the layout of struct I_methods: the type, then a function per method. Tables live as long as the program,
 * and point to nothing on the heap. */
static const void *make_methods(const go_type *type, const go_type *interface) {
    struct {
        const go_type *type;
        go_code code[];
    } *table = malloc(sizeof(go_type *) + sizeof(go_code) * (size_t)interface->method_count);
    if (!table)
        go_fatal("runtime: out of memory");
    table->type = type;
    if (find_methods(type, interface, table->code) == NULL)
        return table;
    free(table);
    return NULL;
}

const void *go_implements(const go_type *type, const go_type *interface) {
    if (!type)
        return NULL;
    size_t bucket = ((uintptr_t)type / 16 ^ (uintptr_t)interface / 32) % BUCKETS;
    struct implementation *first = atomic_load_explicit(&implementations[bucket], memory_order_acquire);
    for (struct implementation *i = first; i; i = i->next)
        if (i->type == type && i->interface == interface)
            return i->methods;
    struct implementation *found = malloc(sizeof *found);
    if (!found)
        go_fatal("runtime: out of memory");
    *found = (struct implementation){type, interface, make_methods(type, interface), first};
    while (!atomic_compare_exchange_weak(&implementations[bucket], &found->next, found))
        ; /* another thread put one in; two entries for one question do no harm */
    return found->methods;
}

/* "interface conversion: " and what is wrong, as runtime.TypeAssertionError says it. */
void go_panic_assert(const go_type *type, const go_type *wanted, const go_type *from) {
    const char *what = from->text;
    if (from->kind == GO_INTERFACE && !from->named && from->method_count == 0)
        what = "interface {}";
    if (!type)
        go_panic_assertion(go_format("interface conversion: %s is nil, not %s", wanted->kind == GO_INTERFACE ? "interface" : what,
                                     wanted->text));
    if (wanted->kind == GO_INTERFACE) {
        go_code code[wanted->method_count + 1];
        const struct go_method *missing = find_methods(type, wanted, code);
        const char *name = missing ? missing->name : "";
        const char *dot = strrchr(name, '.');
        go_panic_assertion(go_format("interface conversion: %s is not %s: missing method %s", type->text, wanted->text,
                                     dot ? dot + 1 : name));
    }
    if (strcmp(type->text, wanted->text) == 0)
        go_panic_assertion(go_format("interface conversion: %s is %s, not %s (types from different scopes)", what, type->text,
                                     wanted->text));
    go_panic_assertion(go_format("interface conversion: %s is %s, not %s", what, type->text, wanted->text));
}

const void *go_assert_interface(const go_type *type, const go_type *interface) {
    const void *methods = go_implements(type, interface);
    if (!methods)
        go_panic_assert(type, interface, interface);
    return methods;
}

/* ---- == ---- */

bool go_comparable(const go_type *t) {
    switch (t->kind) {
    case GO_SLICE:
    case GO_MAP:
    case GO_FUNC: return false;
    case GO_ARRAY: return go_comparable(t->elem);
    case GO_STRUCT:
        for (go_int i = 0; i < t->count; i++)
            if (!go_comparable(t->fields[i].type))
                return false;
        return true;
    default: return true;
    }
}

/* The interface at p, with or without methods, as an any. */
static any interface_at(const go_type *t, const void *p) {
    if (t->method_count == 0)
        return *(const any *)p;
    const error *x = p; /* all interfaces with methods are laid out like this one */
    return (any){go_type_of(x->methods), x->data};
}

bool go_equal_values(const go_type *t, const void *a, const void *b) {
    switch (t->kind) {
    case GO_FLOAT32: return *(const float *)a == *(const float *)b;
    case GO_FLOAT64: return *(const double *)a == *(const double *)b;
    case GO_COMPLEX64: return *(const go_complex64 *)a == *(const go_complex64 *)b;
    case GO_COMPLEX128: return *(const go_complex128 *)a == *(const go_complex128 *)b;
    case GO_STRING: return go_string_equal(*(const go_string *)a, *(const go_string *)b);
    case GO_INTERFACE: return go_any_equal(interface_at(t, a), interface_at(t, b));
    case GO_ARRAY:
        for (go_int i = 0; i < t->count; i++)
            if (!go_equal_values(t->elem, (const char *)a + i * t->elem->size, (const char *)b + i * t->elem->size))
                return false;
        return true;
    case GO_STRUCT:
        for (go_int i = 0; i < t->count; i++) {
            const struct go_field *f = &t->fields[i];
            if (strcmp(f->name, "_") != 0 && !go_equal_values(f->type, (const char *)a + f->offset, (const char *)b + f->offset))
                return false;
        }
        return true;
    default: return memcmp(a, b, (size_t)t->size) == 0;
    }
}

bool go_any_equal(any a, any b) {
    if (!a.type || !b.type)
        return a.type == b.type;
    if (!go_is(a.type, b.type))
        return false;
    if (!go_comparable(a.type))
        go_panic_runtime("comparing uncomparable type %s", a.type->text);
    if (a.type->direct || a.data == b.data)
        return a.data == b.data && (a.type->direct || go_equal_values(a.type, a.data, b.data));
    return go_equal_values(a.type, a.data, b.data);
}

bool go_interface_equal(const void *a_methods, const void *a_data, const void *b_methods, const void *b_data) {
    return go_any_equal((any){go_type_of(a_methods), (void *)a_data}, (any){go_type_of(b_methods), (void *)b_data});
}

/* ---- hashes ---- */

static go_uint64 mixed(go_uint64 x) {
    x ^= x >> 32;
    x *= 0x9E3779B97F4A7C15u;
    x ^= x >> 29;
    x *= 0xBF58476D1CE4E5B9u;
    return x ^ x >> 32;
}

static go_uint64 hash_bytes(const go_uint8 *p, size_t n) {
    go_uint64 h = n;
    for (; n >= 8; p += 8, n -= 8) {
        go_uint64 word;
        memcpy(&word, p, 8);
        h = (h ^ word) * 0x9E3779B97F4A7C15u;
        h ^= h >> 32;
    }
    go_uint64 rest = 0;
    if (n)
        memcpy(&rest, p, n);
    return mixed(h ^ rest);
}

/* +0 and -0 are equal, so they hash alike; a NaN equals nothing, so that any hash will do, and different ones are best. */
static go_uint64 hash_float(double x) {
    static _Atomic go_uint64 nans;
    if (x == 0)
        return 0;
    if (x != x)
        return mixed(++nans);
    go_uint64 bits;
    memcpy(&bits, &x, sizeof bits);
    return mixed(bits);
}

go_uint64 go_hash_value(const go_type *t, const void *p) {
    go_uint64 h;
    switch (t->kind) {
    case GO_FLOAT32: return hash_float(*(const float *)p);
    case GO_FLOAT64: return hash_float(*(const double *)p);
    case GO_COMPLEX64: return hash_float(((const float *)p)[0]) * 31 + hash_float(((const float *)p)[1]);
    case GO_COMPLEX128: return hash_float(((const double *)p)[0]) * 31 + hash_float(((const double *)p)[1]);
    case GO_STRING: return hash_bytes(((const go_string *)p)->ptr, (size_t)((const go_string *)p)->len);
    case GO_INTERFACE: {
        any x = interface_at(t, p);
        if (!x.type)
            return 0;
        if (!go_comparable(x.type))
            go_panic_runtime("hash of unhashable type %s", x.type->text);
        return go_hash_value(x.type, go_value_of(&x)) ^ x.type->hash;
    }
    case GO_ARRAY:
        h = 0;
        for (go_int i = 0; i < t->count; i++)
            h = mixed(h * 31 + go_hash_value(t->elem, (const char *)p + i * t->elem->size));
        return h;
    case GO_STRUCT:
        h = 0;
        for (go_int i = 0; i < t->count; i++)
            if (strcmp(t->fields[i].name, "_") != 0)
                h = mixed(h * 31 + go_hash_value(t->fields[i].type, (const char *)p + t->fields[i].offset));
        return h;
    default:
        if (t->size == 8) {
            memcpy(&h, p, 8);
            return mixed(h);
        }
        return hash_bytes(p, (size_t)t->size);
    }
}

/* Values of all types under a verb, walked by their type descriptors (fmt's documentation, "Printing"). */
#include "printer.h"

static void print_value(struct printer *p, const go_type *t, const void *at, go_int verb, int depth, bool reachable);

/* ---- methods: Error, String, GoString ---- */

static const struct go_method string_method[] = {{"String", "func() string", NULL}};
static const go_type stringer = {.kind = GO_INTERFACE, .text = "fmt.Stringer", .named = true, .methods = string_method, .method_count = 1};
static const struct go_method go_string_method[] = {{"GoString", "func() string", NULL}};
static const go_type go_stringer = {
    .kind = GO_INTERFACE, .text = "fmt.GoStringer", .named = true, .methods = go_string_method, .method_count = 1};

/* A method that panics does not take the print down with it. */
struct caught {
    any value;
    bool panicked;
};

static void catch(void *env_) {
    struct go_panicking *panicking = go_called_by_panic((go_code)catch);
    struct caught *c = env_;
    if (panicking) {
        c->value = go_recover(panicking);
        c->panicked = true;
    }
}

/* All three methods have the signature of Error. */
static go_string call_method(const struct error_methods *methods, void *data, struct caught *c) {
    go_frame frame;
    go_string text = {NULL, 0};
    *c = (struct caught){{NULL, NULL}, false};
    GO_ENTER(&frame);
    if (!GO_LANDING(&frame)) {
        go_defer defer = {.call = {catch, c}};
        frame.defers = &defer;
        text = methods->Error(data);
        go_leave(&frame);
        return text;
    }
    go_leave(&frame);
    return (go_string){NULL, 0};
}

static void print_text_result(struct printer *p, go_string s, go_int verb);

static void print_method(struct printer *p, const struct error_methods *methods, any x, go_int verb, const char *name) {
    struct caught caught;
    go_string text = call_method(methods, x.data, &caught);
    if (!caught.panicked) {
        print_text_result(p, text, verb);
        return;
    }
    if (x.type->kind == GO_POINTER && !x.data) { /* a nil receiver: no surprise */
        fmt_pad(p, STR("<nil>"));
        return;
    }
    struct flags flags = p->flags;
    p->flags = (struct flags){0};
    text_c(&p->out, "%!");
    text_rune(&p->out, verb);
    text_c(&p->out, "(PANIC=");
    text_c(&p->out, name);
    text_c(&p->out, " method: ");
    p->argument = caught.value;
    fmt_argument(p, caught.value, 'v');
    text_char(&p->out, ')');
    p->flags = flags;
}

/* True if a method did the printing. */
static bool print_by_method(struct printer *p, any x, go_int verb) {
    if (p->complaining || x.type->method_count == 0)
        return false;
    if (verb == 'w')
        verb = 'v';
    if (p->flags.sharp_v) {
        const struct error_methods *methods = go_implements(x.type, &go_stringer);
        if (!methods)
            return false;
        struct flags flags = p->flags;
        p->flags.sharp_v = false;
        print_method(p, methods, x, 's', "GoString");
        p->flags = flags;
        return true;
    }
    if (verb != 'v' && verb != 's' && verb != 'x' && verb != 'X' && verb != 'q')
        return false;
    const struct error_methods *methods = go_implements(x.type, &type_error);
    if (methods) {
        print_method(p, methods, x, verb, "Error");
        return true;
    }
    methods = go_implements(x.type, &stringer);
    if (methods)
        print_method(p, methods, x, verb, "String");
    return methods != NULL;
}

/* ---- complaints ---- */

static void type_text(struct printer *p, const go_type *t) {
    text_c(&p->out, t->text);
}

static void start_complaint(struct printer *p, go_int verb) {
    text_c(&p->out, "%!");
    text_rune(&p->out, verb);
    text_char(&p->out, '(');
}

/* %!d(string=x) */
static void bad_verb_for(struct printer *p, const go_type *t, const void *at, go_int verb, bool reachable) {
    p->complaining = true;
    start_complaint(p, verb);
    type_text(p, t);
    text_char(&p->out, '=');
    print_value(p, t, at, 'v', 0, reachable);
    text_char(&p->out, ')');
    p->complaining = false;
}

void fmt_bad_verb(struct printer *p, go_int verb) {
    if (p->argument.type) {
        bad_verb_for(p, p->argument.type, go_value_of(&p->argument), verb, true);
        return;
    }
    start_complaint(p, verb);
    text_c(&p->out, "<nil>)");
}

/* ---- basic types ---- */

/* False: the verb is not for integers. */
static bool print_integer(struct printer *p, go_uint64 x, bool is_signed, go_int verb) {
    switch (verb) {
    case 'v':
        if (p->flags.sharp_v && !is_signed)
            fmt_hex_address(p, x, true);
        else
            fmt_integer(p, x, is_signed, 10, verb, false);
        return true;
    case 'd': fmt_integer(p, x, is_signed, 10, verb, false); return true;
    case 'b': fmt_integer(p, x, is_signed, 2, verb, false); return true;
    case 'o':
    case 'O': fmt_integer(p, x, is_signed, 8, verb, false); return true;
    case 'x': fmt_integer(p, x, is_signed, 16, verb, false); return true;
    case 'X': fmt_integer(p, x, is_signed, 16, verb, true); return true;
    case 'c': fmt_rune(p, x); return true;
    case 'q': fmt_quoted_rune(p, x); return true;
    case 'U': fmt_unicode(p, x); return true;
    default: return false;
    }
}

static bool print_float(struct printer *p, double x, int bits, go_int verb) {
    switch (verb) {
    case 'v': fmt_float(p, x, bits, 'g', -1); return true;
    case 'b':
    case 'g':
    case 'G':
    case 'x':
    case 'X': fmt_float(p, x, bits, (char)verb, -1); return true;
    case 'e':
    case 'E':
    case 'f': fmt_float(p, x, bits, (char)verb, 6); return true;
    case 'F': fmt_float(p, x, bits, 'f', 6); return true;
    default: return false;
    }
}

static bool print_complex(struct printer *p, double real, double imaginary, int bits, go_int verb) {
    if (!memchr("vbgGxXfFeE", (int)(verb < 128 ? verb : 0), 10))
        return false;
    bool plus = p->flags.plus;
    text_char(&p->out, '(');
    print_float(p, real, bits, verb);
    p->flags.plus = true; /* the imaginary part always has a sign */
    print_float(p, imaginary, bits, verb);
    text_c(&p->out, "i)");
    p->flags.plus = plus;
    return true;
}

static bool print_string(struct printer *p, go_string s, go_int verb) {
    switch (verb) {
    case 'v':
        if (p->flags.sharp_v)
            fmt_quoted(p, s);
        else
            fmt_text(p, s);
        return true;
    case 's': fmt_text(p, s); return true;
    case 'x': fmt_hex_bytes(p, s, false); return true;
    case 'X': fmt_hex_bytes(p, s, true); return true;
    case 'q': fmt_quoted(p, s); return true;
    default: return false;
    }
}

static void print_text_result(struct printer *p, go_string s, go_int verb) {
    if (!print_string(p, s, verb))
        fmt_text(p, s);
}

/* Addresses: %v says <nil> for nil, and 0x…; %p always the number. False: the verb is not for pointers. */
static bool print_pointer(struct printer *p, const go_type *t, const void *address, go_int verb) {
    go_uint64 x = (uintptr_t)address;
    switch (verb) {
    case 'v':
        if (p->flags.sharp_v) {
            text_char(&p->out, '(');
            type_text(p, t);
            text_c(&p->out, ")(");
            if (x)
                fmt_hex_address(p, x, true);
            else
                text_c(&p->out, "nil");
            text_char(&p->out, ')');
        } else if (x) {
            fmt_hex_address(p, x, !p->flags.sharp);
        } else {
            fmt_pad(p, STR("<nil>"));
        }
        return true;
    case 'p': fmt_hex_address(p, x, !p->flags.sharp); return true;
    case 'b':
    case 'o':
    case 'd':
    case 'x':
    case 'X': return print_integer(p, x, false, verb);
    default: return false;
    }
}

/* The address that %p shows: of what a slice, map, function… refers to. */
static const void *address_in(const go_type *t, const void *at) {
    return t->kind == GO_FUNC ? *(void *const *)at : *(const void *const *)at; /* the first word of each */
}

static bool has_address(const go_type *t) {
    return t->kind == GO_CHAN || t->kind == GO_FUNC || t->kind == GO_MAP || t->kind == GO_POINTER || t->kind == GO_SLICE ||
           t->kind == GO_UNSAFE_POINTER;
}

/* ---- composite types ---- */

static const void *element(const go_type *t, const void *first, go_int i) {
    return (const char *)first + i * t->elem->size;
}

/* []byte itself, the type that Go prints by this name. */
static void print_bytes(struct printer *p, const go_uint8 *bytes, go_int n, go_int verb, bool nil) {
    if (verb == 'v' || verb == 'd') {
        bool sharp = p->flags.sharp_v;
        if (sharp) {
            text_c(&p->out, "[]byte");
            if (nil) {
                text_c(&p->out, "(nil)");
                return;
            }
        }
        text_char(&p->out, sharp ? '{' : '[');
        for (go_int i = 0; i < n; i++) {
            if (i > 0)
                text_c(&p->out, sharp ? ", " : " ");
            if (sharp)
                fmt_hex_address(p, bytes[i], true);
            else
                fmt_integer(p, bytes[i], false, 10, verb, false);
        }
        text_char(&p->out, sharp ? '}' : ']');
        return;
    }
    print_string(p, (go_string){bytes, n}, verb);
}

static bool is_string_verb(go_int verb) {
    return verb == 's' || verb == 'q' || verb == 'x' || verb == 'X';
}

static void print_list(struct printer *p, const go_type *t, const void *at, go_int verb, int depth, bool reachable) {
    const slice_any *s = at; /* all slices are laid out alike */
    bool is_slice = t->kind == GO_SLICE;
    const void *first = is_slice ? s->ptr : at;
    go_int n = is_slice ? s->len : t->count;
    bool nil = is_slice && !s->ptr;
    bool exactly_bytes = is_slice && !t->named && t->elem == &type_uint8 && depth == 0;
    if (t->elem->kind == GO_UINT8 && (is_string_verb(verb) || (exactly_bytes && (verb == 'v' || verb == 'd')))) {
        print_bytes(p, first, n, verb, nil);
        return;
    }
    bool sharp = p->flags.sharp_v;
    if (sharp) {
        type_text(p, t);
        if (nil) {
            text_c(&p->out, "(nil)");
            return;
        }
    }
    text_char(&p->out, sharp ? '{' : '[');
    for (go_int i = 0; i < n; i++) {
        if (i > 0)
            text_c(&p->out, sharp ? ", " : " ");
        print_value(p, t->elem, element(t, first, i), verb, depth + 1, reachable);
    }
    text_char(&p->out, sharp ? '}' : ']');
}

static any interface_at(const go_type *t, const void *at) {
    if (t->method_count == 0)
        return *(const any *)at;
    const error *x = at; /* all interfaces with methods are laid out alike */
    return (any){go_type_of(x->methods), x->data};
}

/* What is printed of a field: what an interface holds, not the interface. */
static void print_field(struct printer *p, const struct go_field *f, const void *at, go_int verb, int depth, bool reachable) {
    const go_type *t = f->type;
    any inside;
    if (t->kind == GO_INTERFACE) {
        inside = interface_at(t, at);
        if (inside.type) {
            t = inside.type;
            at = go_value_of(&inside);
        }
    }
    print_value(p, t, at, verb, depth, reachable && f->exported);
}

static void print_struct(struct printer *p, const go_type *t, const void *at, go_int verb, int depth, bool reachable) {
    bool sharp = p->flags.sharp_v;
    if (sharp)
        type_text(p, t);
    text_char(&p->out, '{');
    for (go_int i = 0; i < t->count; i++) {
        const struct go_field *f = &t->fields[i];
        if (i > 0)
            text_c(&p->out, sharp ? ", " : " ");
        if (p->flags.plus_v || sharp) {
            text_c(&p->out, f->name);
            text_char(&p->out, ':');
        }
        print_field(p, f, (const char *)at + f->offset, verb, depth + 1, reachable);
    }
    text_char(&p->out, '}');
}

/* ---- maps: in key order (internal/fmtsort's order) ---- */

static int order_of(bool less, bool greater) {
    return less ? -1 : greater;
}

static int compare_floats(double a, double b) {
    if (a != a || b != b)
        return order_of(a != a && b == b, b != b && a == a); /* NaN comes first */
    return order_of(a < b, a > b);
}

static go_int64 signed_at(const go_type *t, const void *at) {
    switch (t->size) {
    case 1: return *(const go_int8 *)at;
    case 2: return *(const go_int16 *)at;
    case 4: return *(const go_int32 *)at;
    default: return *(const go_int64 *)at;
    }
}

static go_uint64 unsigned_at(const go_type *t, const void *at) {
    switch (t->size) {
    case 1: return *(const go_uint8 *)at;
    case 2: return *(const go_uint16 *)at;
    case 4: return *(const go_uint32 *)at;
    default: return *(const go_uint64 *)at;
    }
}

static int compare_values(const go_type *t, const void *a, const void *b) {
    switch (t->kind) {
    case GO_INT:
    case GO_INT8:
    case GO_INT16:
    case GO_INT32:
    case GO_INT64: return order_of(signed_at(t, a) < signed_at(t, b), signed_at(t, a) > signed_at(t, b));
    case GO_FLOAT32: return compare_floats(*(const float *)a, *(const float *)b);
    case GO_FLOAT64: return compare_floats(*(const double *)a, *(const double *)b);
    case GO_COMPLEX64: {
        const float *x = a, *y = b;
        int first = compare_floats(x[0], y[0]);
        return first ? first : compare_floats(x[1], y[1]);
    }
    case GO_COMPLEX128: {
        const double *x = a, *y = b;
        int first = compare_floats(x[0], y[0]);
        return first ? first : compare_floats(x[1], y[1]);
    }
    case GO_STRING: {
        go_int order = go_string_compare(*(const go_string *)a, *(const go_string *)b);
        return order_of(order < 0, order > 0);
    }
    case GO_ARRAY:
        for (go_int i = 0; i < t->count; i++) {
            int order = compare_values(t->elem, element(t, a, i), element(t, b, i));
            if (order)
                return order;
        }
        return 0;
    case GO_STRUCT:
        for (go_int i = 0; i < t->count; i++) {
            const struct go_field *f = &t->fields[i];
            int order = compare_values(f->type, (const char *)a + f->offset, (const char *)b + f->offset);
            if (order)
                return order;
        }
        return 0;
    case GO_INTERFACE: { /* nil first, then by type, then by value */
        any x = interface_at(t, a), y = interface_at(t, b);
        if (!x.type || !y.type)
            return order_of(!x.type && y.type, x.type && !y.type);
        if (!go_is(x.type, y.type))
            return order_of((uintptr_t)x.type < (uintptr_t)y.type, true);
        return compare_values(x.type, go_value_of(&x), go_value_of(&y));
    }
    default: return order_of(unsigned_at(t, a) < unsigned_at(t, b), unsigned_at(t, a) > unsigned_at(t, b));
    }
}

struct map_entry {
    const go_type *key_type;
    const void *key, *value;
};

static int compare_entries(const void *a, const void *b) {
    const struct map_entry *x = a, *y = b;
    int order = compare_values(x->key_type, x->key, y->key);
    return order ? order : order_of((uintptr_t)x->key < (uintptr_t)y->key, true); /* equal NaNs: in order of insertion */
}

static void print_map(struct printer *p, const go_type *t, const void *at, go_int verb, int depth, bool reachable) {
    struct go_map *m = *(struct go_map *const *)at;
    bool sharp = p->flags.sharp_v;
    if (sharp) {
        type_text(p, t);
        if (!m) {
            text_c(&p->out, "(nil)");
            return;
        }
    }
    text_c(&p->out, sharp ? "{" : "map[");
    go_int n = 0;
    struct map_entry *entries = go_new((size_t)go_map_len(m) * sizeof *entries);
    for (struct go_map_iterator i = {.map = m}; n < go_map_len(m) && go_map_next(&i);)
        entries[n++] = (struct map_entry){t->key, i.key, i.value};
    qsort(entries, (size_t)n, sizeof *entries, compare_entries);
    for (go_int i = 0; i < n; i++) {
        if (i > 0)
            text_c(&p->out, sharp ? ", " : " ");
        print_value(p, t->key, entries[i].key, verb, depth + 1, reachable);
        text_char(&p->out, ':');
        print_value(p, t->elem, entries[i].value, verb, depth + 1, reachable);
    }
    text_char(&p->out, sharp ? '}' : ']');
}

/* ---- any value ---- */

/* A value of a static type as what an interface would hold. */
static any boxed(const go_type *t, const void *at) {
    if (t->kind == GO_INTERFACE)
        return interface_at(t, at);
    return (any){t, t->direct ? *(void *const *)at : (void *)at};
}

static bool print_basic(struct printer *p, const go_type *t, const void *at, go_int verb) {
    switch (t->kind) {
    case GO_BOOL:
        if (verb != 't' && verb != 'v')
            return false;
        fmt_bool(p, *(const bool *)at);
        return true;
    case GO_INT:
    case GO_INT8:
    case GO_INT16:
    case GO_INT32:
    case GO_INT64: return print_integer(p, (go_uint64)signed_at(t, at), true, verb);
    case GO_UINT:
    case GO_UINT8:
    case GO_UINT16:
    case GO_UINT32:
    case GO_UINT64:
    case GO_UINTPTR: return print_integer(p, unsigned_at(t, at), false, verb);
    case GO_FLOAT32: return print_float(p, *(const float *)at, 32, verb);
    case GO_FLOAT64: return print_float(p, *(const double *)at, 64, verb);
    case GO_COMPLEX64: return print_complex(p, ((const float *)at)[0], ((const float *)at)[1], 32, verb);
    case GO_COMPLEX128: return print_complex(p, ((const double *)at)[0], ((const double *)at)[1], 64, verb);
    case GO_STRING: return print_string(p, *(const go_string *)at, verb);
    default: return print_pointer(p, t, address_in(t, at), verb);
    }
}

/* `reachable`: not inside an unexported field, so that methods may be called. */
static void print_value(struct printer *p, const go_type *t, const void *at, go_int verb, int depth, bool reachable) {
    if (depth > 0 && reachable) {
        any x = boxed(t, at);
        if (x.type) {
            p->argument = x;
            if (print_by_method(p, x, verb))
                return;
        }
    }
    switch (t->kind) {
    case GO_MAP: print_map(p, t, at, verb, depth, reachable); return;
    case GO_STRUCT: print_struct(p, t, at, verb, depth, reachable); return;
    case GO_ARRAY:
    case GO_SLICE: print_list(p, t, at, verb, depth, reachable); return;
    case GO_INTERFACE: {
        any x = interface_at(t, at);
        if (x.type) {
            print_value(p, x.type, go_value_of(&x), verb, depth + 1, reachable);
        } else if (p->flags.sharp_v) {
            type_text(p, t);
            text_c(&p->out, "(nil)");
        } else {
            text_c(&p->out, "<nil>");
        }
        return;
    }
    case GO_POINTER: {
        const void *to = *(const void *const *)at;
        int kind = t->elem->kind;
        if (depth == 0 && to && (kind == GO_ARRAY || kind == GO_SLICE || kind == GO_STRUCT || kind == GO_MAP)) {
            text_char(&p->out, '&');
            print_value(p, t->elem, to, verb, depth + 1, reachable);
            return;
        }
        break;
    }
    default: break;
    }
    if (!print_basic(p, t, at, verb))
        bad_verb_for(p, t, at, verb, reachable);
}

void fmt_argument(struct printer *p, any x, go_int verb) {
    p->argument = x;
    if (!x.type) {
        if (verb == 'T' || verb == 'v')
            fmt_pad(p, STR("<nil>"));
        else
            fmt_bad_verb(p, verb);
        return;
    }
    if (verb == 'T') {
        fmt_text(p, (go_string){(const go_uint8 *)x.type->text, (go_int)strlen(x.type->text)});
        return;
    }
    if (verb == 'p') {
        if (!has_address(x.type) || !print_pointer(p, x.type, address_in(x.type, go_value_of(&x)), 'p'))
            fmt_bad_verb(p, verb);
        return;
    }
    if (verb == 'w' && (!p->wraps || !go_implements(x.type, &type_error))) {
        fmt_bad_verb(p, verb);
        return;
    }
    if (print_by_method(p, x, verb))
        return;
    print_value(p, x.type, go_value_of(&x), verb == 'w' ? 'v' : verb, 0, true);
}

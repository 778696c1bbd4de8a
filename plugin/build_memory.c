/* Functions of the C library that move memory, or give it away: memcpy, qsort, write. Their prototypes say `void *` and a number of bytes, so
 * what moves is told by what is passed: the type that the pointer had, the object that it visibly leads to, and how many bytes. */
#include "plugin/build.h"

#include "plugin/layout.h"

#include <string.h>

/* The same, or several; not those that are read byte by byte. */
static bool is_numbers(const struct ctype *t) {
    while (t && t->kind == CTYPE_ARRAY)
        t = t->target;
    return t && !t->has_pointers && t->kind != CTYPE_VOID && t->kind != CTYPE_FUNCTION && t->bytes > 1;
}

/* Where a pointer visibly leads: the object whose address it is, or an array. NULL: there is none to be seen. */
static const struct cexpr *object_led_to(const struct cexpr *pointer) {
    const struct cexpr *e = strip_casts(pointer);
    return e->kind == CEXPR_ADDRESS || (e->kind == CEXPR_CAST && e->cast == CCAST_ARRAY_DECAY) ? e->a : NULL;
}

/* Does the pointer lead to a byte that stands alone, or to bytes in a record of numbers? */
static bool leads_to_numbers(const struct cexpr *pointer) {
    const struct cexpr *e = object_led_to(pointer);
    bool is_element = e && is_array_element(e);
    for (; e && whole_of(e); e = whole_of(e)) {
        if (e->kind == CEXPR_MEMBER && is_numbers(e->a->type))
            return true;
    }
    return e && !is_element && is_byte(e->type);
}

/* 0: not known. */
long constant_size(const struct cexpr *e) {
    long value;
    return is_constant(e, &value) && value > 0 ? value : 0;
}

/* A function moves memory from here on: so much that it may go past what the pointer is known to lead to, which is an object, an array, or
 * elements of the type? Then it goes on to what comes behind: further elements, or the next members of the same record. (C11 7.24.2.1: memcpy
 * copies n characters of the object, which is the record as well.) Gives the step of the OP_SHIFT that reaches them, or STAYS. */
enum { STAYS = -1 };
static long step_past(const struct builder *b, const struct cexpr *pointer, const struct ctype *element, long bytes) {
    const struct cexpr *object = object_led_to(pointer);
    const struct cexpr *array = object && object->kind == CEXPR_INDEX && is_zero(object->b) ? whole_of(object) : NULL;
    long room = array ? array->type->bytes : object ? object->type->bytes : element->bytes;
    if (b->flows->lowered || (bytes > 0 && bytes <= room))
        return STAYS;
    return bytes > 0 && object ? 0 : element->bytes;
}

/* A move that goes past a number: are pointers among what comes behind it? Elements of an array of numbers have more of them behind. */
static bool goes_on_to_pointers(const struct cexpr *pointer, long step) {
    const struct cexpr *e = object_led_to(pointer);
    if (!e || step == STAYS || e->type->has_pointers || (step > 0 && (e->type->kind == CTYPE_ARRAY || is_array_element(e))))
        return false;
    for (; e; e = whole_of(e)) {
        if (e->kind == CEXPR_MEMBER && e->a->type->has_pointers)
            return true;
    }
    return false;
}

/* A pointer's value, moved. */
static struct place moved_by(struct builder *b, struct place pointer, long step, const struct cexpr *call) {
    if (step == STAYS)
        return pointer;
    if (pointer.address) {
        struct location *t = temporary(b, "{temp}", NULL, call->place);
        fill_from(b, pointer, hole_to((struct place){.base = t}, NULL, NULL));
        pointer = (struct place){.base = t};
    }
    pointer.ops = ops_append(b->arena, pointer.ops, OP_SHIFT, step);
    return pointer;
}

/* memcpy and its family: *to = *from. */
void eval_copy(struct builder *b, const struct cexpr *call, struct hole k) {
    const struct cexpr *to = call->args.items[0], *from = call->args.items[1];
    struct ctype *t = pointee_before_casts(to), *u = pointee_before_casts(from);
    long bytes = call->args.len > 2 ? constant_size(call->args.items[2]) : 0;
    bool told = t && t == u && t->kind != CTYPE_VOID && t->bytes != 1; /* bytes may be those of anything */
    long to_step = told ? step_past(b, to, t, bytes) : STAYS, from_step = told ? step_past(b, from, t, bytes) : STAYS;
    if (goes_on_to_pointers(to, to_step) || goes_on_to_pointers(from, from_step))
        told = false;
    struct ctype *moved = told ? t : NULL;
    const struct step *steps = step_new(b, FLOW_ASSIGN, call, call->place, NULL);
    if ((is_numbers(t) || leads_to_numbers(to)) && !is_numbers(u)) {
        struct hole lost = hole_to((struct place){.base = b->flows->heap}, NULL, steps);
        lost.ops = op_new(b->arena, OP_LOAD, 0, NULL);
        lost.assumed = "bytes of a pointer are copied to a number";
        eval(b, from, lost);
    }
    if (!moved || moved->has_pointers) {
        struct hole out = hole_to((struct place){0}, moved, steps);
        out.ops = op_new(b->arena, OP_LOAD, 0, NULL);
        if (from_step != STAYS)
            push_op(b, &out, OP_SHIFT, from_step);
        struct origins places = origins_of(b, to, NULL);
        struct location *content = NULL;
        vec_each(i, &places.list) {
            out.dst = pointed_at(b, moved_by(b, places.list.items[i].place, to_step, call));
            if (places.list.len == 1) {
                eval(b, from, out);
                break;
            }
            if (!content) {
                content = temporary(b, "{temp}", moved, call->place);
                struct hole first = out;
                first.dst = (struct place){.base = content};
                eval(b, from, first);
            }
            fill(b, content, hole_to(out.dst, moved, steps));
        }
        if (strstr(function_named(call->a)->name, "mempcpy")) /* gives what stands behind the copy */
            push_op(b, &k, OP_SHIFT, 0);
        vec_each(i, &places.list) fill_from(b, places.list.items[i].place, k);
    } else {
        eval(b, to, k);
        origins_of(b, from, NULL);
    }
    for (int i = 2; i < call->args.len; i++)
        eval(b, call->args.items[i], (struct hole){.kind = HOLE_NUMBER});
}

#define COPYING_FUNCTIONS(X)                                                                                       \
    X("memcpy") X("memmove") X("mempcpy") X("__builtin_memcpy") X("__builtin_memmove") X("__builtin___memcpy_chk") \
    X("__builtin___memmove_chk") X("__memcpy_chk") X("__memmove_chk") X("__builtin_memcpy_inline")                 \
    X("__builtin_mempcpy") X("__builtin___mempcpy_chk") X("__mempcpy_chk") X("__mempcpy")
bool is_copy(const char *name) {
#define X(text)                     \
    if (strcmp(name, text) == 0)    \
        return true;
    COPYING_FUNCTIONS(X)
#undef X
    return false;
}

/* Functions that write bytes where anybody may read them: which argument points to these. */
static int argument_for_file(const char *name) {
    static const char *const second[] = {"write",   "pwrite",  "pwrite64", "send",     "sendto",  "writev",
                                         "pwritev", "pwritev2", "sendmsg",  "sendmmsg"};
    if (strcmp(name, "fwrite") == 0 || strcmp(name, "fwrite_unlocked") == 0)
        return 0;
    for (size_t i = 0; i < sizeof second / sizeof *second; i++) {
        if (strcmp(name, second[i]) == 0)
            return 1;
    }
    return -1;
}

/* From a pointer to a list of `struct iovec`, or of messages that lead to one, to what is in the buffers. NULL: it is no such pointer. */
static const struct op *content_of_buffers(struct arena *a, const struct ctype *list) {
    static const char *const ways[] = {"msg_hdr", "msg_iov", "iov_base"};
    const struct op *ops = ops_append(a, ops_append(a, NULL, OP_SHIFT, list->bytes), OP_LOAD, 0);
    const struct ctype *at = list;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const struct cfield *f = field_named(at, ways[i], strlen(ways[i]));
        if (!f)
            continue; /* the list is of what comes later */
        if (f->offset != 0)
            ops = ops_append(a, ops, OP_FIELD, f->offset);
        at = f->type;
        if (!is_pointer(at))
            continue;
        at = at->target;
        if (at->kind == CTYPE_RECORD)
            ops = ops_append(a, ops, OP_SHIFT, at->bytes);
        ops = ops_append(a, ops, OP_LOAD, 0);
    }
    return at != list && at->kind == CTYPE_VOID ? ops : NULL;
}

/* 0: not known. */
static long bytes_for_file(const struct cexpr *call, const char *name, int buffer) {
    if (buffer + 1 >= call->args.len)
        return 0;
    long bytes = constant_size(call->args.items[buffer + 1]), all;
    if (strncmp(name, "fwrite", strlen("fwrite")) != 0)
        return bytes;
    return buffer + 2 < call->args.len && !__builtin_mul_overflow(bytes, constant_size(call->args.items[buffer + 2]), &all) ? all : 0;
}

/* A pointer whose bytes are written to a file, or sent to somebody, may come back. */
void eval_written_to_file(struct builder *b, const struct cexpr *call, const char *name, const struct origins *args) {
    int i = argument_for_file(name);
    if (i < 0 || i >= call->args.len || b->flows->lowered || !is_pointer(call->args.items[i]->type))
        return;
    const struct cexpr *from = strip_casts(call->args.items[i]);
    struct ctype *t = is_pointer(from->type) ? from->type->target : NULL;
    const struct op *content = t && t->kind == CTYPE_RECORD ? content_of_buffers(b->arena, t) : NULL;
    long step = t && t->bytes > 1 && !content ? step_past(b, from, t, bytes_for_file(call, name, i)) : STAYS;
    bool all = goes_on_to_pointers(from, step);
    if (is_numbers(t) && !all)
        return;
    struct hole lost = lost_hole(b, call, FLOW_CALL_PARAMETER, "bytes of a pointer are written to a file");
    lost.type = content || all ? NULL : t && t->has_pointers ? t : is_byte(t) ? from->type : NULL;
    lost.ops = content ? content : op_new(b->arena, OP_LOAD, 0, NULL);
    if (step != STAYS)
        push_op(b, &lost, OP_SHIFT, step);
    vec_each(k, &args[i].list) fill_from(b, args[i].list.items[k].place, lost);
}

/* ---- functions over elements ---- */

static const struct element_function element_functions[] = {
    {"bsearch", 1, 3, false}, {"lfind", 1, 3, false}, {"lsearch", 1, 3, false}, {"qsort", 0, 2, true}, {"qsort_r", 0, 2, true},
};

const struct element_function *element_function(const struct builder *b, const struct cexpr *call, const char *name) {
    for (size_t i = 0; i < sizeof element_functions / sizeof *element_functions && !b->flows->lowered; i++) {
        const struct element_function *f = &element_functions[i];
        if (strcmp(name, f->name) == 0 && f->bytes < call->args.len && !is_numbers(pointee_before_casts(call->args.items[f->elements])))
            return f;
    }
    return NULL;
}

/* Any element may come to stand where another one was: *elements = *elements. Where an element is not what the pointer leads to, all that is in
 * the object may be mixed. */
void eval_permuted(struct builder *b, const struct cexpr *call, const struct element_function *f, const struct origins *elements) {
    struct ctype *type = pointee_before_casts(call->args.items[f->elements]);
    while (type && type->kind == CTYPE_ARRAY)
        type = type->target;
    long bytes = constant_size(call->args.items[f->bytes]);
    bool told = type && type->bytes > 1 && bytes > 0 && bytes % type->bytes == 0;
    vec_each(i, &elements->list) {
        struct place at = elements->list.items[i].place;
        if (at.address && told)
            continue; /* elements of an array are one */
        struct hole k = hole_to(pointed_at(b, at), told ? type : NULL, step_new(b, FLOW_ASSIGN, call, call->place, NULL));
        k.ops = op_new(b->arena, OP_LOAD, 0, NULL);
        fill_from(b, at, k);
    }
}

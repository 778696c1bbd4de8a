/* Where everything of an analysed program lives: its functions and their frames, its environments and what they capture, its
 * data and its heap; from the C tree (sizes, layouts, what points at what) and the verdicts (where). `outlive map` draws it. */
#ifndef OUTLIVE_MEMORY_H
#define OUTLIVE_MEMORY_H

#include "driver/road.h"
#include "plugin/ctree.h"

struct memory_function;
struct memory_object;

/* What holds the address of an object: a field of an environment (or of another record), or a variable. */
struct pointed_by {
    struct memory_object *object;
    int field; /* index in the record's fields; -1: the object itself, or some other part */
};

/* A field of a record that holds another object's address. */
struct points_to {
    int field;
    struct memory_object *object;
};

struct memory_object {
    const char *name;             /* Go's: x, func literal, &T{...} */
    const char *type;             /* Go's where it is known, else C's */
    const struct cvar *var;
    const struct verdict *verdict; /* NULL: a plain local, always on the stack */
    struct memory_function *function;
    long bytes;
    bool heap;
    bool in_loop;                 /* one for each time round */
    bool is_parameter;
    bool is_temporary;            /* made by the lowering, without a name in Go */
    struct memory_function *environment_of; /* an environment: of this closure body */
    VEC(struct points_to) points_to;
    VEC(struct pointed_by) pointed_by;
    int row;                      /* of the drawing */
};

struct memory_function {
    const char *name;             /* Go's: counter, counter.func1, T.Method */
    const char *type;             /* "func() int" */
    const struct func *go;
    const struct cfunc *c;
    struct memory_function *outer; /* literals: the function around it */
    int depth;                    /* literals inside literals; 0 for declared ones */
    struct memory_object *environment; /* the record its closures carry; NULL: captures nothing */
    VEC(struct memory_object *) objects; /* parameters first */
    long frame_bytes;             /* of objects that stay, and a pointer for each variable that does not */
};

struct memory_constant {
    const char *text;             /* as C writes it */
    long bytes;
};

struct memory {
    VEC(struct memory_function *) functions; /* outer ones before their literals, else in source order */
    VEC(struct memory_object *) globals;
    VEC(struct memory_object *) heap;        /* in source order */
    VEC(struct memory_constant) strings;     /* each text once */
};

struct memory *memory_of(struct road *r);

#endif

/* Between ctypes.c and ctypes_tables.c. */
#ifndef OUTLIVE_CTYPES_INTERNAL_H
#define OUTLIVE_CTYPES_INTERNAL_H

#include "transpiler/ctypes.h"

/* One Go type in C; identical Go types share it. */
struct c_type {
    struct type *type;
    const char *identity;
    const char *name;             /* as a type: "T *" */
    const char *word;             /* in names: "ptr_T" */
    const char *descriptor_word;  /* type_WORD: the same but for channels with a direction */
    struct c_type *same_as;       /* has the C type of this one */
    bool is_struct;               /* its name is the tag of a struct of its own */
    bool predefined;              /* in outlive.h */
    bool imported;                /* in the header of a package */
    bool mentioned, declared, completing;
    bool described, describing, described_ahead; /* its descriptor: written, under way, declared before that */
};

/* A struct of several results. */
struct results {
    const char *name;
    struct type *const *types;
    int count;
    bool declared, complete;
};

struct c_type *ctype_of(struct ctypes *c, struct type *t);          /* named, not yet mentioned */
void ctype_mention(struct ctypes *c, struct c_type *r);
struct results *ctypes_results_of(struct ctypes *c, const char *name, struct type *const *types, int count);
const char *ctypes_claim(struct ctypes *c, const char *base);       /* base, base_2, … whichever is free */
const char *ctype_params(struct ctypes *c, const struct type *f);   /* ", A, B" */
void ctypes_declare_published(struct ctypes *c, const struct package *p);
void ctypes_guard(struct ctypes *c, struct buf *b, const char *name);
void ctypes_end_guard(struct ctypes *c, struct buf *b);

#endif

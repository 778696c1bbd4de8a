/* Finding fields and methods: what lookup.c offers the checker beside the calls in types.h. */
#ifndef OUTLIVE_LOOKUP_H
#define OUTLIVE_LOOKUP_H

#include "transpiler/types.h"

/* lookup_field_or_method that also tells why there is none. */
struct selection *find_selection(struct arena *a, struct type *t, const char *name, const struct package *visible, bool *ambiguous);

/* Number of a field of struct type `s` itself, or of a method declared with type `named` itself; -1 where there is none. */
int field_index(struct arena *a, struct type *s, const char *name, const struct package *visible);
int declared_method_index(struct arena *a, struct type *named, const char *name, const struct package *visible);

bool method_has_pointer_receiver(const struct object *method);

/* The signature, without the receiver, of the method that was selected; NULL while its declaration is under way. */
struct type *selection_method_type(const struct selection *s);

/* Is the selected method in the method set of the type it was looked up in? Else it needs an addressable value. */
bool in_method_set(const struct selection *s);

/* The order of an interface's methods: by name, then by package where the name is not exported. */
int compare_methods(const struct method *x, const struct method *y);

struct missing_method {
    const struct method *wanted;
    struct selection *found; /* the method that has the name but cannot serve; NULL where there is none */
    bool pointer_receiver, wrong_type;
};

/* Does type t lack a method of interface i? dynamic: t is an interface too, and only methods that it has can be wrong (a type
 * assertion). Requires that the signatures of t's methods are known. */
bool find_missing_method(struct arena *a, struct type *t, struct type *i, bool dynamic, struct missing_method *missing);

#endif

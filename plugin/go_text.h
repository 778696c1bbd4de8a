/* Expressions of lowered Go as Go text, for the Go compiler's lines and remarks. (docs/lowered-form.md says what each form was.) */
#ifndef OUTLIVE_GO_TEXT_H
#define OUTLIVE_GO_TEXT_H

#include "plugin/flow.h"

/* Without what C alone needs: casts, checks for nil and bounds, temporaries that are assigned once. */
const struct cexpr *go_bare(const struct cexpr *e);

/* The array or slice that an index expression indexes; NULL where it is a bare pointer. */
const struct cexpr *go_indexed(const struct cexpr *e);

/* Is it one of the operations behind `append`? */
bool go_appends(const struct cfunc *f);

enum go_slicing { NO_SLICE, SLICE_OF_SLICE, SLICE_OF_ARRAY };

/* `s[i:j]`: a call of a slicing operation. */
enum go_slicing go_slicing(const struct cexpr *e);

/* What is sliced, as Go has it: the slice, or the pointer to the array; NULL for an array that is no pointer's. */
const struct cexpr *go_sliced(const struct cexpr *call);

/* The site of a Go expression that `e` is the value or address of: of `&env1`, `{fn, &env1}`, `{args1.at, 1, 1}`,
 * `{&type_int, &box1}`. NULL where it is something else. Known once the unit's sites are. */
const struct location *go_site(const struct cexpr *e);

/* The same for an object: the site that a variable, or a part of one, is in. */
const struct location *go_site_around(const struct cexpr *lvalue);

/* Is it the environment of the literal that `e` stands in? */
bool is_own_environment(const struct cexpr *e);

/* A method or function as Go calls it: "(*T).M", "append", "fmt.Println". */
const char *go_function_text(struct arena *a, const struct cfunc *f);

/* The name of a Go variable or field, without the `_2` or `_` that lowering puts behind names that would clash. */
const char *go_name_of(struct arena *a, const char *c_name);

/* The expression in Go: "e.undo", "append(show, func literal)", "fmt.Println(... argument...)". Cut off with "…" where it is
 * nested deep. */
const char *go_text(struct arena *a, const struct cexpr *e);

/* "[]*T" for slice_ptr_T, as type descriptors are called. */
const char *go_type_text(struct arena *a, const char *c_name);

/* "[2]*int{...}" */
const char *go_literal_text(struct arena *a, const struct ctype *t);

#endif

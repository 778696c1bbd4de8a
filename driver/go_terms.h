/* What the C of a lowered program calls things, back in Go's words: for messages of the checker, which knows the C alone. */
#ifndef OUTLIVE_GO_TERMS_H
#define OUTLIVE_GO_TERMS_H

#include "transpiler/ast.h"
#include "transpiler/transpiler.h"

struct go_terms;

/* For a program that was just lowered to `l`. */
struct go_terms *go_terms_of(struct arena *a, const struct go_program *p, const struct lowered *l);

/* The text with the names it quotes in Go's words: 'fmt_Println' is 'fmt.Println', 'slice_int_append' 'append'. NULL terms:
 * as it is. */
const char *in_go_terms(const struct go_terms *t, const char *text);

/* A line of -m=2 with the names that C gives to what packages declare in Go's words: `notmain_Sink` of the package that is asked about is
 * `Sink`, `geometry_Area` of another `geometry.Area`. */
const char *without_package_prefixes(const struct go_terms *t, const char *line);

/* counter, counter.func1, T.Method, (*T).Method. Requires that the program was lowered. */
const char *go_function_name(struct arena *a, const struct package *relative_to, const struct func *f);

/* Its name in C; NULL where it was not lowered. */
const char *c_function_name(const struct func *f);

#endif

/* Go source in, syntax tree out (spec: Source file organization). */
#ifndef OUTLIVE_PARSE_H
#define OUTLIVE_PARSE_H

#include "transpiler/ast.h"

/* Parses one file. Errors go to `diags`, at most one a line, in the Go compiler's wording; what could be understood around
 * them is in the tree, which has no holes: where an expression is missing there is an EXPR_BAD. Never returns NULL.
 * Names are interned, so that equal ones have equal addresses. */
struct file *parse_file(struct arena *a, struct names *names, struct source *source, struct diags *diags);

#endif

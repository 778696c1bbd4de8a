/* Type checking of one package (spec: all of it but lexical elements and generics). */
#ifndef OUTLIVE_CHECK_H
#define OUTLIVE_CHECK_H

#include "transpiler/types.h"

struct check_options {
    bool bodies;        /* false: signatures, types and package-level values only; enough for packages that are imported */
    bool unused;        /* report what is declared or imported and not used; off for packages that are not the user's */
    bool complete;      /* functions without a body are errors, since nothing else is linked that could have them */
    const char *lang;   /* "go1.21" as the user gave it, for "requires go1.N" messages; may be NULL */
};

/* Checks package `p` and writes types, values, objects, selections and scopes into its tree, its method tables, its list of
 * functions and its order of initialisation.
 *
 * Every import declaration's `imported` was set before by the caller to a package that went through here itself; NULL means
 * that it could not be loaded and that this was reported, and makes the names it would bring unknown in silence. The package
 * "unsafe" needs no loading: its declarations are found here. Each file's go_minor is the language version in force.
 *
 * Mistakes go to `diags` in the Go compiler's words and places. Returns whether there was none; after an error the tree is
 * complete enough to be dumped and walked, but not to be lowered. */
bool check_package(struct arena *a, struct package *p, const struct check_options *options, struct diags *diags);

/* What -dump=types prints: every declaration with its objects, then each function body's expressions with mode, type, value
 * and selection, in source order. (types_dump.c) */
void dump_types(const struct package *p, struct buf *out);

#endif

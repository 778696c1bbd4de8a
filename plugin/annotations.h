/* What attributes and the table of the C library say: sites, flows, names of results. Texts: docs/lowered-form.md. */
#ifndef OUTLIVE_ANNOTATIONS_H
#define OUTLIVE_ANNOTATIONS_H

#include "plugin/flow.h"

/* The parts of a site's text `[file:]line:col:name[ #n]`. */
struct site_text {
    const char *id;
    const char *file; /* NULL where there is none */
    int line, col;
    const char *name; /* without the ` #n` that tells equal ones apart */
};

/* The text of the first annotation that starts with `key` ("outlive.site="), after it; NULL where there is none. */
const char *annotation(const struct cattrs *attrs, const char *key);

/* Reads a site's text. A text of another form is all name. */
struct site_text site_parse(struct arena *a, const char *text);

/* What a lowered function is called in Go where the two differ: main for go_main. */
const char *shown_function(const char *c_name);

/* A Go identifier, as opposed to the text of an expression. */
bool is_identifier(const char *name);

/* Fills in flows, flows_declared, returns_memory and result_names of a function, from its attributes, those of its parameters,
 * and, where it is only declared, from the table of the C library. Places in FLOWS texts ("result.r1", "at NAME") are resolved by
 * the function's type and parameters; what can't be resolved leaves the parameter unknown: assumed to flow to the heap. */
void function_read_annotations(struct arena *a, struct function *f);

/* ---- the C library (library.c) ---- */

/* Functions of C libraries that are called by name and only declared. */
struct library_function {
    const char *name;
    const char *flows;  /* one FLOWS text per parameter, ';' between; one more for `...` */
    bool returns_memory;
};
/* The row of `f`, which is only declared; NULL: there is none, or it may be another function of that name. */
const struct library_function *library_find(const struct cfunc *f);

#endif

/* The first half of the road: Go source in, lowered C out. Knows nothing of clang. */
#ifndef OUTLIVE_TRANSPILER_H
#define OUTLIVE_TRANSPILER_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/verdict.h"

struct package;
struct object;
struct expr;

struct go_options {
    const char *lang;        /* "go1.21"; NULL: a //go:build line, go.mod, or the newest, in this order (design page) */
    const char *library;     /* folder of the Go packages that come with the tool (runtime/lib) */
    bool to_run;             /* it must be a program: package main, with a function main */
    struct buf *dump_tokens, *dump_ast, *dump_types, *dump_captures; /* not NULL: the stage's dump is added here */
};

struct go_program {
    struct arena *arena;
    struct package *main;                 /* or the library package, when one is lowered for the runtime */
    VEC(struct package *) packages;       /* all that are loaded, imported ones first */
    struct diags *diags;
};

/* scan, parse, check types, find captures. Errors go to `diags`; NULL is returned if there was any. */
struct go_program *go_load(struct arena *a, const char *const *files, int file_count, const struct go_options *options,
                           struct diags *diags);

enum storage {
    STORAGE_STACK,   /* every object a local: the form that is analysed */
    STORAGE_HEAP,    /* every object on the heap: the oracle of output */
    STORAGE_DECIDED, /* by verdicts */
};

/* One line of the lowered C that came from Go: for translating C places back. */
struct line_origin {
    struct pos pos; /* line 0: none */
};

/* Where the C of a Go expression begins. */
struct expression_origin {
    int line, col;                        /* in the C text, from 1 */
    const struct expr *go;
};

/* An assignment or definition: where its text starts, and its operator, which is its place to the Go compiler. */
struct assignment_origin {
    struct pos start, op;
};

/* A Go variable as the C has it, so that tools can speak of it in Go terms. C locals that are not listed were made by the
 * lowering (temporaries, the records behind literals). */
struct lowered_variable {
    const char *function; /* C name; NULL at file scope */
    const char *c_name;
    const struct object *variable;
};

struct lowered {
    struct buf c;                         /* the C text */
    struct buf header;                    /* library packages: prototypes and types for importers */
    VEC(struct line_origin) lines;        /* index: C line - 1 */
    /* Where lower_options.expression_origins asked for them: */
    VEC(struct expression_origin) expressions; /* in order of the C text, outer ones first */
    VEC(struct assignment_origin) assignments; /* in no order */
    VEC(struct lowered_variable) variables;
};

struct lower_options {
    enum storage storage;
    const struct verdicts *verdicts;      /* STORAGE_DECIDED */
    bool line_directives;                 /* #line */
    bool expression_origins;              /* without line_directives only */
    bool library_package;                 /* lower program->main as a library: external linkage for exported names, a header too */
    const char *c_file;                   /* name of the C file, for #line when it returns to C */
};

/* Lowers the packages of the program that are no library ones (or the library package itself). Errors (what the subset lacks)
 * go to program->diags; NULL then. */
struct lowered *go_lower(struct go_program *p, const struct lower_options *options);

#endif

/* What the user asked for: the command line, spelled as in the Go toolchain. */
#ifndef OUTLIVE_OPTIONS_H
#define OUTLIVE_OPTIONS_H

#include "base/vec.h"
#include "plugin/checker.h"
#include "transpiler/transpiler.h"

#include <stdbool.h>

/* Exit status of all commands (`run` passes on that of the program it ran). */
enum status {
    STATUS_OK = 0,
    STATUS_ERRORS = 1, /* the input has errors, or -Werror found something, or the machine lacks something */
    STATUS_USAGE = 2,  /* the command line is wrong */
};

/* name, spelling, what stands behind it in the usage line, one line of help */
#define COMMANDS(X)                                                                                                        \
    X(RUN, "run", "[flags] FILE.go... [-- ARGS]", "lower, check, compile and run a program")                               \
    X(BUILD, "build", "[-o EXE] [flags] FILE.go...", "the same, and keep the executable")                                  \
    X(LOWER, "lower", "[-o OUT.c] [flags] FILE.go...", "write the C that a program becomes")                               \
    X(CHECK, "check", "[flags] FILE.go... | FILE.c... [-- CLANG-ARGS]", "tell which objects outlive their frame, and why") \
    X(WHY, "why", "[flags] FILE:LINE[:COL][:NAME] [FILE.go...] [-- CLANG-ARGS]", "tell the whole story of an object: where its address goes") \
    X(MAP, "map", "[flags] FILE.go...", "draw where everything lives: code, data, stack, heap")                            \
    X(HELP, "help", "[COMMAND]", "say how a command is used")                                                              \
    X(VERSION, "version", "", "say what this is, and which clang it goes with")
enum command {
#define X(name, spelling, usage, help) COMMAND_##name,
    COMMANDS(X)
#undef X
};
const char *command_name(enum command c);

/* What -dump can print; in order of the road. */
#define DUMPS(X)                                                                           \
    X(TOKENS, "tokens")     /* of the scanner */                                           \
    X(AST, "ast")           /* of the parser */                                            \
    X(TYPES, "types")       /* the tree with types, values and objects */                  \
    X(CAPTURES, "captures") /* what literals capture, and how */                           \
    X(CTREE, "ctree")       /* the C tree that was imported */                             \
    X(FLOW, "flow")         /* the flow graph as text */                                   \
    X(DOT, "dot")           /* the flow graph for Graphviz */                              \
    X(VERDICTS, "verdicts") /* every field of every verdict */
enum dump {
#define X(name, spelling) DUMP_##name,
    DUMPS(X)
#undef X
    DUMP_COUNT
};

enum heap { HEAP_BOEHM, HEAP_NONE };

/* The objects that `why` is asked for: those on a line, or one of them. */
struct asked {
    const char *file;
    int line;
    int col;          /* 0: any */
    const char *name; /* NULL: any */
};

struct options {
    enum command command;
    VEC(const char *) files; /* .go or .c, never both */
    bool files_are_c;        /* `check` and `why` only */
    struct asked asked;      /* `why` only; without further files, its file is the program */
    VEC(const char *) rest;  /* what stood behind "--" */
    const char *help_about;  /* `help COMMAND`; NULL: all of them */

    const char *lang;        /* "go1.21"; NULL: as the files and go.mod say */
    const char *output;      /* -o; NULL: the command's default */
    const char *header;      /* -header, with -package */
    const char *verdicts;    /* -verdicts; NULL: those that are found */
    bool library_package;    /* -package */
    enum storage storage;
    enum model model;
    enum heap heap;
    int gc_lines;            /* -m: 1, -m=2: 2; 0: none */
    bool dumps[DUMP_COUNT];
    bool any_dump;
    bool line_directives;
    bool json, sarif;
    bool warnings_are_errors, no_warnings;
};

/* Reads the command line. Wrong usage is told on standard error in one line, and STATUS_USAGE returned; `-h` and `-help` turn
 * the command into `help` about itself. */
enum status options_read(struct arena *a, int argc, char **argv, struct options *o);

/* What `outlive help` prints: all commands, or (o->help_about) one of them with its flags. Unknown ones are STATUS_USAGE. */
enum status options_help(const struct options *o);

#endif

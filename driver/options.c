#include "driver/options.h"

#include <ctype.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- the tables ---- */

static const struct {
    const char *name, *usage, *help;
} commands[] = {
#define X(name, spelling, usage, help) {spelling, usage, help},
    COMMANDS(X)
#undef X
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

const char *command_name(enum command c) {
    return commands[c].name;
}

static const char *const dump_names[] = {
#define X(name, spelling) spelling,
    DUMPS(X)
#undef X
};

/* Which commands take a flag. */
enum {
    RUN = 1 << COMMAND_RUN,
    BUILD = 1 << COMMAND_BUILD,
    LOWER = 1 << COMMAND_LOWER,
    CHECK = 1 << COMMAND_CHECK,
    WHY = 1 << COMMAND_WHY,
    MAP = 1 << COMMAND_MAP,
    ANY = RUN | BUILD | LOWER | CHECK | WHY | MAP,
};

enum argument { WITHOUT, OPTIONAL, REQUIRED };

/* name, spelling, does it take a value, which commands have it, its value in help, one line of help */
#define FLAGS(X)                                                                                                       \
    X(LANG, "lang", REQUIRED, ANY, "go1.N", "language version; else what //go:build or go.mod say, else the newest")  \
    X(MODEL, "model", REQUIRED, ANY, "precise|gc", "how closely pointers are followed; gc: as the Go compiler does")   \
    X(M, "m", OPTIONAL, RUN | BUILD | LOWER | CHECK, "2", "print the Go compiler's lines about escapes; 2: with flows") \
    X(WERROR, "Werror", WITHOUT, CHECK, NULL, "warnings are errors: status 1 if there is one")                         \
    X(NO_WARNINGS, "w", WITHOUT, CHECK, NULL, "no warnings")                                                           \
    X(JSON, "json", WITHOUT, CHECK, NULL, "the verdicts as JSON on standard output")                                   \
    X(SARIF, "sarif", WITHOUT, CHECK, NULL, "the warnings as SARIF 2.1.0 on standard output")                          \
    X(OUTPUT, "o", REQUIRED, BUILD | LOWER, "FILE", "where the result goes")                                           \
    X(STORAGE, "storage", REQUIRED, RUN | BUILD | LOWER, "decided|stack|heap", "where objects live; decided: by verdict") \
    X(VERDICTS, "verdicts", REQUIRED, LOWER, "FILE", "where objects live as check -json tells, or an edited copy of it")      \
    X(LINE, "line", OPTIONAL, RUN | BUILD | LOWER, "false", "#line directives, so that debuggers show the Go source")  \
    X(GC, "gc", REQUIRED, RUN | BUILD, "boehm|none", "what is under the heap: the Boehm collector, or plain malloc")   \
    X(PACKAGE, "package", WITHOUT, LOWER, NULL, "lower a library package, with a header for its importers")            \
    X(HEADER, "header", REQUIRED, LOWER, "FILE", "where that header goes")                                             \
    X(DUMP, "dump", REQUIRED, LOWER | CHECK, "WHAT", "print what a stage made instead of the result")                  \
    X(HELP, "help", WITHOUT, ANY, NULL, "say how the command is used")                                                 \
    X(H, "h", WITHOUT, ANY, NULL, NULL)
enum flag {
#define X(name, spelling, argument, commands, value, help) FLAG_##name,
    FLAGS(X)
#undef X
};

static const struct {
    const char *name;
    enum argument argument;
    int commands;
    const char *value, *help;
} flags[] = {
#define X(name, spelling, argument, commands, value, help) {spelling, argument, commands, value, help},
    FLAGS(X)
#undef X
};
enum { FLAG_COUNT = sizeof flags / sizeof *flags };

/* ---- wrong usage ---- */

__attribute__((format(printf, 2, 3))) static enum status wrong_usage(const struct options *o, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fprintf(stderr, "outlive %s: ", commands[o->command].name);
    vfprintf(stderr, format, args);
    fprintf(stderr, " (see outlive help %s)\n", commands[o->command].name);
    va_end(args);
    return STATUS_USAGE;
}

/* ---- values of flags ---- */

/* The index of `value` in the |-separated list of a flag's possible values; -1 where it is none of them. */
static int chosen(const char *list, const char *value) {
    for (int i = 0;; i++) {
        size_t n = strcspn(list, "|");
        if (strlen(value) == n && !strncmp(list, value, n))
            return i;
        if (!list[n])
            return -1;
        list += n + 1;
    }
}

/* "go1.21", or "go1.21.3" as a go.mod may have it; the language is older than modules never (go1.0 has no such flag). */
static bool is_language_version(const char *s) {
    if (strncmp(s, "go1.", 4) || !isdigit((unsigned char)s[4]))
        return false;
    int dots = 0;
    for (s += 4; *s; s++) {
        if (*s == '.' ? ++dots > 1 || !isdigit((unsigned char)s[1]) : !isdigit((unsigned char)*s))
            return false;
    }
    return true;
}

static enum status set_dumps(struct options *o, const char *list) {
    while (*list) {
        size_t n = strcspn(list, ",");
        int found = -1;
        for (int i = 0; i < DUMP_COUNT; i++)
            if (strlen(dump_names[i]) == n && !strncmp(list, dump_names[i], n))
                found = i;
        if (found < 0)
            return wrong_usage(o, "there is nothing to dump called %.*s", (int)n, list);
        o->dumps[found] = o->any_dump = true;
        list += n + (list[n] == ',');
    }
    return STATUS_OK;
}

/* A flag that is on or off: -json, or -json=false. */
static enum status set_switch(const struct options *o, enum flag f, const char *value, bool *where) {
    int on = value ? chosen("false|true", value) : 1;
    if (on < 0)
        return wrong_usage(o, "-%s is either true or false, not %s", flags[f].name, value);
    *where = on;
    return STATUS_OK;
}

static enum status set_choice(const struct options *o, enum flag f, const char *value, int *where) {
    *where = chosen(flags[f].value, value);
    if (*where < 0)
        return wrong_usage(o, "-%s is one of %s, not %s", flags[f].name, flags[f].value, value);
    return STATUS_OK;
}

static enum status set_flag(struct options *o, enum flag f, const char *value) {
    enum status status = STATUS_OK;
    int choice = 0;
    switch (f) {
    case FLAG_LANG:
        o->lang = value;
        return is_language_version(value) ? STATUS_OK
                                          : wrong_usage(o, "-lang is a Go version like go1.21, not %s", value);
    case FLAG_MODEL:
        status = set_choice(o, f, value, &choice);
        o->model = choice == 0 ? MODEL_PRECISE : MODEL_GC;
        return status;
    case FLAG_M:
        choice = value ? chosen("0|1|2|true|false", value) : 1;
        o->gc_lines = choice == 3 ? 1 : choice == 4 ? 0 : choice;
        return choice >= 0 ? STATUS_OK : wrong_usage(o, "-m goes from 0 to 2, it can't be %s", value);
    case FLAG_WERROR:
        return set_switch(o, f, value, &o->warnings_are_errors);
    case FLAG_NO_WARNINGS:
        return set_switch(o, f, value, &o->no_warnings);
    case FLAG_JSON:
        return set_switch(o, f, value, &o->json);
    case FLAG_SARIF:
        return set_switch(o, f, value, &o->sarif);
    case FLAG_OUTPUT:
        o->output = value;
        return *value ? STATUS_OK : wrong_usage(o, "-o needs the name of a file");
    case FLAG_STORAGE:
        status = set_choice(o, f, value, &choice);
        o->storage = choice == 0 ? STORAGE_DECIDED : choice == 1 ? STORAGE_STACK : STORAGE_HEAP;
        return status;
    case FLAG_VERDICTS:
        o->verdicts = value;
        return *value ? STATUS_OK : wrong_usage(o, "-verdicts needs the name of a file");
    case FLAG_LINE:
        return set_switch(o, f, value, &o->line_directives);
    case FLAG_GC:
        status = set_choice(o, f, value, &choice);
        o->heap = choice == 0 ? HEAP_BOEHM : HEAP_NONE;
        return status;
    case FLAG_PACKAGE:
        return set_switch(o, f, value, &o->library_package);
    case FLAG_HEADER:
        o->header = value;
        return *value ? STATUS_OK : wrong_usage(o, "-header needs the name of a file");
    case FLAG_DUMP:
        return set_dumps(o, value);
    case FLAG_HELP:
    case FLAG_H:
        o->help_about = commands[o->command].name;
        o->command = COMMAND_HELP;
        return STATUS_OK;
    }
    die("there is no flag %d", (int)f);
}

static int find_command(const char *name) {
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (!strcmp(commands[i].name, name))
            return i;
    return -1;
}

/* ---- help ---- */

static void print_commands(FILE *out) {
    fputs("outlive tells which variables a closure keeps alive, and builds Go programs by it.\n\nusage:\n", out);
    for (int i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  outlive %-8s %s\n", commands[i].name, commands[i].help);
    fputs("\n`outlive help COMMAND` has the flags. Status: 0 fine, 1 errors in the input, 2 wrong usage.\n", out);
}

static void print_flags(int command) {
    bool any = false;
    for (int i = 0; i < FLAG_COUNT; i++) {
        if (!(flags[i].commands & 1 << command) || !flags[i].help)
            continue;
        if (!any)
            puts("\nflags:");
        any = true;
        char word[64];
        bool optional = flags[i].argument == OPTIONAL;
        snprintf(word, sizeof word, flags[i].value ? optional ? "%s[=%s]" : "%s=%s" : "%s", flags[i].name, flags[i].value);
        printf("  -%-28s %s\n", word, flags[i].help);
    }
    if (flags[FLAG_DUMP].commands & 1 << command) {
        printf("\nWHAT is any of");
        for (int i = 0; i < DUMP_COUNT; i++)
            printf("%s%s", i ? ", " : " ", dump_names[i]);
        puts(".");
    }
}

enum status options_help(const struct options *o) {
    if (!o->help_about) {
        print_commands(stdout);
        return STATUS_OK;
    }
    int command = find_command(o->help_about);
    if (command < 0)
        return wrong_usage(o, "there is no command %s", o->help_about);
    printf("usage: outlive %s%s%s\n\n%s.\n", commands[command].name, *commands[command].usage ? " " : "",
           commands[command].usage, commands[command].help);
    print_flags(command);
    return STATUS_OK;
}

/* ---- the command line ---- */

static bool ends_with(const char *s, const char *end) {
    size_t n = strlen(s), m = strlen(end);
    return n > m && !strcmp(s + n - m, end);
}

/* The words behind the command and before "--": flags and files in any order. getopt does the splitting; what it would
 * forgive and the Go toolchain does not (abbreviated names), is refused here. */
static enum status read_words(struct arena *a, struct options *o, int argc, char **argv) {
    enum { FIRST_FLAG = 256 }; /* past the characters that getopt itself returns */
    struct option known[FLAG_COUNT + 1] = {0};
    for (int i = 0; i < FLAG_COUNT; i++) {
        /* Switches take =true and =false, as in the Go toolchain. */
        int has_arg = flags[i].argument == REQUIRED ? required_argument : optional_argument;
        known[i] = (struct option){flags[i].name, has_arg, NULL, FIRST_FLAG + i};
    }
    int command = 1 << o->command;
    optind = 0; /* makes glibc start anew */
    for (int at = 1; at < argc; at = optind) {
        if (argv[at][0] != '-' || !argv[at][1]) {
            vec_push(a, &o->files, argv[at]);
            optind = at + 1;
            continue;
        }
        const char *word = argv[at] + (argv[at][1] == '-' ? 2 : 1);
        size_t name_length = strcspn(word, "=");
        int result = getopt_long_only(argc, argv, "+:", known, NULL);
        if (result == ':')
            return wrong_usage(o, "flag -%.*s needs a value", (int)name_length, word);
        int found = result - FIRST_FLAG;
        if (found < 0 || strlen(flags[found].name) != name_length || !(flags[found].commands & command))
            return wrong_usage(o, "unknown flag -%.*s", (int)name_length, word);
        enum status status = set_flag(o, (enum flag)found, optarg);
        if (status != STATUS_OK || o->command == COMMAND_HELP)
            return status;
    }
    return STATUS_OK;
}

/* A slip of the hand that would cost the user a source: -o before it, and nothing else. */
static const char *overwritten_input(const struct options *o) {
    const char *const outputs[] = {o->output, o->header};
    struct stat out, in;
    for (int i = 0; i < 2; i++)
        vec_each(k, &o->files)
            if (outputs[i] && !stat(outputs[i], &out) && !stat(o->files.items[k], &in) && S_ISREG(in.st_mode) &&
                out.st_dev == in.st_dev && out.st_ino == in.st_ino)
                return outputs[i];
    return NULL;
}

/* The number at *s, which goes on behind it and a colon; 0 where there is none, and *s stays. */
static int number_at(const char **s) {
    char *end;
    if (!isdigit((unsigned char)**s))
        return 0;
    long n = strtol(*s, &end, 10);
    if ((*end && *end != ':') || n > INT_MAX)
        return 0;
    *s = *end ? end + 1 : end;
    return (int)n;
}

/* The first word of `why`, FILE:LINE[:COL][:NAME]: the file ends with its .go or .c, so names may have colons. */
static enum status read_asked(struct arena *a, struct options *o) {
    if (!o->files.len)
        return wrong_usage(o, "which object? say FILE:LINE or FILE:LINE:NAME");
    const char *word = o->files.items[0], *colon = word;
    while ((colon = strchr(colon, ':'))) {
        const char *file = arena_strndup(a, word, (size_t)(colon - word)), *rest = ++colon;
        int line = ends_with(file, ".go") || ends_with(file, ".c") ? number_at(&rest) : 0;
        if (!line)
            continue;
        int col = number_at(&rest);
        o->asked = (struct asked){file, line, col, *rest ? rest : NULL};
        if (o->files.len == 1) {
            o->files.items[0] = file;
        } else {
            o->files.len--;
            memmove(o->files.items, o->files.items + 1, sizeof *o->files.items * (size_t)o->files.len);
        }
        return STATUS_OK;
    }
    return wrong_usage(o, "%s is no FILE:LINE or FILE:LINE:NAME", word);
}

static bool takes_c(const struct options *o) {
    return o->command == COMMAND_CHECK || o->command == COMMAND_WHY;
}

/* What no single flag can see. */
static enum status check_words(struct options *o) {
    if (!o->files.len)
        return wrong_usage(o, "which file?");
    int go = 0, c = 0;
    vec_each(i, &o->files) {
        const char *file = o->files.items[i];
        go += ends_with(file, ".go");
        c += ends_with(file, ".c");
        if (!ends_with(file, ".go") && !(ends_with(file, ".c") && takes_c(o)))
            return wrong_usage(o, "%s is no %s file", file, takes_c(o) ? ".go or .c" : ".go");
    }
    if (go && c)
        return wrong_usage(o, "either .go files or .c files, not both");
    o->files_are_c = c > 0;
    if (o->command == COMMAND_WHY && c && (c > 1 || strcmp(o->files.items[0], o->asked.file)))
        return wrong_usage(o, "a C file is a unit of its own: only one can be asked about");
    if (o->rest.len && o->command != COMMAND_RUN && !o->files_are_c)
        return wrong_usage(o, "nothing may stand behind --");
    if (o->json + o->sarif + (o->gc_lines > 0) > 1)
        return wrong_usage(o, "only one of -m, -json and -sarif");
    if (o->library_package != (o->header != NULL) || (o->library_package && !o->output))
        return wrong_usage(o, "-package, -header and -o go together");
    if (o->verdicts && o->storage != STORAGE_DECIDED)
        return wrong_usage(o, "-verdicts is followed by -storage=decided only");
    const char *lost = overwritten_input(o);
    if (lost)
        return wrong_usage(o, "the result would replace %s, which is read", lost);
    for (int d = 0; o->files_are_c && d <= DUMP_CAPTURES; d++)
        if (o->dumps[d])
            return wrong_usage(o, "C files have no %s to dump", dump_names[d]);
    return STATUS_OK;
}

enum status options_read(struct arena *a, int argc, char **argv, struct options *o) {
    *o = (struct options){.command = COMMAND_HELP, .storage = STORAGE_DECIDED};
    if (argc < 2) {
        print_commands(stderr);
        return STATUS_USAGE;
    }
    const char *first = argv[1];
    if (!strcmp(first, "-h") || !strcmp(first, "-help") || !strcmp(first, "--help"))
        return STATUS_OK;
    int command = find_command(first);
    if (command < 0) {
        fprintf(stderr, "outlive: unknown command %s (see outlive help)\n", first);
        return STATUS_USAGE;
    }
    o->command = (enum command)command;
    if (o->command == COMMAND_HELP || o->command == COMMAND_VERSION) {
        int most = o->command == COMMAND_HELP ? 3 : 2;
        if (argc > most)
            return wrong_usage(o, "too many words: %s", argv[most]);
        o->help_about = argc == 3 ? argv[2] : NULL;
        return STATUS_OK;
    }
    o->line_directives = o->command == COMMAND_RUN || o->command == COMMAND_BUILD;

    int words = 2;
    while (words < argc && strcmp(argv[words], "--"))
        words++;
    for (int i = words + 1; i < argc; i++)
        vec_push(a, &o->rest, argv[i]);
    enum status status = read_words(a, o, words - 1, argv + 1);
    if (status == STATUS_OK && o->command == COMMAND_WHY)
        status = read_asked(a, o);
    return status != STATUS_OK || o->command == COMMAND_HELP ? status : check_words(o);
}

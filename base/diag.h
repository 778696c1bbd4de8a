/* The one door for the user's mistakes (the one for ours is base/die.h).
 *
 * Stages report and go on; the driver prints what was collected, sorted by place, at most ten errors and then
 * "too many errors", and turns it into an exit status. A stage never prints. */
#ifndef OUTLIVE_DIAG_H
#define OUTLIVE_DIAG_H

#include "die.h"
#include "map.h"
#include "pos.h"
#include "vec.h"

#include <stdbool.h>
#include <stdio.h>

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE };

/* Text starts in lower case, quotes names where the Go compiler does, and has no final full stop. */
struct diag {
    enum severity severity;
    struct pos pos; /* line 0: the file as a whole (or, without a source, the command) */
    const char *text;
    VEC(struct diag) notes;
};

struct diags {
    struct arena *arena;
    VEC(struct diag) list;
    int errors;
    struct map seen;     /* "file:line:text" of every error */
    bool newest_dropped; /* the newest error was one of those: its notes are dropped too */
};

/* Adds an error at `pos`; a second error at the same file and line with the same text is dropped. */
void error_at(struct diags *d, struct pos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Adds a note to the newest diagnostic. */
void note_at(struct diags *d, struct pos pos, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Prints `file:line:col: text` lines sorted by place (file in order of first mention), notes indented by a tab as the Go
 * compiler does, no more than ten errors (0 = all) and then "too many errors". */
void diags_print(const struct diags *d, FILE *out, int most_errors);

#endif

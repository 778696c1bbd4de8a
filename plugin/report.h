/* Texts made from verdicts, shared by the driver and the plugin. Positions are printed as given by `where`: the driver maps C
 * places back to Go ones, the plugin uses clang's own. */
#ifndef OUTLIVE_REPORT_H
#define OUTLIVE_REPORT_H

#include "base/buf.h"
#include "base/verdict.h"

/* Where a message is shown: file, line, column, ready to print. */
struct shown_place {
    const char *file;
    int line, col;
};

/* Host's translation of a C place for the user (identity of the presumed place where there is none better). */
struct place_map {
    struct shown_place (*show)(void *context, const struct c_place *place);
    /* The place of an operation; NULL: that of its c_place is the best there is. */
    struct shown_place (*show_step)(void *context, const struct flow_step *step);
    /* Its text; NULL: step->expression. */
    const char *(*step_text)(void *context, const struct flow_step *step);
    void *context;
};

/* The Go compiler's lines, in its order where it has one (sorted by file, line, column otherwise): "moved to heap: x",
 * "X escapes to heap", "X does not escape", "leaking param: p …". level 2 adds the flow:/from lines before each verdict.
 * file: the name used where a verdict has no Go file of its own. Texts: gc-escape reference, sections 13 and 14. */
void report_gc_lines(const struct verdicts *v, const char *file, int level, const struct place_map *places, struct buf *out);

/* One warning with notes, for a clang-shaped message: text of the warning, and for each step of the path a note. Only heap
 * verdicts that need storage (bytes != 0) and are no by-nature ones have a warning. */
struct message {
    struct c_place place;
    const char *text;
};
struct warning {
    const struct verdict *verdict;
    struct message head;          /* "'count' must be heap-allocated: it outlives 'counter'" */
    VEC(struct message) notes;    /* "captured here by reference by a func literal" … */
};
struct warnings {
    VEC(struct warning) list;
};
/* What one flow does, in words, and where: how `what` ("its address", "'p'") comes to be held by the flow's destination. The place has
 * line 0 where the flow has no step in the text. */
struct message report_flow(struct arena *a, const struct flow *f, const char *what);

/* An object as a sentence names it: `'count'`, `the func literal`. */
const char *report_name(struct arena *a, const struct verdict *v);

/* The name of a flow's end without "{storage for …}". */
const char *report_plain_name(struct arena *a, const char *shown);

struct warnings report_warnings(struct arena *a, const struct verdicts *v);

#endif

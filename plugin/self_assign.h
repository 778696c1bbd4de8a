/* Assignments of an object's parts to each other, which the Go compiler leaves out of its graph. */
#ifndef OUTLIVE_SELF_ASSIGN_H
#define OUTLIVE_SELF_ASSIGN_H

#include "plugin/flow.h"

/* `assign` is `b.p = b.q`, `b.s[i] = b.s[j]` or `b.buf = b.buf[i:j]` in lowered form, with one b on both sides. */
bool is_self_assignment(const struct cexpr *assign);

/* The Go text of the assignment: "b.buf = b.buf[1:2]". */
const char *self_assignment_text(struct arena *a, const struct cexpr *assign);

#endif

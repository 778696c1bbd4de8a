/* Results for programs to read: JSON of all verdicts, and SARIF 2.1.0 of the warnings. docs/flags.md has the fields. */
#ifndef OUTLIVE_STRUCTURED_H
#define OUTLIVE_STRUCTURED_H

#include "driver/road.h"

struct structured;

struct structured *structured_new(struct arena *a, bool sarif);

/* Adds all verdicts of a unit that was analysed (JSON). */
void structured_add_verdicts(struct structured *s, const struct road *r);

/* Adds a unit's warnings (SARIF). */
void structured_add_warnings(struct structured *s, const struct road *r, const struct warnings *w);

/* Prints the whole on standard output and frees it. Returns whether it could be written. */
bool structured_print(struct structured *s);

#endif

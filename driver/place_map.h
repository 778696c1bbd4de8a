/* C places of lowered programs, back to the Go source they came from. */
#ifndef OUTLIVE_PLACE_MAP_H
#define OUTLIVE_PLACE_MAP_H

#include "plugin/report.h"
#include "transpiler/transpiler.h"

/* Shows places of the lowered text `c_file` as those of the Go source its lines came from; what has no Go origin (headers, the
 * skeleton of the file) as it is. `l` NULL: everything as it is, #line followed. Lives in the arena. */
struct place_map place_map(struct arena *a, const struct lowered *l, const char *c_file);

/* Where a verdict's object is: its Go place where it has one. file: the Go file of objects that name none. */
struct shown_place verdict_place(const struct verdict *v, const char *file, const struct place_map *places);

#endif

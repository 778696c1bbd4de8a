/* `outlive why`: the story of one object. */
#ifndef OUTLIVE_WHY_H
#define OUTLIVE_WHY_H

#include "driver/road.h"

/* Is the object on the line that was asked about (options.asked)? For check_options.wants_uses; `road` is the struct road. */
bool why_wants(void *road, const struct verdict *v);

/* Tells of each object that was asked about, on standard output: where it lives and why; on the heap, each step of the shortest path from
 * its address to what outlives it, and the other places where it leaves; on the stack, each use of its address and where that ends; the
 * rule that decided (docs/analysis.md), and what was assumed. Where there is no such object, says so on standard error, and what else is
 * on the line: STATUS_ERRORS. Requires that the program was analysed. */
enum status show_why(struct road *r);

#endif

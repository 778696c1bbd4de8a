/* What the user sees of a road that was gone: dumps, the Go compiler's lines, warnings with the source line under them, JSON
 * and SARIF, the map. */
#ifndef OUTLIVE_SHOW_H
#define OUTLIVE_SHOW_H

#include "driver/road.h"

/* Goes the road as far as the dumps that were asked for need, and prints them, in the order of the road. A dump of a stage
 * that found errors is printed too. */
enum status show_dumps(struct road *r);

/* The errors that were collected: at most ten, as the Go compiler does. */
void show_diags(const struct road *r);

/* -m, -m=2: on standard error, as the Go compiler does; nothing without. Returns whether it could be written. */
bool show_gc_lines(struct road *r);

/* The result of `check` for a program that was analysed, in the form that was asked for. With -Werror a warning is an error. */
enum status show_findings(struct road *r);

/* The same for the C files of the command line, each a unit of its own. */
enum status show_c_files(struct road *r);

#endif

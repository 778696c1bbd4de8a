/* The two models, as check_unit runs them. */
#ifndef OUTLIVE_MODEL_H
#define OUTLIVE_MODEL_H

#include "plugin/flow.h"

/* What a model decides of one site: the fields of struct verdict that are not known before. */

/* MODEL_GC (solve_gc.c): fills heap, why, outlived_by, path, assumed and leaks of every site's verdict. */
void solve_gc(struct unit_flows *f);

/* MODEL_PRECISE (solve_precise.c): the same without leaks, which are kept from the run of MODEL_GC that came before; and the uses that
 * were asked for. decides false: only those. */
void solve_precise(struct unit_flows *f, bool decides);

#endif

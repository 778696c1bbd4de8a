/* Files to texts. */
#ifndef OUTLIVE_READ_SOURCE_H
#define OUTLIVE_READ_SOURCE_H

#include "base/diag.h"

/* The whole file, named as it is spelled here. NULL if it cannot be read: missing, forbidden, a directory, too large; that is
 * one error about the file as a whole. */
struct source *read_source(struct arena *a, const char *name, struct diags *diags);

#endif

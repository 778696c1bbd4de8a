/* From decided C to a running program, with the very clang that the plugin was built for. */
#ifndef OUTLIVE_COMPILE_H
#define OUTLIVE_COMPILE_H

#include "driver/options.h"
#include "driver/resources.h"

/* Compiles the C text with the plugin on and links it with the runtime: `-gc` chooses which. The executable is called `name`
 * in a scratch folder that is removed when the command ends; returns its path. What clang (or the plugin in it) complains of
 * goes to standard error as it comes; then, and where there is no clang, NULL is returned. */
const char *compile_c(struct arena *a, const struct resources *r, const struct options *o, const char *name, const char *c,
                      size_t c_len);

/* Becomes the program: no scratch file is left, and nothing of Outlive stands between it and its signals, its terminal and its
 * exit status. Returns only where it could not be started, after saying why. */
void become(const char *executable, const char *name, const char *const *args, int arg_count);

#endif

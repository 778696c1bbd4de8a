/* Host 2: libclang, in process, also on a buffer that is in no file. A module, since whoever does not need clang should not pay for
 * it (driver/clang_host.h). */
#ifndef OUTLIVE_IMPORT_LIBCLANG_H
#define OUTLIVE_IMPORT_LIBCLANG_H

#include "base/diag.h"
#include "plugin/ctree.h"

/* Parses `file` (from `text`, `len` bytes, where text is not NULL, so that nothing need be on disk) with clang's arguments
 * `args` and imports it. Clang's errors go to `diags`; NULL is returned where there was one, or libclang could not start. */
typedef struct cunit *import_libclang_function(struct arena *a, const char *file, const char *text, size_t len,
                                               const char *const *args, int arg_count, struct diags *diags);
__attribute__((visibility("default"))) import_libclang_function import_libclang;

#endif

/* Clang, for the command: the libclang host is a module of its own (lib/outlive-libclang.so), loaded when a C tree is first wanted.
 *
 * With libclang come all of LLVM's libraries, whose relocations alone are 55 MB and some milliseconds. What only lowers, or finds an
 * error in the Go source, never needs them. */
#ifndef OUTLIVE_CLANG_HOST_H
#define OUTLIVE_CLANG_HOST_H

#include "plugin/import_libclang.h"

/* import_libclang of the module in that file. NULL where it cannot be loaded; that is printed, since the machine and not the input
 * is to blame. */
import_libclang_function *clang_host_load(const char *module);

#endif

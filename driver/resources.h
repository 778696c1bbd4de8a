/* The parts the command needs at run time, found beside its own executable: bin/outlive, lib/, include/, share/outlive/lib.
 * A build tree has the same shape as an installed one, so there is nothing to configure. */
#ifndef OUTLIVE_RESOURCES_H
#define OUTLIVE_RESOURCES_H

#include "base/arena.h"

struct resources {
    const char *clang;        /* the clang that the plugin was built for; NULL: there is none on this machine */
    const char *linker;       /* the compiler that built Outlive, as it links faster than clang starts; clang where it is gone, or
                                 where clang is another one, which may compile in a way of its own */
    const char *plugin;       /* outlive.so */
    const char *clang_host;   /* outlive-libclang.so */
    const char *include;      /* headers that lowered C includes */
    const char *go_packages;  /* folder of PKG/FILE.go */
    const char *runtime_gc;   /* archives lowered programs link */
    const char *runtime_none;
};

/* Paths only; whether a part is there is known when it is needed. The environment variable OUTLIVE_CLANG names another clang
 * than the one found when Outlive was built. */
struct resources resources_find(struct arena *a);

#endif

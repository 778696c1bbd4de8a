#include "driver/clang_host.h"

#include <dlfcn.h>
#include <stdio.h>

import_libclang_function *clang_host_load(const char *module) {
    /* Never closed: clang keeps things for the end of the process. Loaded again it is the same one. */
    void *host = dlopen(module, RTLD_NOW | RTLD_LOCAL);
    import_libclang_function *import = host ? (import_libclang_function *)dlsym(host, "import_libclang") : NULL;
    if (!import)
        fprintf(stderr, "outlive: cannot load clang: %s\n", dlerror());
    return import;
}

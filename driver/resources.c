#include "driver/resources.h"

#include "base/diag.h"
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder that the running executable is in. */
static const char *own_folder(struct arena *a) {
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    if (n <= 0 || n == (ssize_t)sizeof path)
        die("/proc/self/exe does not tell where the executable is");
    while (n > 1 && path[n - 1] != '/')
        n--;
    return arena_strndup(a, path, (size_t)n - 1);
}

/* clang-19 on PATH; never plain `clang`, which may be any version, and a plugin crashes in another than its own. */
static const char *clang_on_path(struct arena *a) {
    const char *path = getenv("PATH");
    while (path && *path) {
        size_t n = strcspn(path, ":");
        const char *candidate = arena_printf(a, "%.*s/clang-%d", (int)n, path, OUTLIVE_LLVM_MAJOR);
        if (n && !access(candidate, X_OK))
            return candidate;
        path += n + (path[n] == ':');
    }
    return NULL;
}

static const char *find_clang(struct arena *a) {
    const char *named = getenv("OUTLIVE_CLANG");
    if (named && *named)
        return access(named, X_OK) ? NULL : named;
    return access(OUTLIVE_CLANG, X_OK) ? clang_on_path(a) : OUTLIVE_CLANG;
}

struct resources resources_find(struct arena *a) {
    const char *folder = own_folder(a), *clang = find_clang(a);
    return (struct resources){
        .clang = clang,
        .linker = clang && strcmp(clang, OUTLIVE_CLANG) == 0 && !access(OUTLIVE_LINKER, X_OK) ? OUTLIVE_LINKER : clang,
        .plugin = arena_printf(a, "%s/%s", folder, OUTLIVE_PLUGIN),
        .clang_host = arena_printf(a, "%s/%s", folder, OUTLIVE_CLANG_HOST),
        .include = arena_printf(a, "%s/%s", folder, OUTLIVE_INCLUDE),
        .go_packages = arena_printf(a, "%s/%s", folder, OUTLIVE_GO_PACKAGES),
        .runtime_gc = arena_printf(a, "%s/%s", folder, OUTLIVE_RUNTIME_GC),
        .runtime_none = arena_printf(a, "%s/%s", folder, OUTLIVE_RUNTIME_NONE),
    };
}

/* The two lines of a go.mod that matter here: module and go (Go Modules Reference: go.mod files). */
#ifndef OUTLIVE_GO_MOD_H
#define OUTLIVE_GO_MOD_H

#include "base/diag.h"

struct go_mod {
    const char *folder;      /* where the go.mod is */
    const char *module_path; /* NULL: it names none */
    int go_minor;            /* of its go line; 16, as the Go toolchain assumes, where it has none */
};

/* The go.mod that is in force for files in `folder`: the nearest one upwards. NULL if there is none. */
struct go_mod *find_go_mod(struct arena *a, const char *folder, struct diags *diags);

#endif

// RUN: not %clang -w -c -o %t.o -fplugin=%plugin -fplugin-arg-outlive-decided %s 2>&1 | FileCheck %s
// RUN: %clang -w -c -o %t.o -DFOLLOWED -fplugin=%plugin -fplugin-arg-outlive-decided %s 2>&1 | count 0
#include <stdlib.h>

int *kept(void) {
#ifdef FOLLOWED
    int *count = malloc(sizeof *count);
    *count = 0;
    return count;
#else
    int count __attribute__((annotate("outlive.site=4:2:count"))) = 0;
    // CHECK: error: 'count' must be heap-allocated: it outlives 'kept', and is on the stack all the same
    int *result = &count;
    return result;
#endif
}

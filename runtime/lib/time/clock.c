/* The system's clocks. */
#include "runtime/runtime.h"

#include <time.h>

typedef struct results_int64_int64 {
    go_int64 r0, r1;
} results_int64_int64;

void time_sleep(go_int64 ns);
go_int64 time_monotonic(void);
results_int64_int64 time_wall(void);

enum { SECOND = 1000000000 };

void time_sleep(go_int64 ns) {
    go_sleep(ns);
}

go_int64 time_monotonic(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * SECOND + now.tv_nsec;
}

results_int64_int64 time_wall(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (results_int64_int64){now.tv_sec, now.tv_nsec};
}

/* How clang must read lowered C, when it is analysed and when it is compiled. */
#ifndef OUTLIVE_C_FLAGS_H
#define OUTLIVE_C_FLAGS_H

/* Go's arithmetic wraps; unsafe.Pointer may look at any memory as any type; a nil pointer is looked at before it is told; and what
 * Go nests, C nests as deep. */
#define LOWERED_C_FLAGS \
    "-std=gnu17", "-fwrapv", "-fno-strict-aliasing", "-fno-delete-null-pointer-checks", "-fbracket-depth=4096", "-w"

#endif

/* Warnings in the shape of clang's: the message, the source line, a caret, then the notes. */
#ifndef OUTLIVE_WARNINGS_H
#define OUTLIVE_WARNINGS_H

#include "driver/road.h"

/* Prints them on standard error, as errors with -Werror. */
void warnings_print(struct road *r, const struct warnings *w);

#endif

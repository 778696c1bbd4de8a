/* `outlive map`: where everything of a program lives. */
#ifndef OUTLIVE_MAP_DRAWING_H
#define OUTLIVE_MAP_DRAWING_H

#include "driver/road.h"

/* Draws the segments (code, data, stack, heap) of an analysed program on standard output, as wide as the terminal. */
bool show_map(struct road *r);

#endif

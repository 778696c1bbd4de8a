/* What the Go compiler tells of captures at -m=2. */
#ifndef OUTLIVE_CAPTURE_LINES_H
#define OUTLIVE_CAPTURE_LINES_H

#include "driver/road.h"

/* Adds "f capturing by ref: x (addr=false assign=true width=8)" for each variable of each func literal to the verdicts' remarks. */
void add_capture_lines(struct road *r);

#endif

/* What the Go compiler tells of a program and the C of it does not show. */
#ifndef OUTLIVE_GO_REMARKS_H
#define OUTLIVE_GO_REMARKS_H

#include "driver/road.h"

/* Adds to the verdicts' remarks what -m tells of the parameters of functions without a body ("x does not escape" after //go:noescape, else
 * "leaking param: x"); level 2: and how func literals capture, "f capturing by ref: x (addr=false assign=true width=8)". */
void add_go_remarks(struct road *r, int level);

#endif

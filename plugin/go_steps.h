/* Steps of lowered Go as the Go compiler tells them (reference on its escape analysis, section 14). */
#ifndef OUTLIVE_GO_STEPS_H
#define OUTLIVE_GO_STEPS_H

#include "plugin/flow.h"

/* Adds what the step is in Go to f->go_steps: one operation, two (a capture by reference), or none, where only C has it. */
void add_go_step(const struct cunit *u, struct flow *f, const struct step *s);

#endif

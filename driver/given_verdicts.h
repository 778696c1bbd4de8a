/* Verdicts that the user gives in place of those that were found: `outlive lower -verdicts FILE`. */
#ifndef OUTLIVE_GIVEN_VERDICTS_H
#define OUTLIVE_GIVEN_VERDICTS_H

#include "driver/road.h"

/* Needs analyse. Reads `options->verdicts`, a document as `check -json` prints it, perhaps edited: each of its verdicts with an `id`
 * puts the site of that id where its `storage` says, `stack` or `heap`; sites that it does not name stay where the analysis put
 * them. Where the file cannot be read, is no such document, names a site that the program does not have, or puts on the stack what can
 * never be there, one line on standard error says so, and false is returned. */
bool follow_given_verdicts(struct road *r);

#endif

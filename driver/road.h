/* The road a program takes, one call per stage. Each stage fills in the fields below its name, needs those above, and returns
 * false after adding to `diags` what was wrong (or printing it, where the machine and not the input is to blame). */
#ifndef OUTLIVE_ROAD_H
#define OUTLIVE_ROAD_H

#include "driver/go_terms.h"
#include "driver/options.h"
#include "driver/place_map.h"
#include "driver/resources.h"

struct road {
    struct arena *arena;
    const struct options *options;
    struct resources resources;
    struct diags diags;
    struct buf dumps[DUMP_COUNT]; /* filled by the stages whose dump was asked for */

    /* load: Go source → typed tree with its captures */
    struct go_program *program;
    const char *go_file; /* the first one: what verdicts mean that name none */
    const char *name;    /* the program's: counter for counter.go */

    /* lower_for_analysis: → C with every object on the stack */
    struct lowered *lowered;
    const char *c_file;     /* its name in messages; it is in no file */
    struct go_terms *terms; /* NULL for C files */

    /* import: → C tree */
    struct cunit *unit;
    struct place_map places; /* C places as the user knows them */

    /* analyse: → verdicts */
    struct verdicts *verdicts;

    /* lower_by_verdict: → C to be compiled */
    struct lowered *result;
};

bool load(struct road *r);
bool lower_for_analysis(struct road *r);
bool import_lowered(struct road *r);
bool analyse(struct road *r);
bool lower_by_verdict(struct road *r);

/* The first half of the road of a hand-written C file: it begins at import. */
bool import_c_file(struct road *r, const char *file);

/* Gives back what is in no arena: the texts. */
void road_free(struct road *r);

/* Is there a dump that comes at or after this one and was asked for? Tells how far a command with -dump must go. */
bool dump_wanted_from(const struct road *r, enum dump d);

#endif

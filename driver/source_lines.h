/* Lines of the files that messages are about. */
#ifndef OUTLIVE_SOURCE_LINES_H
#define OUTLIVE_SOURCE_LINES_H

#include "base/map.h"
#include "plugin/report.h"

/* Each file is read once. One that cannot be read any more has no lines. */
struct source_lines {
    struct arena *arena;
    struct map texts; /* name → struct source_text */
};

/* The start of a line (they count from 1), and its length without the line end; NULL where there is no such line. */
const char *source_line(struct source_lines *s, const char *file, int line, int *len);

/* The column of a place in characters (places have bytes); as it is where the line is not known. */
int character_column(struct source_lines *s, struct shown_place at);

#endif

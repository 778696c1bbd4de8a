/* A message with the source line under it and a caret, as clang shows it. */
#ifndef OUTLIVE_QUOTING_H
#define OUTLIVE_QUOTING_H

#include "driver/source_lines.h"

enum paint { PAINT_NONE, PAINT_BOLD, PAINT_WARNING, PAINT_ERROR, PAINT_NOTE, PAINT_CARET };

struct quoting {
    struct source_lines lines;
    struct buf *out;
    bool color;
};

/* From here on what is added to the text has this colour, if any is wanted. */
void paint(struct quoting *q, enum paint p);

/* "file:line:col: " and the message, then the line. label ("note: ", or NULL) is painted in `label_paint`. */
void quote_message(struct quoting *q, struct shown_place at, const char *label, enum paint label_paint, const char *text);

/* One more line under the source line, with a name in the margin: "    C | env1.x = &x;". */
void quote_more(struct quoting *q, const char *margin, const char *text);

#endif

/* A framed drawing in text: sections of rows, and arrows between rows that run in a gutter on the right.
 *
 *     ┌─ Heap ─────────────────────────────┐
 *     │ count      int  8 B           ◀─┐  │
 *     │ environment     8 B             │  │
 *     │   +0 count *int ────────────────┘  │
 *     └────────────────────────────────────┘
 *
 * Rows are collected first: how wide the gutter must be is known only when all arrows are. */
#ifndef OUTLIVE_PICTURE_H
#define OUTLIVE_PICTURE_H

#include "base/buf.h"
#include "base/vec.h"

#include <stdbool.h>

enum style { STYLE_PLAIN, STYLE_TITLE, STYLE_NAME, STYLE_TYPE, STYLE_QUIET, STYLE_HEAP, STYLE_STACK };

/* A piece of a row. It begins at `column` of the row's inside, or after the piece before it where that is already further. */
struct piece {
    enum style style;
    int column;
    const char *text;
};

struct row {
    bool is_rule; /* starts a section: a line with its title and a remark in it */
    VEC(struct piece) pieces;
};

struct arrow {
    int from, to; /* rows */
};

struct picture {
    struct arena *arena;
    int width;  /* columns of the whole */
    bool utf8;  /* else plain ASCII, and other characters of names become ? */
    bool color;
    VEC(struct row) rows;
    VEC(struct arrow) arrows;
};

/* Starts a section: its title on the left of the line, a remark (or NULL) on the right. */
void picture_section(struct picture *p, const char *title, const char *remark);

/* Starts a row, and returns its number, for arrows. */
int picture_row(struct picture *p);

/* Adds to the newest row. */
void picture_put(struct picture *p, int column, enum style style, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void picture_arrow(struct picture *p, int from, int to);

/* Draws all of it. What does not fit in the width is cut, with a mark; it never breaks the frame. */
void picture_draw(const struct picture *p, struct buf *out);

#endif

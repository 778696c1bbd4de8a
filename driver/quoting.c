#include "driver/quoting.h"

static const char *const paints[] = {"\33[0m", "\33[1m", "\33[1;35m", "\33[1;31m", "\33[1;36m", "\33[1;32m"};

void paint(struct quoting *q, enum paint p) {
    if (q->color)
        buf_add(q->out, paints[p]);
}

/* The line with its tabs made spaces, as clang does, and a caret under column `col` (bytes, from 1). */
static void quote(struct quoting *q, struct shown_place at) {
    enum { TAB = 8 };
    int len;
    const char *line = source_line(&q->lines, at.file, at.line, &len);
    if (!line || at.col < 1)
        return;
    buf_printf(q->out, "%5d | ", at.line);
    int column = 0, caret = 0;
    for (int i = 0; i < len; i++) {
        if (i == at.col - 1)
            caret = column;
        if (line[i] == '\t') {
            do
                buf_char(q->out, ' ');
            while (++column % TAB);
        } else {
            buf_char(q->out, line[i]);
            column += ((unsigned char)line[i] & 0xc0) != 0x80; /* bytes that go on with a character take no column */
        }
    }
    if (at.col > len)
        caret = column;
    buf_printf(q->out, "\n      | %*s", caret, "");
    paint(q, PAINT_CARET);
    buf_char(q->out, '^');
    paint(q, PAINT_NONE);
    buf_char(q->out, '\n');
}

void quote_message(struct quoting *q, struct shown_place at, const char *label, enum paint label_paint, const char *text) {
    paint(q, PAINT_BOLD);
    buf_printf(q->out, "%s:%d:%d: ", at.file, at.line, at.col);
    paint(q, PAINT_NONE);
    if (label) {
        paint(q, label_paint);
        buf_add(q->out, label);
        paint(q, PAINT_NONE);
    }
    if (label_paint != PAINT_NOTE)
        paint(q, PAINT_BOLD);
    buf_add(q->out, text);
    paint(q, PAINT_NONE);
    buf_char(q->out, '\n');
    quote(q, at);
}

void quote_more(struct quoting *q, const char *margin, const char *text) {
    buf_printf(q->out, "%5s | %s\n", margin, text);
}

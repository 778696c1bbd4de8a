#include "driver/warnings.h"

#include "driver/source_lines.h"
#include "driver/terminal.h"

#include <stdio.h>
#include <unistd.h>

enum paint { PAINT_NONE, PAINT_BOLD, PAINT_WARNING, PAINT_ERROR, PAINT_NOTE, PAINT_CARET };
static const char *const paints[] = {"\33[0m", "\33[1m", "\33[1;35m", "\33[1;31m", "\33[1;36m", "\33[1;32m"};

static void paint(struct buf *out, bool color, enum paint p) {
    if (color)
        buf_add(out, paints[p]);
}

/* The line with its tabs made spaces, as clang does, and a caret under column `col` (bytes, from 1). */
static void quote(struct source_lines *lines, struct buf *out, bool color, struct shown_place at) {
    enum { TAB = 8 };
    int len;
    const char *line = source_line(lines, at.file, at.line, &len);
    if (!line || at.col < 1)
        return;
    buf_printf(out, "%5d | ", at.line);
    int column = 0, caret = 0;
    for (int i = 0; i < len; i++) {
        if (i == at.col - 1)
            caret = column;
        if (line[i] == '\t') {
            do
                buf_char(out, ' ');
            while (++column % TAB);
        } else {
            buf_char(out, line[i]);
            column += ((unsigned char)line[i] & 0xc0) != 0x80; /* bytes that go on with a character take no column */
        }
    }
    if (at.col > len)
        caret = column;
    buf_printf(out, "\n      | %*s", caret, "");
    paint(out, color, PAINT_CARET);
    buf_char(out, '^');
    paint(out, color, PAINT_NONE);
    buf_char(out, '\n');
}

static void print_message(struct source_lines *lines, struct buf *out, bool color, struct shown_place at, enum severity severity,
                          const char *text, const char *suffix) {
    static const char *const words[] = {"error: ", "warning: ", "note: "};
    static const enum paint colors[] = {PAINT_ERROR, PAINT_WARNING, PAINT_NOTE};
    paint(out, color, PAINT_BOLD);
    buf_printf(out, "%s:%d:%d: ", at.file, at.line, at.col);
    paint(out, color, PAINT_NONE);
    paint(out, color, colors[severity]);
    buf_add(out, words[severity]);
    paint(out, color, PAINT_NONE);
    if (severity != SEVERITY_NOTE)
        paint(out, color, PAINT_BOLD);
    buf_printf(out, "%s%s", text, suffix);
    paint(out, color, PAINT_NONE);
    buf_char(out, '\n');
    quote(lines, out, color, at);
}

void warnings_print(struct road *r, const struct warnings *w) {
    struct source_lines lines = {.arena = r->arena};
    struct buf out = {0};
    bool color = terminal_has_color(STDERR_FILENO);
    bool fatal = r->options->warnings_are_errors;
    vec_each(i, &w->list) {
        const struct warning *warning = &w->list.items[i];
        print_message(&lines, &out, color, verdict_place(warning->verdict, r->go_file, &r->places),
                      fatal ? SEVERITY_ERROR : SEVERITY_WARNING, in_go_terms(r->terms, warning->head.text),
                      fatal ? " [-Werror,-Wheap-capture]" : " [-Wheap-capture]");
        vec_each(k, &warning->notes) {
            const struct message *note = &warning->notes.items[k];
            print_message(&lines, &out, color, r->places.show(r->places.context, &note->place), SEVERITY_NOTE,
                          in_go_terms(r->terms, note->text), "");
        }
    }
    buf_write(&out, stderr);
    buf_free(&out);
}

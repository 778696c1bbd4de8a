#include "driver/warnings.h"

#include "driver/terminal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- source lines ---- */

/* Files that were quoted from, read once each. One that cannot be read any more is quoted as nothing. */
struct quotes {
    struct arena *arena;
    struct map texts; /* name → text, or NULL */
};

static const char *text_of(struct quotes *q, const char *file) {
    if (map_has(&q->texts, file))
        return map_get(&q->texts, file);
    FILE *f = fopen(file, "rb");
    struct buf text = {0};
    char block[1 << 14];
    for (size_t n; f && (n = fread(block, 1, sizeof block, f)) > 0;)
        buf_addn(&text, block, n);
    if (f)
        fclose(f);
    char *kept = text.len ? arena_strndup(q->arena, text.text, text.len) : NULL;
    map_put(q->arena, &q->texts, file, kept);
    buf_free(&text);
    return kept;
}

/* The start of a line, and its length without the line end; NULL where there is no such line. */
static const char *line_of(struct quotes *q, const char *file, int line, int *len) {
    const char *s = text_of(q, file);
    while (s && --line > 0) {
        s = strchr(s, '\n');
        s = s ? s + 1 : NULL;
    }
    if (!s)
        return NULL;
    *len = (int)strcspn(s, "\r\n");
    return s;
}

/* ---- printing ---- */

enum paint { PAINT_NONE, PAINT_BOLD, PAINT_WARNING, PAINT_ERROR, PAINT_NOTE, PAINT_CARET };
static const char *const paints[] = {"\33[0m", "\33[1m", "\33[1;35m", "\33[1;31m", "\33[1;36m", "\33[1;32m"};

static void paint(struct buf *out, bool color, enum paint p) {
    if (color)
        buf_add(out, paints[p]);
}

/* The line with its tabs made spaces, as clang does, and a caret under column `col` (bytes, from 1). */
static void quote(struct quotes *q, struct buf *out, bool color, struct shown_place at) {
    enum { TAB = 8 };
    int len;
    const char *line = line_of(q, at.file, at.line, &len);
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

static void print_message(struct quotes *q, struct buf *out, bool color, struct shown_place at, enum severity severity,
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
    quote(q, out, color, at);
}

void warnings_print(struct road *r, const struct warnings *w) {
    struct quotes q = {.arena = r->arena};
    struct buf out = {0};
    bool color = terminal_has_color(STDERR_FILENO);
    bool fatal = r->options->warnings_are_errors;
    vec_each(i, &w->list) {
        const struct warning *warning = &w->list.items[i];
        print_message(&q, &out, color, verdict_place(warning->verdict, r->go_file, &r->places),
                      fatal ? SEVERITY_ERROR : SEVERITY_WARNING, warning->head.text,
                      fatal ? " [-Werror,-Wheap-capture]" : " [-Wheap-capture]");
        vec_each(k, &warning->notes) {
            const struct message *note = &warning->notes.items[k];
            print_message(&q, &out, color, r->places.show(r->places.context, &note->place), SEVERITY_NOTE, note->text, "");
        }
    }
    fwrite(out.text, 1, out.len, stderr);
    buf_free(&out);
}

#include "driver/picture.h"

#include <string.h>

/* ---- collecting ---- */

static struct row *new_row(struct picture *p) {
    vec_push(p->arena, &p->rows, ((struct row){0}));
    return &vec_last(&p->rows);
}

void picture_section(struct picture *p, const char *title, const char *remark) {
    struct row *row = new_row(p);
    row->is_rule = true;
    vec_push(p->arena, &row->pieces, ((struct piece){STYLE_TITLE, 0, title}));
    if (remark)
        vec_push(p->arena, &row->pieces, ((struct piece){STYLE_QUIET, 0, remark}));
}

int picture_row(struct picture *p) {
    new_row(p);
    return p->rows.len - 1;
}

void picture_put(struct picture *p, int column, enum style style, const char *format, ...) {
    va_list args;
    va_start(args, format);
    struct piece piece = {style, column, arena_vprintf(p->arena, format, args)};
    va_end(args);
    vec_push(p->arena, &vec_last(&p->rows).pieces, piece);
}

void picture_arrow(struct picture *p, int from, int to) {
    vec_push(p->arena, &p->arrows, ((struct arrow){from, to}));
}

/* ---- lanes: the arrows that end at one row share one ---- */

struct lane {
    int target;
    int first, last; /* rows it spans */
    int track;       /* columns from the inner edge of the gutter, two a track */
};

struct gutter {
    VEC(struct lane) lanes;
    int tracks;
};

static int lane_of(const struct gutter *g, int target) {
    vec_each(i, &g->lanes)
        if (g->lanes.items[i].target == target)
            return i;
    return -1;
}

/* The innermost track on which the lane meets no other. */
static int free_track(const struct gutter *g, const struct lane *lane, int placed) {
    for (int track = 0;; track++) {
        bool taken = false;
        for (int i = 0; i < placed; i++) {
            const struct lane *other = &g->lanes.items[i];
            taken |= other->track == track && other->first <= lane->last && lane->first <= other->last;
        }
        if (!taken)
            return track;
    }
}

static struct gutter lay_lanes(const struct picture *p) {
    struct gutter g = {0};
    vec_each(i, &p->arrows) {
        struct arrow arrow = p->arrows.items[i];
        int found = lane_of(&g, arrow.to);
        if (found < 0) {
            found = g.lanes.len;
            vec_push(p->arena, &g.lanes, ((struct lane){arrow.to, arrow.to, arrow.to, 0}));
        }
        struct lane *lane = &g.lanes.items[found];
        lane->first = arrow.from < lane->first ? arrow.from : lane->first;
        lane->last = arrow.from > lane->last ? arrow.from : lane->last;
    }
    vec_each(i, &g.lanes) {
        g.lanes.items[i].track = free_track(&g, &g.lanes.items[i], i);
        if (g.lanes.items[i].track >= g.tracks)
            g.tracks = g.lanes.items[i].track + 1;
    }
    return g;
}

/* ---- lines ---- */

enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

static const char *line_glyph(const struct picture *p, int directions) {
    static const char *const utf8[16] = {
        " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
    };
    static const char *const ascii[16] = {
        " ", "|", "|", "|", "-", "+", "+", "+", "-", "+", "+", "+", "-", "+", "+", "+",
    };
    return (p->utf8 ? utf8 : ascii)[directions];
}

static const char *const colors[] = {
    [STYLE_PLAIN] = "",         [STYLE_TITLE] = "\33[1m",    [STYLE_NAME] = "\33[36m", [STYLE_TYPE] = "",
    [STYLE_QUIET] = "\33[2m", [STYLE_HEAP] = "\33[1;31m", [STYLE_STACK] = "\33[32m",
};

static void begin_style(const struct picture *p, struct buf *out, enum style s) {
    if (p->color)
        buf_add(out, colors[s]);
}

static void end_style(const struct picture *p, struct buf *out, enum style s) {
    if (p->color && *colors[s])
        buf_add(out, "\33[0m");
}

static void line(const struct picture *p, struct buf *out, int directions, int n) {
    begin_style(p, out, STYLE_QUIET);
    for (int i = 0; i < n; i++)
        buf_add(out, line_glyph(p, directions));
    end_style(p, out, STYLE_QUIET);
}

/* ---- text, counted in characters ---- */

static bool continues(char c) {
    return ((unsigned char)c & 0xc0) == 0x80;
}

static int length_of(const char *s) {
    int n = 0;
    for (; *s; s++)
        n += !continues(*s);
    return n;
}

/* At most `most` characters; what is cut off leaves a mark. Returns how many were printed. */
static int put_text(const struct picture *p, struct buf *out, const char *s, int most) {
    int length = length_of(s);
    bool cut = length > most;
    const char *mark = p->utf8 ? "…" : "~";
    int printed = 0;
    for (int keep = cut ? most - 1 : length; *s; s++) {
        if (!continues(*s) && printed++ == keep)
            break;
        if (p->utf8 || !((unsigned char)*s & 0x80))
            buf_char(out, *s);
        else if (!continues(*s))
            buf_char(out, '?');
    }
    if (cut && most > 0)
        buf_add(out, mark);
    return cut ? (most > 0 ? most : 0) : length;
}

enum { LEAST_PIECE = 6 };

/* The pieces of a row in `room` columns; returns how many were used. */
static int put_pieces(const struct picture *p, struct buf *out, const struct row *row, int room) {
    int at = 0;
    vec_each(i, &row->pieces) {
        const struct piece *piece = &row->pieces.items[i];
        int column = piece->column;
        if (i > 0 && column <= at)
            column = at + 1;
        if (column >= room || (i > 0 && room - column < LEAST_PIECE && length_of(piece->text) > room - column))
            break; /* a stump would say nothing */
        for (; at < column; at++)
            buf_char(out, ' ');
        begin_style(p, out, piece->style);
        int most = room - at;
        const struct piece *next = i + 1 < row->pieces.len ? piece + 1 : NULL;
        if (piece->style == STYLE_TYPE && next && next->column > at && next->column - 1 - at < most)
            most = next->column - 1 - at; /* names may push what follows, types give way */
        at += put_text(p, out, piece->text, most);
        end_style(p, out, piece->style);
    }
    return at;
}

/* ---- drawing ---- */

/* What the lanes look like in one row: directions for each column of the gutter. */
static void gutter_of_row(const struct picture *p, const struct gutter *g, int row, unsigned char *cells, int width) {
    memset(cells, 0, (size_t)width);
    vec_each(i, &g->lanes) {
        const struct lane *lane = &g->lanes.items[i];
        if (row < lane->first || row > lane->last)
            continue;
        int column = 2 * lane->track + 1;
        bool joins = row == lane->target;
        vec_each(k, &p->arrows)
            joins |= p->arrows.items[k].to == lane->target && p->arrows.items[k].from == row;
        cells[column] |= (row > lane->first ? UP : 0) | (row < lane->last ? DOWN : 0) | (joins ? LEFT : 0);
        for (int c = 0; joins && c < column; c++)
            cells[c] |= LEFT | RIGHT;
    }
}

static void draw_gutter(const struct picture *p, struct buf *out, const unsigned char *cells, int width) {
    begin_style(p, out, STYLE_QUIET);
    for (int c = 0; c < width; c++)
        buf_add(out, line_glyph(p, cells[c]));
    end_style(p, out, STYLE_QUIET);
}

/* A text in a line, with a space on both sides; returns the columns it took. */
static int put_titled(const struct picture *p, struct buf *out, const struct piece *piece, int room) {
    buf_char(out, ' ');
    begin_style(p, out, piece->style);
    int used = put_text(p, out, piece->text, room - 2);
    end_style(p, out, piece->style);
    buf_char(out, ' ');
    return used + 2;
}

static void draw_rule(const struct picture *p, struct buf *out, const struct row *row, bool first, unsigned char *cells,
                      int gutter) {
    int room = p->width - 4 - gutter; /* between the first and the last two columns */
    line(p, out, first ? DOWN | RIGHT : UP | DOWN | RIGHT, 1);
    line(p, out, LEFT | RIGHT, 1);
    const struct piece *title = &row->pieces.items[0], *remark = row->pieces.len > 1 ? &row->pieces.items[1] : NULL;
    int remark_room = remark ? length_of(remark->text) + 2 : 0;
    room -= put_titled(p, out, title, room);
    if (remark && remark_room + 1 < room) {
        line(p, out, LEFT | RIGHT, room - remark_room - 1);
        put_titled(p, out, remark, remark_room);
        room = 1;
    }
    line(p, out, LEFT | RIGHT, room);
    for (int c = 0; c < gutter; c++)
        cells[c] |= LEFT | RIGHT;
    draw_gutter(p, out, cells, gutter);
    line(p, out, LEFT | RIGHT, 1);
    line(p, out, first ? DOWN | LEFT : UP | DOWN | LEFT, 1);
    buf_char(out, '\n');
}

static void draw_row(const struct picture *p, struct buf *out, int number, const struct gutter *g, unsigned char *cells,
                     int gutter) {
    int room = p->width - 4 - gutter;
    line(p, out, UP | DOWN, 1);
    buf_char(out, ' ');
    bool is_target = lane_of(g, number) >= 0;
    bool is_source = !is_target && gutter && cells[0];
    int used = put_pieces(p, out, &p->rows.items[number], is_target || is_source ? room - 2 : room);
    if (is_target || is_source) {
        buf_char(out, ' ');
        used++;
        if (is_target) {
            buf_add(out, p->utf8 ? "◀" : "<");
            used++;
        }
        line(p, out, LEFT | RIGHT, room - used);
    } else {
        for (; used < room; used++)
            buf_char(out, ' ');
    }
    draw_gutter(p, out, cells, gutter);
    buf_char(out, ' ');
    line(p, out, UP | DOWN, 1);
    buf_char(out, '\n');
}

void picture_draw(const struct picture *p, struct buf *out) {
    struct gutter g = lay_lanes(p);
    /* Where the arrows would leave no room for the rows, the rows go without: each says in words where it points. */
    int gutter = g.tracks ? 2 * g.tracks + 1 : 0;
    if (p->width - 4 - gutter < 32)
        g = (struct gutter){0}, gutter = 0;
    unsigned char *cells = arena_alloc(p->arena, (size_t)gutter + 1);
    vec_each(i, &p->rows) {
        gutter_of_row(p, &g, i, cells, gutter);
        if (p->rows.items[i].is_rule)
            draw_rule(p, out, &p->rows.items[i], i == 0, cells, gutter);
        else
            draw_row(p, out, i, &g, cells, gutter);
    }
    line(p, out, UP | RIGHT, 1);
    line(p, out, LEFT | RIGHT, p->width - 2);
    line(p, out, UP | LEFT, 1);
    buf_char(out, '\n');
}

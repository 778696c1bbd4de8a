#include "driver/map.h"

#include "driver/memory.h"
#include "driver/output.h"
#include "driver/picture.h"
#include "driver/terminal.h"
#include "transpiler/captures.h"

#include <string.h>
#include <unistd.h>

/* An arrow whose end has no row yet: the heap comes last. */
struct pending_arrow {
    int from;
    bool from_frame; /* not from an environment */
    const struct memory_object *to;
};

struct drawing {
    struct arena *arena;
    struct road *road;
    struct memory *memory;
    struct picture picture;
    int type, bytes, remark; /* columns; they follow the width of the terminal */
    VEC(struct pending_arrow) arrows;
};

static void lay_columns(struct drawing *d) {
    int inside = d->picture.width - 4;
    d->type = inside * 3 / 10;
    d->bytes = inside < 60 ? inside * 3 / 5 : inside * 11 / 20;
    d->remark = d->bytes + 8;
}

/* ---- rows ---- */

/* The file is told where there are several. */
static const char *place_text(struct drawing *d, struct shown_place at) {
    if (d->road->options->files.len == 1)
        return arena_printf(d->arena, "line %d", at.line);
    const char *slash = strrchr(at.file, '/');
    return arena_printf(d->arena, "%s:%d", slash ? slash + 1 : at.file, at.line);
}

static const char *object_place(struct drawing *d, const struct memory_object *o) {
    struct place_map *places = &d->road->places;
    if (o->verdict)
        return place_text(d, verdict_place(o->verdict, d->road->go_file, places));
    const struct c_place place = cunit_place(d->road->unit, o->var->place);
    return place_text(d, places->show(places->context, &place));
}

/* A row that says: this many bytes. */
static int put_sized(struct drawing *d, int indent, enum style style, const char *name, const char *type, long bytes) {
    int row = picture_row(&d->picture);
    picture_put(&d->picture, indent, style, "%s", name);
    picture_put(&d->picture, d->type, STYLE_TYPE, "%s", type);
    picture_put(&d->picture, d->bytes, STYLE_PLAIN, "%4ld B", bytes);
    return row;
}

static void put_remark(struct drawing *d, int indent, const char *text) {
    picture_row(&d->picture);
    picture_put(&d->picture, indent, STYLE_QUIET, "%s", text);
}

static void arrow_to(struct drawing *d, int from, bool from_frame, const struct memory_object *to) {
    vec_push(d->arena, &d->arrows, ((struct pending_arrow){from, from_frame, to}));
}

static const char *object_name(struct drawing *d, const struct memory_object *o) {
    return o->environment_of ? arena_printf(d->arena, "environment of %s", o->environment_of->name) : o->name;
}

/* ---- environments ---- */

/* A record that closures carry, field by field: what it captures, how, at which offset. */
static void put_fields(struct drawing *d, const struct memory_object *o, int indent) {
    const struct func_info *info = o->environment_of->go->info;
    const struct ctype *record = o->var->type;
    for (int i = 0; i < record->field_count; i++) {
        const struct cfield *field = &record->fields[i];
        const struct object *captured = info && i < info->captures.len ? info->captures.items[i].variable : NULL;
        const char *name = captured ? captured->name : field->name;
        const char *type = captured ? type_text(d->arena, captured->type, d->road->program->main) : field->type->spelling;
        const char *mode = captured && captured->by_reference ? "*" : "";
        int row = put_sized(d, indent, STYLE_NAME, arena_printf(d->arena, "+%-3ld%s", field->offset, name),
                            arena_printf(d->arena, "%s%s", mode, type), field->type->bytes);
        vec_each(k, &o->points_to) {
            if (o->points_to.items[k].field != i)
                continue;
            picture_put(&d->picture, d->remark, STYLE_QUIET, "address of %s", o->points_to.items[k].object->name);
            arrow_to(d, row, false, o->points_to.items[k].object);
        }
        if (captured && !captured->by_reference)
            picture_put(&d->picture, d->remark, STYLE_QUIET, "its value");
    }
}

/* ---- code ---- */

static void put_code(struct drawing *d) {
    picture_section(&d->picture, "Code", "lowest addresses");
    vec_each(i, &d->memory->functions) {
        const struct memory_function *f = d->memory->functions.items[i];
        picture_row(&d->picture);
        picture_put(&d->picture, 2 * f->depth, STYLE_NAME, "%s", f->name);
        picture_put(&d->picture, d->type, STYLE_TYPE, "%s", f->type);
        struct pos pos = f->go->pos;
        const char *place = place_text(d, (struct shown_place){pos.source->name, pos.line, pos.col});
        picture_put(&d->picture, d->bytes, STYLE_QUIET, "%s", place);
        if (f->environment)
            picture_put(&d->picture, d->remark, STYLE_QUIET, "captures %ld B", f->environment->bytes);
        else if (f->outer)
            picture_put(&d->picture, d->remark, STYLE_QUIET, "captures nothing");
    }
}

/* ---- data ---- */

static void put_data(struct drawing *d) {
    picture_section(&d->picture, "Data", NULL);
    vec_each(i, &d->memory->globals) {
        struct memory_object *o = d->memory->globals.items[i];
        o->row = put_sized(d, 0, STYLE_NAME, o->name, o->type, o->bytes);
        picture_put(&d->picture, d->remark, STYLE_QUIET, "%s", object_place(d, o));
    }
    vec_each(i, &d->memory->strings) {
        struct memory_constant s = d->memory->strings.items[i];
        put_sized(d, 0, STYLE_PLAIN, s.text, "constant", s.bytes);
    }
    if (!d->memory->globals.len && !d->memory->strings.len)
        put_remark(d, 0, "no globals, no constants");
}

/* ---- stack ---- */

/* Of an object that moved, its frame keeps the address. */
static void put_moved(struct drawing *d, const struct memory_object *o) {
    int row = put_sized(d, 2, STYLE_HEAP, object_name(d, o), "", 8);
    picture_put(&d->picture, d->remark, STYLE_HEAP, d->picture.utf8 ? "→ heap" : "-> heap");
    arrow_to(d, row, true, o);
}

static void put_frame(struct drawing *d, const struct memory_function *f) {
    picture_row(&d->picture);
    picture_put(&d->picture, 0, STYLE_TITLE, "%s", f->name);
    picture_put(&d->picture, d->bytes, STYLE_TITLE, "%4ld B", f->frame_bytes);
    long temporaries = 0;
    vec_each(i, &f->objects) {
        struct memory_object *o = f->objects.items[i];
        if (o->is_temporary) {
            temporaries += o->bytes;
        } else if (o->heap) {
            put_moved(d, o);
        } else if (o->bytes) {
            o->row = put_sized(d, 2, STYLE_STACK, object_name(d, o), o->environment_of ? "" : o->type, o->bytes);
            if (o->is_parameter)
                picture_put(&d->picture, d->remark, STYLE_QUIET, "parameter");
            else if (o->in_loop && o->verdict)
                picture_put(&d->picture, d->remark, STYLE_QUIET, "each time round");
            if (o->environment_of)
                put_fields(d, o, 4);
        }
    }
    if (temporaries)
        put_sized(d, 2, STYLE_QUIET, "temporaries", "", temporaries);
}

static void put_stack(struct drawing *d) {
    picture_section(&d->picture, "Stack", "one frame for each call");
    vec_each(i, &d->memory->functions)
        put_frame(d, d->memory->functions.items[i]);
}

/* ---- heap ---- */

/* What holds the object's address; NULL where nothing with a name does. */
static const char *holders(struct drawing *d, const struct memory_object *o) {
    const char *text = NULL;
    vec_each(i, &o->pointed_by) {
        const char *by = object_name(d, o->pointed_by.items[i].object);
        text = text ? arena_printf(d->arena, "%s, %s", text, by) : by;
    }
    return text;
}

/* The rule that decided, without the Go compiler's way to name what has no name: {storage for func literal}. */
static const char *reason(struct drawing *d, const struct verdict *v) {
    static const char mark[] = "{storage for ";
    const char *why = in_go_terms(d->road->terms, v->why);
    const char *start = strstr(why, mark), *end = start ? strchr(start, '}') : NULL;
    if (!end)
        return why;
    const char *name = start + strlen(mark);
    return arena_printf(d->arena, "%.*sthe %.*s%s", (int)(start - why), why, (int)(end - name), name, end + 1);
}

static void put_heap(struct drawing *d) {
    picture_section(&d->picture, "Heap", d->memory->heap.len ? NULL : "nothing outlives its frame");
    vec_each(i, &d->memory->heap) {
        struct memory_object *o = d->memory->heap.items[i];
        o->row = put_sized(d, 0, STYLE_HEAP, object_name(d, o), o->environment_of ? "" : o->type, o->bytes);
        picture_put(&d->picture, d->remark, STYLE_QUIET, o->in_loop ? "%s, each time" : "%s", object_place(d, o));
        put_remark(d, 2, reason(d, o->verdict));
        const char *held = holders(d, o);
        if (held)
            put_remark(d, 2, arena_printf(d->arena, "pointed at by %s", held));
        if (o->environment_of)
            put_fields(d, o, 2);
    }
    picture_row(&d->picture);
    picture_put(&d->picture, 0, STYLE_QUIET, "highest addresses");
}

/* From environments to what they capture, always; from frames to the heap while there are so few that each can be followed. */
static void add_arrows(struct drawing *d) {
    enum { MOST_ON_HEAP = 6 };
    vec_each(i, &d->arrows) {
        const struct pending_arrow *arrow = &d->arrows.items[i];
        if (!arrow->from_frame || d->memory->heap.len <= MOST_ON_HEAP)
            picture_arrow(&d->picture, arrow->from, arrow->to->row);
    }
}

bool show_map(struct road *r) {
    struct drawing d = {
        .arena = r->arena,
        .road = r,
        .memory = memory_of(r),
        .picture = {.arena = r->arena, .utf8 = terminal_is_utf8(), .color = terminal_has_color(STDOUT_FILENO)},
    };
    enum { LEAST_WIDTH = 40, MOST_WIDTH = 120 };
    int width = terminal_width(STDOUT_FILENO);
    d.picture.width = width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : width;
    lay_columns(&d);
    put_code(&d);
    put_data(&d);
    put_stack(&d);
    put_heap(&d);
    add_arrows(&d);
    struct buf text = {0};
    picture_draw(&d.picture, &text);
    bool printed = output_print(text.text, text.len);
    buf_free(&text);
    return printed;
}

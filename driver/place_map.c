#include "driver/place_map.h"

#include <string.h>

struct origins {
    const struct lowered *lowered;
    const char *c_file;
};

static struct shown_place shown(struct pos p) {
    return (struct shown_place){p.source ? p.source->name : "", p.line, p.col};
}

static struct shown_place show(void *context, const struct c_place *place) {
    const struct origins *o = context;
    struct pos p = place->physical;
    if (o->lowered && p.source && p.line >= 1 && p.line <= o->lowered->lines.len && !strcmp(p.source->name, o->c_file)) {
        struct pos go = o->lowered->lines.items[p.line - 1].pos;
        if (go.line)
            return shown(go);
    }
    return shown(place->presumed.line ? place->presumed : p);
}

struct place_map place_map(struct arena *a, const struct lowered *l, const char *c_file) {
    struct origins *o = arena_new(a, struct origins);
    *o = (struct origins){l, c_file};
    return (struct place_map){show, o};
}

struct shown_place verdict_place(const struct verdict *v, const char *file, const struct place_map *places) {
    if (v->go_line)
        return (struct shown_place){v->go_file ? v->go_file : file, v->go_line, v->go_col};
    return places->show(places->context, &v->place);
}

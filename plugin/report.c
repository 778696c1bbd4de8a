/* Verdicts as text: the Go compiler's lines, and clang-shaped warnings.
 *
 * -m follows section 13, -m=2 section 14 of the reference on the Go compiler's escape analysis, in the format of Go 1.19. */
#include "plugin/report.h"

#include "plugin/annotations.h"

#include <stdlib.h>
#include <string.h>

/* ---- -m ---- */

struct line {
    const char *file;
    int line, col, order;
    const char *text;
};
struct lines {
    struct arena *arena;
    const char *file;
    const struct place_map *places;
    VEC(struct line) list;
};

__attribute__((format(printf, 3, 4))) static void add_line(struct lines *out, const struct verdict *v, const char *format, ...) {
    va_list args;
    va_start(args, format);
    struct line l = {v->go_file ? v->go_file : out->file, v->go_line, v->go_col, out->list.len, arena_vprintf(out->arena, format, args)};
    va_end(args);
    vec_push(out->arena, &out->list, l);
}

static int by_position(const void *x, const void *y) {
    const struct line *a = x, *b = y;
    int files = strcmp(a->file, b->file);
    if (files)
        return files;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->col != b->col)
        return a->col < b->col ? -1 : 1;
    return a->order - b->order;
}

static struct shown_place place_of_step(const struct lines *out, const struct flow_step *s) {
    const struct place_map *places = out->places;
    if (s->go_line)
        return (struct shown_place){s->go_file ? s->go_file : out->file, s->go_line, s->go_col};
    return places->show_step ? places->show_step(places->context, s) : places->show(places->context, &s->place);
}

static void add_flow_line(struct lines *out, const struct verdict *v, const char *destination, const char *source, int derefs) {
    static const char stars[] = "********************************";
    int loads = derefs < 0 ? 0 : derefs < (int)sizeof stars - 1 ? derefs : (int)sizeof stars - 1;
    add_line(out, v, "  flow: %s = %s%.*s%s:", destination, derefs < 0 ? "&" : "", loads, stars, source);
}

static void add_step_line(struct lines *out, const struct verdict *v, const struct flow_step *s, const char *reason) {
    struct shown_place at = place_of_step(out, s);
    const char *text = out->places->step_text ? out->places->step_text(out->places->context, s) : s->expression;
    add_line(out, v, "    from %s (%s) at %s:%d:%d", text, reason, at.file, at.line, at.col);
}

static void add_path(struct lines *out, const struct verdict *v, const struct flow *flows, int count) {
    for (int i = 0; i < count; i++) {
        const struct flow *f = &flows[i];
        add_flow_line(out, v, f->through_temporary ? "{temp}" : f->destination, f->source, f->derefs - f->appendee);
        int steps = f->lowered ? f->go_steps.len : f->steps.len;
        for (int j = 0; j < steps; j++) {
            const struct flow_step *s = f->lowered ? &f->go_steps.items[j] : &f->steps.items[j];
            add_step_line(out, v, s, flow_reason_text(s->reason));
        }
        if (f->through_temporary)
            add_flow_line(out, v, f->destination, "{temp}", f->appendee);
        if (f->appendee)
            add_step_line(out, v, &f->go_steps.items[steps - 1], "appendee slice");
    }
}

static void add_leak_lines(struct lines *out, const struct verdict *v, int level) {
    vec_each(i, &v->leaks) {
        const struct leak *l = &v->leaks.items[i];
        if (level >= 2) {
            add_line(out, v, "parameter %s leaks to %s with derefs=%d:", v->name, l->path.len > 0 ? vec_last(&l->path).destination : "{heap}", l->derefs);
            add_path(out, v, l->path.items, l->path.len);
        }
    }
    if (!v->has_pointers) /* it may leak all the same, as a number that is captured by reference */
        return;
    vec_each(i, &v->leaks) {
        const struct leak *l = &v->leaks.items[i];
        if (l->result < 0)
            add_line(out, v, l->derefs == 0 ? "leaking param: %s" : "leaking param content: %s", v->name);
        else
            add_line(out, v, "leaking param: %s to result %s level=%d", v->name, l->result_name, l->derefs);
    }
    if (v->leaks.len == 0)
        add_line(out, v, "%s does not escape", v->name);
}

/* What an operation allocates is no object of the program, and the Go compiler (1.19) has no line for it. */
static void add_growth(struct lines *out, const struct verdict *v) {
    struct shown_place at = out->places->show(out->places->context, &v->place);
    struct line l = {at.file, at.line, at.col, out->list.len, arena_printf(out->arena, "%s: %s is on the heap by nature", v->name, v->why)};
    vec_push(out->arena, &out->list, l);
}

static void add_verdict(struct lines *out, const struct verdict *v, int level) {
    if (level >= 2 && v->kind == SITE_UNREPORTED && v->by_nature)
        add_growth(out, v);
    if (v->kind == SITE_PLAIN_C || v->kind == SITE_UNREPORTED)
        return;
    bool is_variable = v->kind == SITE_VARIABLE || v->kind == SITE_PARAMETER;
    if (v->heap && level >= 2 && v->direct.len > 0) {
        vec_each(i, &v->direct) {
            add_line(out, v, "%s escapes to heap:", v->name);
            add_path(out, v, &v->direct.items[i], 1);
        }
    } else if (v->heap && level >= 2) {
        add_line(out, v, "%s escapes to heap:", v->name);
        if (v->by_nature) {
            add_line(out, v, "  flow: {heap} = &{storage for %s}:", v->name);
            const char *file = v->go_file ? v->go_file : out->file;
            add_line(out, v, "    from %s (%s) at %s:%d:%d", v->name, v->why, file, v->go_line, v->go_col);
        }
        add_path(out, v, v->path.items, v->path.len);
    }
    if (v->heap)
        add_line(out, v, is_variable ? "moved to heap: %s" : "%s escapes to heap", v->name);
    else if (v->kind == SITE_PARAMETER)
        add_leak_lines(out, v, level);
    else if (!is_variable)
        add_line(out, v, "%s does not escape", v->name);
}

void report_gc_lines(const struct verdicts *v, const char *file, int level, const struct place_map *places, struct buf *out) {
    struct arena arena = {0};
    struct lines lines = {.arena = &arena, .file = file, .places = places};
    vec_each(i, &v->list) add_verdict(&lines, &v->list.items[i], level);
    vec_each(i, &v->remarks) {
        struct flow_step at_operator = {.reason = v->remarks.items[i].reason, .place = v->remarks.items[i].place};
        struct shown_place at = place_of_step(&lines, &at_operator);
        struct line l = {at.file, at.line, at.col, lines.list.len, v->remarks.items[i].text};
        vec_push(&arena, &lines.list, l);
    }
    if (lines.list.len > 0)
        qsort(lines.list.items, (size_t)lines.list.len, sizeof *lines.list.items, by_position);
    vec_each(i, &lines.list) {
        const struct line *l = &lines.list.items[i];
        buf_printf(out, "%s:%d:%d: %s\n", l->file, l->line, l->col, l->text);
    }
    arena_free(&arena);
}

/* ---- warnings ---- */

const char *report_plain_name(struct arena *a, const char *shown) {
    static const char prefix[] = "{storage for ";
    size_t n = strlen(shown);
    if (strncmp(shown, prefix, sizeof prefix - 1) == 0 && n > sizeof prefix)
        return arena_strndup(a, shown + sizeof prefix - 1, n - sizeof prefix);
    return shown;
}

const char *report_name(struct arena *a, const struct verdict *v) {
    if (v->is_environment && strcmp(v->name, "func literal") == 0)
        return "the func literal";
    return arena_printf(a, "'%s'", v->name);
}

static const struct flow_step *step_of(const struct flow *f, enum flow_reason r) {
    vec_each(i, &f->go_steps) {
        if (f->go_steps.items[i].reason == r && r == FLOW_CAPTURED) /* what C has as an assignment */
            return &f->go_steps.items[i];
    }
    vec_each(i, &f->steps) {
        if (f->steps.items[i].reason == r)
            return &f->steps.items[i];
    }
    return NULL;
}

static bool is_captured_by(const struct flow *f) {
    return step_of(f, FLOW_CAPTURED) != NULL || (f->reached && f->reached->is_environment && f->derefs <= 0);
}

/* Where what was passed ends up, if that is not the function itself. */
static const char *beyond_call(struct arena *a, const struct flow *f, const struct flow_step *passed) {
    if (f->destination[0] == '{' && strncmp(f->destination, "{storage", 8) != 0)
        return "";
    if (passed->parameter && strcmp(f->destination, passed->parameter) == 0 && passed == &vec_last(&f->steps))
        return "";
    return arena_printf(a, passed == &vec_last(&f->steps) ? ", which stores it in '%s'" : ", whose result is stored in '%s'",
                        report_plain_name(a, f->destination));
}

static const char *passed_text(struct arena *a, const char *what, const struct flow *f, const struct flow_step *passed) {
    const char *beyond = beyond_call(a, f, passed);
    if (!passed->callee)
        return arena_printf(a, "%s is passed to a function value here%s", what, beyond);
    if (!passed->parameter || !*passed->parameter)
        return arena_printf(a, "%s is passed to '%s' here%s", what, passed->callee, beyond);
    return arena_printf(a, "%s is passed to '%s' as '%s' here%s", what, passed->callee, passed->parameter, beyond);
}

struct message report_flow(struct arena *a, const struct flow *f, const char *what) {
    struct message m = {0};
    const struct flow_step *last = f->steps.len > 0 ? &vec_last(&f->steps) : NULL;
    const struct flow_step *returned = step_of(f, FLOW_RETURN), *passed = step_of(f, FLOW_CALL_PARAMETER);
    const struct flow_step *cast = step_of(f, FLOW_CAST_TO_INTEGER), *assembly = step_of(f, FLOW_ASSEMBLY);
    if (last)
        m.place = last->place;
    if (is_captured_by(f)) {
        m.text = arena_printf(a, "captured here by %s by a func literal", f->derefs < 0 ? "reference" : "value");
    } else if (cast) {
        m.place = cast->place;
        m.text = arena_printf(a, "%s is cast to an integer here", what);
    } else if (assembly) {
        m.text = arena_printf(a, "%s is used by inline assembly here", what);
    } else if (returned) {
        m.place = returned->place;
        m.text = arena_printf(a, "%s is returned here", what);
    } else if (passed) {
        m.place = passed->place;
        m.text = passed_text(a, what, f, passed);
    } else if (strcmp(f->destination, "{heap}") == 0) {
        m.text = arena_printf(a, "%s is stored here in memory that outlives it", what);
    } else {
        m.text = arena_printf(a, "%s is stored here in '%s'", what, report_plain_name(a, f->destination));
    }
    return m;
}

/* One call may be several steps: an object goes in, and comes to where it stays. */
static bool is_same_message(const struct message *m, const struct message *n) {
    return m->place.physical.line == n->place.physical.line && m->place.physical.col == n->place.physical.col && strcmp(m->text, n->text) == 0;
}

enum { MOST_NOTES = 64 }; /* of one warning; a longer story is told by `why` */

struct warnings report_warnings(struct arena *a, const struct verdicts *v) {
    struct warnings all = {0};
    vec_each(i, &v->list) {
        const struct verdict *d = &v->list.items[i];
        if (!d->heap || d->by_nature || d->bytes == 0)
            continue;
        struct warning w = {.verdict = d};
        w.head.place = d->place;
        w.head.text = arena_printf(a, "%s must be heap-allocated: it outlives '%s'%s%s%s", report_name(a, d), shown_function(d->function), d->assumed ? " (assumed: " : "",
                                   d->assumed ? d->why : "", d->assumed ? ")" : "");
        /* The story goes on with whatever holds the object, until that is no object of the program any more. */
        const struct verdict *at = d;
        for (int objects = 0; at && objects < MOST_NOTES; objects++) {
            const struct verdict *reached = NULL;
            const char *what = at == d && d->path.len > 0 && vec_last(&d->path).reached == NULL && d->path.len == 1 ? "its address" : report_name(a, at);
            if (at == d && !(at->is_environment && at->id))
                what = "its address";
            vec_each(j, &at->path) {
                const struct flow *f = &at->path.items[j];
                struct message m = report_flow(a, f, what);
                if (m.place.physical.line && (w.notes.len == 0 || !is_same_message(&vec_last(&w.notes), &m)))
                    vec_push_moving(a, &w.notes, m);
                reached = f->reached;
                what = arena_printf(a, "'%s'", report_plain_name(a, f->destination));
            }
            at = reached;
        }
        vec_push(a, &all.list, w);
    }
    return all;
}

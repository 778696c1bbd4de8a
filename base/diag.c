#include "diag.h"

#include <stdarg.h>
#include <stdlib.h>

static const char *file_name(struct pos pos) {
    return pos.source ? pos.source->name : "";
}

void error_at(struct diags *d, struct pos pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(d->arena, format, args);
    va_end(args);

    const char *line_and_text = arena_printf(d->arena, "%s:%d:%s", file_name(pos), pos.line, text);
    d->newest_dropped = map_has(&d->seen, line_and_text);
    if (d->newest_dropped)
        return;
    map_put(d->arena, &d->seen, line_and_text, NULL);
    vec_push(d->arena, &d->list, ((struct diag){.severity = SEVERITY_ERROR, .pos = pos, .text = text}));
    d->errors++;
}

void note_at(struct diags *d, struct pos pos, const char *format, ...) {
    if (d->newest_dropped)
        return;
    if (!d->list.len)
        die("a note at %s:%d has no diagnostic to belong to", file_name(pos), pos.line);
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(d->arena, format, args);
    va_end(args);
    vec_push(d->arena, &vec_last(&d->list).notes, ((struct diag){.severity = SEVERITY_NOTE, .pos = pos, .text = text}));
}

/* A diagnostic and where it belongs in the printed order. */
struct ranked {
    const struct diag *diag;
    int file; /* files count in order of first mention */
    int mention;
};

static int compare_places(const void *left, const void *right) {
    const struct ranked *a = left, *b = right;
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    if (a->diag->pos.line != b->diag->pos.line)
        return a->diag->pos.line < b->diag->pos.line ? -1 : 1;
    if (a->diag->pos.col != b->diag->pos.col)
        return a->diag->pos.col < b->diag->pos.col ? -1 : 1;
    return a->mention < b->mention ? -1 : a->mention > b->mention;
}

static struct ranked *sorted_by_place(const struct diags *d) {
    struct ranked *sorted = arena_array(d->arena, struct ranked, d->list.len);
    int *ranks = arena_array(d->arena, int, d->list.len);
    struct map rank_of_file = {0};
    vec_each(i, &d->list) {
        const struct diag *diag = &d->list.items[i];
        int *rank = map_get(&rank_of_file, file_name(diag->pos));
        if (!rank) {
            rank = &ranks[rank_of_file.len];
            *rank = rank_of_file.len;
            map_put(d->arena, &rank_of_file, file_name(diag->pos), rank);
        }
        sorted[i] = (struct ranked){diag, *rank, i};
    }
    qsort(sorted, (size_t)d->list.len, sizeof *sorted, compare_places);
    return sorted;
}

static void print_line(const struct diag *diag, const char *indent, const char *prefix, FILE *out) {
    fputs(indent, out);
    if (diag->pos.source)
        fprintf(out, "%s:", diag->pos.source->name);
    if (diag->pos.line)
        fprintf(out, "%d:%d:", diag->pos.line, diag->pos.col);
    fprintf(out, "%s%s%s\n", diag->pos.source || diag->pos.line ? " " : "", prefix, diag->text);
}

void diags_print(const struct diags *d, FILE *out, int most_errors) {
    if (!d->list.len)
        return;
    const struct ranked *sorted = sorted_by_place(d);
    int errors = 0;
    vec_each(i, &d->list) {
        const struct diag *diag = sorted[i].diag;
        if (diag->severity == SEVERITY_ERROR && most_errors && ++errors > most_errors) {
            fputs("too many errors\n", out);
            return;
        }
        print_line(diag, "", diag->severity == SEVERITY_WARNING ? "warning: " : "", out);
        vec_each(k, &diag->notes) print_line(&diag->notes.items[k], "\t", "", out);
    }
}

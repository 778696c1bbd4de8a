#include "driver/show.h"

#include "driver/go_remarks.h"
#include "driver/output.h"
#include "driver/structured.h"
#include "driver/warnings.h"

/* ---- dumps ---- */

/* How far to go for the dumps that were asked for. */
static bool go_to_dumps(struct road *r) {
    if (!load(r) || !dump_wanted_from(r, DUMP_CTREE))
        return r->program != NULL;
    return lower_for_analysis(r) && import_lowered(r) && (!dump_wanted_from(r, DUMP_FLOW) || analyse(r));
}

static bool print_dumps(struct road *r) {
    bool printed = true;
    for (int d = 0; d < DUMP_COUNT; d++) {
        printed = printed && output_print(r->dumps[d].text, r->dumps[d].len);
        buf_free(&r->dumps[d]);
    }
    return printed;
}

enum status show_dumps(struct road *r) {
    bool fine = true;
    if (!r->options->files_are_c) {
        fine = go_to_dumps(r);
        return print_dumps(r) && fine ? STATUS_OK : STATUS_ERRORS;
    }
    vec_each(i, &r->options->files) {
        fine = import_c_file(r, r->options->files.items[i]) && fine;
        if (r->unit && dump_wanted_from(r, DUMP_FLOW))
            analyse(r);
        fine = print_dumps(r) && fine;
    }
    return fine ? STATUS_OK : STATUS_ERRORS;
}

/* ---- text ---- */

void show_diags(const struct road *r) {
    diags_print(&r->diags, stderr, 10);
}

bool show_gc_lines(struct road *r) {
    if (!r->options->gc_lines)
        return true;
    struct buf lines = {0};
    if (r->program)
        add_go_remarks(r, r->options->gc_lines);
    report_gc_lines(r->verdicts, r->go_file, r->options->gc_lines, &r->places, &lines);
    const char *text = lines.len ? without_package_prefixes(r->terms, lines.text) : "";
    bool printed = fputs(text, stderr) >= 0;
    buf_free(&lines);
    return printed;
}

/* ---- check ---- */

/* What one unit contributes to the result of `check`; returns the number of warnings. */
static int show_unit(struct road *r, struct structured *s) {
    const struct options *o = r->options;
    struct warnings w = report_warnings(r->arena, r->verdicts);
    if (o->json)
        structured_add_verdicts(s, r);
    else if (o->sarif)
        structured_add_warnings(s, r, &w);
    else if (o->gc_lines)
        show_gc_lines(r);
    else if (!o->no_warnings)
        warnings_print(r, &w);
    return w.list.len;
}

static enum status finish(struct road *r, struct structured *s, bool fine, int warnings) {
    bool printed = s == NULL || structured_print(s);
    bool fatal = warnings && r->options->warnings_are_errors && !r->options->no_warnings;
    return fine && printed && !fatal ? STATUS_OK : STATUS_ERRORS;
}

static struct structured *structured_result(struct road *r) {
    return r->options->json || r->options->sarif ? structured_new(r->arena, r->options->sarif) : NULL;
}

enum status show_findings(struct road *r) {
    struct structured *s = structured_result(r);
    return finish(r, s, true, show_unit(r, s));
}

enum status show_c_files(struct road *r) {
    struct structured *s = structured_result(r);
    bool fine = true;
    int warnings = 0;
    vec_each(i, &r->options->files) {
        r->go_file = r->options->files.items[i];
        if (import_c_file(r, r->go_file) && analyse(r))
            warnings += show_unit(r, s);
        else
            fine = false;
    }
    return finish(r, s, fine, warnings);
}

/* outlive: which of the variables a closure captures outlive their frame, and a Go program built by the answer.
 *
 *   load → lower_for_analysis → import_lowered → analyse → lower_by_verdict → compile_c
 *
 * Every command goes this road as far as it needs, and shows what it has got there. */
#include "config.h"
#include "driver/cleanup.h"
#include "driver/compile.h"
#include "driver/given_verdicts.h"
#include "driver/map.h"
#include "driver/output.h"
#include "driver/road.h"
#include "driver/show.h"
#include "driver/why.h"

#include <stdio.h>

static bool check_road(struct road *r) {
    return load(r) && lower_for_analysis(r) && import_lowered(r) && analyse(r);
}

static bool decided_road(struct road *r) {
    bool needs_verdicts = r->options->storage == STORAGE_DECIDED || r->options->gc_lines;
    if (!(needs_verdicts ? check_road(r) : load(r)))
        return false;
    if (!needs_verdicts)
        r->c_file = arena_printf(r->arena, "%s.c", r->name);
    if (r->options->verdicts && !follow_given_verdicts(r))
        return false;
    return lower_by_verdict(r) && (!r->verdicts || show_gc_lines(r));
}

static enum status run(struct road *r) {
    if (!decided_road(r))
        return STATUS_ERRORS;
    const struct options *o = r->options;
    const char *executable = compile_c(r->arena, &r->resources, o, r->name, r->result->c.text, r->result->c.len);
    if (executable)
        become(executable, r->name, o->rest.items, o->rest.len);
    return STATUS_ERRORS;
}

static enum status build(struct road *r) {
    if (!decided_road(r))
        return STATUS_ERRORS;
    const struct options *o = r->options;
    const char *executable = compile_c(r->arena, &r->resources, o, r->name, r->result->c.text, r->result->c.len);
    const char *name = o->output ? o->output : r->name;
    return executable && output_copy(name, executable, true) ? STATUS_OK : STATUS_ERRORS;
}

static enum status lower(struct road *r) {
    if (r->options->any_dump)
        return show_dumps(r);
    if (!decided_road(r))
        return STATUS_ERRORS;
    const struct options *o = r->options;
    const struct buf *c = &r->result->c, *header = &r->result->header;
    bool written = (!o->header || output_write(o->header, header->text, header->len, false)) &&
                   (o->output ? output_write(o->output, c->text, c->len, false) : output_print(c->text, c->len));
    return written ? STATUS_OK : STATUS_ERRORS;
}

static enum status check(struct road *r) {
    if (r->options->any_dump)
        return show_dumps(r);
    if (r->options->files_are_c)
        return show_c_files(r);
    return check_road(r) ? show_findings(r) : STATUS_ERRORS;
}

static enum status why(struct road *r) {
    bool there = r->options->files_are_c ? import_c_file(r, r->options->files.items[0])
                                         : load(r) && lower_for_analysis(r) && import_lowered(r);
    return there && analyse(r) ? show_why(r) : STATUS_ERRORS;
}

static enum status map(struct road *r) {
    return check_road(r) && show_map(r) ? STATUS_OK : STATUS_ERRORS;
}

static enum status version(void) {
    printf("outlive %s, with clang %s\n", OUTLIVE_VERSION, OUTLIVE_LLVM_VERSION);
    return STATUS_OK;
}

static enum status do_command(struct road *r) {
    switch (r->options->command) {
    case COMMAND_RUN:
        return run(r);
    case COMMAND_BUILD:
        return build(r);
    case COMMAND_LOWER:
        return lower(r);
    case COMMAND_CHECK:
        return check(r);
    case COMMAND_WHY:
        return why(r);
    case COMMAND_MAP:
        return map(r);
    case COMMAND_HELP:
        return options_help(r->options);
    case COMMAND_VERSION:
        return version();
    }
    die("there is no command %d", (int)r->options->command);
}

int main(int argc, char **argv) {
    struct arena arena = {0};
    struct options options;
    enum status status = options_read(&arena, argc, argv, &options);
    if (status == STATUS_OK) {
        cleanup_install();
        struct road road = {.arena = &arena, .options = &options, .diags.arena = &arena};
        road.resources = resources_find(&arena);
        status = do_command(&road);
        show_diags(&road);
        cleanup_run();
        road_free(&road);
    }
    if (fflush(stdout) && status == STATUS_OK) {
        perror("outlive: cannot write standard output");
        status = STATUS_ERRORS;
    }
    arena_free(&arena);
    return status;
}

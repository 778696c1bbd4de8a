#include "driver/road.h"

#include "driver/c_flags.h"
#include "driver/clang_host.h"
#include "driver/why.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct buf *dump_buffer(struct road *r, enum dump d) {
    return r->options->dumps[d] ? &r->dumps[d] : NULL;
}

bool dump_wanted_from(const struct road *r, enum dump d) {
    for (int i = d; i < DUMP_COUNT; i++)
        if (r->options->dumps[i])
            return true;
    return false;
}

/* counter for src/counter.go */
static const char *program_name(struct arena *a, const char *go_file) {
    const char *slash = strrchr(go_file, '/');
    const char *base = slash ? slash + 1 : go_file;
    return arena_strndup(a, base, strlen(base) - strlen(".go"));
}

bool load(struct road *r) {
    const struct options *o = r->options;
    struct go_options options = {
        .lang = o->lang,
        .library = r->resources.go_packages,
        .to_run = o->command == COMMAND_RUN || o->command == COMMAND_BUILD,
        .dump_tokens = dump_buffer(r, DUMP_TOKENS),
        .dump_ast = dump_buffer(r, DUMP_AST),
        .dump_types = dump_buffer(r, DUMP_TYPES),
        .dump_captures = dump_buffer(r, DUMP_CAPTURES),
    };
    r->go_file = o->files.items[0];
    r->name = program_name(r->arena, r->go_file);
    r->program = go_load(r->arena, o->files.items, o->files.len, &options, &r->diags);
    return r->program != NULL;
}

bool lower_for_analysis(struct road *r) {
    r->c_file = arena_printf(r->arena, "%s.c", r->name);
    r->lowered = go_lower(r->program, &(struct lower_options){
                                          .storage = STORAGE_STACK,
                                          .expression_origins = r->options->gc_lines > 0,
                                          .library_package = r->options->library_package,
                                          .c_file = r->c_file,
                                      });
    if (r->lowered)
        r->terms = go_terms_of(r->arena, r->program, r->lowered);
    return r->lowered != NULL;
}

bool import_lowered(struct road *r) {
    const char *const args[] = {LOWERED_C_FLAGS, "-I", r->resources.include};
    import_libclang_function *import = clang_host_load(r->resources.clang_host);
    if (!import)
        return false;
    r->places = place_map(r->arena, r->lowered, r->c_file);
    r->unit = import(r->arena, r->c_file, r->lowered->c.text, r->lowered->c.len, args, sizeof args / sizeof *args, &r->diags);
    if (!r->unit)
        fputs("outlive: internal error: the C that this program was lowered to has errors\n", stderr);
    if (r->unit && r->options->dumps[DUMP_CTREE])
        ctree_dump(r->unit, &r->dumps[DUMP_CTREE]);
    return r->unit != NULL;
}

/* libclang does not tell why it could not read a file. */
static bool can_be_read(struct road *r, const char *file) {
    char byte;
    int fd = open(file, O_RDONLY | O_CLOEXEC);
    bool readable = fd >= 0 && read(fd, &byte, 1) >= 0;
    if (!readable) {
        struct source *source = arena_new(r->arena, struct source);
        source->name = file;
        char *reason = arena_strdup(r->arena, strerror(errno));
        reason[0] = (char)tolower((unsigned char)reason[0]); /* as for Go files */
        error_at(&r->diags, (struct pos){.source = source}, "%s", reason);
    }
    if (fd >= 0)
        close(fd);
    return readable;
}

bool import_c_file(struct road *r, const char *file) {
    r->unit = NULL;
    r->c_file = file;
    r->places = place_map(r->arena, NULL, file);
    import_libclang_function *import = can_be_read(r, file) ? clang_host_load(r->resources.clang_host) : NULL;
    if (!import)
        return false;
    r->unit = import(r->arena, file, NULL, 0, r->options->rest.items, r->options->rest.len, &r->diags);
    if (r->unit && r->options->dumps[DUMP_CTREE])
        ctree_dump(r->unit, &r->dumps[DUMP_CTREE]);
    return r->unit != NULL;
}

bool analyse(struct road *r) {
    struct check_options options = {
        .model = r->options->model,
        .dump_flow = dump_buffer(r, DUMP_FLOW),
        .dump_dot = dump_buffer(r, DUMP_DOT),
        .wants_uses = r->options->command == COMMAND_WHY ? why_wants : NULL,
        .context = r,
    };
    r->verdicts = check_unit(r->unit, &options);
    if (r->options->dumps[DUMP_VERDICTS])
        verdicts_dump(r->verdicts, &r->dumps[DUMP_VERDICTS]);
    return true;
}

bool lower_by_verdict(struct road *r) {
    r->result = go_lower(r->program, &(struct lower_options){
                                         .storage = r->options->storage,
                                         .verdicts = r->verdicts,
                                         .line_directives = r->options->line_directives,
                                         .library_package = r->options->library_package,
                                         .c_file = r->options->output && r->options->command == COMMAND_LOWER
                                                       ? r->options->output
                                                       : r->c_file,
                                     });
    return r->result != NULL;
}

static void lowered_free(struct lowered *l) {
    if (!l)
        return;
    buf_free(&l->c);
    buf_free(&l->header);
}

void road_free(struct road *r) {
    lowered_free(r->lowered);
    lowered_free(r->result);
    for (int i = 0; i < DUMP_COUNT; i++)
        buf_free(&r->dumps[i]);
}

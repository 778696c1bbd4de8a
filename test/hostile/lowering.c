// RUN: %hostile/lowering %S/corpus/lowering/* | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
//
// Type checker, captures and lowering: every program becomes C in both forms that need no verdicts, or gets messages.
#define _GNU_SOURCE
#include "test/hostile/Inputs/hostile.h"

#include "transpiler/transpiler.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The loader reads files. The name of this one is the same for every input, so that the same bytes take the same way. */
static const char *memory_file(int *fd, const char *bytes, size_t len) {
    static char name[64];
    *fd = memfd_create("hostile.go", 0);
    if (*fd < 0 || (len && write(*fd, bytes, len) != (ssize_t)len) || lseek(*fd, 0, SEEK_SET) != 0)
        abort();
    snprintf(name, sizeof name, "/proc/self/fd/%d", *fd);
    return name;
}

static void lower(struct go_program *p, enum storage storage) {
    struct lowered *l = go_lower(p, &(struct lower_options){.storage = storage, .line_directives = true, .c_file = "hostile.c"});
    if (!l && !p->diags->errors)
        abort(); /* refused without a word */
    if (!l)
        return;
    buf_free(&l->c);
    buf_free(&l->header);
}

void hostile_input(const char *bytes, size_t len) {
    struct arena arena = {0};
    struct diags diags = {.arena = &arena};
    struct buf types = {0}, captures = {0};
    int fd;
    const char *const files[] = {memory_file(&fd, bytes, len)};
    struct go_options options = {.dump_types = &types, .dump_captures = &captures};
    struct go_program *program = go_load(&arena, files, 1, &options, &diags);
    if (!program && !diags.errors)
        abort();
    if (program) {
        lower(program, STORAGE_STACK);
        lower(program, STORAGE_HEAP);
    }
    close(fd);
    buf_free(&types);
    buf_free(&captures);
    arena_free(&arena);
}

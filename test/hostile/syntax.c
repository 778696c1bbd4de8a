// RUN: %hostile/syntax %S/corpus/syntax/* | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
//
// Scanner and parser: every text becomes tokens and a tree, and all that is wrong with it a message at a place inside it.
#include "test/hostile/Inputs/hostile.h"

#include "transpiler/ast_dump.h"
#include "transpiler/parse.h"
#include "transpiler/scan.h"

#include <stdlib.h>
#include <string.h>

static void expect_places_inside(const struct diags *d, const struct source *source) {
    int lines = 1;
    for (int i = 0; i < source->len; i++)
        lines += source->text[i] == '\n';
    vec_each(i, &d->list) {
        const struct diag *diag = &d->list.items[i];
        if (diag->pos.source != source || diag->pos.line < 0 || diag->pos.line > lines || diag->pos.col < 0 ||
            diag->pos.col > source->len + 1 || !diag->text[0])
            abort();
    }
}

void hostile_input(const char *bytes, size_t len) {
    struct arena arena = {0};
    struct names names = {.arena = &arena};
    struct diags diags = {.arena = &arena}, again = {.arena = &arena};
    char *text = arena_alloc(&arena, len + 1);
    if (len)
        memcpy(text, bytes, len);
    struct source source = {.name = "hostile.go", .text = text, .len = (int)len};

    struct buf dumps = {0};
    const struct file *file = parse_file(&arena, &names, &source, &diags);
    expect_places_inside(&diags, &source);
    dump_ast(&dumps, file);
    dump_tokens(&dumps, &arena, &names, &source, &again);
    buf_free(&dumps);
    arena_free(&arena);
}

// RUN: %hostile/checker %S/corpus/checker/* | FileCheck %s
// CHECK: {{[1-9][0-9]+}} inputs
//
// C importer, graph and both solvers: every text that clang takes is checked, each verdict has a reason, and what the precise
// model flags the other one flags too.
#include "test/hostile/Inputs/hostile.h"

#include "plugin/checker.h"
#include "plugin/import_libclang.h"
#include "plugin/report.h"

#include <stdlib.h>

/* What clang can take so long for (nested templates of macros, huge arrays of initialisers) is no business of ours. */
#define MOST_BYTES 4096

static struct shown_place show(void *context, const struct c_place *place) {
    (void)context;
    return (struct shown_place){place->presumed.source ? place->presumed.source->name : "", place->presumed.line,
                                place->presumed.col};
}

/* From the text on: a unit can be checked once only. NULL where clang found errors. */
static const struct verdicts *check(struct arena *a, const char *text, size_t len, enum model model) {
    static const char *const args[] = {"-xc", "-std=gnu17", "-w", "-nostdinc", "-fbracket-depth=64", "-ferror-limit=1",
                                       "-Wno-error=implicit-function-declaration"};
    struct diags diags = {.arena = a};
    struct cunit *unit = import_libclang(a, "hostile.c", text, len, args, sizeof args / sizeof *args, &diags);
    if (!unit && !diags.errors)
        abort(); /* refused without a word */
    if (!unit)
        return NULL;

    struct buf tree = {0}, flow = {0}, dot = {0}, lines = {0};
    const struct verdicts *v =
        check_unit(unit, &(struct check_options){.model = model, .dump_flow = &flow, .dump_dot = &dot});
    vec_each(i, &v->list)
        if (!v->list.items[i].why || (v->list.items[i].heap && !v->list.items[i].outlived_by))
            abort();
    ctree_dump(unit, &tree);
    report_gc_lines(v, unit->main_file, 2, &(struct place_map){.show = show}, &lines);
    report_warnings(a, v);
    verdicts_dump(v, &lines);
    buf_free(&tree);
    buf_free(&flow);
    buf_free(&dot);
    buf_free(&lines);
    return v;
}

static void expect_subset(const struct verdicts *precise, const struct verdicts *gc) {
    if (gc->list.len != precise->list.len)
        abort();
    vec_each(i, &gc->list)
        if (precise->list.items[i].heap && !gc->list.items[i].heap)
            abort();
}

void hostile_input(const char *bytes, size_t len) {
    if (len > MOST_BYTES)
        return;
    struct arena arena = {0};
    const char *text = arena_strndup(&arena, bytes, len);
    const struct verdicts *gc = check(&arena, text, len, MODEL_GC);
    if (gc)
        expect_subset(check(&arena, text, len, MODEL_PRECISE), gc);
    arena_free(&arena);
}

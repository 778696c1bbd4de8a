// RUN: %unit/diag
//
// Errors come out sorted by place, each once, ten at most.
#include "test/unit/unit.h"

#include "base/diag.h"
#include "base/verdict.h"

#include <stdlib.h>

static const struct source x = {.name = "x.go"}, y = {.name = "y.go"};

static struct pos at(const struct source *s, int line, int col) {
    return (struct pos){s, line, col};
}

static void expect_printed(const struct diags *d, int most, const char *expected) {
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    diags_print(d, out, most);
    fclose(out);
    EXPECT_TEXT(text, expected);
    free(text);
}

static void sorts_by_place_and_files_by_first_mention(void) {
    struct arena a = {0};
    struct diags d = {.arena = &a};
    error_at(&d, at(&y, 3, 1), "undefined: %s", "b");
    error_at(&d, at(&x, 9, 1), "undefined: c");
    error_at(&d, at(&y, 2, 5), "undefined: a");
    error_at(&d, at(&y, 2, 1), "f redeclared in this block");
    note_at(&d, at(&y, 1, 6), "other declaration of f");
    error_at(&d, at(&x, 0, 0), "is a directory");
    error_at(&d, at(NULL, 0, 0), "no input");
    EXPECT(d.errors == 6);
    expect_printed(&d, 10,
                   "y.go:2:1: f redeclared in this block\n"
                   "\ty.go:1:6: other declaration of f\n"
                   "y.go:2:5: undefined: a\n"
                   "y.go:3:1: undefined: b\n"
                   "x.go: is a directory\n"
                   "x.go:9:1: undefined: c\n"
                   "no input\n");
    arena_free(&a);
}

static void drops_a_repeated_error_with_its_notes(void) {
    struct arena a = {0};
    struct diags d = {.arena = &a};
    error_at(&d, at(&x, 1, 1), "undefined: a");
    error_at(&d, at(&x, 1, 7), "undefined: a");
    note_at(&d, at(&x, 5, 1), "a note of the second one");
    error_at(&d, at(&x, 2, 1), "undefined: a");
    EXPECT(d.errors == 2);
    expect_printed(&d, 10, "x.go:1:1: undefined: a\nx.go:2:1: undefined: a\n");
    arena_free(&a);
}

static void stops_after_the_most_errors_that_were_asked_for(void) {
    struct arena a = {0};
    struct diags d = {.arena = &a};
    for (int line = 3; line >= 1; line--)
        error_at(&d, at(&x, line, 1), "e");
    expect_printed(&d, 3, "x.go:1:1: e\nx.go:2:1: e\nx.go:3:1: e\n");
    expect_printed(&d, 2, "x.go:1:1: e\nx.go:2:1: e\ntoo many errors\n");
    expect_printed(&d, 0, "x.go:1:1: e\nx.go:2:1: e\nx.go:3:1: e\n");
    arena_free(&a);
}

static void every_flow_reason_has_a_text(void) {
#define X(name, text) EXPECT_TEXT(flow_reason_text(FLOW_##name), text);
    FLOW_REASONS(X)
#undef X
}

int main(void) {
    sorts_by_place_and_files_by_first_mention();
    drops_a_repeated_error_with_its_notes();
    stops_after_the_most_errors_that_were_asked_for();
    every_flow_reason_has_a_text();
    return unit_verdict();
}

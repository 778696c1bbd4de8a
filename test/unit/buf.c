// RUN: %unit/buf
//
// A text buffer holds what was added, NUL-terminated, at any size.
#include "test/unit/unit.h"

#include "base/buf.h"
#include "base/vec.h"

#include <stdlib.h>

static void joins_what_was_added(void) {
    struct buf b = {0};
    buf_add(&b, "static ");
    buf_addn(&b, "go_int64", 6);
    buf_char(&b, ' ');
    buf_printf(&b, "%s = %d;", "x", 42);
    EXPECT_TEXT(b.text, "static go_int x = 42;");
    EXPECT(b.len == strlen(b.text));
    buf_free(&b);
    EXPECT(b.text == NULL && b.len == 0);
}

static void has_a_text_once_nothing_was_added(void) {
    struct buf b = {0};
    buf_add(&b, "");
    EXPECT_TEXT(b.text, "");
    buf_free(&b);
}

static void grows_as_it_must(void) {
    struct buf b = {0};
    unsigned random = 3;
    size_t expected = 0;
    for (int i = 0; i < 3000; i++) {
        int width = (int)(unit_random(&random) % 400);
        buf_printf(&b, "%*s", width, "x");
        expected += width ? (size_t)width : 1;
        EXPECT(b.len == expected && b.text[b.len - 1] == 'x' && b.text[b.len] == '\0');
    }
    buf_free(&b);
}

static void vectors_keep_their_elements_when_they_grow(void) {
    struct arena a = {0};
    VEC(int) v = {0};
    for (int i = 0; i < 10000; i++)
        vec_push(&a, &v, i * 3);
    EXPECT(v.len == 10000 && vec_last(&v) == 9999 * 3);
    vec_each(i, &v)
        EXPECT(v.items[i] == i * 3);
    arena_free(&a);
}

int main(void) {
    joins_what_was_added();
    has_a_text_once_nothing_was_added();
    grows_as_it_must();
    vectors_keep_their_elements_when_they_grow();
    return unit_verdict();
}

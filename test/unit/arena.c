// RUN: %unit/arena
//
// Memory of an arena is zeroed, aligned and apart, whatever the sizes asked for.
#include "test/unit/unit.h"

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

static void gives_zeroed_aligned_memory_that_does_not_overlap(void) {
    struct arena a = {0};
    unsigned random = 1;
    enum { BLOCKS = 2000 };
    unsigned char *block[BLOCKS];
    size_t size[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
        size[i] = unit_random(&random) % (i % 50 == 0 ? 200000 : 200);
        block[i] = arena_alloc(&a, size[i]);
        EXPECT((uintptr_t)block[i] % _Alignof(long long) == 0);
        for (size_t k = 0; k < size[i]; k++)
            EXPECT(block[i][k] == 0);
        memset(block[i], i & 0xff, size[i]);
    }
    for (int i = 0; i < BLOCKS; i++)
        for (size_t k = 0; k < size[i]; k++)
            EXPECT(block[i][k] == (i & 0xff));
    arena_free(&a);
    EXPECT(a.chunk == NULL && a.large == NULL && a.spare == NULL);
}

static void gives_empty_objects_different_addresses(void) {
    struct arena a = {0};
    EXPECT(arena_alloc(&a, 0) != arena_alloc(&a, 0));
    arena_free(&a);
}

static void copies_and_formats_text(void) {
    struct arena a = {0};
    EXPECT_TEXT(arena_strdup(&a, "count"), "count");
    EXPECT_TEXT(arena_strdup(&a, ""), "");
    EXPECT_TEXT(arena_strndup(&a, "counter", 5), "count");
    EXPECT_TEXT(arena_printf(&a, "%s:%d", "x.go", 4), "x.go:4");
    int numbers[] = {1, 2, 3};
    int *copy = arena_copy(&a, numbers, sizeof numbers);
    EXPECT(copy != numbers && memcmp(copy, numbers, sizeof numbers) == 0);
    arena_free(&a);
}

static void is_usable_again_after_it_was_freed(void) {
    struct arena a = {0};
    arena_free(&a);
    arena_strdup(&a, "x");
    arena_free(&a);
    EXPECT_TEXT(arena_strdup(&a, "y"), "y");
    arena_free(&a);
}

static void gives_back_what_was_made_since_a_mark(void) {
    struct arena a = {0};
    char *first = arena_strdup(&a, "kept");
    struct arena_mark outer = arena_mark(&a);
    arena_strdup(&a, "in the outer one");
    struct arena_mark inner = arena_mark(&a);
    for (int i = 0; i < 100; i++)
        memset(arena_alloc(&a, i == 50 ? 100000 : 5000), 1, 5000); /* several chunks, and one that is large */
    arena_release(&a, inner);
    EXPECT(a.large == NULL);
    char *second = arena_alloc(&a, 5000);
    for (int i = 0; i < 5000; i++)
        EXPECT(second[i] == 0);
    arena_release(&a, outer);
    EXPECT_TEXT(first, "kept");
    arena_clear(&a);
    EXPECT(a.chunk == NULL && a.large == NULL);
    arena_free(&a);
}

static void grows_what_is_large_where_it_stands(void) {
    struct arena a = {0};
    char *old = arena_alloc_raw(&a, 100000);
    struct arena_mark mark = arena_mark(&a);
    char *other = arena_alloc(&a, 200000);
    memset(old, 'x', 100000);
    old = arena_grow(&a, old, 100000, 5000000);
    EXPECT(old[0] == 'x' && old[99999] == 'x' && other[199999] == 0);
    arena_release(&a, mark); /* what was there before the mark stays, although it grew since */
    EXPECT(old[99999] == 'x' && a.large != NULL);
    int *small = arena_alloc(&a, sizeof *small);
    *small = 7;
    EXPECT(*(int *)arena_grow(&a, small, sizeof *small, 100000) == 7);
    arena_free(&a);
}

static void gives_back_at_once_what_is_large_and_not_needed(void) {
    struct arena a = {0};
    char *one = arena_alloc(&a, 100000), *two = arena_alloc(&a, 100000), *three = arena_alloc(&a, 100000), *little = arena_strdup(&a, "kept");
    arena_drop(&a, two, 100000);
    arena_drop(&a, three, 100000);
    arena_drop(&a, little, 5);
    EXPECT_TEXT(little, "kept");
    one = arena_grow(&a, one, 100000, 200000);
    EXPECT(one[99999] == 0 && a.large != NULL);
    arena_drop(&a, one, 200000);
    arena_drop(&a, NULL, 0);
    EXPECT(a.large == NULL);
    arena_free(&a);
}

int main(void) {
    gives_back_at_once_what_is_large_and_not_needed();
    grows_what_is_large_where_it_stands();
    gives_back_what_was_made_since_a_mark();
    gives_zeroed_aligned_memory_that_does_not_overlap();
    gives_empty_objects_different_addresses();
    copies_and_formats_text();
    is_usable_again_after_it_was_freed();
    return unit_verdict();
}

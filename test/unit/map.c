// RUN: %unit/map
//
// Tables find what was put in, keep the order of insertion, and agree with a plain list under random use.
#include "test/unit/unit.h"

#include "base/map.h"

static void finds_nothing_in_an_empty_table(void) {
    struct map m = {0};
    struct ptrmap p = {0};
    EXPECT(map_get(&m, "x") == NULL && !map_has(&m, "x"));
    EXPECT(ptrmap_get(&p, &p) == NULL && !ptrmap_has(&p, &p));
}

static void tells_null_values_from_missing_keys(void) {
    struct arena a = {0};
    struct map m = {0};
    map_put(&a, &m, "x", NULL);
    EXPECT(map_get(&m, "x") == NULL && map_has(&m, "x") && !map_has(&m, "y"));
    struct ptrmap p = {0};
    ptrmap_put(&a, &p, NULL, &a);
    EXPECT(ptrmap_get(&p, NULL) == &a && ptrmap_has(&p, NULL));
    arena_free(&a);
}

static void replaces_in_place(void) {
    struct arena a = {0};
    struct map m = {0};
    int one, two, three;
    map_put(&a, &m, "x", &one);
    map_put(&a, &m, "y", &two);
    map_put(&a, &m, "x", &three);
    EXPECT(m.len == 2);
    EXPECT_TEXT(m.entries[0].key, "x");
    EXPECT(m.entries[0].value == &three && map_get(&m, "y") == &two);
    arena_free(&a);
}

static void agrees_with_a_list_under_random_puts(void) {
    enum { KEYS = 3000, PUTS = 10000 };
    struct arena a = {0};
    struct map m = {0};
    struct ptrmap p = {0};
    static char keys[KEYS][8];
    static void *expected[KEYS];
    static int order[KEYS];
    int known = 0;
    for (int i = 0; i < KEYS; i++)
        snprintf(keys[i], sizeof keys[i], "k%d", i);

    unsigned random = 7;
    for (int i = 0; i < PUTS; i++) {
        int k = (int)(unit_random(&random) % KEYS);
        void *value = &keys[unit_random(&random) % KEYS];
        if (!expected[k])
            order[known++] = k;
        expected[k] = value;
        map_put(&a, &m, keys[k], value);
        ptrmap_put(&a, &p, keys[k], value);
    }
    EXPECT(m.len == known && p.len == known);
    for (int i = 0; i < KEYS; i++) {
        EXPECT(map_get(&m, keys[i]) == expected[i] && map_has(&m, keys[i]) == (expected[i] != NULL));
        EXPECT(ptrmap_get(&p, keys[i]) == expected[i] && ptrmap_has(&p, keys[i]) == (expected[i] != NULL));
    }
    for (int i = 0; i < known; i++)
        EXPECT(m.entries[i].key == keys[order[i]] && p.entries[i].key == keys[order[i]]);
    arena_free(&a);
}

static void interns_equal_texts_to_one_pointer(void) {
    struct arena a = {0};
    struct names n = {.arena = &a};
    const char *count = intern(&n, "counter", 5);
    EXPECT_TEXT(count, "count");
    EXPECT(intern(&n, "count", 5) == count);
    EXPECT(intern(&n, "counter", 7) != count);
    EXPECT(intern(&n, "coun", 4) != count);
    for (int i = 0; i < 1000; i++) {
        char name[16];
        int len = snprintf(name, sizeof name, "v%d", i);
        intern(&n, name, (size_t)len);
    }
    EXPECT(intern(&n, "count", 5) == count);
    EXPECT_TEXT(intern(&n, "", 0), "");
    arena_free(&a);
}

int main(void) {
    finds_nothing_in_an_empty_table();
    tells_null_values_from_missing_keys();
    replaces_in_place();
    agrees_with_a_list_under_random_puts();
    interns_equal_texts_to_one_pointer();
    return unit_verdict();
}

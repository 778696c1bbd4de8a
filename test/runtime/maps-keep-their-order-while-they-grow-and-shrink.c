// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

typedef struct go_map *map_int_int;
static const go_type type_map_int_int;
DEFINE_MAP(map_int_int, go_int, go_int, type_map_int_int)
static const go_type type_map_int_int = {.kind = GO_MAP, .size = sizeof(map_int_int), .direct = true, .text = "map[int]int",
                                         .key = &type_int, .elem = &type_int};

void go_init(void) {
}

static void show(go_int x) {
    go_print_int(x);
    go_print_space();
}

static void grows_while_it_is_read(void) {
    map_int_int m = map_int_int_make(0);
    for (go_int i = 0; i < 10; i++)
        map_int_int_put(m, i, i * i);
    // CHECK: 0 1 4 9 16 25 36 49 64 81 110{{$}}
    for (struct map_int_int_iterator i = map_int_int_range(m); map_int_int_next(&i);) {
        for (go_int k = 0; k < 10; k++)
            map_int_int_put(m, 100 * (*i.key + 1) + k, 0);
        show(*i.value);
    }
    go_print_int(go_map_len(m));
    go_print_line();
}

static void shrinks_while_it_is_read(void) {
    map_int_int m = map_int_int_make(0);
    for (go_int i = 0; i < 100000; i++)
        map_int_int_put(m, i * 7, i);
    for (go_int i = 0; i < 100000; i += 2)
        map_int_int_delete(m, i * 7);
    go_int sum = 0;
    for (struct map_int_int_iterator i = map_int_int_range(m); map_int_int_next(&i);) {
        go_int key = *i.key;
        sum += *i.value;
        map_int_int_put(m, key + 1000000, 5);
        map_int_int_delete(m, key);
    }
    // CHECK: 2500000000 50000{{$}}
    show(sum);
    go_print_int(go_map_len(m));
    go_print_line();
}

void go_main(void) {
    grows_while_it_is_read();
    shrinks_while_it_is_read();
    // CHECK: 0 0 0{{$}}
    map_int_int nil = NULL;
    struct map_int_int_found found = map_int_int_find(nil, 5);
    show(found.r0);
    show(found.r1);
    go_print_int(go_map_len(nil));
    go_print_line();
    // CHECK: 3 7{{$}}
    struct go_map make1 SITE("1:1:make(map[int]int)");
    map_int_int m = map_int_int_init(&make1, 0);
    *map_int_int_at(m, 1) += 3;
    show(map_int_int_get(m, 1));
    *map_int_int_at(m, 1) += 4;
    go_print_int(map_int_int_get(m, 1));
    go_print_line();
}

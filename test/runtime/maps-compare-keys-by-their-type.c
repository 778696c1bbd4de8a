// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: not %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: not %t 2>&1 | FileCheck %s
#include "outlive.h"

typedef struct T {
    go_int a;
    go_string b;
} T;
typedef struct go_map *map_T_int;
typedef struct go_map *map_any_int;
typedef struct go_map *map_float64_int;
static const go_type type_map_T_int, type_map_any_int, type_map_float64_int;
DEFINE_MAP(map_T_int, T, go_int, type_map_T_int)
DEFINE_MAP(map_any_int, any, go_int, type_map_any_int)
DEFINE_MAP(map_float64_int, go_float64, go_int, type_map_float64_int)
static const struct go_field type_T_fields[] = {
    {"a", &type_int, offsetof(T, a), false, false},
    {"b", &type_string, offsetof(T, b), false, false},
};
static const go_type type_T = {
    .kind = GO_STRUCT, .size = sizeof(T), .hash = 77, .text = "main.T", .named = true, .fields = type_T_fields, .count = 2};
static const go_type type_map_T_int = {.kind = GO_MAP, .size = 8, .text = "map[main.T]int", .key = &type_T, .elem = &type_int};
static const go_type type_map_any_int = {.kind = GO_MAP, .size = 8, .text = "map[interface {}]int", .key = &type_any, .elem = &type_int};
static const go_type type_map_float64_int = {
    .kind = GO_MAP, .size = 8, .text = "map[float64]int", .key = &type_float64, .elem = &type_int};

void go_init(void) {
}

void go_main(void) {
    map_T_int structs = map_T_int_make(0);
    map_T_int_put(structs, (T){1, STR("ab")}, 4);
    // CHECK: 4
    go_print_int(map_T_int_get(structs, (T){1, go_concat2(NULL, STR("a"), STR("b"))}));
    go_print_line();

    // 0 and -0 are one key, NaN is another each time
    map_float64_int floats = map_float64_int_make(0);
    go_float64 zero = 0;
    map_float64_int_put(floats, 0.0, 1);
    map_float64_int_put(floats, -zero, 2);
    map_float64_int_put(floats, zero / zero, 3);
    map_float64_int_put(floats, zero / zero, 4);
    // CHECK: 3
    go_print_int(go_map_len(floats));
    go_print_line();

    map_any_int anys = map_any_int_make(0);
    go_int one = 1;
    go_string text = STR("one");
    slice_string slice = {NULL, 0, 0};
    map_any_int_put(anys, (any){&type_int, &one}, 10);
    map_any_int_put(anys, (any){&type_string, &text}, 20);
    go_int other = 1;
    // CHECK: 10
    go_print_int(map_any_int_get(anys, (any){&type_int, &other}));
    go_print_line();
    // CHECK: panic: runtime error: hash of unhashable type []string
    map_any_int_put(anys, (any){&type_slice_string, &slice}, 30);
}

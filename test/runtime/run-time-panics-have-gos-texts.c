// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

void go_init(void) {
}

static void show(void *env) {
    (void)env;
    struct go_panicking *panicking = go_called_by_panic((go_code)show);
    any value = go_recover(panicking);
    const struct error_methods *methods = go_implements(value.type, &type_error);
    go_print_string(methods ? methods->Error(value.data) : STR("no error"));
    go_print_line();
}

static void fail(go_int how) {
    go_frame frame;
    GO_ENTER(&frame);
    if (GO_LANDING(&frame))
        goto recovered;
    go_defer defer1;
    defer1.call = (func_void){show, NULL};
    defer1.next = frame.defers;
    frame.defers = &defer1;
    slice_string s = slice_string_make(3, 3);
    go_int zero = how * 0, *pointer = NULL;
    any text = {&type_string, &s};
    switch (how) {
    case 0: go_index(5, s.len); break;
    case 1: go_index(-1, s.len); break;
    case 2: slice_string_slice(s, 2, 5); break;
    case 3: slice_string_slice(s, 2, 1); break;
    case 4: slice_string_slice3(s, 0, 1, 9); break;
    case 5: go_string_slice(STR("abc"), 1, 7); break;
    case 6: slice_string_make(zero - 1, 1); break;
    case 7: go_div_int(1, zero); break;
    case 8: go_shift_count(zero - 1); break;
    case 9: *NONNIL(pointer) = 1; break;
    case 10: go_assert(text.type, text.data, &type_int, &type_any); break;
    case 11: go_assert(NULL, NULL, &type_int, &type_any); break;
    case 12: go_assert_interface(text.type, &type_error); break;
    case 13: go_any_equal((any){&type_slice_string, &s}, (any){&type_slice_string, &s}); break;
    case 14: go_map_at(NULL, &zero); break;
    case 15: *(volatile go_int *)pointer = 1; break;
    }
recovered:
    go_leave(&frame);
}

void go_main(void) {
    for (go_int how = 0; how < 16; how++)
        fail(how);
}
// CHECK: runtime error: index out of range [5] with length 3
// CHECK: runtime error: index out of range [-1]
// CHECK: runtime error: slice bounds out of range [:5] with capacity 3
// CHECK: runtime error: slice bounds out of range [2:1]
// CHECK: runtime error: slice bounds out of range [::9] with capacity 3
// CHECK: runtime error: slice bounds out of range [:7] with length 3
// CHECK: runtime error: makeslice: len out of range
// CHECK: runtime error: integer divide by zero
// CHECK: runtime error: negative shift amount
// CHECK: runtime error: invalid memory address or nil pointer dereference
// CHECK: {{^}}interface conversion: interface {} is string, not int
// CHECK: {{^}}interface conversion: interface {} is nil, not int
// CHECK: {{^}}interface conversion: string is not error: missing method Error
// CHECK: runtime error: comparing uncomparable type []string
// CHECK: {{^}}assignment to entry in nil map
// CHECK: runtime error: invalid memory address or nil pointer dereference

// RUN: %clang -std=gnu17 -O1 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-gc.a -lgc -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
// RUN: %gcc -std=gnu17 -O2 -Wall -Wextra -Werror -fwrapv -fno-strict-aliasing -I%include %s %build/lib/liboutlive-rt-none.a -lm -lpthread -o %t
// RUN: %t 2>&1 | FileCheck %s
#include "outlive.h"

void go_init(void) {
}

static void runes(go_string s) {
    for (go_int i = 0; i < s.len;) {
        struct go_decoded at = go_decode_rune(s, i);
        go_print_int(i);
        go_print_string(STR(":"));
        go_print_int(at.rune);
        go_print_space();
        i += at.width;
    }
    go_print_line();
}

void go_main(void) {
    // CHECK: 0:97 1:233 3:8364 6:128512
    runes(STR("a\303\251\342\202\254\360\237\230\200"));
    // an overlong form, a surrogate, a cut-off rune, a stray byte: U+FFFD for each byte
    // CHECK: 0:65533 1:65533{{ $}}
    runes(STR("\300\200"));
    // CHECK: 0:65533 1:65533 2:65533{{ $}}
    runes(STR("\355\240\200"));
    // CHECK: 0:65533 1:65533{{ $}}
    runes(STR("\342\202"));
    // CHECK: 0:65533 1:98{{ $}}
    runes(STR("\377b"));
    go_uint8 room[32];
    // CHECK: {{^}}abc 3 3 32
    go_string s = go_concat2(room, STR("a"), STR("bc"));
    go_print_string(s);
    go_print_space();
    go_print_int(s.len);
    go_uint8 bytes_room[32];
    slice_uint8 b = go_bytes_of_string(bytes_room, s);
    go_print_space();
    go_print_int(b.len);
    go_print_space();
    go_print_int(b.cap);
    go_print_line();
    // CHECK: 4 8
    slice_int32 r = go_runes_of_string(NULL, STR("a\303\251\342\202\254\360\237\230\200"));
    go_print_int(r.len);
    go_print_space();
    go_print_int(go_bytes_of_string(NULL, STR("abcd")).cap);
    go_print_line();
    // CHECK: 1 1 1 1
    go_print_int(go_string_equal(go_string_of_runes(NULL, r), STR("a\303\251\342\202\254\360\237\230\200")));
    go_print_space();
    go_print_int(go_string_compare(STR("a"), STR("b")) < 0);
    go_print_space();
    go_print_int(go_string_compare(STR("ab"), STR("a")) > 0);
    go_print_space();
    go_print_int(go_string_equal(go_string_of_rune(NULL, -1), STR("\357\277\275")));
    go_print_line();
}

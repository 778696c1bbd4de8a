// RUN: %unit/constant
/* Constants whose kind or size no -dump=types shows: rounding to floats, very large and very small numbers, strings that share bytes. */
#include "transpiler/constant.h"

#include "test/unit/unit.h"

#include <float.h>
#include <math.h>
#include <string.h>

static struct arena a;

static struct constant *number(const char *text) {
    return constant_from_literal(&a, strpbrk(text, ".eEpP") ? TOKEN_FLOAT : TOKEN_INT, text);
}

static void floats_are_rounded_once_to_nearest_even(void) {
    EXPECT(constant_double(number("0.1")) == 0.1);
    EXPECT(constant_float(number("0.1")) == 0.1f);
    EXPECT(constant_double(number("9007199254740993")) == 9007199254740992.0);  /* a tie */
    EXPECT(constant_double(number("9007199254740995")) == 9007199254740996.0);
    /* Just above a tie of float32 that float64 cannot tell from it */
    EXPECT(constant_float(number("1.0000000596046447754")) == nextafterf(1.0f, 2.0f));
    EXPECT(constant_double(number("4.9e-324")) == 4.9e-324);
    EXPECT(constant_double(number("2e-324")) == 0);
    EXPECT(constant_double(number("1.7976931348623157e308")) == DBL_MAX);
    EXPECT(isinf(constant_double(number("1.7976931348623159e308"))));
    EXPECT(!constant_round_float32(&a, number("3.5e38")));
    EXPECT(constant_round_float64(&a, number("3.5e38")) != NULL);
}

static void large_exponents_are_computed_with(void) {
    struct constant *large = number("1e600000000"), *smaller = number("1e599999999");
    int64_t ten = 0;
    struct constant *quotient = constant_to_int(&a, constant_binary(&a, large, TOKEN_DIV, smaller, false));
    EXPECT(quotient && constant_fits_int64(quotient, &ten) && ten == 10);
    EXPECT(constant_compare(&a, large, TOKEN_GT, smaller));
    EXPECT(!constant_to_int(&a, large));
    EXPECT(strcmp(constant_text(&a, number("1e100000")), "1e+100000") == 0);
    EXPECT(constant_kind(number("1e700000000")) == CONSTANT_UNKNOWN);
    EXPECT(constant_kind(constant_binary(&a, large, TOKEN_MUL, large, false)) == CONSTANT_UNKNOWN);
    EXPECT(constant_sign(number("1e-700000000")) == 0);
    struct constant *sum = constant_binary(&a, large, TOKEN_ADD, number("1"), false);
    EXPECT(constant_compare(&a, sum, TOKEN_EQ, large));
}

static void integers_grow_beyond_a_word(void) {
    struct constant *x = number("9223372036854775807");
    struct constant *y = constant_binary(&a, x, TOKEN_ADD, number("1"), true);
    int64_t i;
    uint64_t u;
    EXPECT(!constant_fits_int64(y, &i));
    EXPECT(constant_fits_uint64(y, &u) && u == 1ull << 63);
    EXPECT(constant_bit_length(constant_binary(&a, y, TOKEN_MUL, y, true)) == 127);
    EXPECT(strcmp(constant_text(&a, constant_unary(&a, TOKEN_XOR, y, 0)), "-9223372036854775809") == 0);
    EXPECT(constant_fits_uint64(constant_unary(&a, TOKEN_XOR, number("0"), 64), &u) && u == UINT64_MAX);
    EXPECT(constant_fits_int64(number("0b1_000"), &i) && i == 8);
    EXPECT(constant_fits_int64(number("0_17"), &i) && i == 15);
    struct constant *least = constant_unary(&a, TOKEN_SUB, y, 0);
    EXPECT(constant_fits_int64(least, &i) && i == INT64_MIN);
    EXPECT(constant_fits_uint64(constant_binary(&a, least, TOKEN_DIV, number("1"), true), &u) == false);
}

static void strings_that_grow_keep_their_prefixes(void) {
    struct constant *ab = constant_binary(&a, constant_from_string(&a, "a", 1), TOKEN_ADD, constant_from_string(&a, "b", 1), false);
    struct constant *abc = constant_binary(&a, ab, TOKEN_ADD, constant_from_string(&a, "c", 1), false);
    struct constant *abd = constant_binary(&a, ab, TOKEN_ADD, constant_from_string(&a, "d", 1), false);
    int len;
    EXPECT(memcmp(constant_string(abc, &len), "abc", 3) == 0 && len == 3);
    EXPECT(memcmp(constant_string(abd, &len), "abd", 3) == 0 && len == 3);
    EXPECT(memcmp(constant_string(ab, &len), "ab", 2) == 0 && len == 2);
    EXPECT(constant_compare(&a, abc, TOKEN_LT, abd));
    EXPECT(constant_compare(&a, ab, TOKEN_LT, abc));
}

int main(void) {
    floats_are_rounded_once_to_nearest_even();
    large_exponents_are_computed_with();
    integers_grow_beyond_a_word();
    strings_that_grow_keep_their_prefixes();
    arena_free(&a);
    return unit_verdict();
}

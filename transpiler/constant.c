/* Exact constants over GMP.
 *
 * An integer is an int64_t as long as it fits, else a copy of GMP's limbs in the arena: GMP's own memory lives only inside one
 * operation, so constants need no freeing. A float is an exact fraction of two integers. So that no chain of operations can grow
 * without end, one with more than FRACTION_BITS bits above or below becomes a scaled float: MANTISSA_BITS significant bits times a
 * power of two, as is all that is computed from it (the spec asks for 256 bits, the Go compiler has 512). An exponent beyond
 * MOST_EXPONENT is an overflow, or zero. */
#include "transpiler/constant.h"

#include "transpiler/scan.h"

#include <float.h>
#include <gmp.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(GMP_LIMB_BITS == 64 && GMP_NAIL_BITS == 0, "limbs are uint64_t");

enum { FRACTION_BITS = 4096, MANTISSA_BITS = 512, GUARD_BITS = 64, MOST_EXPONENT = INT_MAX, MOST_DECIMAL_EXPONENT = 646456993 };

/* The bytes of string constants. x + y appends in place where x ends the buffer, so that a long chain of + costs no more than its
 * result. */
struct string_buffer {
    char *bytes;
    int used, cap;
};

struct constant {
    enum constant_kind kind;
    bool small; /* INT: in `int64`, else in limbs */
    union {
        bool boolean;
        struct {
            struct string_buffer *buffer;
            int len;
        };
        int64_t int64;
        struct {
            const mp_limb_t *limbs;
            mp_size_t size; /* GMP's way: its sign is the number's */
        };
        struct {
            /* FLOAT: numerator / denominator in lowest terms, denominator > 0; or, scaled, numerator · 2^exponent */
            const struct constant *numerator, *denominator;
            long exponent;
            bool scaled;
        };
        struct {
            const struct constant *re, *im; /* COMPLEX: INT or FLOAT */
        };
    };
};

static const struct constant false_constant = {.kind = CONSTANT_BOOL, .boolean = false};
static const struct constant true_constant = {.kind = CONSTANT_BOOL, .boolean = true};
static const struct constant unknown_constant = {.kind = CONSTANT_UNKNOWN};
static const struct constant zero_constant = {.kind = CONSTANT_INT, .small = true, .int64 = 0};
static const struct constant one_constant = {.kind = CONSTANT_INT, .small = true, .int64 = 1};

/* ---- making ---- */

struct constant *constant_from_bool(bool value) {
    return (struct constant *)(value ? &true_constant : &false_constant);
}

struct constant *constant_unknown(void) {
    return (struct constant *)&unknown_constant;
}

struct constant *constant_from_int64(struct arena *a, int64_t value) {
    struct constant *c = arena_new(a, struct constant);
    c->kind = CONSTANT_INT;
    c->small = true;
    c->int64 = value;
    return c;
}

struct constant *constant_from_string(struct arena *a, const char *bytes, int len) {
    struct constant *c = arena_new(a, struct constant);
    c->kind = CONSTANT_STRING;
    c->buffer = arena_new(a, struct string_buffer);
    *c->buffer = (struct string_buffer){(char *)bytes, len, len}; /* full: nothing is appended there */
    c->len = len;
    return c;
}

/* A read-only view of an integer as GMP's. `limb` is storage for a small one. */
static mpz_srcptr view_integer(const struct constant *c, mpz_t view, mp_limb_t *limb) {
    if (!c->small)
        return mpz_roinit_n(view, c->limbs, c->size);
    *limb = c->int64 < 0 ? -(mp_limb_t)c->int64 : (mp_limb_t)c->int64;
    return mpz_roinit_n(view, limb, (c->int64 > 0) - (c->int64 < 0));
}

#define VIEW(name, c)                 \
    mpz_t name##_view;                \
    mp_limb_t name##_limb;            \
    mpz_srcptr name = view_integer((c), name##_view, &name##_limb)

static struct constant *from_mpz(struct arena *a, mpz_srcptr z) {
    if (mpz_fits_slong_p(z))
        return constant_from_int64(a, mpz_get_si(z));
    struct constant *c = arena_new(a, struct constant);
    c->kind = CONSTANT_INT;
    size_t size = mpz_size(z);
    c->limbs = arena_copy(a, mpz_limbs_read(z), size * sizeof(mp_limb_t));
    c->size = mpz_sgn(z) < 0 ? -(mp_size_t)size : (mp_size_t)size;
    return c;
}

/* value = floor(|q| / 2^shift) rounded half to even. */
static void scaled_round(mpz_t value, mpq_srcptr q, long shift) {
    mpz_t numerator, denominator, rest;
    mpz_inits(numerator, denominator, rest, NULL);
    mpz_abs(numerator, mpq_numref(q));
    mpz_set(denominator, mpq_denref(q));
    if (shift >= 0)
        mpz_mul_2exp(denominator, denominator, (mp_bitcnt_t)shift);
    else
        mpz_mul_2exp(numerator, numerator, (mp_bitcnt_t)-shift);
    mpz_fdiv_qr(value, rest, numerator, denominator);
    mpz_mul_2exp(rest, rest, 1);
    int half = mpz_cmp(rest, denominator);
    if (half > 0 || (half == 0 && mpz_odd_p(value)))
        mpz_add_ui(value, value, 1);
    mpz_clears(numerator, denominator, rest, NULL);
}

static long bits(mpz_srcptr z) {
    return mpz_sgn(z) == 0 ? 0 : (long)mpz_sizeinbase(z, 2);
}

/* floor(log2 |q|), at most one too small: enough to place a mantissa. */
static long magnitude(mpq_srcptr q) {
    return bits(mpq_numref(q)) - bits(mpq_denref(q)) - 1;
}

/* q · 2^exponent, rounded to some bits. */
static void round_scaled(mpz_t mantissa, long *exponent, mpq_srcptr q, int precision) {
    long shift = magnitude(q) - precision + 1;
    int sign = mpq_sgn(q);
    scaled_round(mantissa, q, shift);
    if (bits(mantissa) > precision) /* magnitude() was one too small */
        scaled_round(mantissa, q, ++shift);
    if (sign < 0)
        mpz_neg(mantissa, mantissa);
    *exponent += shift;
}

static struct constant *float_constant(struct arena *a, mpz_srcptr numerator, mpz_srcptr denominator) {
    struct constant *c = arena_new(a, struct constant);
    c->kind = CONSTANT_FLOAT;
    c->numerator = from_mpz(a, numerator);
    c->denominator = denominator ? from_mpz(a, denominator) : &one_constant;
    return c;
}

static struct constant *scaled_constant(struct arena *a, mpq_srcptr q, long exponent) {
    mpz_t mantissa;
    mpz_init(mantissa);
    if (mpq_sgn(q) != 0)
        round_scaled(mantissa, &exponent, q, MANTISSA_BITS);
    long highest = exponent + bits(mantissa);
    struct constant *c = constant_unknown();
    if (highest < -(long)MOST_EXPONENT)
        mpz_set_ui(mantissa, 0);
    if (highest <= MOST_EXPONENT) {
        c = float_constant(a, mantissa, NULL);
        c->scaled = true;
        c->exponent = mpz_sgn(mantissa) ? exponent : 0;
    }
    mpz_clear(mantissa);
    return c;
}

static struct constant *from_mpq(struct arena *a, mpq_srcptr q) {
    if (bits(mpq_numref(q)) > FRACTION_BITS || bits(mpq_denref(q)) > FRACTION_BITS)
        return scaled_constant(a, q, 0);
    return float_constant(a, mpq_numref(q), mpq_denref(q));
}

/* A real constant as a fraction, which a power of two goes with: returns its exponent. */
static long get_scaled(mpq_t q, const struct constant *c) {
    const struct constant *num = c->kind == CONSTANT_FLOAT ? c->numerator : c;
    const struct constant *den = c->kind == CONSTANT_FLOAT ? c->denominator : &one_constant;
    VIEW(n, num);
    VIEW(d, den);
    mpz_set(mpq_numref(q), n);
    mpz_set(mpq_denref(q), d);
    return c->kind == CONSTANT_FLOAT ? c->exponent : 0;
}

static bool is_scaled(const struct constant *c) {
    return c->kind == CONSTANT_FLOAT && c->scaled;
}

static void multiply_by_power(mpq_t q, long exponent) {
    if (exponent >= 0)
        mpq_mul_2exp(q, q, (mp_bitcnt_t)exponent);
    else
        mpq_div_2exp(q, q, (mp_bitcnt_t)-exponent);
}

struct constant *constant_complex(struct arena *a, const struct constant *re, const struct constant *im) {
    if (re->kind == CONSTANT_UNKNOWN || im->kind == CONSTANT_UNKNOWN)
        return constant_unknown();
    struct constant *c = arena_new(a, struct constant);
    c->kind = CONSTANT_COMPLEX;
    c->re = re;
    c->im = im;
    return c;
}

/* ---- literals ---- */

static int digit_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

/* Digits without their separators, decimal point and prefix. Returns the digits after the point. */
static long clean_digits(char *out, const char *text, int base) {
    long after_point = 0;
    bool point = false;
    for (; *text == '_' || *text == '.' || digit_value(*text) < base; text++) {
        if (*text == '.')
            point = true;
        else if (*text != '_') {
            *out++ = *text;
            after_point += point;
        }
    }
    *out = '\0';
    return after_point;
}

static struct constant *integer_literal(struct arena *a, const char *text, bool plain_zero_is_decimal) {
    int base = 10;
    if (text[0] == '0') {
        char prefix = (char)(text[1] | 0x20);
        base = prefix == 'x' ? 16 : prefix == 'b' ? 2 : prefix == 'o' ? 8 : plain_zero_is_decimal ? 10 : 8;
        if (prefix == 'x' || prefix == 'b' || prefix == 'o')
            text += 2;
    }
    size_t len = strlen(text);
    char *digits = malloc(len + 1);
    if (!digits)
        die("out of memory");
    clean_digits(digits, text, base);
    struct constant *c;
    if (len <= 15) {
        c = constant_from_int64(a, strtoll(digits, NULL, base));
    } else {
        mpz_t z;
        mpz_init(z);
        mpz_set_str(z, *digits ? digits : "0", base);
        c = from_mpz(a, z);
        mpz_clear(z);
    }
    free(digits);
    return c;
}

/* power = 5^n, rounded. */
static void power_of_five(mpq_t power, long *exponent, unsigned long n) {
    mpq_t square;
    mpz_t mantissa;
    long square_exponent = 0;
    mpq_init(square);
    mpz_init(mantissa);
    mpq_set_ui(square, 5, 1);
    mpq_set_ui(power, 1, 1);
    *exponent = 0;
    for (; n; n >>= 1) {
        if (n & 1) {
            mpq_mul(power, power, square);
            *exponent += square_exponent;
            round_scaled(mantissa, exponent, power, MANTISSA_BITS + GUARD_BITS);
            mpq_set_z(power, mantissa);
        }
        mpq_mul(square, square, square);
        square_exponent *= 2;
        round_scaled(mantissa, &square_exponent, square, MANTISSA_BITS + GUARD_BITS);
        mpq_set_z(square, mantissa);
    }
    mpq_clear(square);
    mpz_clear(mantissa);
}

/* q · base^scale, base being 2 or 10: exact while it is small. */
static struct constant *power_literal(struct arena *a, mpq_t q, long scale, int base) {
    long size = labs(scale);
    if (base == 2) {
        if (size > FRACTION_BITS)
            return scaled_constant(a, q, scale);
        multiply_by_power(q, scale);
        return from_mpq(a, q);
    }
    if (size <= FRACTION_BITS) {
        mpz_t power;
        mpz_init(power);
        mpz_ui_pow_ui(power, 10, (unsigned long)size);
        if (scale >= 0)
            mpz_mul(mpq_numref(q), mpq_numref(q), power);
        else
            mpz_set(mpq_denref(q), power);
        mpz_clear(power);
        mpq_canonicalize(q);
        return from_mpq(a, q);
    }
    mpq_t power;
    long exponent;
    mpq_init(power);
    power_of_five(power, &exponent, (unsigned long)size);
    if (scale >= 0)
        mpq_mul(q, q, power);
    else
        mpq_div(q, q, power);
    mpq_clear(power);
    return scaled_constant(a, q, (scale >= 0 ? exponent : -exponent) + scale);
}

/* mantissa · base^-after_point · (2 or 10)^exponent */
static struct constant *float_literal(struct arena *a, const char *text) {
    bool hex = text[0] == '0' && (text[1] | 0x20) == 'x';
    if (hex)
        text += 2;
    size_t len = strlen(text);
    char *digits = malloc(len + 1);
    if (!digits)
        die("out of memory");
    long after_point = clean_digits(digits, text, hex ? 16 : 10);
    const char *exponent_text = strpbrk(text, hex ? "pP" : "eE");
    char *exponent_digits = malloc(len + 2);
    if (!exponent_digits)
        die("out of memory");
    long exponent = 0;
    if (exponent_text) {
        const char *e = exponent_text + 1;
        char sign = *e == '-' || *e == '+' ? *e++ : '+';
        exponent_digits[0] = sign;
        clean_digits(exponent_digits + 1, e, 10);
        exponent = strtol(exponent_digits, NULL, 10); /* saturates, which the bounds below refuse */
    }
    free(exponent_digits);

    mpq_t q;
    mpq_init(q);
    mpz_set_str(mpq_numref(q), *digits ? digits : "0", hex ? 16 : 10);
    free(digits);
    struct constant *c;
    long most = hex ? MOST_EXPONENT : MOST_DECIMAL_EXPONENT;
    if (mpq_sgn(q) == 0 || exponent < -most) {
        mpq_set_ui(q, 0, 1);
        c = from_mpq(a, q);
    } else if (exponent > most) {
        c = constant_unknown();
    } else if (hex) {
        c = power_literal(a, q, exponent - 4 * after_point, 2);
    } else {
        c = power_literal(a, q, exponent - after_point, 10);
    }
    mpq_clear(q);
    return c;
}

static bool is_integer_text(const char *text) {
    bool hex = text[0] == '0' && (text[1] | 0x20) == 'x';
    return !strpbrk(text, hex ? ".pP" : ".eE");
}

struct constant *constant_from_literal(struct arena *a, enum token literal, const char *text) {
    switch (literal) {
    case TOKEN_INT: return integer_literal(a, text, false);
    case TOKEN_FLOAT: return float_literal(a, text);
    case TOKEN_CHAR: return constant_from_int64(a, rune_value(text, (int)strlen(text)));
    case TOKEN_IMAG: {
        char *number = arena_strndup(a, text, strlen(text) - 1);
        struct constant *im = is_integer_text(number) ? integer_literal(a, number, true) : float_literal(a, number);
        return constant_complex(a, &zero_constant, im);
    }
    default: return constant_unknown();
    }
}

/* ---- reading ---- */

enum constant_kind constant_kind(const struct constant *c) {
    return c->kind;
}

bool constant_bool(const struct constant *c) {
    return c->boolean;
}

const char *constant_string(const struct constant *c, int *len) {
    *len = c->len;
    return c->buffer->bytes;
}

/* The same value as an integer; NULL where it is none, or one too large to be written out. */
static const struct constant *integer_of(struct arena *a, const struct constant *c) {
    switch (c->kind) {
    case CONSTANT_INT: return c;
    case CONSTANT_COMPLEX: return constant_sign(c->im) == 0 ? integer_of(a, c->re) : NULL;
    case CONSTANT_FLOAT: break;
    default: return NULL;
    }
    if (!c->scaled)
        return c->denominator->small && c->denominator->int64 == 1 ? c->numerator : NULL;
    if (constant_sign(c) == 0)
        return &zero_constant;
    VIEW(mantissa, c->numerator);
    if (c->exponent > FRACTION_BITS || (c->exponent < 0 && mpz_scan1(mantissa, 0) < (mp_bitcnt_t)-c->exponent))
        return NULL;
    mpz_t whole;
    mpz_init(whole);
    if (c->exponent >= 0)
        mpz_mul_2exp(whole, mantissa, (mp_bitcnt_t)c->exponent);
    else
        mpz_tdiv_q_2exp(whole, mantissa, (mp_bitcnt_t)-c->exponent);
    const struct constant *i = from_mpz(a, whole);
    mpz_clear(whole);
    return i;
}

/* Readers have no arena; integers of typed constants are written out already. */
static const struct constant *plain_integer(const struct constant *c) {
    if (c->kind == CONSTANT_COMPLEX)
        return constant_sign(c->im) == 0 ? plain_integer(c->re) : NULL;
    return is_scaled(c) ? NULL : integer_of(NULL, c);
}

bool constant_fits_int64(const struct constant *c, int64_t *out) {
    const struct constant *i = plain_integer(c);
    if (!i || !i->small)
        return false;
    *out = i->int64;
    return true;
}

bool constant_fits_uint64(const struct constant *c, uint64_t *out) {
    const struct constant *i = plain_integer(c);
    if (!i || (i->small ? i->int64 < 0 : i->size != 1))
        return false;
    *out = i->small ? (uint64_t)i->int64 : i->limbs[0];
    return true;
}

struct constant *constant_to_int(struct arena *a, const struct constant *c) {
    return c->kind == CONSTANT_UNKNOWN ? constant_unknown() : (struct constant *)integer_of(a, c);
}

struct constant *constant_to_float(struct arena *a, const struct constant *c) {
    switch (c->kind) {
    case CONSTANT_UNKNOWN:
    case CONSTANT_FLOAT: return (struct constant *)c;
    case CONSTANT_INT: {
        mpq_t q;
        mpq_init(q);
        get_scaled(q, c);
        struct constant *f = from_mpq(a, q);
        mpq_clear(q);
        return f;
    }
    case CONSTANT_COMPLEX: return constant_sign(c->im) == 0 ? constant_to_float(a, c->re) : NULL;
    default: return NULL;
    }
}

struct constant *constant_to_complex(struct arena *a, const struct constant *c) {
    switch (c->kind) {
    case CONSTANT_UNKNOWN:
    case CONSTANT_COMPLEX: return (struct constant *)c;
    case CONSTANT_INT:
    case CONSTANT_FLOAT: return constant_complex(a, c, &zero_constant);
    default: return NULL;
    }
}

struct constant *constant_real(struct arena *a, const struct constant *c) {
    (void)a;
    return (struct constant *)(c->kind == CONSTANT_COMPLEX ? c->re : c);
}

struct constant *constant_imag(struct arena *a, const struct constant *c) {
    (void)a;
    if (c->kind == CONSTANT_UNKNOWN)
        return constant_unknown();
    return (struct constant *)(c->kind == CONSTANT_COMPLEX ? c->im : &zero_constant);
}

int constant_sign(const struct constant *c) {
    switch (c->kind) {
    case CONSTANT_INT:
        if (c->small)
            return (c->int64 > 0) - (c->int64 < 0);
        return c->size < 0 ? -1 : 1;
    case CONSTANT_FLOAT: return constant_sign(c->numerator);
    case CONSTANT_COMPLEX: return constant_sign(c->re) | constant_sign(c->im);
    default: return 1;
    }
}

int constant_bit_length(const struct constant *c) {
    VIEW(z, c);
    return (int)bits(z);
}

/* Nearest number of `mantissa_bits` bits whose last bit is worth at least 2^least_exponent; ties to even. */
static double nearest(mpq_srcptr q, int mantissa_bits, long least_exponent) {
    if (mpq_sgn(q) == 0)
        return 0;
    long exponent = magnitude(q);
    if (exponent > 2000)
        return mpq_sgn(q) * HUGE_VAL;
    mpz_t mantissa;
    mpz_init(mantissa);
    /* magnitude() can be one too small: then one bit too many comes out, and the next try has it right */
    long shift = exponent - mantissa_bits + 1;
    for (;; shift++) {
        if (shift < least_exponent)
            shift = least_exponent;
        scaled_round(mantissa, q, shift);
        mpz_t limit;
        mpz_init_set_ui(limit, 1);
        mpz_mul_2exp(limit, limit, (mp_bitcnt_t)mantissa_bits);
        bool fits = mpz_cmp(mantissa, limit) <= 0; /* equal: rounded up to a power of two, which is exact */
        mpz_clear(limit);
        if (fits)
            break;
    }
    double d = ldexp(mpz_get_d(mantissa), (int)shift);
    mpz_clear(mantissa);
    return mpq_sgn(q) * d;
}

/* The real part as a fraction: false, and zero or infinity in *extreme, where it is beyond every float64. */
static bool get_fraction(mpq_t q, const struct constant *c, double *extreme) {
    enum { BEYOND = 5000 }; /* more than float64's exponents and the bits of a mantissa */
    long exponent = get_scaled(q, c->kind == CONSTANT_COMPLEX ? c->re : c);
    if (exponent > BEYOND || exponent < -BEYOND) {
        *extreme = exponent < 0 || mpq_sgn(q) == 0 ? 0 : mpq_sgn(q) * HUGE_VAL;
        return false;
    }
    multiply_by_power(q, exponent);
    return true;
}

double constant_double(const struct constant *c) {
    mpq_t q;
    mpq_init(q);
    double d;
    if (get_fraction(q, c, &d))
        d = nearest(q, DBL_MANT_DIG, DBL_MIN_EXP - DBL_MANT_DIG);
    mpq_clear(q);
    return d;
}

float constant_float(const struct constant *c) {
    mpq_t q;
    mpq_init(q);
    double d;
    if (get_fraction(q, c, &d))
        d = nearest(q, FLT_MANT_DIG, FLT_MIN_EXP - FLT_MANT_DIG);
    mpq_clear(q);
    return fabs(d) > FLT_MAX ? (float)copysign(HUGE_VAL, d) : (float)d;
}

static struct constant *from_double(struct arena *a, double d) {
    mpq_t q;
    mpq_init(q);
    mpq_set_d(q, d);
    struct constant *c = from_mpq(a, q);
    mpq_clear(q);
    return c;
}

struct constant *constant_round_float32(struct arena *a, const struct constant *c) {
    if (c->kind == CONSTANT_COMPLEX) {
        struct constant *re = constant_round_float32(a, c->re), *im = constant_round_float32(a, c->im);
        return re && im ? constant_complex(a, re, im) : NULL;
    }
    float f = constant_float(c);
    return isinf(f) ? NULL : from_double(a, f);
}

struct constant *constant_round_float64(struct arena *a, const struct constant *c) {
    if (c->kind == CONSTANT_COMPLEX) {
        struct constant *re = constant_round_float64(a, c->re), *im = constant_round_float64(a, c->im);
        return re && im ? constant_complex(a, re, im) : NULL;
    }
    double d = constant_double(c);
    return isinf(d) ? NULL : from_double(a, d);
}

/* ---- operations ---- */

struct constant *constant_unary(struct arena *a, enum token op, const struct constant *x, int unsigned_bits) {
    switch (x->kind) {
    case CONSTANT_BOOL: return constant_from_bool(!x->boolean);
    case CONSTANT_INT: {
        if (op == TOKEN_ADD)
            return (struct constant *)x;
        VIEW(z, x);
        mpz_t result;
        mpz_init(result);
        if (op == TOKEN_SUB) {
            mpz_neg(result, z);
        } else {
            mpz_com(result, z);
            if (unsigned_bits)
                mpz_fdiv_r_2exp(result, result, (mp_bitcnt_t)unsigned_bits);
        }
        struct constant *c = from_mpz(a, result);
        mpz_clear(result);
        return c;
    }
    case CONSTANT_FLOAT: {
        if (op == TOKEN_ADD)
            return (struct constant *)x;
        struct constant *c = arena_copy(a, x, sizeof *x);
        c->numerator = constant_unary(a, TOKEN_SUB, x->numerator, 0);
        return c;
    }
    case CONSTANT_COMPLEX:
        return constant_complex(a, constant_unary(a, op, x->re, 0), constant_unary(a, op, x->im, 0));
    default: return constant_unknown();
    }
}

/* The common operations on small integers; NULL where the result may not be small. */
static struct constant *binary_small(struct arena *a, int64_t x, enum token op, int64_t y, bool truncate) {
    int64_t result;
    switch (op) {
    case TOKEN_ADD: return __builtin_add_overflow(x, y, &result) ? NULL : constant_from_int64(a, result);
    case TOKEN_SUB: return __builtin_sub_overflow(x, y, &result) ? NULL : constant_from_int64(a, result);
    case TOKEN_MUL: return __builtin_mul_overflow(x, y, &result) ? NULL : constant_from_int64(a, result);
    case TOKEN_DIV:
        return x == INT64_MIN || !(truncate || x % y == 0) ? NULL : constant_from_int64(a, x / y);
    case TOKEN_REM: return x == INT64_MIN ? NULL : constant_from_int64(a, x % y);
    case TOKEN_AND: return constant_from_int64(a, x & y);
    case TOKEN_OR: return constant_from_int64(a, x | y);
    case TOKEN_XOR: return constant_from_int64(a, x ^ y);
    case TOKEN_AND_NOT: return constant_from_int64(a, x & ~y);
    default: return constant_unknown();
    }
}

/* Brings two fractions to the smaller of their exponents, which is returned. What is so small beside the other that it cannot change a
 * rounded sum becomes the tiniest amount that still shows on which side of the other it lies. */
static long aligned(mpq_t p, long p_exponent, mpq_t q, long q_exponent) {
    enum { OUT_OF_SIGHT = 2 * MANTISSA_BITS };
    if (mpq_sgn(p) == 0)
        return q_exponent;
    if (mpq_sgn(q) == 0)
        return p_exponent;
    bool p_larger = magnitude(p) + p_exponent >= magnitude(q) + q_exponent;
    mpq_ptr large = p_larger ? p : q, small = p_larger ? q : p;
    long large_exponent = p_larger ? p_exponent : q_exponent, small_exponent = p_larger ? q_exponent : p_exponent;
    long distance = magnitude(large) + large_exponent - magnitude(small) - small_exponent;
    if (distance > OUT_OF_SIGHT) {
        mpq_set_si(small, mpq_sgn(small), 1);
        small_exponent = large_exponent + magnitude(large) - OUT_OF_SIGHT;
    }
    multiply_by_power(large, large_exponent - small_exponent);
    return small_exponent;
}

static struct constant *binary_fraction(struct arena *a, const struct constant *x, enum token op, const struct constant *y) {
    mpq_t p, q;
    mpq_inits(p, q, NULL);
    long p_exponent = get_scaled(p, x), q_exponent = get_scaled(q, y), exponent;
    switch (op) {
    case TOKEN_ADD:
    case TOKEN_SUB:
        exponent = aligned(p, p_exponent, q, q_exponent);
        if (op == TOKEN_ADD)
            mpq_add(p, p, q);
        else
            mpq_sub(p, p, q);
        break;
    case TOKEN_MUL:
        exponent = p_exponent + q_exponent;
        mpq_mul(p, p, q);
        break;
    case TOKEN_DIV:
        exponent = p_exponent - q_exponent;
        mpq_div(p, p, q);
        break;
    default: die("operator %s on floats", token_spelling(op));
    }
    struct constant *c = is_scaled(x) || is_scaled(y) ? scaled_constant(a, p, exponent) : from_mpq(a, p);
    mpq_clears(p, q, NULL);
    return c;
}

static struct constant *binary_integer(struct arena *a, const struct constant *x, enum token op, const struct constant *y,
                                       bool truncate) {
    if (x->small && y->small) {
        struct constant *c = binary_small(a, x->int64, op, y->int64, truncate);
        if (c)
            return c;
    }
    if (op == TOKEN_DIV && !truncate)
        return binary_fraction(a, x, op, y);
    VIEW(p, x);
    VIEW(q, y);
    mpz_t result;
    mpz_init(result);
    switch (op) {
    case TOKEN_ADD: mpz_add(result, p, q); break;
    case TOKEN_SUB: mpz_sub(result, p, q); break;
    case TOKEN_MUL: mpz_mul(result, p, q); break;
    case TOKEN_DIV: mpz_tdiv_q(result, p, q); break;
    case TOKEN_REM: mpz_tdiv_r(result, p, q); break;
    case TOKEN_AND: mpz_and(result, p, q); break;
    case TOKEN_OR: mpz_ior(result, p, q); break;
    case TOKEN_XOR: mpz_xor(result, p, q); break;
    case TOKEN_AND_NOT:
        mpz_com(result, q);
        mpz_and(result, p, result);
        break;
    default: die("operator %s on integers", token_spelling(op));
    }
    struct constant *c = from_mpz(a, result);
    mpz_clear(result);
    return c;
}

static struct constant *binary_complex(struct arena *a, const struct constant *x, enum token op, const struct constant *y) {
    const struct constant *p = constant_real(a, x), *q = constant_imag(a, x), *r = constant_real(a, y), *s = constant_imag(a, y);
#define OP(l, o, m) constant_binary(a, (l), TOKEN_##o, (m), false)
    switch (op) {
    case TOKEN_ADD: return constant_complex(a, OP(p, ADD, r), OP(q, ADD, s));
    case TOKEN_SUB: return constant_complex(a, OP(p, SUB, r), OP(q, SUB, s));
    case TOKEN_MUL:
        return constant_complex(a, OP(OP(p, MUL, r), SUB, OP(q, MUL, s)), OP(OP(q, MUL, r), ADD, OP(p, MUL, s)));
    case TOKEN_DIV: {
        const struct constant *square = OP(OP(r, MUL, r), ADD, OP(s, MUL, s));
        if (constant_sign(square) == 0)
            return constant_unknown();
        return constant_complex(a, OP(OP(OP(p, MUL, r), ADD, OP(q, MUL, s)), DIV, square),
                                OP(OP(OP(q, MUL, r), SUB, OP(p, MUL, s)), DIV, square));
    }
    default: die("operator %s on complex numbers", token_spelling(op));
    }
#undef OP
}

static struct constant *concatenated(struct arena *a, const struct constant *x, const struct constant *y) {
    struct constant *c = arena_new(a, struct constant);
    c->kind = CONSTANT_STRING;
    if (__builtin_add_overflow(x->len, y->len, &c->len))
        return constant_unknown();
    struct string_buffer *b = x->buffer;
    if (b->used != x->len || b->cap < c->len) {
        b = arena_new(a, struct string_buffer);
        b->cap = c->len < 1 << 29 ? 2 * c->len : c->len;
        b->bytes = arena_alloc(a, (size_t)b->cap + 1);
        memcpy(b->bytes, x->buffer->bytes, (size_t)x->len);
    }
    memcpy(b->bytes + x->len, y->buffer->bytes, (size_t)y->len);
    b->used = c->len;
    c->buffer = b;
    return c;
}

struct constant *constant_binary(struct arena *a, const struct constant *x, enum token op, const struct constant *y, bool truncate) {
    if (x->kind == CONSTANT_UNKNOWN || y->kind == CONSTANT_UNKNOWN)
        return constant_unknown();
    switch (x->kind > y->kind ? x->kind : y->kind) {
    case CONSTANT_BOOL:
        return constant_from_bool(op == TOKEN_LAND ? x->boolean && y->boolean : x->boolean || y->boolean);
    case CONSTANT_STRING: return concatenated(a, x, y);
    case CONSTANT_INT: return binary_integer(a, x, op, y, truncate);
    case CONSTANT_FLOAT: return binary_fraction(a, x, op, y);
    default: return binary_complex(a, x, op, y);
    }
}

struct constant *constant_shift(struct arena *a, const struct constant *x, enum token op, unsigned count) {
    if (x->kind == CONSTANT_UNKNOWN)
        return constant_unknown();
    VIEW(z, x);
    mpz_t result;
    mpz_init(result);
    if (op == TOKEN_SHL)
        mpz_mul_2exp(result, z, count);
    else
        mpz_fdiv_q_2exp(result, z, count);
    struct constant *c = from_mpz(a, result);
    mpz_clear(result);
    return c;
}

static int compare_real(const struct constant *x, const struct constant *y) {
    if (x->kind == CONSTANT_INT && y->kind == CONSTANT_INT) {
        if (x->small && y->small)
            return (x->int64 > y->int64) - (x->int64 < y->int64);
        VIEW(p, x);
        VIEW(q, y);
        return mpz_cmp(p, q);
    }
    mpq_t p, q;
    mpq_inits(p, q, NULL);
    long p_exponent = get_scaled(p, x), q_exponent = get_scaled(q, y);
    aligned(p, p_exponent, q, q_exponent);
    int order = mpq_cmp(p, q);
    mpq_clears(p, q, NULL);
    return order;
}

static int compare_strings(const struct constant *x, const struct constant *y) {
    int order = memcmp(x->buffer->bytes, y->buffer->bytes, (size_t)(x->len < y->len ? x->len : y->len));
    return order ? order : (x->len > y->len) - (x->len < y->len);
}

bool constant_compare(struct arena *a, const struct constant *x, enum token op, const struct constant *y) {
    int order;
    if (x->kind == CONSTANT_UNKNOWN || y->kind == CONSTANT_UNKNOWN)
        return false;
    switch (x->kind > y->kind ? x->kind : y->kind) {
    case CONSTANT_BOOL: order = x->boolean != y->boolean; break;
    case CONSTANT_STRING: order = compare_strings(x, y); break;
    case CONSTANT_COMPLEX:
        order = compare_real(constant_real(a, x), constant_real(a, y)) || compare_real(constant_imag(a, x), constant_imag(a, y));
        break;
    default: order = compare_real(x, y);
    }
    switch (op) {
    case TOKEN_EQ: return order == 0;
    case TOKEN_NE: return order != 0;
    case TOKEN_LT: return order < 0;
    case TOKEN_LE: return order <= 0;
    case TOKEN_GT: return order > 0;
    default: return order >= 0;
    }
}

/* ---- printing ---- */

/* As Go's strconv.Quote, for messages: cut to 72 characters with three dots. */
static const char *quoted(struct arena *a, const char *bytes, int len) {
    enum { MOST = 72 };
    struct buf b = {0};
    buf_char(&b, '"');
    for (int i = 0; i < len && b.len <= MOST; i++) {
        unsigned char c = (unsigned char)bytes[i];
        switch (c) {
        case '"': buf_add(&b, "\\\""); break;
        case '\\': buf_add(&b, "\\\\"); break;
        case '\n': buf_add(&b, "\\n"); break;
        case '\t': buf_add(&b, "\\t"); break;
        case '\r': buf_add(&b, "\\r"); break;
        case '\a': buf_add(&b, "\\a"); break;
        case '\b': buf_add(&b, "\\b"); break;
        case '\f': buf_add(&b, "\\f"); break;
        case '\v': buf_add(&b, "\\v"); break;
        default:
            if (c < 0x20 || c == 0x7f)
                buf_printf(&b, "\\x%02x", c);
            else
                buf_char(&b, (char)c);
        }
    }
    buf_char(&b, '"');
    if (b.len > MOST) {
        b.len = MOST - 3;
        while (b.len && ((unsigned char)b.text[b.len] & 0xc0) == 0x80)
            b.len--;
        b.text[b.len] = '\0';
        buf_add(&b, "...");
    }
    char *text = arena_strndup(a, b.text, b.len);
    buf_free(&b);
    return text;
}

static const char *float_text(struct arena *a, const struct constant *c) {
    double d = constant_double(c);
    if (!isinf(d) && (d != 0 || constant_sign(c) == 0))
        return arena_printf(a, "%.6g", d);
    /* Beyond float64: a mantissa and a decimal exponent from the logarithm, as Go does. */
    mpq_t q;
    mpq_init(q);
    long exponent = get_scaled(q, c);
    mpz_t mantissa;
    mpz_init(mantissa);
    round_scaled(mantissa, &exponent, q, DBL_MANT_DIG);
    double m = mpz_get_d(mantissa) * exp2(-(double)bits(mantissa)), decimal = (double)(exponent + bits(mantissa)) * log10(2);
    mpz_clear(mantissa);
    mpq_clear(q);
    long e = (long)decimal;
    m *= pow(10, decimal - (double)e);
    if (fabs(m) < 1 - 0.5e-6) {
        m *= 10;
        e--;
    } else if (fabs(m) >= 10) {
        m /= 10;
        e++;
    }
    return arena_printf(a, "%.6ge%+ld", m, e);
}

const char *constant_text(struct arena *a, const struct constant *c) {
    switch (c->kind) {
    case CONSTANT_BOOL: return c->boolean ? "true" : "false";
    case CONSTANT_STRING: return quoted(a, c->buffer->bytes, c->len);
    case CONSTANT_INT: {
        if (c->small)
            return arena_printf(a, "%lld", (long long)c->int64);
        VIEW(z, c);
        char *text = arena_alloc(a, mpz_sizeinbase(z, 10) + 2);
        return mpz_get_str(text, 10, z);
    }
    case CONSTANT_FLOAT: return float_text(a, c);
    case CONSTANT_COMPLEX: return arena_printf(a, "(%s + %si)", constant_text(a, c->re), constant_text(a, c->im));
    default: return "unknown";
    }
}

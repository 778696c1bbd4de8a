/* Floats as decimal (and binary, and hexadecimal) text: what strconv.FormatFloat gives. */
#include "text_buffer.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

enum { MOST_DIGITS = 800 };

/* 0.d₁d₂… × 10^point, without zeros at the end. */
struct decimal {
    char digits[MOST_DIGITS + 32];
    int count, point;
};

/* `wanted` significant digits, correctly rounded (which glibc's printf is). */
static void round_to(struct decimal *d, double x, int wanted) {
    char text[MOST_DIGITS + 64];
    if (wanted > MOST_DIGITS)
        wanted = MOST_DIGITS;
    snprintf(text, sizeof text, "%.*e", wanted - 1, x);
    const char *p = text;
    d->count = 0;
    for (; *p && *p != 'e'; p++)
        if (*p != '.')
            d->digits[d->count++] = *p;
    d->point = atoi(p + 1) + 1;
    while (d->count > 0 && d->digits[d->count - 1] == '0')
        d->count--;
    if (d->count == 0)
        d->point = 0;
}

static bool reads_back(const struct decimal *d, double x, int bits) {
    char text[MOST_DIGITS + 64];
    snprintf(text, sizeof text, "0.%.*se%d", d->count ? d->count : 1, d->count ? d->digits : "0", d->point);
    return bits == 32 ? strtof(text, NULL) == (float)x : strtod(text, NULL) == x;
}

/* n / 10^places. */
static void set_decimal(struct decimal *d, go_uint64 n, int places) {
    char digits[24];
    int count = 0;
    for (; n; n /= 10)
        digits[count++] = (char)('0' + n % 10);
    d->count = 0;
    d->point = count - places;
    while (count > 0)
        d->digits[d->count++] = digits[--count];
    while (d->count > 0 && d->digits[d->count - 1] == '0')
        d->count--;
}

/* Most numbers that people write are n / 10^k with an n that a double holds exactly. Powers of ten up to 10^22 are exact too, so that
 * the division is rounded once, as reading the text would be: the first k that gives x back gives the shortest text, and with no
 * more than DBL_DIG digits there is no other one. */
static bool short_decimal(struct decimal *d, double x) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    for (int k = 0; k < (int)(sizeof powers / sizeof *powers) && x * powers[k] < 1e15; k++) {
        double n = nearbyint(x * powers[k]);
        if (n > 0 && n / powers[k] == x) {
            set_decimal(d, (go_uint64)n, k);
            return true;
        }
    }
    return false;
}

/* One unit more in the last of `wanted` digits. */
static void step_up(struct decimal *d, int wanted) {
    while (d->count < wanted)
        d->digits[d->count++] = '0';
    while (d->count > 0 && d->digits[d->count - 1] == '9')
        d->count--;
    if (d->count > 0) {
        d->digits[d->count - 1]++;
    } else {
        d->digits[d->count++] = '1';
        d->point++;
    }
}

/* Is the next number below nearer than the next one above? */
static bool is_power_of_two(double x) {
    int exponent;
    return frexp(x, &exponent) == 0.5;
}

/* The fewest digits that read back. Normal numbers have DBL_DIG (FLT_DIG) digits that survive; if those are enough, cutting the
 * zeros off gives the shortest; if not, one to three more are. The others are tried from one digit on. The nearest text with so many
 * digits is the one that reads back if any does; but below a power of two there is less room than above, so that the next text up
 * may do where the nearest does not. */
static void shortest(struct decimal *d, double x, int bits) {
    if (bits == 64 && short_decimal(d, x))
        return;
    double least = bits == 32 ? (double)FLT_MIN : DBL_MIN;
    int first = x < least ? 1 : bits == 32 ? FLT_DIG : DBL_DIG;
    int last = bits == 32 ? FLT_DECIMAL_DIG : DBL_DECIMAL_DIG;
    for (int wanted = first; wanted <= last; wanted++) {
        round_to(d, x, wanted);
        if (reads_back(d, x, bits))
            return;
        if (is_power_of_two(x)) {
            step_up(d, wanted);
            if (reads_back(d, x, bits))
                return;
        }
    }
}

static char digit(const struct decimal *d, int i) {
    return i >= 0 && i < d->count ? d->digits[i] : '0';
}

static void add_exponential(struct text *t, const struct decimal *d, go_int after_point, char e) {
    text_char(t, digit(d, 0));
    if (after_point > 0) {
        text_char(t, '.');
        for (go_int i = 1; i <= after_point; i++)
            text_char(t, i < d->count ? d->digits[i] : '0');
    }
    int exponent = d->count ? d->point - 1 : 0;
    char text[16];
    snprintf(text, sizeof text, "%c%c%02d", e, exponent < 0 ? '-' : '+', abs(exponent));
    text_c(t, text);
}

static void add_fixed(struct text *t, const struct decimal *d, go_int after_point) {
    if (d->point > 0)
        for (int i = 0; i < d->point; i++)
            text_char(t, digit(d, i));
    else
        text_char(t, '0');
    if (after_point > 0) {
        text_char(t, '.');
        for (go_int i = 0; i < after_point; i++)
            text_char(t, d->point + i < 0 ? '0' : digit(d, d->point + (int)i));
    }
}

static go_int most(go_int a, go_int b) {
    return a > b ? a : b;
}

/* e for exponents below -4 and from the precision on (21 digits would be no help: 6 where the shortest is wanted). */
static void add_general(struct text *t, const struct decimal *d, go_int prec, bool is_shortest, char e) {
    go_int limit = prec;
    if (limit > d->count && d->count >= d->point)
        limit = d->count;
    if (is_shortest)
        limit = 6;
    int exponent = d->point - 1;
    if (d->count && (exponent < -4 || exponent >= limit))
        add_exponential(t, d, most(d->count - 1, 0), e);
    else
        add_fixed(t, d, most(d->count - d->point, 0));
}

/* mantissa p exponent, both decimal */
static void add_binary(struct text *t, double x, int bits) {
    int mantissa_bits = bits == 32 ? FLT_MANT_DIG : DBL_MANT_DIG, exponent = bits == 32 ? FLT_MIN_EXP : DBL_MIN_EXP;
    if (x != 0) {
        int e;
        frexp(x, &e);
        exponent = e > exponent ? e : exponent;
    }
    char text[64];
    snprintf(text, sizeof text, "%.0fp%+d", ldexp(x, mantissa_bits - exponent), exponent - mantissa_bits);
    text_c(t, text);
}

/* 0x1.yyyp±dd */
static void add_hexadecimal(struct text *t, double x, go_int prec, char verb) {
    char text[MOST_DIGITS];
    if (prec > 700)
        prec = 700;
    if (x != 0) {
        int e;
        double fraction = frexp(x, &e) * 2; /* 1 ≤ fraction < 2, also for numbers that are not normal */
        if (prec < 0)
            snprintf(text, sizeof text, "%a", fraction);
        else
            snprintf(text, sizeof text, "%.*a", (int)prec, fraction);
        char *p = strchr(text, 'p');
        int rounded_up = atoi(p + 1);
        if (text[2] == '2') { /* rounded up to 2: 0x2p+0 */
            text[2] = '1';
            rounded_up++;
        }
        e = e - 1 + rounded_up;
        snprintf(p, sizeof text - (size_t)(p - text), "p%c%02d", e < 0 ? '-' : '+', abs(e));
    } else {
        snprintf(text, sizeof text, prec > 0 ? "0x0.%0*dp+00" : "0x0p+00", (int)prec, 0);
    }
    for (char *p = text; *p; p++)
        text_char(t, verb == 'X' && *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p);
}

void text_float(struct text *t, double x, char verb, go_int prec, int bits) {
    if (isnan(x)) {
        text_c(t, "NaN");
        return;
    }
    if (signbit(x))
        text_char(t, '-');
    else if (isinf(x))
        text_char(t, '+');
    x = fabs(x);
    if (isinf(x)) {
        text_c(t, "Inf");
        return;
    }
    if (verb == 'b') {
        add_binary(t, x, bits);
        return;
    }
    if (verb == 'x' || verb == 'X') {
        add_hexadecimal(t, x, prec, verb);
        return;
    }
    bool is_shortest = prec < 0;
    struct decimal d = {.count = 0};
    if (x != 0 && is_shortest)
        shortest(&d, x, bits);
    if (verb == 'e' || verb == 'E') {
        if (x != 0 && !is_shortest)
            round_to(&d, x, (int)(prec > MOST_DIGITS ? MOST_DIGITS : prec) + 1);
        add_exponential(t, &d, is_shortest ? most(d.count - 1, 0) : prec, verb);
    } else if (verb == 'f' || verb == 'F') {
        if (is_shortest) {
            add_fixed(t, &d, most(d.count - d.point, 0));
        } else {
            int most_after = prec > MOST_DIGITS + 300 ? MOST_DIGITS + 300 : (int)prec;
            char text[2 * MOST_DIGITS];
            text_bytes(t, text, (size_t)snprintf(text, sizeof text, "%.*f", most_after, x));
            text_fill(t, '0', prec - most_after);
        }
    } else {
        if (!is_shortest) {
            prec = prec == 0 ? 1 : prec;
            if (x != 0)
                round_to(&d, x, (int)(prec > MOST_DIGITS ? MOST_DIGITS : prec));
        }
        add_general(t, &d, is_shortest ? 6 : prec, is_shortest, verb == 'G' ? 'E' : 'e');
    }
}

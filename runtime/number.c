/* Numbers: conversions from floats and complex division, where Go says more than C. */
#include "runtime.h"

#include <math.h>

/* cvttsd2si, which Go's conversions are on amd64: what is out of range or NaN gives the least integer. */
static int64_t truncated64(double x) {
    return x >= -0x1p63 && x < 0x1p63 ? (int64_t)x : INT64_MIN;
}

static int32_t truncated32(double x) {
    return x > -0x1p31 - 1 && x < 0x1p31 ? (int32_t)x : INT32_MIN;
}

/* The upper half of the range by taking 2^63 off and putting the bit back. */
static uint64_t truncated_unsigned(double x) {
    return x < 0x1p63 ? (uint64_t)truncated64(x) : (uint64_t)truncated64(x - 0x1p63) ^ (uint64_t)1 << 63;
}

/* Which of the three is used for which type: as cmd/compile lowers them (narrow integers go through int32). */
#define FROM_FLOAT(X)                                                                                               \
    X(int, truncated64) X(int8, truncated32) X(int16, truncated32) X(int32, truncated32) X(int64, truncated64)      \
    X(uint, truncated_unsigned) X(uint8, truncated32) X(uint16, truncated32) X(uint32, truncated64)                 \
    X(uint64, truncated_unsigned) X(uintptr, truncated_unsigned)
#define X(T, convert)                     \
    go_##T go_##T##_from_float(double x) { \
        return (go_##T)convert(x);        \
    }
FROM_FLOAT(X)
#undef X

go_float64 go_float_min(go_float64 a, go_float64 b) {
    if (isnan(a) || isnan(b))
        return NAN;
    return a < b || (a == b && signbit(a)) ? a : b;
}

go_float64 go_float_max(go_float64 a, go_float64 b) {
    if (isnan(a) || isnan(b))
        return NAN;
    return a > b || (a == b && signbit(b)) ? a : b;
}

/* Finite over infinite is zero, anything over zero infinite, NaN where C's Annex G would find another answer than Go. */
go_complex128 go_div_complex128(go_complex128 n, go_complex128 m) {
    double a = __real__ n, b = __imag__ n, c = __real__ m, d = __imag__ m;
    double real, imaginary;
    if (fabs(c) >= fabs(d)) {
        double ratio = d / c, denominator = c + ratio * d;
        real = (a + b * ratio) / denominator;
        imaginary = (b - a * ratio) / denominator;
    } else {
        double ratio = c / d, denominator = d + ratio * c;
        real = (a * ratio + b) / denominator;
        imaginary = (b * ratio - a) / denominator;
    }
    if (isnan(real) || isnan(imaginary)) {
        /* infinities and zeros, by C99's G.5.1 */
        if (c == 0 && d == 0 && (!isnan(a) || !isnan(b))) {
            real = copysign(INFINITY, c) * a;
            imaginary = copysign(INFINITY, c) * b;
        } else if ((isinf(a) || isinf(b)) && isfinite(c) && isfinite(d)) {
            a = copysign(isinf(a) ? 1 : 0, a);
            b = copysign(isinf(b) ? 1 : 0, b);
            real = INFINITY * (a * c + b * d);
            imaginary = INFINITY * (b * c - a * d);
        } else if ((isinf(c) || isinf(d)) && isfinite(a) && isfinite(b)) {
            c = copysign(isinf(c) ? 1 : 0, c);
            d = copysign(isinf(d) ? 1 : 0, d);
            real = 0 * (a * c + b * d);
            imaginary = 0 * (b * c - a * d);
        }
    }
    go_complex128 result;
    __real__ result = real;
    __imag__ result = imaginary;
    return result;
}

go_complex64 go_div_complex64(go_complex64 a, go_complex64 b) {
    return (go_complex64)go_div_complex128((go_complex128)a, (go_complex128)b);
}

/* Functions of package math: those of the C library (others are so by `//outlive:c`). */
#define _GNU_SOURCE /* roundeven */
#include "runtime/runtime.h"

#include <math.h>

/* glibc's cube root is off by one unit now and then: a step of Newton's mends it. */
static double exact_cbrt(double x) {
    double r = cbrt(x);
    return r == 0 || !isfinite(r) ? r : r - (r * r * r - x) / (3 * r * r);
}

#define ONE(X) \
    X(Acos, acos) X(Acosh, acosh) X(Asin, asin) X(Asinh, asinh) X(Atan, atan) X(Atanh, atanh) X(Cbrt, exact_cbrt) \
    X(Cos, cos) X(Cosh, cosh) X(Erf, erf) X(Erfc, erfc) X(Exp, exp) X(Exp2, exp2) X(Expm1, expm1) \
    X(J0, j0) X(J1, j1) X(Log, log) X(Log10, log10) X(Log1p, log1p) X(Log2, log2) X(Logb, logb) \
    X(Round, round) X(Sin, sin) X(Sinh, sinh) X(Tan, tan) X(Tanh, tanh) X(Y0, y0) \
    X(Y1, y1) X(Gamma, tgamma) X(RoundToEven, roundeven)
#define TWO(X) X(Atan2, atan2) X(Hypot, hypot) X(Mod, fmod) X(Nextafter, nextafter) X(Pow, pow) X(Remainder, remainder)

#define X(name, function)                   \
    go_float64 math_##name(go_float64 x);    \
    go_float64 math_##name(go_float64 x) {   \
        return function(x);                  \
    }
ONE(X)
#undef X
#define X(name, function)                               \
    go_float64 math_##name(go_float64 x, go_float64 y);  \
    go_float64 math_##name(go_float64 x, go_float64 y) { \
        return function(x, y);                           \
    }
TWO(X)
#undef X

typedef struct results_float64_int {
    go_float64 r0;
    go_int r1;
} results_float64_int;
typedef struct results_float64_float64 {
    go_float64 r0, r1;
} results_float64_float64;

go_float64 math_FMA(go_float64 x, go_float64 y, go_float64 z);
go_float64 math_Ldexp(go_float64 x, go_int exponent);
results_float64_int math_Frexp(go_float64 x);
results_float64_float64 math_Modf(go_float64 x);
go_uint64 math_Float64bits(go_float64 x);
go_float64 math_Float64frombits(go_uint64 x);
go_uint32 math_Float32bits(go_float32 x);
go_float32 math_Float32frombits(go_uint32 x);

go_float64 math_FMA(go_float64 x, go_float64 y, go_float64 z) {
    return fma(x, y, z);
}

go_float64 math_Ldexp(go_float64 x, go_int exponent) {
    return ldexp(x, exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent);
}

results_float64_int math_Frexp(go_float64 x) {
    int exponent = 0;
    double fraction = frexp(x, &exponent);
    return (results_float64_int){fraction, isfinite(x) ? exponent : 0};
}

results_float64_float64 math_Modf(go_float64 x) {
    double whole;
    double fraction = modf(x, &whole);
    return (results_float64_float64){whole, isinf(x) ? NAN : fraction};
}

go_uint64 math_Float64bits(go_float64 x) {
    go_uint64 bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

go_float64 math_Float64frombits(go_uint64 x) {
    go_float64 value;
    memcpy(&value, &x, sizeof value);
    return value;
}

go_uint32 math_Float32bits(go_float32 x) {
    go_uint32 bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

go_float32 math_Float32frombits(go_uint32 x) {
    go_float32 value;
    memcpy(&value, &x, sizeof value);
    return value;
}

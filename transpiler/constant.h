/* Making constants and computing with them: what the checker needs beside the readers in types.h (spec: Constants, Constant
 * expressions). Constants are immutable and live in the arena. */
#ifndef OUTLIVE_CONSTANT_H
#define OUTLIVE_CONSTANT_H

#include "transpiler/types.h"

struct constant *constant_from_bool(bool value);
struct constant *constant_from_int64(struct arena *a, int64_t value);
struct constant *constant_from_string(struct arena *a, const char *bytes, int len); /* keeps the bytes where they are */

/* The value is not known because of an error that was reported. Every operation on it gives it again. */
struct constant *constant_unknown(void);

/* The value of a numeric or rune literal as written; unknown where it is too large to be computed with. */
struct constant *constant_from_literal(struct arena *a, enum token literal, const char *text);

/* The same value as an integer, as a float or as a complex number; NULL where it is none. */
struct constant *constant_to_int(struct arena *a, const struct constant *c);
struct constant *constant_to_float(struct arena *a, const struct constant *c);
struct constant *constant_to_complex(struct arena *a, const struct constant *c);

/* Rounded once to the nearest float32 or float64 (also both parts of a complex number); NULL on overflow. */
struct constant *constant_round_float32(struct arena *a, const struct constant *c);
struct constant *constant_round_float64(struct arena *a, const struct constant *c);

/* re + im·i of two real constants. */
struct constant *constant_complex(struct arena *a, const struct constant *re, const struct constant *im);

/* + - ^ ! of one operand. unsigned_bits: width of an unsigned type, which bounds ^x; 0 for all others. */
struct constant *constant_unary(struct arena *a, enum token op, const struct constant *x, int unsigned_bits);

/* Arithmetic, bitwise and logical operators and string concatenation, on operands of matching kinds. Division of integers truncates
 * if `truncate` is set, else it is exact. The divisor must not be zero. The result is unknown where it is too large. */
struct constant *constant_binary(struct arena *a, const struct constant *x, enum token op, const struct constant *y, bool truncate);

/* x << count or x >> count of an integer. */
struct constant *constant_shift(struct arena *a, const struct constant *x, enum token op, unsigned count);

bool constant_compare(struct arena *a, const struct constant *x, enum token op, const struct constant *y);

int constant_sign(const struct constant *c);       /* -1, 0, 1; complex: 0 only for 0 */
int constant_bit_length(const struct constant *c); /* of the magnitude of an integer */

#endif

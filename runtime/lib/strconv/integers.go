// Package strconv: numbers, bools and quoted strings from and to text.
package strconv

import "errors"

const IntSize = 64

var (
	ErrRange  = errors.New("value out of range")
	ErrSyntax = errors.New("invalid syntax")
)

// NumError tells which function could not take which text, and why.
type NumError struct {
	Func string
	Num  string
	Err  error
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error {
	return e.Err
}

func syntaxError(fn, s string) *NumError {
	return &NumError{fn, s, ErrSyntax}
}

func rangeError(fn, s string) *NumError {
	return &NumError{fn, s, ErrRange}
}

func digitOf(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return 99
}

// prefix finds the base that 0x, 0o, 0b or 0 before the digits of s mean, and where the digits begin.
func prefix(s string) (base, start int) {
	if len(s) > 1 && s[0] == '0' {
		switch s[1] {
		case 'x', 'X':
			return 16, 2
		case 'b', 'B':
			return 2, 2
		case 'o', 'O':
			return 8, 2
		}
		return 8, 1
	}
	return 10, 0
}

func parseUnsigned(fn, text, s string, base, bits int) (uint64, error) {
	underscores := false
	start := 0
	if base == 0 {
		base, start = prefix(s)
		underscores = true
	} else if base < 2 || base > 36 {
		return 0, &NumError{fn, text, errors.New("invalid base " + Itoa(base))}
	}
	if bits == 0 {
		bits = IntSize
	} else if bits < 0 || bits > 64 {
		return 0, &NumError{fn, text, errors.New("invalid bit size " + Itoa(bits))}
	}
	if s == "" || start == len(s) {
		return 0, syntaxError(fn, text)
	}
	most := uint64(1)<<uint(bits) - 1
	var n uint64
	overflow := false
	before := byte('0') // underscores stand between digits, or after a prefix
	if start == 0 {
		before = '_'
	}
	for i := start; i < len(s); i++ {
		c := s[i]
		if c == '_' && underscores && before != '_' {
			before = c
			continue
		}
		d := digitOf(c)
		if d >= base {
			return 0, syntaxError(fn, text)
		}
		before = c
		if overflow || n > (most-uint64(d))/uint64(base) {
			overflow = true
			continue
		}
		n = n*uint64(base) + uint64(d)
	}
	if before == '_' {
		return 0, syntaxError(fn, text)
	}
	if overflow {
		return most, rangeError(fn, text)
	}
	return n, nil
}

func ParseUint(s string, base int, bitSize int) (uint64, error) {
	return parseUnsigned("ParseUint", s, s, base, bitSize)
}

func parseSigned(fn, s string, base, bits int) (int64, error) {
	digits := s
	negative := false
	if digits != "" && (digits[0] == '+' || digits[0] == '-') {
		negative = digits[0] == '-'
		digits = digits[1:]
	}
	if bits == 0 {
		bits = IntSize
	}
	n, err := parseUnsigned(fn, s, digits, base, bits)
	if err != nil && err.(*NumError).Err != ErrRange {
		return 0, err
	}
	limit := uint64(1) << uint(bits-1)
	if !negative && n >= limit {
		return int64(limit - 1), rangeError(fn, s)
	}
	if negative && n > limit {
		return -int64(limit), rangeError(fn, s)
	}
	if negative {
		return -int64(n), nil
	}
	return int64(n), nil
}

func ParseInt(s string, base int, bitSize int) (int64, error) {
	return parseSigned("ParseInt", s, base, bitSize)
}

func Atoi(s string) (int, error) {
	n, err := parseSigned("Atoi", s, 10, 0)
	return int(n), err
}

func FormatUint(i uint64, base int) string {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	var digits [64]byte
	at := len(digits)
	for {
		at--
		digits[at] = "0123456789abcdefghijklmnopqrstuvwxyz"[i%uint64(base)]
		i /= uint64(base)
		if i == 0 {
			return string(digits[at:])
		}
	}
}

func FormatInt(i int64, base int) string {
	if i < 0 {
		return "-" + FormatUint(-uint64(i), base)
	}
	return FormatUint(uint64(i), base)
}

func Itoa(i int) string {
	return FormatInt(int64(i), 10)
}

func AppendInt(dst []byte, i int64, base int) []byte {
	return append(dst, FormatInt(i, base)...)
}

func AppendUint(dst []byte, i uint64, base int) []byte {
	return append(dst, FormatUint(i, base)...)
}

func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, syntaxError("ParseBool", str)
}

func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func AppendBool(dst []byte, b bool) []byte {
	return append(dst, FormatBool(b)...)
}

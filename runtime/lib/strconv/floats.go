package strconv

// formatFloat and parseFloat are in C. parseFloat tells 0 for fine, 1 for a syntax error, 2 for out of range.
func formatFloat(f float64, verb byte, precision, bits int) string

//go:noescape
func parseFloat(s string, bits int) (float64, int)

func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	return formatFloat(f, fmt, prec, bitSize)
}

func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, formatFloat(f, fmt, prec, bitSize)...)
}

func ParseFloat(s string, bitSize int) (float64, error) {
	f, problem := parseFloat(s, bitSize)
	switch problem {
	case 1:
		return 0, syntaxError("ParseFloat", s)
	case 2:
		return f, rangeError("ParseFloat", s)
	}
	return f, nil
}

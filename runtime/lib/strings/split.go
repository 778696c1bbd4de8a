package strings

import (
	"unicode"
	"unicode/utf8"
)

// explode splits into runes, at most n strings (n < 0: all).
func explode(s string, n int) []string {
	var parts []string
	for s != "" && (n < 0 || len(parts) < n-1) {
		_, width := utf8.DecodeRuneInString(s)
		parts = append(parts, s[:width])
		s = s[width:]
	}
	if s != "" {
		parts = append(parts, s)
	}
	return parts
}

// split keeps `kept` bytes of each separator with the part before it.
func split(s, sep string, kept, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	var parts []string
	for n < 0 || len(parts) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		parts = append(parts, s[:i+kept])
		s = s[i+len(sep):]
	}
	return append(parts, s)
}

func Split(s, sep string) []string {
	return split(s, sep, 0, -1)
}

func SplitN(s, sep string, n int) []string {
	return split(s, sep, 0, n)
}

func SplitAfter(s, sep string) []string {
	return split(s, sep, len(sep), -1)
}

func SplitAfterN(s, sep string, n int) []string {
	return split(s, sep, len(sep), n)
}

func Fields(s string) []string {
	return FieldsFunc(s, unicode.IsSpace)
}

func FieldsFunc(s string, f func(rune) bool) []string {
	var parts []string
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				parts = append(parts, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		parts = append(parts, s[start:])
	}
	return parts
}

func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	n := len(sep) * (len(elems) - 1)
	for _, e := range elems {
		n += len(e)
	}
	b := make([]byte, 0, n)
	for i, e := range elems {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, e...)
	}
	return string(b)
}

package bytes

import "strings"

// Where package strings has the same operation, it does the work: a byte slice and a string are read alike.

func Equal(a, b []byte) bool {
	return string(a) == string(b)
}

func Compare(a, b []byte) int {
	return strings.Compare(string(a), string(b))
}

func Index(s, sep []byte) int {
	return strings.Index(string(s), string(sep))
}

func IndexByte(b []byte, c byte) int {
	for i, x := range b {
		if x == c {
			return i
		}
	}
	return -1
}

func LastIndex(s, sep []byte) int {
	return strings.LastIndex(string(s), string(sep))
}

func Contains(b, subslice []byte) bool {
	return Index(b, subslice) >= 0
}

func Count(s, sep []byte) int {
	return strings.Count(string(s), string(sep))
}

func HasPrefix(s, prefix []byte) bool {
	return len(s) >= len(prefix) && Equal(s[:len(prefix)], prefix)
}

func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && Equal(s[len(s)-len(suffix):], suffix)
}

func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

func TrimSpace(s []byte) []byte {
	text := string(s)
	start := len(text) - len(strings.TrimLeft(text, " \t\n\v\f\r"))
	trimmed := strings.TrimSpace(text)
	if trimmed == "" {
		return nil
	}
	return s[start : start+len(trimmed)]
}

func ToUpper(s []byte) []byte {
	return []byte(strings.ToUpper(string(s)))
}

func ToLower(s []byte) []byte {
	return []byte(strings.ToLower(string(s)))
}

func Repeat(b []byte, count int) []byte {
	return []byte(strings.Repeat(string(b), count))
}

func ReplaceAll(s, old, new []byte) []byte {
	return []byte(strings.ReplaceAll(string(s), string(old), string(new)))
}

func Split(s, sep []byte) [][]byte {
	var parts [][]byte
	for _, part := range strings.Split(string(s), string(sep)) {
		parts = append(parts, []byte(part))
	}
	return parts
}

func Fields(s []byte) [][]byte {
	var parts [][]byte
	for _, part := range strings.Fields(string(s)) {
		parts = append(parts, []byte(part))
	}
	return parts
}

func Join(s [][]byte, sep []byte) []byte {
	var joined []byte
	for i, part := range s {
		if i > 0 {
			joined = append(joined, sep...)
		}
		joined = append(joined, part...)
	}
	return joined
}

func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

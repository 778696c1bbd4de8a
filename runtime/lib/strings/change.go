package strings

import (
	"unicode"
	"unicode/utf8"
)

func Clone(s string) string {
	return string([]byte(s))
}

func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	b := make([]byte, 0, len(s)*count)
	for i := 0; i < count; i++ {
		b = append(b, s...)
	}
	return string(b)
}

// Replace replaces the first n places of old (n < 0: all); "" stands before each rune and at the end.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	var b []byte
	start := 0
	for done := 0; n < 0 || done < n; done++ {
		at := start
		if old == "" {
			if done > 0 {
				if start == len(s) {
					break
				}
				_, width := utf8.DecodeRuneInString(s[start:])
				at += width
			}
		} else {
			at = index(s, old, start)
			if at < 0 {
				break
			}
		}
		b = append(b, s[start:at]...)
		b = append(b, new...)
		start = at + len(old)
	}
	if start == 0 && b == nil {
		return s
	}
	return string(append(b, s[start:]...))
}

func ReplaceAll(s, old, new string) string {
	return Replace(s, old, new, -1)
}

// Map changes each rune; negative ones are left out. Where nothing changes, s is the result.
func Map(mapping func(rune) rune, s string) string {
	var b []byte
	changed := false
	for i, r := range s {
		c := mapping(r)
		if !changed {
			if c == r && (r != utf8.RuneError || HasPrefix(s[i:], "\uFFFD")) {
				continue
			}
			changed = true
			b = append(make([]byte, 0, len(s)), s[:i]...)
		}
		if c >= 0 {
			b = utf8.AppendRune(b, c)
		}
	}
	if !changed {
		return s
	}
	return string(b)
}

func ToUpper(s string) string {
	return Map(unicode.ToUpper, s)
}

func ToLower(s string) string {
	return Map(unicode.ToLower, s)
}

func ToTitle(s string) string {
	return Map(unicode.ToTitle, s)
}

// Title makes the first letter of each word upper case.
func Title(s string) string {
	before := ' '
	return Map(func(r rune) rune {
		inside := unicode.IsLetter(before) || unicode.IsDigit(before) || before == '_' || before == '\''
		before = r
		if inside {
			return r
		}
		return unicode.ToTitle(r)
	}, s)
}

func TrimLeftFunc(s string, f func(rune) bool) string {
	for i, r := range s {
		if !f(r) {
			return s[i:]
		}
	}
	return ""
}

func TrimRightFunc(s string, f func(rune) bool) string {
	for s != "" {
		r, width := utf8.DecodeLastRuneInString(s)
		if !f(r) {
			break
		}
		s = s[:len(s)-width]
	}
	return s
}

func TrimFunc(s string, f func(rune) bool) string {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

func TrimLeft(s, cutset string) string {
	return TrimLeftFunc(s, func(r rune) bool { return IndexRune(cutset, r) >= 0 })
}

func TrimRight(s, cutset string) string {
	return TrimRightFunc(s, func(r rune) bool { return IndexRune(cutset, r) >= 0 })
}

func Trim(s, cutset string) string {
	return TrimRight(TrimLeft(s, cutset), cutset)
}

func TrimSpace(s string) string {
	return TrimFunc(s, unicode.IsSpace)
}

func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// ToValidUTF8 replaces each run of invalid bytes.
func ToValidUTF8(s, replacement string) string {
	var b []byte
	invalid := false
	for i := 0; i < len(s); {
		r, width := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && width == 1 {
			if !invalid {
				b = append(b, replacement...)
			}
			invalid = true
		} else {
			invalid = false
			b = append(b, s[i:i+width]...)
		}
		i += width
	}
	return string(b)
}

// Replacer replaces several strings at once; where more than one would fit, the first of the list.
type Replacer struct {
	pairs []string
}

func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{append([]string(nil), oldnew...)}
}

func (r *Replacer) Replace(s string) string {
	var b []byte
	for i := 0; i <= len(s); {
		found := false
		for k := 0; k < len(r.pairs) && !found; k += 2 {
			if old := r.pairs[k]; HasPrefix(s[i:], old) {
				b = append(b, r.pairs[k+1]...)
				if old == "" {
					break
				}
				i += len(old)
				found = true
			}
		}
		if !found {
			if i < len(s) {
				b = append(b, s[i])
			}
			i++
		}
	}
	return string(b)
}

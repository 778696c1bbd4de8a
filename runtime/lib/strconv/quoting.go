package strconv

import "unicode/utf8"

//go:noescape
func quote(s string, mark byte, ascii bool) string

func quoteRune(r rune, ascii bool) string

//go:noescape
func canBackquote(s string) bool

func IsPrint(r rune) bool

func Quote(s string) string {
	return quote(s, '"', false)
}

func QuoteToASCII(s string) string {
	return quote(s, '"', true)
}

func QuoteRune(r rune) string {
	return quoteRune(r, false)
}

func QuoteRuneToASCII(r rune) string {
	return quoteRune(r, true)
}

func CanBackquote(s string) bool {
	return canBackquote(s)
}

func AppendQuote(dst []byte, s string) []byte {
	return append(dst, Quote(s)...)
}

func AppendQuoteRune(dst []byte, r rune) []byte {
	return append(dst, QuoteRune(r)...)
}

// hexadecimal reads n digits at the start of s.
func hexadecimal(s string, n int) (value rune, ok bool) {
	if len(s) < n {
		return 0, false
	}
	for i := 0; i < n; i++ {
		d := digitOf(s[i])
		if d >= 16 {
			return 0, false
		}
		value = value<<4 | rune(d)
	}
	return value, true
}

// UnquoteChar reads one character or escape at the start of s, in quotes of this kind.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	if c == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if c >= utf8.RuneSelf {
		r, width := utf8.DecodeRuneInString(s)
		return r, true, s[width:], nil
	}
	if c != '\\' {
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c = s[1]
	s = s[2:]
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	case 'x', 'u', 'U':
		n := 2
		if c == 'u' {
			n = 4
		} else if c == 'U' {
			n = 8
		}
		v, ok := hexadecimal(s, n)
		if !ok || c != 'x' && !utf8.ValidRune(v) {
			return 0, false, "", ErrSyntax
		}
		return v, c != 'x', s[n:], nil
	case '0', '1', '2', '3', '4', '5', '6', '7':
		value = rune(c - '0')
		for i := 0; i < 2; i++ {
			if i >= len(s) || s[i] < '0' || s[i] > '7' {
				return 0, false, "", ErrSyntax
			}
			value = value<<3 | rune(s[i]-'0')
		}
		if value > 255 {
			return 0, false, "", ErrSyntax
		}
		s = s[2:]
	default:
		return 0, false, "", ErrSyntax
	}
	return value, false, s, nil
}

// Unquote reads a string or character literal of Go.
func Unquote(s string) (string, error) {
	n := len(s)
	if n < 2 || s[0] != s[n-1] {
		return "", ErrSyntax
	}
	mark := s[0]
	s = s[1 : n-1]
	switch mark {
	case '`':
		for i := 0; i < len(s); i++ {
			if s[i] == '`' {
				return "", ErrSyntax
			}
		}
		return s, nil
	case '"', '\'':
	default:
		return "", ErrSyntax
	}
	var out []byte
	count := 0
	for s != "" {
		if s[0] == '\n' {
			return "", ErrSyntax
		}
		c, multibyte, tail, err := UnquoteChar(s, mark)
		if err != nil {
			return "", err
		}
		s = tail
		count++
		if multibyte || c < utf8.RuneSelf {
			out = append(out, string(c)...)
		} else {
			out = append(out, byte(c))
		}
	}
	if mark == '\'' && count != 1 {
		return "", ErrSyntax
	}
	return string(out), nil
}

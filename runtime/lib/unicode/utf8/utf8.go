// Package utf8: runes as one to four bytes.
package utf8

const (
	RuneError = '\uFFFD'
	RuneSelf  = 0x80
	MaxRune   = '\U0010FFFF'
	UTFMax    = 4
)

// DecodeRuneInString gives the first rune of s and its width; RuneError and 1 for invalid UTF-8, RuneError and 0 for "".
func DecodeRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	if s[0] < RuneSelf {
		return rune(s[0]), 1
	}
	for i, r := range s {
		if i > 0 {
			break
		}
		if r != RuneError {
			return r, RuneLen(r)
		}
	}
	// RuneError itself, if it is spelled out
	if len(s) >= 3 && s[0] == 0xEF && s[1] == 0xBF && s[2] == 0xBD {
		return RuneError, 3
	}
	return RuneError, 1
}

func DecodeRune(p []byte) (rune, int) {
	if len(p) > UTFMax {
		p = p[:UTFMax]
	}
	return DecodeRuneInString(string(p))
}

// DecodeLastRuneInString gives the last rune of s and its width.
func DecodeLastRuneInString(s string) (rune, int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	for start := end - 1; start >= 0 && start >= end-UTFMax; start-- {
		if RuneStart(s[start]) {
			r, width := DecodeRuneInString(s[start:])
			if start+width == end {
				return r, width
			}
			break
		}
	}
	return RuneError, 1
}

func DecodeLastRune(p []byte) (rune, int) {
	if len(p) > UTFMax {
		p = p[len(p)-UTFMax:]
	}
	return DecodeLastRuneInString(string(p))
}

// RuneLen tells how many bytes r takes; -1 if it is no valid rune.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case 0xD800 <= r && r <= 0xDFFF:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// AppendRune appends the bytes of r.
func AppendRune(p []byte, r rune) []byte {
	return append(p, string(r)...)
}

// EncodeRune writes the bytes of r to p, which must be large enough, and tells how many they are.
func EncodeRune(p []byte, r rune) int {
	s := string(r)
	_ = p[len(s)-1]
	return copy(p, s)
}

func RuneCountInString(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}

func RuneCount(p []byte) int {
	return RuneCountInString(string(p))
}

func RuneStart(b byte) bool {
	return b&0xC0 != 0x80
}

func ValidRune(r rune) bool {
	return RuneLen(r) > 0
}

func ValidString(s string) bool {
	for i := 0; i < len(s); {
		r, width := DecodeRuneInString(s[i:])
		if r == RuneError && width == 1 {
			return false
		}
		i += width
	}
	return true
}

func Valid(p []byte) bool {
	return ValidString(string(p))
}

func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	need := 1
	switch {
	case s[0] >= 0xF0 && s[0] <= 0xF4:
		need = 4
	case s[0] >= 0xE0 && s[0] < 0xF0:
		need = 3
	case s[0] >= 0xC2 && s[0] < 0xE0:
		need = 2
	}
	if len(s) >= need {
		return true
	}
	for i := 1; i < len(s); i++ {
		if RuneStart(s[i]) {
			return true
		}
	}
	return false
}

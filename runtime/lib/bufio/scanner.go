package bufio

import (
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

var ErrTooLong = errors.New("bufio.Scanner: token too long")

// MaxScanTokenSize is the longest token unless Buffer says otherwise.
const MaxScanTokenSize = 64 * 1024

// SplitFunc finds the next token in data: how far to go on, and the token (nil: there is none yet). atEOF: no more will come.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// Scanner reads tokens, lines unless Split says otherwise.
type Scanner struct {
	rd    io.Reader
	split SplitFunc
	max   int
	buf   []byte
	start int // buf[start:] is not scanned yet
	token []byte
	atEOF bool
	done  bool
	err   error
}

func NewScanner(r io.Reader) *Scanner {
	return &Scanner{rd: r, split: ScanLines, max: MaxScanTokenSize}
}

func (s *Scanner) Buffer(buf []byte, max int) {
	s.buf = buf[:0]
	s.max = max
}

func (s *Scanner) Split(split SplitFunc) {
	s.split = split
}

func (s *Scanner) Bytes() []byte {
	return s.token
}

func (s *Scanner) Text() string {
	return string(s.token)
}

func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// more reads another piece; what was scanned makes room for it.
func (s *Scanner) more() {
	s.buf = s.buf[:copy(s.buf, s.buf[s.start:])]
	s.start = 0
	if len(s.buf) >= s.max {
		s.err = ErrTooLong
		return
	}
	if len(s.buf) == cap(s.buf) {
		grown := make([]byte, len(s.buf), 2*cap(s.buf)+defaultSize)
		copy(grown, s.buf)
		s.buf = grown
	}
	for tries := 100; tries > 0; tries-- {
		n, err := s.rd.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		if err == io.EOF {
			s.atEOF = true
			return
		}
		if err != nil {
			s.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	s.err = io.ErrNoProgress
}

// Scan goes to the next token; false at the end and after an error.
func (s *Scanner) Scan() bool {
	for !s.done {
		if len(s.buf) > s.start || s.atEOF {
			advance, token, err := s.split(s.buf[s.start:], s.atEOF)
			s.start += advance
			if err != nil {
				s.err = err
				s.done = true
				break
			}
			if token != nil {
				s.token = token
				return true
			}
			if s.atEOF && (advance == 0 || s.start >= len(s.buf)) {
				s.done = true
				break
			}
			if advance > 0 {
				continue
			}
		}
		s.more()
		if s.err != nil {
			s.done = true
		}
	}
	s.token = nil
	return false
}

func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	for i, c := range data {
		if c == '\n' {
			return i + 1, withoutEnd(data[:i+1]), nil
		}
	}
	if atEOF && len(data) > 0 {
		return len(data), withoutEnd(data), nil
	}
	return 0, nil, nil
}

func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 || !atEOF && !utf8.FullRuneInString(string(data)) {
		return 0, nil, nil
	}
	r, width := utf8.DecodeRune(data)
	if r == utf8.RuneError && width == 1 {
		return 1, []byte(string(r)), nil
	}
	return width, data[:width], nil
}

func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, width := utf8.DecodeRune(data[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += width
	}
	for i := start; i < len(data); {
		r, width := utf8.DecodeRune(data[i:])
		if unicode.IsSpace(r) {
			return i + width, data[start:i], nil
		}
		i += width
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}

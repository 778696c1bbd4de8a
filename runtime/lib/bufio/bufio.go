// Package bufio: buffered reading and writing.
package bufio

import (
	"errors"
	"io"
	"unicode/utf8"
)

const defaultSize = 4096

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrNegativeCount     = errors.New("bufio: negative count")
)

// Reader reads ahead from another reader. What is buffered is buf[r:w].
type Reader struct {
	buf  []byte
	rd   io.Reader
	r, w int
	err  error
}

func NewReaderSize(rd io.Reader, size int) *Reader {
	if size < 16 {
		size = 16
	}
	return &Reader{buf: make([]byte, size), rd: rd}
}

func NewReader(rd io.Reader) *Reader {
	return NewReaderSize(rd, defaultSize)
}

// fill reads once more; there must be room after what was moved to the front.
func (b *Reader) fill() {
	copy(b.buf, b.buf[b.r:b.w])
	b.w -= b.r
	b.r = 0
	for tries := 100; tries > 0; tries-- {
		n, err := b.rd.Read(b.buf[b.w:])
		b.w += n
		if err != nil {
			b.err = err
			return
		}
		if n > 0 {
			return
		}
	}
	b.err = io.ErrNoProgress
}

// problem gives the error that reading met, once.
func (b *Reader) problem() error {
	err := b.err
	b.err = nil
	return err
}

func (b *Reader) Buffered() int {
	return b.w - b.r
}

func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		return 0, nil
	}
	if b.r == b.w {
		if b.err != nil {
			return 0, b.problem()
		}
		b.fill()
		if b.r == b.w {
			return 0, b.problem()
		}
	}
	n = copy(p, b.buf[b.r:b.w])
	b.r += n
	return n, nil
}

func (b *Reader) ReadByte() (byte, error) {
	for b.r == b.w {
		if b.err != nil {
			return 0, b.problem()
		}
		b.fill()
	}
	b.r++
	return b.buf[b.r-1], nil
}

func (b *Reader) UnreadByte() error {
	if b.r == 0 {
		return ErrInvalidUnreadByte
	}
	b.r--
	return nil
}

func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.r+utf8.UTFMax > b.w && !utf8.FullRuneInString(string(b.buf[b.r:b.w])) && b.err == nil {
		b.fill()
	}
	if b.r == b.w {
		return 0, 0, b.problem()
	}
	r, size = utf8.DecodeRune(b.buf[b.r:b.w])
	b.r += size
	return r, size, nil
}

// Peek shows the next n bytes without reading them.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	for b.w-b.r < n && b.w-b.r < len(b.buf) && b.err == nil {
		b.fill()
	}
	if available := b.w - b.r; available < n {
		return b.buf[b.r:b.w], b.problem()
	}
	return b.buf[b.r : b.r+n], nil
}

func (b *Reader) ReadBytes(delim byte) ([]byte, error) {
	var line []byte
	for {
		for i := b.r; i < b.w; i++ {
			if b.buf[i] == delim {
				line = append(line, b.buf[b.r:i+1]...)
				b.r = i + 1
				return line, nil
			}
		}
		line = append(line, b.buf[b.r:b.w]...)
		b.r = b.w
		if b.err != nil {
			return line, b.problem()
		}
		b.fill()
	}
}

func (b *Reader) ReadString(delim byte) (string, error) {
	line, err := b.ReadBytes(delim)
	return string(line), err
}

// ReadLine gives a line without its end. Lines are never given in parts.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadBytes('\n')
	if len(line) == 0 {
		return nil, false, err
	}
	return withoutEnd(line), false, nil
}

func withoutEnd(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\n' {
		line = line[:n-1]
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line
}

// Writer gathers what is written; Flush hands it on.
type Writer struct {
	buf []byte
	wr  io.Writer
	err error
}

func NewWriterSize(w io.Writer, size int) *Writer {
	if size <= 0 {
		size = defaultSize
	}
	return &Writer{buf: make([]byte, 0, size), wr: w}
}

func NewWriter(w io.Writer) *Writer {
	return NewWriterSize(w, defaultSize)
}

func (b *Writer) Flush() error {
	if b.err == nil && len(b.buf) > 0 {
		n, err := b.wr.Write(b.buf)
		if n < len(b.buf) && err == nil {
			err = io.ErrShortWrite
		}
		b.err = err
		b.buf = b.buf[:copy(b.buf, b.buf[n:])]
	}
	return b.err
}

func (b *Writer) Buffered() int {
	return len(b.buf)
}

func (b *Writer) Available() int {
	return cap(b.buf) - len(b.buf)
}

func (b *Writer) Write(p []byte) (n int, err error) {
	for len(p) > 0 && b.err == nil {
		k := b.Available()
		if k == 0 {
			b.Flush()
			continue
		}
		if k > len(p) {
			k = len(p)
		}
		b.buf = append(b.buf, p[:k]...)
		p = p[k:]
		n += k
	}
	return n, b.err
}

func (b *Writer) WriteString(s string) (int, error) {
	return b.Write([]byte(s))
}

func (b *Writer) WriteByte(c byte) error {
	if b.Available() == 0 && b.Flush() != nil {
		return b.err
	}
	b.buf = append(b.buf, c)
	return nil
}

func (b *Writer) WriteRune(r rune) (size int, err error) {
	return b.WriteString(string(r))
}

// ReadWriter is both.
type ReadWriter struct {
	*Reader
	*Writer
}

func NewReadWriter(r *Reader, w *Writer) *ReadWriter {
	return &ReadWriter{r, w}
}

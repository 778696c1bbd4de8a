// Package bytes: a buffer that grows, and operations on byte slices.
package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Buffer is written at its end and read from its start. The zero value is empty and ready.
type Buffer struct {
	buf []byte
	off int // what is before has been read
}

func NewBuffer(buf []byte) *Buffer {
	return &Buffer{buf: buf}
}

func NewBufferString(s string) *Buffer {
	return &Buffer{buf: []byte(s)}
}

func (b *Buffer) Bytes() []byte {
	return b.buf[b.off:]
}

func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

func (b *Buffer) Len() int {
	return len(b.buf) - b.off
}

func (b *Buffer) Cap() int {
	return cap(b.buf)
}

func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
}

func (b *Buffer) Truncate(n int) {
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		grown := make([]byte, b.Len(), 2*cap(b.buf)+n)
		copy(grown, b.buf[b.off:])
		b.buf, b.off = grown, 0
	}
}

// extend makes room for n more bytes and says where they begin. Not by append, of which the Go compiler takes it that the content of b leaks.
func (b *Buffer) extend(n int) int {
	const least = 64
	b.used()
	if b.buf == nil && n < least {
		b.buf = make([]byte, 0, least)
	}
	b.Grow(n)
	at := len(b.buf)
	b.buf = b.buf[:at+n]
	return at
}

func (b *Buffer) Write(p []byte) (n int, err error) {
	at := b.extend(len(p))
	return copy(b.buf[at:], p), nil
}

func (b *Buffer) WriteString(s string) (n int, err error) {
	at := b.extend(len(s))
	return copy(b.buf[at:], s), nil
}

func (b *Buffer) WriteByte(c byte) error {
	at := b.extend(1)
	b.buf[at] = c
	return nil
}

func (b *Buffer) WriteRune(r rune) (n int, err error) {
	return b.WriteString(string(r))
}

// used forgets what was read, once all was.
func (b *Buffer) used() {
	if b.off == len(b.buf) {
		b.Reset()
	}
}

func (b *Buffer) Read(p []byte) (n int, err error) {
	b.used()
	if b.Len() == 0 {
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	return n, nil
}

func (b *Buffer) Next(n int) []byte {
	if n > b.Len() {
		n = b.Len()
	}
	b.off += n
	return b.buf[b.off-n : b.off]
}

func (b *Buffer) ReadByte() (byte, error) {
	b.used()
	if b.Len() == 0 {
		return 0, io.EOF
	}
	b.off++
	return b.buf[b.off-1], nil
}

func (b *Buffer) UnreadByte() error {
	if b.off == 0 {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.off--
	return nil
}

func (b *Buffer) ReadRune() (r rune, size int, err error) {
	b.used()
	if b.Len() == 0 {
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	return r, size, nil
}

func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	rest := b.buf[b.off:]
	end := IndexByte(rest, delim) + 1
	if end == 0 {
		end = len(rest)
		err = io.EOF
	}
	b.off += end
	return append(line, rest[:end]...), err
}

func (b *Buffer) ReadString(delim byte) (line string, err error) {
	bytes, err := b.ReadBytes(delim)
	return string(bytes), err
}

func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	m, err := w.Write(b.buf[b.off:])
	b.off += m
	return int64(m), err
}

func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	all, err := io.ReadAll(r)
	b.Write(all)
	return int64(len(all)), err
}

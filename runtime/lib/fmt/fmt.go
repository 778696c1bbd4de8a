// Package fmt: formatted printing. The formatting itself is done in C (format.c, value.c, layout.c), by type descriptors.
package fmt

import (
	"io"
	"os"
)

// Stringer is implemented by values that have a text of their own.
type Stringer interface {
	String() string
}

// GoStringer is implemented by values that have a text of their own for %#v.
type GoStringer interface {
	GoString() string
}

// What is printed may keep its receiver in a String or Error method: its content flows to the heap.

//outlive:flows a=heap:1
func sprint(a []any) string

//outlive:flows a=heap:1
func sprintln(a []any) string

// sprintf also tells which operands were wrapped by %w: bit n for operand n.
//
//outlive:flows format=
//outlive:flows a=heap:1
func sprintf(format string, a []any, wraps bool) (string, uint64)

func Sprint(a ...any) string {
	return sprint(a)
}

func Sprintln(a ...any) string {
	return sprintln(a)
}

func Sprintf(format string, a ...any) string {
	s, _ := sprintf(format, a, false)
	return s
}

func Print(a ...any) (n int, err error) {
	return os.Stdout.WriteString(sprint(a))
}

func Println(a ...any) (n int, err error) {
	return os.Stdout.WriteString(sprintln(a))
}

func Printf(format string, a ...any) (n int, err error) {
	s, _ := sprintf(format, a, false)
	return os.Stdout.WriteString(s)
}

func Fprint(w io.Writer, a ...any) (n int, err error) {
	return io.WriteString(w, sprint(a))
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	return io.WriteString(w, sprintln(a))
}

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	s, _ := sprintf(format, a, false)
	return io.WriteString(w, s)
}

func Append(b []byte, a ...any) []byte {
	return append(b, sprint(a)...)
}

func Appendln(b []byte, a ...any) []byte {
	return append(b, sprintln(a)...)
}

func Appendf(b []byte, format string, a ...any) []byte {
	s, _ := sprintf(format, a, false)
	return append(b, s...)
}

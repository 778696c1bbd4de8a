// Package os: files, arguments, environment, the end of the program.
package os

import (
	"internal/oserror"
	"io"
	"io/fs"
	"syscall"
)

var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

type PathError = fs.PathError
type FileMode = fs.FileMode

const (
	O_RDONLY = 0x0
	O_WRONLY = 0x1
	O_RDWR   = 0x2
	O_CREATE = 0x40
	O_EXCL   = 0x80
	O_TRUNC  = 0x200
	O_APPEND = 0x400
)

// File is an open file; fd is -1 once it is closed.
type File struct {
	fd   int
	name string
}

var (
	Stdin  = &File{0, "/dev/stdin"}
	Stdout = &File{1, "/dev/stdout"}
	Stderr = &File{2, "/dev/stderr"}
)

// The system's calls: what they give, or the negative error number.

//go:noescape
func open(name string, flags int, mode uint32) int

//go:noescape
func read(fd int, b []byte) int

//go:noescape
func write(fd int, s string) int

//go:noescape
func writeBytes(fd int, b []byte) int

func closeFile(fd int) int

//go:noescape
func remove(name string) int

//go:noescape
func mkdir(name string, mode uint32) int

func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd := open(name, flag, uint32(perm))
	if fd < 0 {
		return nil, &PathError{Op: "open", Path: name, Err: syscall.Errno(-fd)}
	}
	return &File{fd, name}, nil
}

func Open(name string) (*File, error) {
	return OpenFile(name, O_RDONLY, 0)
}

func Create(name string) (*File, error) {
	return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

func (f *File) Name() string {
	return f.name
}

func (f *File) Fd() uintptr {
	return uintptr(f.fd)
}

// failed is the error of an operation on an open file that gave a negative number.
func (f *File) failed(op string, result int) error {
	return &PathError{Op: op, Path: f.name, Err: syscall.Errno(-result)}
}

func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{Op: "close", Path: f.name, Err: ErrClosed}
	}
	result := closeFile(f.fd)
	f.fd = -1
	if result < 0 {
		return f.failed("close", result)
	}
	return nil
}

func (f *File) Read(b []byte) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	if f.fd < 0 {
		return 0, &PathError{Op: "read", Path: f.name, Err: ErrClosed}
	}
	if len(b) == 0 {
		return 0, nil
	}
	n = read(f.fd, b)
	if n < 0 {
		return 0, f.failed("read", n)
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (f *File) Write(b []byte) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	if f.fd < 0 {
		return 0, &PathError{Op: "write", Path: f.name, Err: ErrClosed}
	}
	n = writeBytes(f.fd, b)
	if n < 0 {
		return 0, f.failed("write", n)
	}
	return n, nil
}

func (f *File) WriteString(s string) (n int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	if f.fd < 0 {
		return 0, &PathError{Op: "write", Path: f.name, Err: ErrClosed}
	}
	n = write(f.fd, s)
	if n < 0 {
		return 0, f.failed("write", n)
	}
	return n, nil
}

func Remove(name string) error {
	if e := remove(name); e < 0 {
		return &PathError{Op: "remove", Path: name, Err: syscall.Errno(-e)}
	}
	return nil
}

func Mkdir(name string, perm FileMode) error {
	if e := mkdir(name, uint32(perm)); e < 0 {
		return &PathError{Op: "mkdir", Path: name, Err: syscall.Errno(-e)}
	}
	return nil
}

func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err1 := f.Close(); err1 != nil && err == nil {
		err = err1
	}
	return err
}

// underlying gives what a PathError wraps.
func underlying(err error) error {
	if e, ok := err.(*PathError); ok {
		return e.Err
	}
	return err
}

func isKind(err, kind error) bool {
	err = underlying(err)
	if err == kind {
		return true
	}
	e, ok := err.(syscall.Errno)
	return ok && e.Is(kind)
}

func IsExist(err error) bool {
	return isKind(err, ErrExist)
}

func IsNotExist(err error) bool {
	return isKind(err, ErrNotExist)
}

func IsPermission(err error) bool {
	return isKind(err, ErrPermission)
}

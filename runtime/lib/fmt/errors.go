package fmt

import "errors"

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string {
	return e.msg
}

func (e *wrapError) Unwrap() error {
	return e.err
}

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string {
	return e.msg
}

func (e *wrapErrors) Unwrap() []error {
	return e.errs
}

// Errorf gives an error with the formatted text that wraps the operands of %w.
func Errorf(format string, a ...any) error {
	s, wrapped := sprintf(format, a, true)
	var errs []error
	for i := 0; i < len(a) && i < 64; i++ {
		if wrapped&(1<<uint(i)) != 0 {
			errs = append(errs, a[i].(error))
		}
	}
	switch len(errs) {
	case 0:
		return errors.New(s)
	case 1:
		return &wrapError{s, errs[0]}
	}
	return &wrapErrors{s, errs}
}

// Package errors: errors that are a text, and trees of errors that wrap others.
package errors

type errorString struct {
	text string
}

func (e *errorString) Error() string {
	return e.text
}

// New gives an error of this text; each is different from all others.
func New(text string) error {
	return &errorString{text}
}

// ErrUnsupported says that an operation cannot be performed.
var ErrUnsupported = New("unsupported operation")

// Unwrap gives what err wraps by its method Unwrap() error, or nil.
func Unwrap(err error) error {
	u, ok := err.(interface{ Unwrap() error })
	if !ok {
		return nil
	}
	return u.Unwrap()
}

// comparable tells whether == on the dynamic type of x does not panic.
//
//outlive:flows x=
func comparable_(x any) bool

// assign stores err in *target if its type allows; target must be a pointer that is not nil. It tells 0 for no, 1 for stored,
// 2 for a target of another kind, 3 for one whose element is neither an interface nor an error.
//
//outlive:flows err=heap target=
func assign(err error, target any) int

// Is tells whether err, or any error that it wraps, is target: equal to it, or by its own method Is.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, comparable_(target))
}

func is(err, target error, canCompare bool) bool {
	for {
		if canCompare && comparable_(err) && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range many.Unwrap() {
				if e != nil && is(e, target, canCompare) {
					return true
				}
			}
			return false
		}
		err = Unwrap(err)
		if err == nil {
			return false
		}
	}
}

// As finds the first error in err's tree that can be stored in *target, and stores it.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	for {
		switch assign(err, target) {
		case 1:
			return true
		case 2:
			panic("errors: target must be a non-nil pointer")
		case 3:
			panic("errors: *target must be interface or implement error")
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range many.Unwrap() {
				if e != nil && As(e, target) {
					return true
				}
			}
			return false
		}
		err = Unwrap(err)
		if err == nil {
			return false
		}
	}
}

type joinError struct {
	errs []error
}

func (e *joinError) Error() string {
	text := ""
	for i, err := range e.errs {
		if i > 0 {
			text += "\n"
		}
		text += err.Error()
	}
	return text
}

func (e *joinError) Unwrap() []error {
	return e.errs
}

// Join wraps all errors that are not nil; nil if there is none.
func Join(errs ...error) error {
	var kept []error
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return &joinError{kept}
}

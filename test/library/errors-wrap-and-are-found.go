// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import (
	"errors"
	"fmt"
	"os"
)

type Code int

func (c Code) Error() string { return fmt.Sprintf("code %d", int(c)) }

func main() {
	base := errors.New("base")
	one := fmt.Errorf("one: %w", base)
	two := fmt.Errorf("two: %w", one)
	fmt.Println(two, errors.Is(two, base), errors.Is(two, one), errors.Is(base, two), errors.Unwrap(two) == one) // CHECK:two: one: base true true false true
	fmt.Println(errors.New("x") == errors.New("x"), errors.Is(nil, base), errors.Unwrap(base))                   // CHECK:false false <nil>
	var c Code
	fmt.Println(errors.As(fmt.Errorf("%w", Code(5)), &c), c, errors.As(two, &c)) // CHECK:true code 5 false
	_, err := os.Open("nosuch")
	var pe *os.PathError
	fmt.Println(err, errors.Is(err, os.ErrNotExist), os.IsNotExist(err), errors.As(err, &pe) && pe.Path == "nosuch") // CHECK:open nosuch: no such file or directory true true true
	fmt.Printf("%T %T %T %v\n", err, two, fmt.Errorf("x"), pe.Err)                                                   // CHECK:*fs.PathError *fmt.wrapError *errors.errorString no such file or directory
	_, err = os.ReadFile("/")
	fmt.Println(err) // CHECK:read /: is a directory
	f, err := os.Open("/etc/passwd")
	fmt.Println(err, f.Close(), f.Close()) // CHECK:<nil> <nil> close /etc/passwd: file already closed
	defer func() {
		e := recover().(error)
		fmt.Println(e, errors.Unwrap(e)) // CHECK:runtime error: index out of range [5] with length 0 <nil>
	}()
	var s []int
	_ = s[5]
}

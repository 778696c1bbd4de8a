// The result is pinned where a panic may be recovered: go_pin takes any address, as a func literal takes its environment, and is none.
// RUN: %outlive run %s >%t 2>&1 && FileCheck --check-prefix=OUT %s <%t
// RUN: %outlive check -m -model=gc %s 2>&1 | FileCheck --check-prefix=M --implicit-check-not="moved to heap" %s
// RUN: %if go1.19 %{ %python %S/Inputs/compare_with_go.py %outlive %go %s %}
package main

type failure struct{ text string }

func (f *failure) Error() string { return f.text }

func result() (n int, err error) {
	defer func() { // M: :[[#@LINE]]:8: func literal does not escape
		if r := recover(); r != nil {
			err = &failure{r.(string)}
			n *= 2
		}
	}()
	n = 21
	panic("oops")
}

func main() {
	n, err := result()
	println(n, err.Error())
}

// OUT: 42 oops

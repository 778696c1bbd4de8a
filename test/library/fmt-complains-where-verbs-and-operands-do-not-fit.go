// RUN: %outlive run %s | FileCheck --match-full-lines --strict-whitespace %s
package main

import "fmt"

type T struct {
	A int
	S string
}
type Bad struct{}

func (Bad) String() string { panic("oh") }

type Nil struct{ x int }

func (n *Nil) String() string { return fmt.Sprint(n.x) }

func main() {
	fmt.Printf("%d %s %t %z\n", "x", 5, 1, 2) // CHECK:%!d(string=x) %!s(int=5) %!t(int=1) %!z(int=2)
	fmt.Printf("%d %d\n", 1)                  // CHECK:1 %!d(MISSING)
	fmt.Printf("%d", 1, "x", nil)
	fmt.Println()                                                       // CHECK:1%!(EXTRA string=x, <nil>)
	fmt.Printf("%d %v %s\n", nil, nil, nil)                             // CHECK:%!d(<nil>) <nil> %!s(<nil>)
	fmt.Printf("%d %s\n", T{1, "a"}, T{1, "a"})                         // CHECK:{1 %!d(string=a)} {%!s(int=1) a}
	fmt.Printf("%[2]d %[1]d %d|%[3]d|%[x]d|%[1]d\n", 1, 2)              // CHECK:2 1 2|%!d(BADINDEX)|%!d(BADINDEX)|1
	fmt.Printf("%*d|%-*d|%.*f|%*d\n", 5, 42, 5, 42, 2, 3.14159, "x", 1) // CHECK:   42|42   |3.14|%!(BADWIDTH)1
	fmt.Printf("%!|%%|%")
	fmt.Println()                             // CHECK:%!!(MISSING)|%|%!(NOVERB)
	fmt.Printf("%s %v\n", Bad{}, (*Nil)(nil)) // CHECK:%!s(PANIC=String method: oh) <nil>
	fmt.Printf("%w %x %p\n", 1, 1.5, 2)       // CHECK:%!w(int=1) 0x1.8p+00 %!p(int=2)
	fmt.Printf("%é|%.999999999d\n", 1, 2)
	fmt.Println() // CHECK:%!é(int=1)|%!(NOVERB)%!(EXTRA int=2)
}

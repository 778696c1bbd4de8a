// RUN: %python %root/test/errorcheck.py %s %outlive lower -dump=types %s
package main

type p *int
type i interface{}
type alias = s
type s struct{}

func (p) a() {} // ERROR "^invalid receiver type p \(pointer or interface type\)$"
func (i) b() {} // ERROR "^invalid receiver type i \(pointer or interface type\)$"
func (int) c() {} // ERROR "^cannot define new methods on non-local type int$"
func (error) d() {} // ERROR "^cannot define new methods on non-local type error$"
func ([]int) e() {} // ERROR "^invalid receiver type \[\]int$"
func (**s) f() {} // ERROR "^invalid receiver type \*\*s$"
func (alias) g() {}
func (*alias) h() {}

func main() {
	s{}.g()
	(&s{}).h()
}

// Each round has its own i since Go 1.22; before, all closures shared one.
// Try:  outlive run loop.go    and    outlive run -lang=go1.21 loop.go
package main

func main() {
	var show []func()
	for i := 0; i < 3; i++ {
		show = append(show, func() {
			println(i)
		})
	}
	for _, f := range show {
		f()
	}
}

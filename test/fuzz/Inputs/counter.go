package main

func clobber(n int) int {
	var junk [48]int
	junk[n] = n
	return junk[5]
}

func counter() func() int {
	count := 0
	return func() int {
		count++
		return count
	}
}

func main() {
	next := counter()
	println(next())
	clobber(7)
	println(next())
}

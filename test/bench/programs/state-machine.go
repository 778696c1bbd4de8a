// A state machine whose states are closures: each reads one byte and gives the next.
package main

type state func(c byte) state

func scanner(text []byte) (words, numbers, lines int) {
	var between, word, number state
	between = func(c byte) state {
		switch {
		case c >= 'a' && c <= 'z':
			words++
			return word
		case c >= '0' && c <= '9':
			numbers++
			return number
		case c == '\n':
			lines++
		}
		return between
	}
	word = func(c byte) state {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			return word
		}
		return between(c)
	}
	number = func(c byte) state {
		if c >= '0' && c <= '9' {
			return number
		}
		return between(c)
	}
	now := between
	for _, c := range text {
		now = now(c)
	}
	return
}

func main() {
	var text []byte
	for i := 0; i < 20000; i++ {
		text = append(text, "the answer to 6 times 9 is 42 in base 13\n"[i%7:]...)
	}
	words, numbers, lines := 0, 0, 0
	for round := 0; round < 300; round++ {
		w, n, l := scanner(text)
		words, numbers, lines = words+w, numbers+n, lines+l
	}
	println(words, numbers, lines)
}

// String building: with a builder, by concatenation, and from runes.
package main

import "strings"

func number(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return number(n/10) + string(rune('0'+n%10))
}

func joined(words []string, separator string) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteString(separator)
		}
		b.WriteString(w)
	}
	return b.String()
}

func shouted(s string) string {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		if r >= 'a' && r <= 'z' {
			r -= 'a' - 'A'
		}
		out = append(out, r)
	}
	return string(out)
}

func main() {
	total := 0
	words := make([]string, 100)
	for round := 0; round < 12000; round++ {
		for i := range words {
			words[i] = "word" + number(round*i)
		}
		text := joined(words, ", ")
		total += len(text) + len(shouted(text)) + strings.Count(text, "d1")
	}
	println(total)
}

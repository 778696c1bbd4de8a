// Parser combinators: parsers are closures made from closures.
package main

// A parser gives what it read and where it stopped, below 0 if it does not fit there.
type parser func(text string, at int) (value, next int)

func char(c byte) parser {
	return func(text string, at int) (int, int) {
		if at < len(text) && text[at] == c {
			return int(c), at + 1
		}
		return 0, -1
	}
}

func digits() parser {
	return func(text string, at int) (int, int) {
		value, from := 0, at
		for at < len(text) && text[at] >= '0' && text[at] <= '9' {
			value = value*10 + int(text[at]-'0')
			at++
		}
		if at == from {
			return 0, -1
		}
		return value, at
	}
}

func either(a, b parser) parser {
	return func(text string, at int) (int, int) {
		if value, next := a(text, at); next >= 0 {
			return value, next
		}
		return b(text, at)
	}
}

func between(open, inner, end parser) parser {
	return func(text string, at int) (int, int) {
		_, at = open(text, at)
		if at < 0 {
			return 0, -1
		}
		value, next := inner(text, at)
		if next < 0 {
			return 0, -1
		}
		_, next = end(text, next)
		return value, next
	}
}

// chain reads  operand {operator operand}.
func chain(operand, operator parser, apply func(c, a, b int) int) parser {
	return func(text string, at int) (int, int) {
		value, at := operand(text, at)
		for at >= 0 {
			c, next := operator(text, at)
			if next < 0 {
				return value, at
			}
			var right int
			right, next = operand(text, next)
			if next < 0 {
				return value, at
			}
			value, at = apply(c, value, right), next
		}
		return 0, -1
	}
}

func expression() parser {
	var sum parser
	lazy := func(text string, at int) (int, int) { return sum(text, at) }
	factor := either(digits(), between(char('('), lazy, char(')')))
	product := chain(factor, char('*'), func(c, a, b int) int { return a * b & 0xffff })
	sum = chain(product, either(char('+'), char('-')), func(c, a, b int) int {
		if c == '+' {
			return a + b
		}
		return a - b
	})
	return sum
}

func main() {
	text := "1"
	for i := 0; i < 40; i++ {
		text = "(" + text + "+23)*2-(4*5+6)"
	}
	total := 0
	for round := 0; round < 80000; round++ {
		value, _ := expression()(text, 0)
		total += value & 1023
	}
	println(total)
}

package main

var kept []func() int

func keep(f func() int) { kept = append(kept, f) }

func main() {
	for i := 0; i < 4; i++ {
		keep(func() int { i += 10; return i })
		if i == 1 {
			continue
		}
		i++
	}
outer:
	for i := 0; i < 3; i++ {
		for k, v := range [2]int{5, 6} {
			keep(func() int { return i*100 + k*10 + v })
			if k == 0 && i == 1 {
				continue outer
			}
			for j := i; j < 9; j += 4 {
				keep(func() int { j++; return j })
				if j > 4 {
					break
				}
			}
		}
	}
	for i := 0; i < 3; i++ {
		if i == 1 {
			i := "hides it"
			keep(func() int { return len(i) })
			continue
		}
	}
	for _, f := range kept {
		println(f())
	}
	for _, f := range kept {
		println(f())
	}
}

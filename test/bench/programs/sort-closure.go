// Sorting with a comparison that is a closure over the slice and an order.
package main

import "sort"

type person struct {
	name string
	age  int
}

func main() {
	names := []string{"Ada", "Barbara", "Edsger", "Grace", "Ken", "Niklaus", "Rob"}
	seed := uint32(1)
	people := make([]person, 200000)
	check := 0
	for round := 0; round < 12; round++ {
		for i := range people {
			seed = seed*1664525 + 1013904223
			people[i] = person{names[seed>>8%7], int(seed>>16) & 1023}
		}
		descending := round&1 == 1
		sort.Slice(people, func(i, k int) bool {
			a, b := &people[i], &people[k]
			if a.age != b.age {
				return a.age < b.age != descending
			}
			return a.name < b.name
		})
		check += people[0].age + people[len(people)/2].age*3 + len(people[len(people)-1].name)
	}
	println(check)
}

// Defers in a hot path: one that unlocks, one that changes a result.
package main

type account struct {
	busy    int
	balance int
}

func (a *account) lock()   { a.busy++ }
func (a *account) unlock() { a.busy-- }

func (a *account) add(n int) int {
	a.lock()
	defer a.unlock()
	a.balance += n
	return a.balance
}

func (a *account) checked(n int) (after int) {
	a.lock()
	defer func() {
		a.unlock()
		if after < 0 {
			a.balance, after = 0, 0
		}
	}()
	a.balance -= n
	return a.balance
}

func main() {
	a := &account{}
	sum := 0
	for i := 0; i < 100000000; i++ {
		sum += a.add(i & 7)
		sum -= a.checked(i & 15)
	}
	println(sum, a.busy, a.balance)
}

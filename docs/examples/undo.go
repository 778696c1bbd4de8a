// An editor that keeps closures to take its changes back: each outlives the call that made it.
package main

import "fmt"

type editor struct {
	text string
	undo []func()
}

func (e *editor) insert(s string) {
	before := e.text
	e.text += s
	e.undo = append(e.undo, func() {
		e.text = before
	})
}

func (e *editor) back() {
	last := len(e.undo) - 1
	e.undo[last]()
	e.undo = e.undo[:last]
}

func main() {
	var e editor
	e.insert("closures ")
	e.insert("are ")
	e.insert("fun")
	fmt.Println(e.text)
	e.back()
	e.insert("objects")
	fmt.Println(e.text)
}

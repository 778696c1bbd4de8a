"""The edit-run loop: a small program is changed, and run from its source."""
import os

import measure as costs
import report

PROGRAM = """package main

import "fmt"

func counter(from int) func() int {
	count := from
	return func() int {
		count++
		return count
	}
}

func main() {
	next := counter(%d)
	fmt.Println(next(), next())
}
"""


def measure(tools, goals):
    if not tools.go:
        print("\nthe edit-run loop is not compared: Go 1.19 is not there (Debian: golang-1.19-go)")
        return None
    file = os.path.join(tools.scratch, "edited.go")
    edits = 0

    def edit():
        nonlocal edits
        edits += 1
        with open(file, "w") as out:
            out.write(PROGRAM % edits)

    commands = {"go": [tools.go, "run", file], "outlive": [tools.outlive, "run", file],
                "outlive -gc=none": [tools.outlive, "run", "-gc=none", file], "outlive check": [tools.outlive, "check", file]}
    costs.by_turns(commands, 1, before_each=edit, environment=tools.go_environment)  # the library is compiled, files are in memory
    measured = costs.by_turns(commands, 1 if tools.quick else 8, before_each=edit, environment=tools.go_environment)
    go = measured["go"]
    report.table("Edit and run: a changed program of 16 lines, from source to its end",
                 ["command", "time", "ratio", "processor time", "ratio", "MB"],
                 [[name, "%.0f ms" % (c.elapsed * 1000), "%.2f" % (c.elapsed / go.elapsed), "%.0f ms" % (c.processor * 1000),
                   "%.2f" % (c.processor / go.processor), "%.0f" % c.megabytes] for name, c in measured.items()])
    ratio = measured["outlive"].elapsed / go.elapsed
    goals.add("outlive run faster than go run", "%.2f of its time" % ratio, ratio < 1)
    return {name: c.json() for name, c in measured.items()}

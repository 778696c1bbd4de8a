"""Lowering against the Go compiler, which compiles the same file and tells its escape decisions."""
import os

import measure as costs
import report

FUNCTIONS = """
func counter%(n)d() func() int {
	count := %(n)d
	return func() int {
		count++
		return count
	}
}

func sum%(n)d(limit int) int {
	total := 0
	add := func(x int) { total += x }
	for i := 0; i < limit; i++ {
		add(i)
	}
	return total
}

func pick%(n)d(p *int, q *int) *int {
	if *p > *q {
		return p
	}
	return q
}

func use%(n)d() int {
	a, b := %(n)d, 2
	next := counter%(n)d()
	return next() + sum%(n)d(3) + *pick%(n)d(&a, &b)
}
"""
SIZES = [1000, 10000, 100000]


def write_program(path, lines):
    """As many small functions with closures as the size asks for; some of what they capture outlives its frame."""
    with open(path, "w") as out:
        out.write("package main\n")
        for n in range(max(1, lines // FUNCTIONS.count("\n"))):
            out.write(FUNCTIONS % {"n": n})
        out.write("\nfunc main() {\n\tprintln(use0())\n}\n")


def measure(tools, goals):
    if not tools.go:
        print("\nlowering is not compared: Go 1.19 is not there (Debian: golang-1.19-go)")
        return None
    results = []
    for lines in SIZES[:1] if tools.quick else SIZES:
        source, c_file = os.path.join(tools.scratch, "lowered.go"), os.path.join(tools.scratch, "lowered.c")
        write_program(source, lines)
        results.append((lines, costs.by_turns({
            "go": [tools.go, "tool", "compile", "-m", "-l", "-o", os.path.join(tools.scratch, "lowered.o"), source],
            "outlive": [tools.outlive, "lower", "-storage=stack", "-o", c_file, source],
            "decided": [tools.outlive, "lower", "-o", c_file, source],
        }, 1 if tools.quick else 2, environment=tools.go_environment)))
    rows = [["%d" % lines] + [cell for name in ("go", "outlive", "decided")
                              for cell in ("%.2f s" % m[name].processor, "%.0f" % m[name].megabytes)] +
            ["%.1f" % (m["go"].processor / m["outlive"].processor), "%.1f" % (m["go"].elapsed / m["outlive"].elapsed)]
            for lines, m in results]
    exponent = report.growth([lines for lines, _ in results], [m["outlive"].processor for _, m in results])
    if exponent:
        rows.append(["time ~ lines^", "", "", "%.2f" % exponent] + [""] * 5)
    report.table("Lowering: processor seconds and peak MB; how many times as fast as go tool compile -m -l",
                 ["lines", "go tool compile", "MB", "lower -storage=stack", "MB", "lower (decided)", "MB", "times", "on the clock"],
                 rows)
    times = [m["go"].processor / m["outlive"].processor for _, m in results]
    goals.add("lowering ten times as fast as go tool compile", ", ".join("%.1f" % t for t in times) + " times", min(times) >= 10)
    if not tools.quick:  # what a process is charged with before it is the command counts in small ones
        lines, largest = results[-1]
        memory = largest["outlive"].megabytes / largest["go"].megabytes
        goals.add("lowering in half the memory of go tool compile", "%.2f of it at %s lines" % (memory, report.count(lines)), memory <= 0.5)
    return [{"lines": lines, **{name: c.json() for name, c in m.items()}} for lines, m in results]

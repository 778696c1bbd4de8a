"""Programs in programs/, built by both sides: run time, heap allocations and bytes.

Both build the same two files: the program, its `main` renamed, and a main that calls it and tells what it took from the heap.
"""
import os
import re

import measure as costs
import report

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs")
QUICK = ["counter", "memoise", "workers"]
COUNTED = """package main

import "runtime"

func main() {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	program()
	runtime.ReadMemStats(&after)
	println("taken:", after.Mallocs-before.Mallocs, after.TotalAlloc-before.TotalAlloc, after.NumGC-before.NumGC)
}
"""


class Side:
    """One side's figures for one program."""

    def __init__(self, cost):
        printed, taken = cost.output.rstrip("\n").rsplit("\n", 1)
        self.cost, self.printed = cost, printed
        self.objects, self.bytes, self.collections = map(int, taken.removeprefix("taken:").split())

    def json(self):
        return dict(self.cost.json(), allocations=self.objects, bytes=self.bytes, collections=self.collections)


def build(tools, name):
    """The command of each side."""
    folder = os.path.join(tools.scratch, name)
    os.mkdir(folder)
    with open(os.path.join(FOLDER, name + ".go")) as source:
        text = source.read()
    if "\nfunc main() {" not in text:
        raise SystemExit("bench: %s.go has no main" % name)
    files = [os.path.join(folder, file) for file in ("program.go", "main.go")]
    for file, content in zip(files, (text.replace("\nfunc main() {", "\nfunc program() {"), COUNTED)):
        with open(file, "w") as out:
            out.write(content)
    go, ours = os.path.join(folder, "go"), os.path.join(folder, "outlive")
    costs.run(costs.Cost(), [tools.go, "build", "-o", go] + files, environment=tools.go_environment)
    costs.run(costs.Cost(), [tools.outlive, "build", "-o", ours] + files)
    # Only what is asked of the library can differ by more than the two compilers do; math has nothing that allocates.
    uses_library = bool(re.search(r'^(import |\t)"(?!math")', text, re.MULTILINE))
    return {"go": [go], "outlive": [ours]}, uses_library


def compare(tools, name):
    commands, uses_library = build(tools, name)
    measured = costs.by_turns(commands, repeat=1 if tools.quick else 3)
    go, ours = Side(measured["go"]), Side(measured["outlive"])
    if go.printed != ours.printed:
        raise SystemExit("bench: %s: Go's program prints\n%s\nand ours\n%s" % (name, go.printed, ours.printed))
    return {"name": name, "library": uses_library, "go": go, "outlive": ours,
            "ratio": ours.cost.elapsed / go.cost.elapsed, "processor_ratio": ours.cost.processor / go.cost.processor}


def measure(tools, goals):
    if not tools.go:
        print("\nprograms are not compared: Go 1.19 is not there (Debian: golang-1.19-go)")
        return None
    names = QUICK if tools.quick else sorted(file.removesuffix(".go") for file in os.listdir(FOLDER))
    results = [compare(tools, name) for name in names]
    rows = []
    for r in results:
        go, ours = r["go"], r["outlive"]
        rows.append([r["name"] + ("*" if r["library"] else ""), "%.2f s" % go.cost.elapsed, "%.2f s" % ours.cost.elapsed,
                     "%.2f" % r["ratio"], "%.2f" % r["processor_ratio"], report.count(go.objects), report.count(ours.objects),
                     report.count(go.bytes), report.count(ours.bytes), "%d" % go.collections, "%d" % ours.collections])
    mean = report.geometric_mean([r["ratio"] for r in results])
    processor_mean = report.geometric_mean([r["processor_ratio"] for r in results])
    rows.append(["geometric mean", "", "", "%.2f" % mean, "%.2f" % processor_mean] + [""] * 6)
    report.table("Run time, heap allocations, bytes allocated, collections: programs over those of the Go compiler (* uses the library)",
                 ["program", "Go", "Outlive", "ratio", "of processor time", "allocs Go", "ours", "bytes Go", "ours",
                  "GCs Go", "ours"], rows)
    as_fast = len([r for r in results if r["ratio"] <= 1])
    as_little = len([r for r in results if r["processor_ratio"] <= 1])
    more = [r["name"] for r in results if not r["library"] and r["outlive"].objects > r["go"].objects]
    goals.add("as fast as Go on 9 of 12 programs", "%d of %d (by processor time %d)" % (as_fast, len(results), as_little),
              as_fast * 12 >= len(results) * 9)
    goals.add("as fast as Go in the geometric mean", "%.2f (by processor time %.2f)" % (mean, processor_mean), mean <= 1)
    goals.add("never more heap allocations than Go, no library", ", ".join(more) or "none more", not more)
    return [dict(r, go=r["go"].json(), outlive=r["outlive"].json()) for r in results]

"""The checker inside clang against clang without it, and against the analyzers of clang and gcc, on the same files."""
import os

import measure as costs
import report

HEAD = """typedef struct { int (*code)(void *env, int x); void *env; } func;
void *malloc(unsigned long);
"""

# Closures written by hand: one on the heap that is returned, one on the stack that is passed down, a list, a pointer that is
# chosen. Nothing outlives its frame, as in a project whose warnings were seen to.
UNIT = """
struct env%(n)d { int *count; };
static int step%(n)d(void *p, int x) {
    struct env%(n)d *e = p;
    *e->count += x;
    return *e->count;
}
func counter%(n)d(int from) {
    int *count = malloc(sizeof *count);
    struct env%(n)d *e = malloc(sizeof *e);
    *count = from;
    e->count = count;
    return (func){step%(n)d, e};
}
static int apply%(n)d(func f, int times) {
    int result = 0;
    for (int i = 0; i < times; i++)
        result = f.code(f.env, i);
    return result;
}
int sum%(n)d(int limit) {
    int total = 0;
    struct env%(n)d e = {&total};
    return apply%(n)d((func){step%(n)d, &e}, limit);
}
struct list%(n)d { struct list%(n)d *next; int *value; };
static int *last%(n)d(struct list%(n)d *l) {
    while (l->next)
        l = l->next;
    return l->value;
}
int use%(n)d(int x) {
    int a = %(n)d, b = x;
    struct list%(n)d second = {0, &b}, first = {&second, &a};
    int *one = x > a ? &a : last%(n)d(&first);
    func next = counter%(n)d(*one);
    return next.code(next.env, 1) + sum%(n)d(3) + *last%(n)d(&first);
}
"""
SIZES = [1000, 10000, 100000, 1000000]
LONGEST = 100  # processor seconds; a tool that would take longer for a file ten times as large is not asked about that


def write_file(path, lines):
    with open(path, "w") as out:
        out.write(HEAD)
        for n in range(max(1, (lines - HEAD.count("\n")) // UNIT.count("\n"))):
            out.write(UNIT % {"n": n})


def commands(tools, file):
    parse = [tools.clang, "-fsyntax-only", file]
    # The checker alone, asked for at the compiler proper: the driver would add all others of its defaults.
    analyze = [tools.clang, "-cc1", "-analyze", "-analyzer-checker=core.StackAddressEscape", file]
    all_commands = {"clang": parse, "plugin": parse + ["-fplugin=" + tools.plugin], "clang --analyze": analyze}
    if tools.gcc:
        all_commands["gcc -fanalyzer"] = [tools.gcc, "-fanalyzer", "-S", "-o", file + ".s", file]
    return all_commands


def measure(tools, goals):
    sizes = SIZES[:1] if tools.quick else SIZES
    results = []
    for lines in sizes:
        file = os.path.join(tools.scratch, "checked.c")
        write_file(file, lines)
        wanted = commands(tools, file)
        if results:
            wanted = {name: c for name, c in wanted.items()
                      if name in results[-1][1] and results[-1][1][name].processor * 10 <= LONGEST}
        ours = {name: wanted.pop(name) for name in ("clang", "plugin")}
        measured = costs.by_turns(ours, 1 if tools.quick else 5)
        measured.update(costs.by_turns(wanted, 1 if tools.quick or lines > 100000 else 2))
        results.append((lines, measured))
    names = list(commands(tools, ""))
    rows = []
    for lines, measured in results:
        base = measured["clang"]
        row = ["%d" % lines]
        for name in names:
            c = measured.get(name)
            row += ["%.2f s" % c.processor, "%.2f" % (c.processor / base.processor), "%.0f" % c.megabytes] if c else ["-", "", ""]
        rows.append(row)
    exponents = {}
    for name in names:
        known = [(lines, m[name].processor) for lines, m in results if name in m]
        exponents[name] = report.growth(*zip(*known)) if known else None
    if len(sizes) > 1:
        rows.append(["time ~ lines^"] + [cell for name in names
                                         for cell in ("%.2f" % exponents[name] if exponents[name] else "", "", "")])
    report.table("Checking C: processor seconds, over clang -fsyntax-only, peak MB (-: would take over %d s)" % LONGEST,
                 ["lines"] + [cell for name in names for cell in (name, "ratio", "MB")], rows)
    ratios = [m["plugin"].processor / m["clang"].processor for _, m in results]
    goals.add("plugin within 1.25 of -fsyntax-only", "%s at %s lines" % (", ".join("%.2f" % r for r in ratios),
              ", ".join(report.count(n) for n, _ in results)), max(ratios) <= 1.25)
    for name in names[2:]:
        lines, m = next((lines, m) for lines, m in reversed(results) if name in m)
        times = m[name].processor / m["plugin"].processor
        goals.add("plugin ten times as fast as " + name, "%.1f times at %s lines" % (times, report.count(lines)), times >= 10)
    return {"sizes": [{"lines": lines, **{name: c.json() for name, c in m.items()}} for lines, m in results], "growth": exponents}

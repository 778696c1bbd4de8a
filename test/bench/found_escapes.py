"""Escapes found and false alarms, of the checker and of the analyzers, over the checker's own C tests.

What is true stands in those files, on the line of the object: `expected-warning {{'x' must …}}`. A function with such a line has
an escape, one without has none. Where the expectation says "(assumed", what happens depends on code that is not in the file; such
functions count for nobody, and neither do files that one of the tools cannot compile. A tool has found a function's escape if it warns of any address that outlives its object in there.
"""
import glob
import os
import re
import subprocess

import measure as costs
import report

TESTS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "analysis")
ESCAPE, CLEAN, UNKNOWN = "escape", "clean", "unknown"

# What each tool calls an address that outlives its object.
WARNINGS = {
    "outlive": r"-Wheap-capture",
    "clang --analyze": r"core\.StackAddressEscape|-Wreturn-stack-address",
    "gcc -fanalyzer": r"-Wanalyzer-use-of-pointer-in-stale-stack-frame|-Wdangling-pointer=?|-Wreturn-local-addr",
}


def functions(lines):
    """(first line, last line, truth) of each function, lines counted from 1. A definition starts in the first column, and ends
    on its own line or with a brace in the first column."""
    found, start = [], None
    for number, line in enumerate(lines, 1):
        if start is None and re.match(r"[a-z].*\) *(int .*;)? *\{", line) and not re.match(r"(typedef|struct \w* *\{)", line):
            start = number
        if start is not None and (line.startswith("}") or (number == start and line.rstrip().endswith("}"))):
            found.append((start, number, truth(lines[start - 1:number])))
            start = None
    return found


def truth(lines):
    expectations = [line for line in lines if "expected-warning" in line]
    if any("(assumed" not in line for line in expectations):
        return ESCAPE
    return UNKNOWN if expectations else CLEAN


def commands(tools, file):
    all_commands = {
        "outlive": [tools.clang, "-fsyntax-only", "-Wno-everything", "-Wheap-capture", "-fplugin=" + tools.plugin, file],
        "clang --analyze": [tools.clang, "--analyze", "--analyzer-no-default-checks", "--analyzer-output", "text", "-Xclang",
                            "-analyzer-checker=core.StackAddressEscape", file],
    }
    if tools.gcc:  # optimised, and with -Wall, since it finds more then
        all_commands["gcc -fanalyzer"] = [tools.gcc, "-O2", "-Wall", "-fanalyzer", "-S", "-o",
                                          os.path.join(tools.scratch, "escapes.s"), file]
    return all_commands


def can_read(command):
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def warned_lines(output, file, warnings):
    pattern = re.compile(r"^%s:(\d+):\d+: warning: .*\[(%s)\]$" % (re.escape(file), warnings), re.MULTILINE)
    return {int(match.group(1)) for match in pattern.finditer(output)}


def measure(tools, goals):
    files = sorted(glob.glob(os.path.join(TESTS, "*.c")))
    if tools.quick:
        files = files[:2]
    score = {}
    totals = {ESCAPE: 0, CLEAN: 0, UNKNOWN: 0}
    for file in files:
        with open(file) as source:
            lines = source.read().split("\n")
        if not any("-Xclang -verify" in line for line in lines):
            continue  # its expectations are about a dump
        if not all(can_read(command) for command in commands(tools, file).values()):
            continue  # a construct that is one compiler's own
        cases = functions(lines)
        for _, _, what in cases:
            totals[what] += 1
        for tool, command in commands(tools, file).items():
            output = costs.run(costs.Cost(), command).output
            warned = warned_lines(output, file, WARNINGS[tool])
            s = score.setdefault(tool, {"found": 0, "false alarms": 0})
            for first, last, what in cases:
                if any(first <= line <= last for line in warned):
                    s["found"] += what == ESCAPE
                    s["false alarms"] += what == CLEAN
    report.table("Escapes in the checker's own C tests: %(escape)d functions with one, %(clean)d without" % totals,
                 ["tool", "found", "of them", "false alarms", "of them"],
                 [[tool, "%d" % s["found"], "%.0f%%" % (100 * s["found"] / totals[ESCAPE]), "%d" % s["false alarms"],
                   "%.1f%%" % (100 * s["false alarms"] / totals[CLEAN])] for tool, s in score.items()])
    return {"functions": totals, "tools": score}

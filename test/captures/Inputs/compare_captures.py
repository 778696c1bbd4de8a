"""Compares -dump=captures with what the Go compiler says under -m=2 (`F capturing by ref: x (…)`).

usage: compare_captures.py OUTLIVE GO FILE...

Each capture of a variable counts, by the variable's declaration and the mode. Files that either side refuses are passed over.
The last line counts files and captures.
"""
import collections
import os
import re
import subprocess
import sys
import tempfile

GO_LINE = re.compile(r"^[^:]+:(\d+):(\d+): .* capturing by (ref|value): (\S+) \(")
OUR_LINE = re.compile(r"^\t(\S+) \(declared at (\d+):(\d+), used at \S+\) by (reference|value)")


def lines(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode("utf-8", "replace").splitlines()


def go_captures(go, name, scratch):
    status, output = lines([go, "tool", "compile", "-p=p", "-l", "-m=2", "-o", os.path.join(scratch, "o"), name])
    found = [m for m in map(GO_LINE.match, output) if m]
    # The compiler wraps the operands of go and defer in literals of its own; their variables have no name in the source.
    return status, collections.Counter((int(m[1]), int(m[2]), m[4], m[3]) for m in found if not m[4].startswith(".autotmp_"))


def our_captures(outlive, name):
    status, output = lines([outlive, "check", "-lang=go1.19", "-dump=captures", name])
    found = [m for m in map(OUR_LINE.match, output) if m]
    return status, collections.Counter((int(m[2]), int(m[3]), m[1], m[4][:3].replace("val", "value")) for m in found)


def main():
    outlive, go, *files = sys.argv[1:]
    compared = captures = different = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in files:
            status, got = our_captures(outlive, name)
            if status != 0:
                continue
            status, wanted = go_captures(go, name, scratch)
            if status != 0:
                continue
            compared += 1
            captures += sum(wanted.values())
            for side, rest in (("go only", wanted - got), ("outlive only", got - wanted)):
                for (line, column, variable, mode), count in sorted(rest.items()):
                    print(f"{name}:{line}:{column}: {side}: {variable} by {mode}, {count} times")
            different += wanted != got
    print(f"{compared} files, {captures} captures compared, {different} files different")
    return different != 0


sys.exit(main())

#!/usr/bin/env python3
"""Scores `outlive check -model=gc -lang=go1.19 -m` on the Go project's escape tests.

    escape_score.py OUTLIVE [-v] [-go] [--list LIST] [FILE…]

For each file: expectations met, expectations there are, messages that nobody wanted. -v shows every miss; -go scores the Go
compiler itself instead (it meets all and says nothing else). Without FILE all are scored, and the last line is the sum.

LIST holds the files that fall short to their score, a line each: `FILE: M of N, S spurious: why`. A file that is not in it must be
perfect; with any other score than listed, better ones too, the status is 1.
"""
import os
import re
import subprocess
import sys
import tempfile

import suite


def messages(command, path):
    """[(line, text)] that a command printed about the file; other output is returned as (0, text)."""
    done = subprocess.run(command, capture_output=True, text=True, errors="surrogateescape", timeout=60)
    found = []
    for line in (done.stderr + done.stdout).split("\n"):
        match = re.match(r"(.*?\.go):(\d+)(?::\d+)?: (.*)", line)
        if match and os.path.basename(match.group(1)) == os.path.basename(path):
            found.append((int(match.group(2)), match.group(3)))
        elif line.strip() and not line.startswith("#"):
            found.append((0, line))
    return found


def score(path, said):
    """(met, wanted, spurious messages, missed): each message meets at most one expectation of its line."""
    wanted = suite.expectations(path)
    left = list(dict.fromkeys(said))
    met, missed = 0, []
    for line, patterns in wanted.items():
        for pattern in patterns:
            # Several messages may match: the test-suite takes every message of the line that matches.
            hits = [m for m in left if m[0] == line and re.search(pattern, m[1])]
            if hits:
                met += 1
                for hit in hits:
                    left.remove(hit)
            else:
                missed.append((line, pattern))
    return met, sum(map(len, wanted.values())), left, missed


def command_of(tool, path):
    full = os.path.join(suite.ROOT, path)
    if tool == "-go":
        flags = suite.header(suite.read(path)).split()[2:]
        out = os.path.join(tempfile.gettempdir(), f"escape-score-{os.getpid()}.o")
        return [suite.GO, "tool", "compile", "-p=p", "-o", out, "-C", *[f for f in flags if f != "-0"], full]
    return [tool, "check", "-model=gc", "-lang=go1.19", "-m", full]


def listed_scores(path):
    """{file: "M of N, S spurious"}"""
    with open(path, encoding="utf-8") as f:
        lines = [line.split(": ") for line in f if line.strip() and not line.startswith("#")]
    return {line[0]: line[1] for line in lines}


def main(args):
    verbose, tool = "-v" in args, args[0]
    if "-go" in args:
        tool = "-go"
    listed, surprises = None, 0
    if "--list" in args:
        at = args.index("--list")
        listed = listed_scores(args[at + 1])
        del args[at:at + 2]
    files = [a for a in args[1:] if not a.startswith("-")] or suite.escape_tests()
    total = [0, 0, 0]
    for path in files:
        met, wanted, spurious, missed = score(path, messages(command_of(tool, path), path))
        total = [total[0] + met, total[1] + wanted, total[2] + len(spurious)]
        reached = f"{met} of {wanted}, {len(spurious)} spurious"
        print(f"{path}: {reached}")
        if listed is not None and reached != listed.get(path, f"{wanted} of {wanted}, 0 spurious"):
            print(f"  listed otherwise: {listed.get(path, 'nothing missed, nothing spurious')}")
            surprises += 1
        if verbose:
            for line, pattern in missed:
                print(f"  missed {path}:{line}: {pattern}")
            for line, text in spurious:
                print(f"  spurious {path}:{line}: {text}")
    print(f"sum: {total[0]} of {total[1]}, {total[2]} spurious, {len(files)} files")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Packages of the Go project's own library as programs: what -m says of them, and what a program that uses them prints.

    packages.py lines OUTLIVE LIST [-v]     lines of `outlive check -model=gc -m` and `go build -gcflags='-m -l'`, package by package
    packages.py run BUILD LIST PROGRAM      PROGRAM, lowered with both models, checked again and run under AddressSanitizer and
                                            UndefinedBehaviorSanitizer, prints what the Go compiler's prints

The packages of LIST (`PACKAGE: M of N, E extra`; # is a comment) become packages of a module in a scratch folder, with imports of each other
rewritten; what else they import is Outlive's library. The figures of a line are lines that both say, lines of the Go compiler, and lines that
only Outlive says; with any other ones the status of `lines` is 1. Not compared: columns, and what the Go compiler says about other things than
escapes.

Nothing of the packages is copied into this repository.
"""
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import suite

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fuzz"))
from tools import SANITIZE, Tools, run_sanitized  # noqa: E402 (it is in a folder of its own)

ENVIRONMENT = dict(os.environ, CGO_ENABLED="0", GOFLAGS="", GO111MODULE="on", GOPROXY="off")
ENVIRONMENT.setdefault("GOCACHE", os.path.join(tempfile.gettempdir(), f"outlive-go-cache-{os.getuid()}"))
OTHER_THINGS = re.compile(r"bounds check elided|ignoring self-assignment|is unsafe uintptr$")
LINE = re.compile(r"(.*/)?([^/:]+\.go):(\d+):(?:\d+:)? (.*)")


def listed(path):
    with open(path, encoding="utf-8") as lines:
        return dict(line.strip().split(": ", 1) for line in lines if line.strip() and not line.startswith("#"))


def go(*words, folder=None):
    return subprocess.run([suite.GO, *words], cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)


def go_files(package):
    """The package's files for this machine, without C: paths."""
    found = json.loads(go("list", "-json", package).stdout)
    return [os.path.join(found["Dir"], name) for name in found["GoFiles"]]


def make_module(folder, packages):
    with open(os.path.join(folder, "go.mod"), "w", encoding="utf-8") as file:
        file.write("module m\n\ngo 1.19\n")
    among = re.compile(r'^((?:import )?\s*(?:[\w.]+ )?)"(%s)"' % "|".join(map(re.escape, packages)), re.M)
    for package in packages:
        os.makedirs(os.path.join(folder, package), exist_ok=True)
        for path in go_files(package):
            with open(path, encoding="utf-8") as file:
                text = among.sub(r'\1"m/\2"', file.read())
            with open(os.path.join(folder, package, os.path.basename(path)), "w", encoding="utf-8") as file:
                file.write(text)


def lines_about(text, folder):
    """Each (file, line, what is said) of one folder's files."""
    said = collections.Counter()
    for found in map(LINE.match, text.split("\n")):
        if found and not OTHER_THINGS.search(found[4]) and os.path.basename(os.path.dirname(found[1] or folder + "/")) == os.path.basename(folder):
            said[found[2], int(found[3]), found[4]] += 1
    return said


def compare(outlive, module, package):
    folder = os.path.join(module, package)
    theirs = go("build", "-gcflags=-m -l", "-o", os.devnull, f"m/{package}", folder=module).stdout
    files = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".go")]
    ours = subprocess.run([outlive, "check", "-model=gc", "-m", "-lang=go1.19", *files], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False).stdout
    return lines_about(theirs, folder), lines_about(ours, folder)


def score(outlive, path, verbose):
    wanted = listed(path)
    surprises, same, lines, extra = 0, 0, 0, 0
    with tempfile.TemporaryDirectory() as module:
        make_module(module, wanted)
        for package in wanted:
            theirs, ours = compare(outlive, module, package)
            counts = sum((theirs & ours).values()), sum(theirs.values()), sum((ours - theirs).values())
            same, lines, extra = same + counts[0], lines + counts[1], extra + counts[2]
            reached = "{} of {}, {} extra".format(*counts)
            print(f"{package}: {reached}")
            if reached != wanted[package]:
                print(f"  listed otherwise: {wanted[package]}")
                surprises += 1
            for who, only in (("go", theirs - ours), ("outlive", ours - theirs)):
                for file, line, text in sorted(only) if verbose else ():
                    print(f"  only {who}: {file}:{line}: {text}")
    print(f"sum: {same} of {lines}, {extra} extra, {len(wanted)} packages")
    return 1 if surprises else 0


def run(build, path, program):
    tools = Tools(build)
    with tempfile.TemporaryDirectory() as module:
        make_module(module, listed(path))
        main = os.path.join(module, "main.go")
        shutil.copy(program, main)
        theirs = go("run", "main.go", folder=module)
        print(theirs.stdout, end="")
        different = theirs.returncode
        for model in ("precise", "gc"):
            c_file, executable = os.path.join(module, f"{model}.c"), os.path.join(module, model)
            for done in (tools.ask("lower", f"-model={model}", "-o", c_file, main),
                         tools.compile(c_file, executable, "-O0", *SANITIZE, *tools.recheck(), heap="none")):
                if done.status != 0:
                    print(f"{model}: {done.output}")
                    return 1
            done = run_sanitized(executable)
            same = done.output == theirs.stdout and done.status == 0
            print(f"-model={model}: {'the same' if same else done.output}")
            different |= not same
    return 1 if different else 0


if __name__ == "__main__":
    if sys.argv[1] == "lines":
        sys.exit(score(os.path.abspath(sys.argv[2]), sys.argv[3], "-v" in sys.argv))
    sys.exit(run(*sys.argv[2:5]))

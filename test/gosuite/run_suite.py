#!/usr/bin/env python3
"""Runs the Go project's own `// run` tests through `outlive build`, and compares with the list of those that don't pass.

    run_suite.py OUTLIVE [--list FILE] [--jobs N] [--verbose] [--flags FLAGS] [--sanitize] [FILE…]

A test passes if it builds, exits with 0, and prints (both streams together) what its .out file has, or nothing. With --list, the
status is 1 as soon as a test that is not listed fails, or one that is listed passes; each line of the list is `file: reason`.

With --sanitize the programs are compiled with clang's UndefinedBehaviorSanitizer, and linked with a runtime that was built with the
C compiler's own: clang stands behind a wrapper that changes what outlive gives it. A program ends at the first thing that C leaves
undefined, but for one kind: a method call on a nil interface looks for the method in a table at address 0, and the runtime makes Go's
panic of that fault. -fno-delete-null-pointer-checks, which lowered C asks for, lets C do so; the sanitizer does not know of it, and
goes on. A null pointer to anything but a table of methods fails the test.
"""
import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

import suite

BUILD_SECONDS, RUN_SECONDS = 60, 60
UNDEFINED = re.compile(r".*: runtime error: (?!member access within null pointer of type 'const struct \w+_methods').*")


def undefined(folder):
    """The first thing in the sanitizer's logs that a lowered program must not do, or None."""
    for name in sorted(os.listdir(folder)):
        if name.startswith("undefined."):
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as log:
                found = UNDEFINED.search(log.read())
                if found:
                    return found.group()
    return None


def attempt(command, seconds, cwd=None):
    """(status, output of both streams); the status of what ran too long is None."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=seconds, cwd=cwd)
        return done.returncode, done.stdout
    except subprocess.TimeoutExpired as e:
        return None, e.stdout or b""


def clang_of(outlive):
    """The clang that outlive was built for, from its build folder."""
    with open(os.path.join(os.path.dirname(os.path.dirname(outlive)), "CMakeCache.txt"), encoding="utf-8") as cache:
        return next(line.split("=", 1)[1].strip() for line in cache if line.startswith("CLANG:"))


SANITIZING_CLANG = """#!/bin/sh
for argument; do
    shift
    case $argument in
    */liboutlive-rt-gc.a) argument={runtime} ;;
    esac
    set -- "$@" "$argument"
done
exec {clang} "$@" -fsanitize=undefined -fno-sanitize-recover=all -fsanitize-recover=null
"""


def sanitizing_clang(outlive, folder):
    """A clang that compiles with UndefinedBehaviorSanitizer whatever it is asked to, and links the runtime that was built with it."""
    wrapper = os.path.join(folder, "clang")
    runtime = os.path.join(os.path.dirname(os.path.dirname(outlive)), "test", "liboutlive-rt-gc-undefined.a")
    with open(wrapper, "w", encoding="utf-8") as script:
        script.write(SANITIZING_CLANG.format(clang=clang_of(outlive), runtime=runtime))
    os.chmod(wrapper, 0o755)
    return wrapper


def run(outlive, path, flags):
    """None if the test passes, else the reason in one line."""
    with tempfile.TemporaryDirectory() as folder:
        exe = os.path.join(folder, "test")
        lang = ["-lang=go1.19"]
        status, output = attempt([outlive, "build", *lang, *flags, "-o", exe, os.path.join(suite.ROOT, path)], BUILD_SECONDS)
        first = next((l for l in output.decode(errors="replace").split("\n") if l.strip()), "")
        if status != 0:
            return f"build: {'too slow' if status is None else first.replace(suite.ROOT + '/', '')}"
        status, output = attempt([exe], RUN_SECONDS, folder)
        found = undefined(folder)
        if found:
            return f"run: {found}"
        if status != 0:
            first = next((l for l in output.decode(errors="replace").split("\n") if l.strip()), "")
            return f"run: {'too slow' if status is None else f'status {status}'}: {first}"
        if output != suite.wanted_output(path):
            return "run: output differs"
    return None


def known_failures(path):
    with open(path, encoding="utf-8") as f:
        lines = [l.strip() for l in f if l.strip() and not l.startswith("#")]
    return dict(l.split(": ", 1) for l in lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("outlive")
    parser.add_argument("--list")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--flags", default="")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--sanitize", action="store_true")
    parser.add_argument("files", nargs="*")
    args = parser.parse_intermixed_args()
    listed = known_failures(args.list) if args.list else {}
    files = args.files or suite.run_tests()
    passed, surprises = 0, 0
    with tempfile.TemporaryDirectory() as tools, concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        if args.sanitize:
            os.environ["UBSAN_OPTIONS"] = "log_path=undefined"
            os.environ["OUTLIVE_CLANG"] = sanitizing_clang(os.path.realpath(args.outlive), tools)
        for path, reason in zip(files, pool.map(lambda p: run(args.outlive, p, args.flags.split()), files)):
            passed += reason is None
            if reason is not None and path not in listed:
                surprises += bool(args.list)
                print(f"fails: {path}: {reason}")
            elif reason is None and path in listed:
                surprises += 1
                print(f"passes, but is listed: {path}")
            elif reason is not None and args.verbose:
                print(f"listed: {path}: {reason}")
    print(f"{passed} of {len(files)} pass, {len(listed)} listed, {surprises} surprises")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Holds `outlive lower` to ending well on every .go file of the Go project's test folder.

    no_crash.py OUTLIVE [--jobs N] [--seconds S] [--slowest N] [FILE…]

A file ends well if it becomes C with status 0, or gets status 1 and messages of which each has the file's name and, but for what is
wrong with the file as a whole (no package clause to stand at, another package than main), a position. It does not if a signal, a
sanitizer, an assertion of ours or clang's refusal of our C ended it, if it took more than S seconds (1) of processor time, or if it
failed without a word.

A busy machine charges a process for what others do to its caches: what took too long has two more attempts, and the best one counts.
"""
import argparse
import collections
import concurrent.futures
import os
import re
import subprocess
import sys
import tempfile

import suite

HANG_SECONDS = 60
ATTEMPTS = 3
# Where the command is built with AddressSanitizer: by default a quarter of a gigabyte of what was freed is kept aside, and half of
# the processor time goes into making pages for it.
ENVIRONMENT = {"ASAN_OPTIONS": "quarantine_size_mb=16", **os.environ}
OURS = re.compile(r"internal error|Sanitizer|runtime error:|Assertion|refused")
PLACED = re.compile(r"[^\s:]+:(\d+)(:\d+)?: \S")  # file:line[:column]: message
WHOLE_FILE = re.compile(r"(outlive|[^\s:]+): \S")
TOO_MANY = "too many errors"  # the last line, as in the Go compiler
CONTINUED = re.compile(r"\s")  # quoted source, and the lines below a message that spans several


def lower(outlive, path):
    """(status or None, processor seconds, peak megabytes, what was said)"""
    with tempfile.TemporaryDirectory() as folder:
        command = [outlive, "lower", "-o", os.path.join(folder, "out.c"), path]
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=suite.ROOT, env=ENVIRONMENT)
            with_limit = concurrent.futures.ThreadPoolExecutor(1).submit(os.wait4, process.pid, 0)
            try:
                _, status, usage = with_limit.result(HANG_SECONDS)
                status = os.waitstatus_to_exitcode(status)
            except concurrent.futures.TimeoutError:
                process.kill()
                _, _, usage = with_limit.result()
                status = None
            process.returncode = status or 0  # it was waited for
            said.seek(0)
            return status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, said.read().decode(errors="replace")


def lower_in_time(outlive, path, limit):
    """The first result of lower that is within the limit, or else the one that took the least time."""
    best = None
    for _ in range(ATTEMPTS):
        result = lower(outlive, path)
        if best is None or result[1] < best[1]:
            best = result
        if best[0] is None or best[1] <= limit:
            break
    return best


def complaint(status, seconds, said, limit):
    """Why the file did not end well, or None."""
    if status is None:
        return "never ends"
    if status not in (0, 1):
        return f"status {status}: {(said.strip() or '(nothing said)').splitlines()[0]}"
    ours = OURS.search(said)
    if ours:
        return next(line for line in said.splitlines() if OURS.search(line))
    if seconds > limit:
        return f"{seconds:.2f} s"
    if status == 1:
        lines = [line for line in said.splitlines() if line.strip() and line != TOO_MANY and not CONTINUED.match(line)]
        if not lines:
            return "status 1, and nothing said"
        if not (all(PLACED.match(line) for line in lines) or len(lines) == 1 and WHOLE_FILE.match(lines[0])):
            return f"no position: {next(line for line in lines if not PLACED.match(line))}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("outlive")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--slowest", type=int, default=0, help="show the N that took the most time")
    parser.add_argument("files", nargs="*")
    args = parser.parse_args()
    files = args.files or suite.all_files()
    outlive = os.path.abspath(args.outlive)
    kinds, bad, times = collections.Counter(), 0, []
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for path, result in zip(files, pool.map(lambda p: lower_in_time(outlive, p, args.seconds), files)):
            status, seconds, megabytes, said = result
            why = complaint(status, seconds, said, args.seconds)
            if why:
                bad += 1
                print(f"{path}: {why}", flush=True)
            kinds["lowered" if status == 0 else "unsupported" if "unsupported: " in said else "errors"] += 1
            times.append((seconds, megabytes, path))
    for seconds, megabytes, path in sorted(times, reverse=True)[:args.slowest]:
        print(f"{seconds:.2f} s, {megabytes} MB: {path}")
    print(f"{len(files)} files: {kinds['lowered']} lowered, {kinds['unsupported']} unsupported, {kinds['errors']} with errors; "
          f"{bad} ended badly")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

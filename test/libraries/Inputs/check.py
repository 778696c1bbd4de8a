"""Runs the checker over every C file of the libraries that fetch.py brought: `check.py OUTLIVE CLANG PLUGIN FOLDER`.

Both models and both hosts, each file within a limit; the two hosts must say the same; a construct that the import does not know must be
among those listed here, with what the analysis makes of it. Prints a row per library.
"""
import collections
import glob
import os
import re
import subprocess
import sys

OUTLIVE, CLANG, PLUGIN, FOLDER = sys.argv[1:]
SECONDS = 60  # for one file; the slowest takes one

# name: folder of its C files, flags. Files for other systems have nothing in them here, or do not compile here.
LIBRARIES = {
    "lua5.4": ("src", ["-DLUA_USE_POSIX"]),
    "mbedtls": ("library", ["-Iinclude"]),
    "zlib": (".", ["-DHAVE_UNISTD_H"]),
}
failures = []


def run(cwd, *command):
    try:
        return subprocess.run(command, cwd=cwd, capture_output=True, text=True, errors="replace", timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", "timeout")


def warnings(text):
    return sorted(re.findall(r"^(\S+:\d+:\d+: warning: .*) \[-Wheap-capture\]$", text, re.M))


def check_file(cwd, file, flags, counts):
    def fail(what, result):
        failures.append(f"{file}: {what}: status {result.returncode}: {(result.stderr or result.stdout).strip()[-300:]}")

    gc = run(cwd, OUTLIVE, "check", "-model=gc", file, "--", *flags)
    if gc.returncode != 0:
        fail("-model=gc", gc)
    precise = run(cwd, OUTLIVE, "check", file, "--", *flags)
    if precise.returncode != 0:
        fail("-model=precise", precise)
    clang = run(cwd, CLANG, "-fsyntax-only", "-Wno-everything", "-Wheap-capture", f"-fplugin={PLUGIN}", *flags, file)
    if clang.returncode != 0:
        fail("plugin", clang)
    said, said_in_clang = warnings(precise.stderr), warnings(clang.stderr)
    if said != said_in_clang:
        failures.append(f"{file}: the hosts differ: {sorted(set(said) ^ set(said_in_clang))[:3]}")
    tree = run(cwd, OUTLIVE, "check", "-dump=ctree", file, "--", *flags)
    if tree.returncode != 0:
        fail("-dump=ctree", tree)
    counts["unknown"] += len(re.findall(r"^\s*unknown\b", tree.stdout, re.M))
    counts["lines"] += sum(1 for _ in open(os.path.join(cwd, file), errors="replace"))
    counts["files"] += 1
    counts["warnings"] += len(said)
    counts["assumed"] += sum("(assumed: " in w for w in said)


for library, (below, flags) in LIBRARIES.items():
    root = os.path.join(FOLDER, library)
    counts = collections.Counter()
    for file in sorted(glob.glob(os.path.join(glob.escape(root), below, "*.c"))):
        check_file(root, os.path.relpath(file, root), flags, counts)
    print(f"{library}: {counts['files']} files, {counts['lines']} lines, {counts['warnings']} warnings, {counts['assumed']} of them assumed, "
          f"{counts['unknown']} unknown constructs")
    if counts["files"] == 0 or counts["unknown"] > 0:
        failures.append(f"{library}: no file, or constructs that are not known")
for failure in failures:
    print("FAIL", failure)
sys.exit(bool(failures))

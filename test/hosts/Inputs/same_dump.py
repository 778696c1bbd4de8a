"""Holds the two hosts to the same tree: -dump=ctree of the command (libclang) and of the plugin, for every C file under the
given folders, and for the lowered form of every Go file there. A file that clang rejects must be rejected by both."""
import argparse
import concurrent.futures
import difflib
import os
import subprocess
import sys
import tempfile


def run(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def files_under(folders, suffix):
    for folder in folders:
        for path, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if name.endswith(suffix):
                    yield os.path.join(path, name)


def difference(options, c_file):
    """The first lines in which the dumps differ, and the number of lines that are the same if they don't."""
    flags = ["-w"] + ["-I" + folder for folder in options.include]
    status, command = run([options.outlive, "check", "-dump=ctree", c_file, "--"] + flags)
    plugin_status, plugin = run([options.clang, "-fsyntax-only", "-fplugin=" + options.plugin,
                                 "-fplugin-arg-outlive-dump=ctree", c_file] + flags)
    if (status == 0) != (plugin_status == 0):
        return ["status %d from the command, %d from the plugin" % (status, plugin_status)], 0
    lines = difflib.unified_diff(command.splitlines(), plugin.splitlines(), "libclang", "plugin", lineterm="", n=2)
    return ([] if command == plugin else list(lines)[:20]), command.count("\n")


def main():
    parser = argparse.ArgumentParser()
    for name in ("outlive", "clang", "plugin"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--include", action="append", default=[])
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        files = [(path, path) for path in files_under(options.folders, ".c")]
        for path in files_under(options.folders, ".go"):
            lowered = os.path.join(scratch, "%d.c" % len(files))
            status, _ = run([options.outlive, "lower", "-storage=stack", "-o", lowered, path])
            if status == 0:  # files with errors have their own tests
                files.append((path, lowered))
        failed = lines = 0
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(lambda file: difference(options, file[1]), files))
        for (name, _), (differs, count) in zip(files, results):
            lines += count
            if differs:
                failed += 1
                print("%s:\n  %s" % (name, "\n  ".join(differs)))
    print("%d files, %d lines, %d differ" % (len(files), lines, failed))
    return failed != 0 or lines == 0


sys.exit(main())

"""Compares type errors of outlive with those of the Go compiler: places, texts and the lines that belong to them.

    compare_type_errors.py OUTLIVE GO FILE...

Files without // ERROR comments are passed over, and so are those that ask for another language version or say in a comment that starts
with "(The Go compiler has" what it has different. The last line counts what was
compared.
"""
import re
import subprocess
import sys
import tempfile


def errors(command):
    output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout.decode("utf-8", "replace")
    lines = [line for line in output.splitlines() if not line.endswith("too many errors")]
    return sorted(re.sub(r"(^|\s)\S*/([^/\s]+\.go:)", r"\1\2", line) for line in lines)


def main():
    outlive, go, *files = sys.argv[1:]
    compared = different = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in files:
            with open(name, encoding="utf-8") as file:
                text = file.read()
            if "// ERROR " not in text or "-lang=" in text or "// (The Go compiler has" in text:
                continue
            wanted = errors([go, "tool", "compile", "-p=p", "-o", scratch + "/o", name])
            got = errors([outlive, "lower", "-dump=types", "-lang=go1.19", name])
            compared += 1
            if wanted != got:
                different += 1
                print(name)
                for line in wanted:
                    if line not in got:
                        print("  go only:     ", line)
                for line in got:
                    if line not in wanted:
                        print("  outlive only:", line)
    print(f"{compared} compared, {different} different")
    return different != 0


sys.exit(main())

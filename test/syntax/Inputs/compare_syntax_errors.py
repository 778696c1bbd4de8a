"""Compares the syntax errors of outlive with those of the Go compiler, line for line.

usage: compare_syntax_errors.py OUTLIVE GO FILE...

Files whose first error is about meaning rather than syntax are passed over, and so are those with //line directives (positions
are always those of the file here) and with generics. The last line counts what was compared.
"""
import os
import re
import subprocess
import sys
import tempfile

LINE = re.compile(r"^(?P<file>[^:]+):(?P<place>\d+:\d+): (?P<text>.*)$")
LEXICAL = re.compile(r"rune literal|(binary|octal|decimal|hexadecimal) (literal|escape)|unknown escape|not terminated"
                     r"|newline in|invalid character U|identifier cannot begin|successive digits")
# The Go compiler checks labels while it parses, outlive with all the rest that is about meaning.
LABELS = re.compile(r"^label |^too many errors$")


def errors(command):
    output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout.decode("utf-8", "replace")
    return [m.group("place", "text") for m in map(LINE.match, output.splitlines()) if m and not LABELS.match(m["text"])]


def is_syntax(found):
    return any(text.startswith("syntax error") or LEXICAL.search(text) for _, text in found)


def main():
    outlive, go, *files = sys.argv[1:]
    compared = different = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in files:
            with open(name, encoding="utf-8", errors="replace") as f:
                if re.search(r"//line |/\*line ", f.read()):
                    continue
            wanted = errors([go, "tool", "compile", "-p=p", "-o", os.path.join(scratch, "o"), name])
            if not is_syntax(wanted):
                continue
            got = errors([outlive, "check", name])
            if any("type parameters" in text for _, text in got):
                continue
            compared += 1
            if sorted(wanted) != sorted(got):
                different += 1
                print(name)
                for place, text in sorted(set(wanted) - set(got)):
                    print(f"  go only:      {place}: {text}")
                for place, text in sorted(set(got) - set(wanted)):
                    print(f"  outlive only: {place}: {text}")
    print(f"{compared} compared, {different} different")
    return different != 0


sys.exit(main())

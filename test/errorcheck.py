"""Compares the errors of a command with the // ERROR comments of a Go or C file, as the tests of the Go project have them.

    errorcheck.py FILE COMMAND...

A comment  // ERROR "regexp" "regexp"  wants one error on its line for each regexp (Python's; continuation lines count as part of an
error, joined by newlines). A line without a comment wants none. The command must fail exactly if an error is wanted.
"""
import re
import subprocess
import sys


def wanted_errors(path):
    wanted = {}
    with open(path, encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, 1):
            comment = re.search(r"// ERROR (.*)", line)
            if comment:
                wanted[number] = re.findall(r'"((?:[^"\\]|\\.)*)"', comment.group(1))
    return wanted


def told_errors(output):
    told, newest = {}, None
    for line in output.splitlines():
        place = re.match(r"(?:[^:\t]+:)(\d+):(?:\d+:)? (.*)", line)
        if line.startswith("\t"):
            if newest is not None:
                newest[-1] += "\n" + line
        elif place:
            newest = told.setdefault(int(place.group(1)), [])
            newest.append(place.group(2))
        elif line:
            newest = told.setdefault(0, [])
            newest.append(line)
    return told


def differences(wanted, told):
    for number in sorted(set(wanted) | set(told)):
        left = list(told.get(number, []))
        for regexp in wanted.get(number, []):
            match = next((text for text in left if re.search(regexp, text)), None)
            if match is None:
                yield f"{number}: no error matches: {regexp}"
            else:
                left.remove(match)
        for text in left:
            yield f"{number}: error that nobody wants: {text}"


def main():
    path, command = sys.argv[1], sys.argv[2:]
    run = subprocess.run(command, capture_output=True, text=True)
    wanted = wanted_errors(path)
    problems = list(differences(wanted, told_errors(run.stderr)))
    if (run.returncode != 0) != bool(wanted):
        problems.append(f"the command ended with status {run.returncode}")
    for problem in problems:
        print(f"{path}:{problem}")
    sys.exit(1 if problems else 0)


main()
